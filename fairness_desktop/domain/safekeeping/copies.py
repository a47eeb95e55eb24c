"""Copies of the register: which there are, which are kept, what restoring one would bring back and lose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from ...i18n import N_, _
from ..register import RegisterRow

DAYS_KEPT = 31
"""Days for each of which the last copy is kept; of earlier months one each."""


class Occasion(StrEnum):
    """Why a copy was made."""

    START = "start"
    ASKED = "asked"
    MIGRATION = "migration"
    ASIDE = "aside"
    KEYED = "keyed"


_OCCASIONS = {
    Occasion.START: N_("made when the program started"),
    Occasion.ASKED: N_("made when it was asked for"),
    Occasion.MIGRATION: N_("made before the register was brought up to date"),
    Occasion.ASIDE: N_("kept aside when another was restored"),
    Occasion.KEYED: N_("made before the encryption was changed"),
}


def occasion_label(occasion: Occasion) -> str:
    """How an occasion is said."""
    return _(_OCCASIONS[occasion])


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the register in the data folder; ``at`` knows its zone."""

    path: Path
    at: datetime
    occasion: Occasion
    size: int


def superfluous(copies: Iterable[Copy], now: datetime) -> tuple[Copy, ...]:
    """Which copies may go: all of the last 24 hours are kept, one of each day for a month, then one of each month.

    Only those made at a start ever go, and of a day or a month the last one stays. Days are those of ``now``'s zone.
    """
    made = sorted((c for c in copies if c.occasion is Occasion.START), key=_when, reverse=True)
    going, seen = [], set()
    for copy in made:
        if now - copy.at < timedelta(hours=24):
            seen |= {_day(copy, now), _month(copy, now)}
            continue
        slot = _day(copy, now) if now - copy.at < timedelta(days=DAYS_KEPT) else _month(copy, now)
        if slot in seen:
            going.append(copy)
        seen |= {_day(copy, now), _month(copy, now)}
    return tuple(going)


def _when(copy: Copy) -> datetime:
    return copy.at


def _day(copy: Copy, now: datetime) -> str:
    return copy.at.astimezone(now.tzinfo).strftime("%Y-%m-%d")


def _month(copy: Copy, now: datetime) -> str:
    return copy.at.astimezone(now.tzinfo).strftime("%Y-%m")


@dataclass(frozen=True, slots=True)
class Some:
    """How many lines of a register there are of a sort, and the first of them."""

    count: int = 0
    first: tuple[RegisterRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What is in a copy, and what restoring it would take away from the register of today.

    ``newest`` are the lines of the copy changed last. ``lost`` are decisions of today that the copy lacks, ``older``
    those it holds otherwise, which is an earlier state as a rule; ``records_lost`` are sealed records it lacks.
    """

    path: Path
    format: int
    encrypted: bool
    decisions: int
    records: int
    newest: tuple[RegisterRow, ...]
    lost: Some = Some()
    older: Some = Some()
    records_lost: int = 0
