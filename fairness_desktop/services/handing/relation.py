"""How what comes in stands to what is here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...domain.history import Step
from ...exchange.bundle.form import Contents
from ...exchange.bundle.history_form import History


class Relation(StrEnum):
    """How an assessment that comes in stands to the register."""

    NEW = "new"
    SAME = "same"
    MORE = "more"
    AHEAD = "ahead"
    BEHIND = "behind"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Here:
    """What the register holds of an assessment: the steps of its chain, and other laptops' histories."""

    steps: tuple[Step, ...]
    others: tuple[History, ...]

    @property
    def head(self) -> str:
        """The hash of the newest step."""
        return self.steps[-1].hash

    @property
    def document(self) -> str:
        """The hash of the newest state."""
        return self.steps[-1].document

    def knows(self, head: str) -> bool:
        """Whether that step is in a history that is here."""
        return any(s.hash == head for s in self.steps) or any(s.hash == head for o in self.others for s in o.steps)


def relation(here: Here, theirs: Contents) -> Relation:
    """How they stand; MORE where the state is the same, but another history comes with it."""
    same = here.document == theirs.history.steps[-1].document
    if here.knows(theirs.history.head):
        return Relation.SAME if same else Relation.BEHIND
    if same:
        return Relation.MORE
    known_there = {s.hash for h in (theirs.history, *theirs.others) for s in h.steps}
    return Relation.AHEAD if here.head in known_there else Relation.APART


def follows(here: Here, theirs: History) -> bool:
    """Whether their chain simply goes on where ours ends."""
    number = len(here.steps)
    return number < len(theirs.steps) and theirs.steps[number - 1].hash == here.head


def common(here: Here, theirs: Contents) -> Step | None:
    """The newest step of ours whose state they have had too; None where there is none."""
    had = {s.document for h in (theirs.history, *theirs.others) for s in h.steps}
    return next((step for step in reversed(here.steps) if step.document in had), None)
