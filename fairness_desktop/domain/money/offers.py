"""What somebody outside the council offers to bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import N_
from .asking import check_answers, in_pounds, in_words, measured


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer from outside: who makes it, what it brings, whether it is taken up, and why.

    Hours, money and the worth of assets are all for the same time, as is the council's own share beside them.
    In the exchange form ``giver`` is called ``from``.
    """

    giver: str = in_words(N_("From whom"))
    brings_hours: float | None = measured(N_("Hours"), needed=False)
    brings_money: float | None = in_pounds(N_("Money, £"), needed=False)
    brings_assets: float | None = in_pounds(N_("Assets, worth £"), needed=False)
    accepted: bool | None = None
    reason: str = in_words(N_("Why"))
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)

    @property
    def blank(self) -> bool:
        """Whether nothing is said in it."""
        return self == Offer()
