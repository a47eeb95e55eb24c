"""What a history says of the score is worked out again: a stranger's word for it is not taken."""

from __future__ import annotations

import math

from ...domain.errors import NotReadyError
from ...domain.history import Act, Note
from ...domain.register import Standings
from ...exchange.bundle.form import Contents
from ...scoring.rounding import rounded
from ...scoring.score import leading
from ..ports import Assessments
from ..walk import Clock

NOBODY = "Fairness Desktop"
"""Who says so in the history: the program, and no person."""

_NEAR = 1e-5
"""Scores are told to six places; sums in another order may differ in the last."""


def restated(contents: Contents) -> Standings | None:
    """What the newest state gives, where its history says otherwise; None where it says the same."""
    told = contents.history.steps[-1].standings
    found = _found(contents)
    return None if _same(told, found) else found


def _found(contents: Contents) -> Standings:
    try:
        leads = leading(contents.assessment, contents.framework)
    except NotReadyError:
        return Standings()
    return Standings() if leads is None else Standings(leads[0], rounded(leads[1]), leads[2])


def _same(one: Standings, other: Standings) -> bool:
    if (one.leader, one.floor) != (other.leader, other.floor) or one.score is None or other.score is None:
        return one == other
    return math.isclose(one.score, other.score, abs_tol=_NEAR)


def restate(store: Assessments, contents: Contents, clock: Clock) -> None:
    """Let a step of our own say what the newest state gives, where its history said otherwise."""
    found = restated(contents)
    if found is not None:
        store.save(contents.assessment, found, Note(clock(), NOBODY, Act.CHANGED))
