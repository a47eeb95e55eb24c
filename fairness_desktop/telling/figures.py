"""Figures and dates as people read them: a sign where it matters, a true minus, thousands separated."""

from __future__ import annotations

from datetime import date, datetime

from ..i18n import N_, _

UNDEFINED = "–"
"""What stands for a figure that is not defined; never 0."""

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def signed(value: float, places: int = 1) -> str:
    """A figure with its sign and a true minus; nought has none."""
    text = f"{abs(value):,.{places}f}"
    nought = not text.strip("0.,")
    return text if nought else ("+" if value > 0 else "−") + text


def number(value: float, places: int) -> str:
    """A figure to so many places, thousands separated, a minus only where it is below nought."""
    text = f"{value:,.{places}f}"
    return text.lstrip("-") if not text.strip("-0.,") else text.replace("-", "−")


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
    """A sum of pounds, pence only where there are any."""
    pence = 2 if round(amount, 2) % 1 else 0
    return ("−" if amount < 0 else "") + f"£{abs(amount):,.{pence}f}"


def whole_pounds(amount: float) -> str:
    """A sum to the pound."""
    return pounds(float(round(amount)))


MILLION = 1e6


def short_pounds(amount: float) -> str:
    """A sum where there is little room: millions in short, pence only where there are any."""
    if abs(amount) < MILLION:
        return pounds(round(amount, 2) if abs(amount) < 100 else float(round(amount)))  # noqa: PLR2004
    millions = abs(amount) / MILLION
    told = f"{millions:,.0f}" if millions >= 100 else f"{millions:.3g}"  # noqa: PLR2004
    return ("−" if amount < 0 else "") + f"£{told}m"


def day(value: date | datetime) -> str:
    """A date in words: 23 November 2026."""
    return f"{value.day} {_(_MONTHS[value.month - 1])} {value.year}"


def moment(value: datetime) -> str:
    """A time in words: 23 November 2026, 14:05 UTC."""
    return f"{day(value)}, {value:%H:%M} UTC"
