"""How copies, sizes and moments are told in the window."""

from __future__ import annotations

from datetime import datetime

from ...domain.register import RegisterRow
from ...domain.safekeeping.copies import Copy, occasion_label
from ...i18n import _
from ...telling.figures import day

_STEP = 1024


def size(count: int) -> str:
    """Bytes as people read them."""
    if count < _STEP * _STEP:
        return _("{count} KB").format(count=max(1, round(count / _STEP)))
    return _("{count} MB").format(count=f"{count / _STEP / _STEP:,.1f}")


def when(at: datetime) -> str:
    """A moment by the clock on the wall."""
    here = at.astimezone()
    return f"{day(here)}, {here:%H:%M}"


def copy_words(copy: Copy) -> str:
    """A copy in two lines."""
    return f"{when(copy.at)}\n{occasion_label(copy.occasion)}  ·  {size(copy.size)}"


def line(row: RegisterRow) -> str:
    """A decision in one line."""
    return "  ·  ".join(part for part in (row.reference, row.title or _("No title yet"), when(row.changed_at)) if part)
