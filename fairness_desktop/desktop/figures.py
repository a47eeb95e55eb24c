"""Figures as people read them: a sign where it matters, a true minus, thousands separated."""

from __future__ import annotations

from datetime import date, datetime

from ..domain.assessment import Assessment
from ..domain.vocabulary import OptionId
from ..i18n import N_, _
from ..scoring.result import Result

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def signed(value: float, places: int = 1) -> str:
    """A figure with its sign; nought has none."""
    text = f"{abs(value):.{places}f}"
    nought = float(text) == 0
    return text if nought else ("+" if value > 0 else "−") + text


def ratio(value: float | None) -> str:
    """A ratio to one decimal; a dash where it is undefined."""
    return "–" if value is None else f"{value:.1f}"


def percent(share: float | None) -> str:
    """A share in percent."""
    return "–" if share is None else f"{share * 100:.0f} %"


def pounds(amount: float) -> str:
    """A sum of pounds with thousands separated."""
    return ("−" if amount < 0 else "") + f"£{abs(amount):,.0f}"


def day(value: date | datetime) -> str:
    """A date in words: 23 November 2026."""
    return f"{value.day} {_(_MONTHS[value.month - 1])} {value.year}"


def headline(assessment: Assessment, result: Result) -> str:
    """What follows, in one sentence made from the figures."""
    if result.leader is None:
        return _("No option is feasible: none saves what is required within the cap.")
    leader = result.option(result.leader)
    name = assessment.option(result.leader).in_short
    if leader.score == 0 or leader.benefit_share is None:
        return _("{id} leads: {name} does no harm, and nothing else does better.").format(id=leader.id, name=name)
    return _("{id} leads: it does most good, {share} of it for the {need} most in need.").format(
        id=leader.id, share=percent(leader.benefit_share), need=percent(result.need_share)
    )


def option_name(assessment: Assessment, option: OptionId) -> str:
    """The short name of an option, or a stand-in while it has none."""
    found = assessment.option(option)
    return found.in_short or _("option {id}, no name yet").format(id=option)
