"""Handing assessments over from one laptop to another, whole, and bringing together what was changed on both."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.errors import InvalidInputError
from ...exchange.reading import parse
from ...frameworks.loader import framework_from
from ..checking.checking import Checking
from ..ports import Assessments
from ..register import Register
from ..walk import Clock
from .giving import Giving
from .looking import Looking
from .many import Many
from .meeting import Meetings
from .papers import Papers
from .taking import Known, Taking

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


def handing(store: Assessments, frameworks: Known, clock: Clock, register: Register, checking: Checking) -> Handing:
    """All of it over one store; ``frameworks`` are those that ship, and learns those that came and come in."""
    shipped = dict(frameworks)
    _know_kept(store, frameworks)
    giving = Giving(store, frameworks)
    taking = Taking(store, frameworks, shipped, giving, clock)
    meetings = Meetings(store, taking, frameworks, clock)
    looking = Looking(taking, register, checking)
    return Handing(giving, taking, looking, Many(store, taking, register), meetings, Papers(store))


def _know_kept(store: Assessments, frameworks: Known) -> None:
    """Know the frameworks that came in earlier; one that is damaged is left to the check of the register."""
    for raw in store.kept_frameworks():
        try:
            framework = framework_from(parse(raw))
        except InvalidInputError:
            continue
        frameworks.setdefault((framework.id, framework.version), framework)
