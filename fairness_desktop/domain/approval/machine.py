"""Where a second reading can stand, and what leads from one state to another: no state is without a way on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ...i18n import N_, _


class ReadingAct(StrEnum):
    """What is done in a second reading."""

    REQUESTED = "requested"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    REFUSED = "refused"


class ReadingState(StrEnum):
    """Where a second reading stands."""

    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"
    APPROVED = "approved"
    REFUSED = "refused"


TRANSITIONS: Mapping[tuple[ReadingState, ReadingAct], ReadingState] = {
    (ReadingState.NOT_ASKED, ReadingAct.REQUESTED): ReadingState.WAITING,
    (ReadingState.WAITING, ReadingAct.SENT_BACK): ReadingState.SENT_BACK,
    (ReadingState.WAITING, ReadingAct.WITHDRAWN): ReadingState.WITHDRAWN,
    (ReadingState.WAITING, ReadingAct.APPROVED): ReadingState.APPROVED,
    (ReadingState.WAITING, ReadingAct.REFUSED): ReadingState.REFUSED,
    (ReadingState.SENT_BACK, ReadingAct.REQUESTED): ReadingState.WAITING,
    (ReadingState.SENT_BACK, ReadingAct.WITHDRAWN): ReadingState.WITHDRAWN,
    (ReadingState.WITHDRAWN, ReadingAct.REQUESTED): ReadingState.WAITING,
    (ReadingState.APPROVED, ReadingAct.REQUESTED): ReadingState.WAITING,
    (ReadingState.APPROVED, ReadingAct.WITHDRAWN): ReadingState.WITHDRAWN,
    (ReadingState.REFUSED, ReadingAct.REQUESTED): ReadingState.WAITING,
    (ReadingState.REFUSED, ReadingAct.WITHDRAWN): ReadingState.WITHDRAWN,
}
"""What each act leads to; what does not stand here cannot be done there."""

OF_THE_READER = frozenset({ReadingAct.SENT_BACK, ReadingAct.APPROVED, ReadingAct.REFUSED})
"""Acts of the second reader, who is not the author but by an override that is said."""

WITH_REASONS = frozenset({ReadingAct.SENT_BACK, ReadingAct.REFUSED})
"""Acts for which reasons must be given: without them nobody would know what to mend."""

_ACTS = {
    ReadingAct.REQUESTED: N_("Asked to be read"),
    ReadingAct.SENT_BACK: N_("Sent back"),
    ReadingAct.WITHDRAWN: N_("Withdrawn"),
    ReadingAct.APPROVED: N_("Approved"),
    ReadingAct.REFUSED: N_("Refused"),
}

_STATES = {
    ReadingState.NOT_ASKED: N_("No second reader has been asked."),
    ReadingState.WAITING: N_("It waits for the second reader."),
    ReadingState.SENT_BACK: N_("The second reader sent it back."),
    ReadingState.WITHDRAWN: N_("The request for a second reader was withdrawn."),
    ReadingState.APPROVED: N_("The second reader approved it."),
    ReadingState.REFUSED: N_("The second reader refused it."),
}


def after(state: ReadingState, act: ReadingAct) -> ReadingState | None:
    """The state an act leads to; None where it cannot be done."""
    return TRANSITIONS.get((state, act))


def open_acts(state: ReadingState) -> tuple[ReadingAct, ...]:
    """What can be done in a state, in the order of the words."""
    return tuple(act for act in ReadingAct if (state, act) in TRANSITIONS)


def act_word(act: ReadingAct) -> str:
    """How an act is said once it is done."""
    return _(_ACTS[act])


def state_sentence(state: ReadingState) -> str:
    """How a state is said."""
    return _(_STATES[state])
