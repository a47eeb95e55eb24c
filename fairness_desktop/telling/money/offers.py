"""What others bring, in words."""

from __future__ import annotations

from ...domain.money.offers import Offer
from ...domain.options import Option
from ...i18n import _
from ...scoring.money.leverage import Leverage
from ..figures import number, percent, pounds, whole_pounds


def leverage_told(found: Leverage | None) -> str:
    """What one pound of the council's brings; what is missing before that can be said."""
    if found is None:
        return ""
    if found.ratio is not None:
        return _("£1 of council money brings {sum}.").format(sum=pounds(round(found.ratio, 2)))
    if found.council is None:
        return _("Others bring {sum}; what the council puts in is not answered.").format(
            sum=whole_pounds(found.outside)
        )
    return _("Others bring {sum}, and the council puts in nothing.").format(sum=whole_pounds(found.outside))


def led_told(share: float | None) -> str:
    """How many of the options come from outside; empty where none says."""
    if share is None:
        return ""
    said = _("Of the options beside carrying on as now, {share} come from outside the council.")
    return said.format(share=percent(share))


def brings_told(offer: Offer) -> str:
    """Hours, money, assets; those that are not answered are left out."""
    parts = []
    if offer.brings_hours is not None:
        parts.append(_("hours: {hours}").format(hours=number(offer.brings_hours, 0)))
    if offer.brings_money is not None:
        parts.append(_("{sum} in money").format(sum=whole_pounds(offer.brings_money)))
    if offer.brings_assets is not None:
        parts.append(_("assets worth {sum}").format(sum=whole_pounds(offer.brings_assets)))
    return ", ".join(parts) or _("not answered")


def standing_told(offer: Offer) -> str:
    """Taken up, declined, or open."""
    if offer.accepted is None:
        return _("not answered")
    return _("accepted") if offer.accepted else _("declined")


def hour_told(option: Option) -> str:
    """What an hour is worth, and where that comes from; empty where nothing is said."""
    if option.hour_value is None:
        return ""
    said = _("An hour is counted as {sum}.").format(sum=pounds(option.hour_value))
    return f"{said} {option.hour_value_source.strip()}".strip()
