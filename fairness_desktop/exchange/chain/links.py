"""A step that was seen to be what it says: what is kept of it need be neither hashed nor made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from ...domain.history import Step
from ...domain.vocabulary import AssessmentId


@dataclass(frozen=True, slots=True)
class Link:
    """A step of an assessment, the canonical state it reached and its changes as they are hashed.

    Made only by who saw that both hashes are right: the reading of a history out of a bundle.
    """

    assessment: AssessmentId
    step: Step
    document: bytes
    changes: bytes


class ReadyChain(NamedTuple):
    """A whole chain as the store will keep it, made ready by the store's own code, if in another process."""

    assessment: AssessmentId
    rows: tuple[tuple[Any, ...], ...]
    """What is kept of each step."""
    shown: Any
    """What the register shows of the newest."""
