"""How answers are worded in a record."""

from __future__ import annotations

from ...domain.assessment import Assessment
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...telling.figures import UNDEFINED


def yes_no(answer: bool | None) -> str:
    """Yes, no, or not answered."""
    return _("not answered") if answer is None else _("yes") if answer else _("no")


def or_gap(text: str) -> str:
    """The text, or that there is none."""
    return text.strip() or _("not stated")


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
