"""How figures, dates and answers are worded in a record."""

from __future__ import annotations

import datetime as dt

from ...domain.assessment import Assessment
from ...domain.vocabulary import Floor, OptionId, label
from ...i18n import N_, _

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
UNDEFINED = "–"


def day(value: dt.date) -> str:
    """23 November 2026."""
    return f"{value.day} {_(MONTHS[value.month - 1])} {value.year}"


def moment(value: dt.datetime) -> str:
    """23 November 2026, 14:05 UTC."""
    return f"{day(value)}, {value:%H:%M} UTC"


def signed(value: float, places: int = 1) -> str:
    """A figure with its sign and a true minus; nought has none."""
    text = f"{abs(value):,.{places}f}"
    nought = not text.strip("0.,")
    return text if nought else ("+" if value > 0 else "−") + text


def plain(value: float, places: int = 6) -> str:
    """A figure as it stands, with a true minus."""
    return f"{value:.{places}f}".replace("-", "−")


def brief(value: float) -> str:
    """A figure with no more digits than it needs, and a true minus."""
    return f"{value:g}".replace("-", "−")


def ratio(value: float | None, places: int = 1) -> str:
    """A ratio; a dash where it is undefined."""
    return UNDEFINED if value is None else f"{value:.{places}f}"


def percent(share: float | None) -> str:
    """A share in percent; a dash where it is undefined."""
    return UNDEFINED if share is None else f"{share * 100:.0f} %"


def pounds(amount: float) -> str:
    """A sum of pounds."""
    pence = 2 if amount % 1 else 0
    return ("−" if amount < 0 else "") + f"£{abs(amount):,.{pence}f}"


def yes_no(answer: bool | None) -> str:
    """Yes, no, or not answered."""
    return _("not answered") if answer is None else _("yes") if answer else _("no")


def or_gap(text: str) -> str:
    """The text, or that there is none."""
    return text.strip() or _("not stated")


def floor_meaning(floor: Floor) -> str:
    """What a floor means for those most in need."""
    meaning = {
        Floor.GREEN: _("no one most in need is left worse off than now"),
        Floor.AMBER: _("some of those most in need lose a little"),
        Floor.RED: _("some of those most in need lose seriously"),
    }[floor]
    return f"{label(floor)}: {meaning}"


def named(assessment: Assessment, option: OptionId) -> str:
    """An option by letter and name."""
    return f"{option}: {assessment.option(option).name or _('no name yet')}"


def shortened(text: str | None, most: int = 120) -> str:
    """A long value cut, with how many characters are left out; nothing is a dash."""
    if text is None:
        return UNDEFINED
    if len(text) <= most:
        return text
    return _("{begin}… ({count} more characters)").format(begin=text[:most], count=len(text) - most)
