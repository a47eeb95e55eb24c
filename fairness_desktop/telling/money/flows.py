"""What a cash flow comes to, in words."""

from __future__ import annotations

from ...i18n import _
from ...scoring.money.flows import FlowFigures
from ..charts.pen import one_line
from ..figures import UNDEFINED, percent, whole_pounds


def agency_called(agency: str) -> str:
    """The name of an agency; the council that decides has none of its own in a cash flow."""
    return one_line(agency) or _("The council")


def over_the_years(figures: FlowFigures) -> str:
    """How deep it goes and when it comes back, in a sentence or two."""
    if figures.never_below:
        return _("Never below nought: there is nothing to pay back.")
    deepest = _("At the deepest {sum} is missing, in year {year}.").format(
        sum=whole_pounds(-figures.deepest_gap), year=figures.deepest_year
    )
    return f"{deepest} {back_again(figures)}"


def back_again(figures: FlowFigures) -> str:
    """When it is paid back, or that it is not."""
    if figures.payback_year is not None:
        return _("It is paid back in year {year}.").format(year=figures.payback_year)
    missing = whole_pounds(-figures.so_far[-1])
    return _("It is not paid back: after year {year} {sum} is still missing.").format(
        year=figures.last_year, sum=missing
    )


def worth_today(figures: FlowFigures) -> str:
    """The present value, said for what it is."""
    sum_ = whole_pounds(abs(figures.npv))
    if round(figures.npv) == 0:
        return _("All of it together is worth nothing today, gain or loss.")
    if figures.npv > 0:
        return _("All of it together is worth {sum} today.").format(sum=sum_)
    return _("All of it together costs {sum} in today's money.").format(sum=sum_)


def falls_to(figures: FlowFigures) -> str:
    """Who saves what others pay for; nothing where nobody pays or nobody saves."""
    falls = figures.falls_to_others
    if falls is None:
        return ""
    if falls == 0:
        return _("Each saves in proportion to what it pays.")
    return _("{share} of the saving falls to others than those who pay for it.").format(share=percent(falls))


def payback_told(figures: FlowFigures) -> str:
    """The year of payback for a table or a tile."""
    if figures.payback_year is not None:
        return _("year {year}").format(year=figures.payback_year)
    return _("nothing to pay back") if figures.never_below else _("never")


def deepest_told(figures: FlowFigures) -> str:
    """The deepest gap with its year, for a table or a tile."""
    if figures.never_below:
        return UNDEFINED
    return _("{sum}, year {year}").format(sum=whole_pounds(figures.deepest_gap), year=figures.deepest_year)
