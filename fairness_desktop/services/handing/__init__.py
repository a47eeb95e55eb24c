"""Handing assessments over from one laptop to another, whole, and bringing together what was changed on both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..checking.checking import Checking
from ..ports import Assessments
from ..walk import Clock
from .ahead import Make
from .giving import Giving
from .looking import Looking
from .many import Many
from .meeting import Meetings
from .papers import Papers
from .preparing import frameworks_of
from .taking import Known, Taking

if TYPE_CHECKING:  # it imports what lies here: shelving tells of its progress in the same way
    from ..register import Register

__all__ = ["Giving", "Handing", "Looking", "Many", "Meetings", "Papers", "Taking", "handing"]


@dataclass(frozen=True, slots=True)
class Handing:
    """Out, in, and together; and the papers that go along."""

    giving: Giving
    taking: Taking
    looking: Looking
    many: Many
    meetings: Meetings
    papers: Papers


def handing(
    store: Assessments, frameworks: Known, clock: Clock, register: Register, checking: Checking, make: Make
) -> Handing:
    """All of it over one store; ``frameworks`` are those that ship, and learns those that came and come in.

    ``make`` builds, in another process, what makes bundles ready.
    """
    shipped = dict(frameworks)
    for name, framework in frameworks_of(store.kept_frameworks()).items():
        frameworks.setdefault(name, framework)
    giving = Giving(store, frameworks)
    taking = Taking(store, frameworks, shipped, giving, clock)
    meetings = Meetings(store, taking, frameworks, clock)
    looking = Looking(taking, register, checking)
    return Handing(giving, taking, looking, Many(store, taking, register, make), meetings, Papers(store))
