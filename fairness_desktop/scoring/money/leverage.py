"""What others bring for each pound of the council's own."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.assessment import Assessment
from ...domain.money.offers import Offer
from ...domain.options import Option
from ..rounding import fsum
from .working import share


@dataclass(frozen=True, slots=True)
class Leverage:
    """``outside`` is what the accepted offers are worth, ``council`` what the council puts in, both in pounds.

    ``hours_left_out`` are hours offered that no value is given for: they count for nothing in ``outside``.
    """

    outside: float
    council: float | None
    hours_left_out: float

    @property
    def ratio(self) -> float | None:
        """Outside resource ÷ council resource; None where the council puts in nothing, or has not said."""
        return None if self.council is None else share(self.outside, self.council)


def worth(offer: Offer, hour_value: float | None) -> float:
    """What an offer is worth in pounds; hours without a value are worth nothing yet."""
    return fsum(
        (offer.brings_money or 0.0, offer.brings_assets or 0.0, (offer.brings_hours or 0.0) * (hour_value or 0.0))
    )


def leverage(option: Option) -> Leverage | None:
    """What is brought for what the council brings; None where nobody's offer is accepted."""
    accepted = [o for o in option.offers if o.accepted]
    if not accepted:
        return None
    hours = fsum(o.brings_hours or 0.0 for o in accepted)
    return Leverage(
        outside=fsum(worth(o, option.hour_value) for o in accepted),
        council=option.council_resource,
        hours_left_out=hours if option.hour_value is None else 0.0,
    )


def led_from_outside(assessment: Assessment) -> float | None:
    """The share of options, the baseline left out, that come from outside; None where there are none, or none says."""
    others = [o for o in assessment.options if not o.baseline]
    if not any(o.from_outside is not None for o in others):
        return None
    return share(sum(1 for o in others if o.from_outside), len(others))
