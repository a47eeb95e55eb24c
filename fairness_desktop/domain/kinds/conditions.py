"""What can be seen of an assessment: the conditions that a kind's profile names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..assessment import Assessment
from ..framework import Framework
from ..options import Option
from ..people import Group, living_standard
from ..short.form import is_short, still_asked
from ..vocabulary import CriterionId, Grade
from .profile import Condition

MEASURED = (Grade.A, Grade.B)
_VOICE, _CONNECTIONS = CriterionId("voice"), CriterionId("connections")

_TEST = Callable[[Assessment, Framework], bool]


def holds(condition: Condition, assessment: Assessment, framework: Framework) -> bool:
    """Whether it can be seen to be so."""
    return _TESTS[condition](assessment, framework)


def place_of(condition: Condition) -> str:
    """Where in the exchange form one would mend it."""
    return _PLACES[condition]


def most_in_need(assessment: Assessment, framework: Framework) -> tuple[Group, ...]:
    """The groups at or under the need threshold; where there are none, those of the lowest living standard."""
    known = [(g, y) for g in assessment.groups if (y := living_standard(g, framework)) is not None]
    under = tuple(g for g, y in known if y <= framework.need_threshold)
    if under or not known:
        return under
    lowest = min(y for _group, y in known)
    return tuple(g for g, y in known if y == lowest)


def _neediest_heard(now: Assessment, framework: Framework) -> bool:
    neediest = most_in_need(now, framework)
    said = (g.heard or (g.heard is False and g.heard_how.strip()) for g in neediest)
    return bool(neediest) and all(said)


def _outside_option(now: Assessment, _framework: Framework) -> bool:
    return any(o.from_outside for o in now.options)


def _agencies(option: Option) -> set[str]:
    return {c.agency.strip().casefold() for c in option.cash_flow or () if c.agency.strip()}


def _several_services(now: Assessment, _framework: Framework) -> bool:
    together: set[str] = set().union(*map(_agencies, now.options))
    return len(together) > 1 or any(o.delivery == "partnership" for o in now.options)


def _one_service(now: Assessment, framework: Framework) -> bool:
    return any(map(_agencies, now.options)) and not _several_services(now, framework)


def _measured_evidence(now: Assessment, _framework: Framework) -> bool:
    measured = {e.option for e in now.effects if e.grade in MEASURED}
    others = [o.id for o in now.options if not o.baseline]
    return bool(others) and all(o in measured for o in others)


def _nothing_measured(now: Assessment, _framework: Framework) -> bool:
    return bool(now.effects) and not any(e.grade in MEASURED for e in now.effects)


def _need_evidenced(now: Assessment, _framework: Framework) -> bool:
    return bool(now.groups) and all(g.need_evidence or g.relative_income is not None for g in now.groups)


def _all_answered(now: Assessment, _framework: Framework) -> bool:
    return bool(now.effects) and not still_asked(now)


def _nobody_heard(now: Assessment, _framework: Framework) -> bool:
    return bool(now.groups) and not any(g.heard for g in now.groups)


def _voice_lowered(now: Assessment, _framework: Framework) -> bool:
    return any(e.reach and e.impacts.get(_VOICE, 0) < 0 for e in now.effects)


def _connections_untouched(now: Assessment, _framework: Framework) -> bool:
    asked = bool(now.effects) and not is_short(now)
    return asked and not any(e.impacts.get(_CONNECTIONS) for e in now.effects)


def _nobody_most_in_need(now: Assessment, framework: Framework) -> bool:
    standards = [y for g in now.groups if (y := living_standard(g, framework)) is not None]
    return bool(standards) and min(standards) > framework.need_threshold


def _one_way_only(now: Assessment, _framework: Framework) -> bool:
    return sum(not o.baseline for o in now.options) == 1


_TESTS: Mapping[Condition, _TEST] = {
    Condition.NEEDIEST_HEARD: _neediest_heard,
    Condition.OUTSIDE_OPTION: _outside_option,
    Condition.SEVERAL_SERVICES: _several_services,
    Condition.MEASURED_EVIDENCE: _measured_evidence,
    Condition.NEED_EVIDENCED: _need_evidenced,
    Condition.ALL_ANSWERED: _all_answered,
    Condition.NOBODY_HEARD: _nobody_heard,
    Condition.VOICE_LOWERED: _voice_lowered,
    Condition.ONE_SERVICE: _one_service,
    Condition.CONNECTIONS_UNTOUCHED: _connections_untouched,
    Condition.NOTHING_MEASURED: _nothing_measured,
    Condition.NOBODY_MOST_IN_NEED: _nobody_most_in_need,
    Condition.ONE_WAY_ONLY: _one_way_only,
}

_PLACES: Mapping[Condition, str] = {
    Condition.NEEDIEST_HEARD: "groups",
    Condition.OUTSIDE_OPTION: "options",
    Condition.SEVERAL_SERVICES: "options",
    Condition.MEASURED_EVIDENCE: "effects",
    Condition.NEED_EVIDENCED: "groups",
    Condition.ALL_ANSWERED: "effects",
    Condition.NOBODY_HEARD: "groups",
    Condition.VOICE_LOWERED: "effects",
    Condition.ONE_SERVICE: "options",
    Condition.CONNECTIONS_UNTOUCHED: "effects",
    Condition.NOTHING_MEASURED: "effects",
    Condition.NOBODY_MOST_IN_NEED: "groups",
    Condition.ONE_WAY_ONLY: "options",
}
