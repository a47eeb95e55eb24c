"""How far the walk has come: the eight steps and the state of each."""

from __future__ import annotations

import re
from enum import IntEnum, StrEnum

from ..i18n import N_, _
from .assessment import Assessment
from .decision import Duties
from .findings import Finding, Severity, gaps
from .short.form import still_asked


class Step(IntEnum):
    """The eight steps of the walk, by number."""

    DECISION = 1
    PEOPLE = 2
    OPTIONS = 3
    EFFECTS = 4
    MONEY = 5
    FAIRNESS = 6
    DUTIES = 7
    DECIDE = 8


class StepState(StrEnum):
    """Where one step stands."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    COMPLETE = "complete"
    NEEDS_ATTENTION = "needs_attention"


_STEP_NAMES = {
    Step.DECISION: N_("Decision"),
    Step.PEOPLE: N_("People"),
    Step.OPTIONS: N_("Options"),
    Step.EFFECTS: N_("Effects"),
    Step.MONEY: N_("Money"),
    Step.FAIRNESS: N_("Fairness"),
    Step.DUTIES: N_("Duties"),
    Step.DECIDE: N_("Decide"),
}

_STATE_NAMES = {
    StepState.NOT_STARTED: N_("not started"),
    StepState.UNDER_WAY: N_("under way"),
    StepState.COMPLETE: N_("complete"),
    StepState.NEEDS_ATTENTION: N_("needs attention"),
}

_PLACES = {
    "figures": Step.FAIRNESS,
    "title": Step.DECISION,
    "summary": Step.DECISION,
    "kind": Step.DECISION,
    "classifier": Step.DECISION,
    "level": Step.DECISION,
    "decision_reference": Step.DECISION,
    "part_of": Step.DECISION,
    "parts": Step.DECISION,
    "body": Step.DECISION,
    "authority": Step.DECISION,
    "interests": Step.DECISION,
    "interests_declared": Step.DECISION,
    "consulted_members": Step.DECISION,
    "assessed_on": Step.DECISION,
    "groups": Step.PEOPLE,
    "overlaps": Step.PEOPLE,
    "options": Step.OPTIONS,
    "why_none_from_outside": Step.OPTIONS,
    "effects": Step.EFFECTS,
    "required_saving": Step.MONEY,
    "budget_cap": Step.MONEY,
    "duties": Step.DUTIES,
    "quality_plan": Step.DUTIES,
    "decision": Step.DECIDE,
    "attachments": Step.DECIDE,
    "second_reading": Step.DECIDE,
    "review": Step.DECIDE,
}

_OF_MONEY = frozenset({"net_cost", "cash_flow", "mechanism", "optimism_bias", "optimism_bias_source", "efficiency"})
"""Of what is said of an option: what the step of money asks."""


def step_name(step: Step) -> str:
    """How a step is called."""
    return _(_STEP_NAMES[step])


def state_name(state: StepState) -> str:
    """How the state of a step is said."""
    return _(_STATE_NAMES[state])


def step_of(place: str) -> Step:
    """The step on which a place of the exchange form is answered."""
    if place.startswith("decision.gut"):
        return Step.OPTIONS
    if place == "body.population":
        return Step.PEOPLE
    part, _dot, rest = place.partition(".")
    if part.startswith("options[") and re.split(r"[.\[]", rest)[0] in _OF_MONEY:
        return Step.MONEY
    return _PLACES.get(part.partition("[")[0], Step.DECISION)


def progress(assessment: Assessment, missing: tuple[Finding, ...], *, scored: bool) -> dict[Step, StepState]:
    """The state of every step; ``missing`` are the findings that stand before a signature."""
    findings = {(f.severity, step_of(f.where)) for f in (*gaps(assessment), *missing)}
    begun = _begun(assessment, scored=scored)
    states = {}
    for step in Step:
        if not begun[step]:
            states[step] = StepState.NOT_STARTED
        elif (Severity.ERROR, step) in findings:
            states[step] = StepState.UNDER_WAY
        elif (Severity.WARNING, step) in findings:
            states[step] = StepState.UNDER_WAY if step is Step.EFFECTS else StepState.NEEDS_ATTENTION
        else:
            states[step] = StepState.COMPLETE
    if states[Step.FAIRNESS] is StepState.COMPLETE and still_asked(assessment):
        states[Step.FAIRNESS] = StepState.UNDER_WAY
    return states


def _begun(assessment: Assessment, *, scored: bool) -> dict[Step, bool]:
    """Whether anything has been said on a step."""
    others = [o for o in assessment.options if not o.baseline]
    return {
        Step.DECISION: bool(assessment.title or assessment.kind or assessment.body.name or assessment.authority.kind),
        Step.PEOPLE: bool(assessment.groups),
        Step.OPTIONS: bool(others),
        Step.EFFECTS: bool(assessment.effects) or any(u.so_far for u in assessment.unanswered),
        Step.MONEY: any(o.cost_answered for o in others),
        Step.FAIRNESS: scored,
        Step.DUTIES: assessment.duties != Duties() or assessment.quality.begun,
        Step.DECIDE: assessment.decision.chosen is not None or bool(assessment.decision.reasons),
    }
