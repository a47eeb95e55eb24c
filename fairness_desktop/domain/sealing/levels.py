"""How far a signature goes beyond the signer's own word: whether a service vouches for its time, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...i18n import N_, _


class Level(StrEnum):
    """The levels of PAdES (ETSI EN 319 142-1), each holding all of the one before."""

    BASIC = "B-B"
    TIMED = "B-T"
    LONG_TERM = "B-LT"
    ARCHIVED = "B-LTA"

    @property
    def embeds(self) -> bool:
        """Whether certificates and revocation lists go into the file, so that it can be checked when they ended."""
        return self in (Level.LONG_TERM, Level.ARCHIVED)


_LABELS = {
    Level.BASIC: N_("time by the signer's clock"),
    Level.TIMED: N_("time from a time-stamp service"),
    Level.LONG_TERM: N_("time from a service; certificates and revocation lists inside the file"),
    Level.ARCHIVED: N_("as before, and the whole file under a second time stamp"),
}


def level_label(level: Level) -> str:
    """How a level is said."""
    return _(_LABELS[level])


@dataclass(frozen=True, slots=True)
class TimeAnswer:
    """What a service said when it was asked for the time: who it says it is, and whether a root given is above it."""

    at: datetime
    name: str
    rooted: bool


@dataclass(frozen=True, slots=True)
class TimeService:
    """A service that vouches for the time (RFC 3161), as set on this laptop.

    ``roots`` are the certificates (DER) above the service's own, needed from ``Level.LONG_TERM`` on.
    """

    url: str
    level: Level = Level.TIMED
    roots: tuple[bytes, ...] = ()
