"""A whole history as a part of a bundle: every step of the chain, every state, in little room.

``{"format": "fairness-desktop/history", "format_version": 1, "steps": […]}``, oldest step first. A step holds ``at``,
``who``, ``act``, ``about``, ``document`` (SHA-256 of the state reached), ``changes``, ``standings``, ``hash``, and
``back``: the splices that make of its state that of the step before. The newest state stands under ``document`` where
it is not a part of the bundle by itself. How steps are hashed, ``exchange/chain/hashing.py`` says.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from ...domain.errors import InvalidInputError
from ...domain.history import NO_HASH, Act, Change, Note, Step
from ...domain.register import IssuedRecord, Standings
from ...domain.vocabulary import AssessmentId, Floor, OptionId
from ...i18n import _
from ..chain import Link, changes_document, changes_text
from ..chain.hashing import hashed
from .archive import refused
from .splices import spliced, splices

FORMAT = "fairness-desktop/history"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class History:
    """Every step of one chain, oldest first, and the canonical state reached by each."""

    steps: tuple[Step, ...]
    states: tuple[str, ...]
    changes: tuple[bytes, ...] = field(default=(), compare=False, repr=False)
    """The canonical bytes of what each step changed, where all hashes were seen to be right; else empty."""

    def links(self, assessment: AssessmentId) -> Iterator[Link]:
        """The steps as links of the chain of that assessment, for one that was read from a bundle of it."""
        for step, state, changes in zip(self.steps, self.states, self.changes, strict=True):
            yield Link(assessment, step, state.encode(), changes)

    @property
    def head(self) -> str:
        """The hash of the newest step, which stands for all of them."""
        return self.steps[-1].hash

    @property
    def state(self) -> str:
        """The newest state."""
        return self.states[-1]

    def begins(self, other: History) -> bool:
        """Whether it is the beginning of that one, or all of it."""
        return len(self.steps) <= len(other.steps) and other.steps[len(self.steps) - 1].hash == self.head

    def tells_of(self, record: IssuedRecord) -> bool:
        """Whether a step says that the record was issued, or completed, just so."""
        act = Act.COMPLETED if record.completes else Act.ISSUED
        for step in self.steps:
            if (step.note.act, step.note.about) == (act, record.sha256):
                when = (step.note.at, step.note.who) == (record.issued_at, record.signer)
                what = (step.document, step.previous) == (record.document_sha256, record.history_head)
                return when and (what or act is Act.COMPLETED)
        return False


def history_bytes(history: History, *, with_state: bool) -> bytes:
    """The part that tells it; ``with_state`` where the newest state is not told elsewhere."""
    backs: list[list[Any]] = [[], *([list(s) for s in splices(new, old)] for old, new in pairwise(history.states))]
    document = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        **({"document": history.state} if with_state else {}),
        "steps": [_told(step, back) for step, back in zip(history.steps, backs, strict=True)],
    }
    return compact(document)


def compact(document: Mapping[str, object]) -> bytes:
    """JSON without a blank, keys in order: the same bytes for the same content."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _told(step: Step, back: list[Any]) -> dict[str, object]:
    note, standings = step.note, step.standings
    return {
        "at": note.at.isoformat(),
        "who": note.who,
        "act": note.act,
        "about": note.about,
        "document": step.document,
        "changes": changes_document(step.changes),
        "standings": {"leader": standings.leader, "score": standings.score, "floor": standings.floor},
        "hash": step.hash,
        "back": back,
    }


def history_from(raw: bytes, assessment: AssessmentId, where: str, state: str | None = None) -> History:
    """The history in a part; every hash in it is checked.

    ``state`` is the newest state where the bundle tells it as a part of its own. InvalidInputError names what is wrong.
    """
    document = _parsed(raw, where)
    if document.get("format") != FORMAT or not isinstance(document.get("format_version"), int):
        raise refused(_("is no history of Fairness Desktop"), where)
    if document["format_version"] > FORMAT_VERSION:
        raise refused(_("was written by a newer Fairness Desktop; open it with that one"), where)
    newest = document.get("document") if state is None else state
    steps = document.get("steps")
    if not isinstance(newest, str) or not isinstance(steps, list) or not steps:
        raise refused(_("holds no history"), where)
    return _checked(steps, newest, assessment, where)


def _parsed(raw: bytes, where: str) -> dict[str, Any]:
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise refused(_("is not JSON"), where) from error
    if not isinstance(document, dict):
        raise refused(_("is no history of Fairness Desktop"), where)
    return document


def _checked(raw: Sequence[Any], newest: str, assessment: AssessmentId, where: str) -> History:
    steps: list[Step] = []
    texts: list[bytes] = []
    previous = NO_HASH
    for number, one in enumerate(raw, 1):
        place = f"{where}: step {number}"
        step = _step(one, number, previous, place)
        texts.append(_proven(assessment, step, place))
        steps.append(step)
        previous = step.hash
    return History(tuple(steps), _states(raw, newest, steps, where), tuple(texts))


def _proven(assessment: AssessmentId, step: Step, place: str) -> bytes:
    """The canonical bytes of what a step changed, once its hash was seen to be right."""
    try:
        changes = changes_text(step.changes)
        good = hashed(assessment, step, changes) == step.hash
    except UnicodeEncodeError as error:
        raise refused(_("cannot be read"), place) from error
    if not good:
        raise refused(_("is not what was written: its hash is another"), place)
    return changes


def _states(raw: Sequence[Any], newest: str, steps: Sequence[Step], where: str) -> tuple[str, ...]:
    """Every state, worked out from the newest back to the first, each seen to be what its step says."""
    state, states = newest, []
    for one, step in zip(reversed(raw), reversed(steps), strict=True):
        if _sha256(state, where) != step.document:
            place = f"{where}: step {step.number}"
            raise refused(_("is not what was written: the hash of its state is another"), place)
        states.append(state)
        try:
            state = spliced(state, one["back"])
        except InvalidInputError as error:
            raise refused(error.message, where) from error
    return tuple(reversed(states))


def _step(raw: Any, number: int, previous: str, place: str) -> Step:  # noqa: ANN401 - whatever JSON it is
    try:
        standings = raw["standings"]
        if not isinstance(raw["back"], list):
            raise TypeError  # noqa: TRY301 - all that does not fit is told in the same words
        return Step(
            number=number,
            note=Note(_time(raw["at"]), _text(raw["who"]), Act(raw["act"]), _text(raw["about"])),
            document=_text(raw["document"]),
            changes=tuple(Change(_text(c["where"]), _or_none(c["old"]), _or_none(c["new"])) for c in raw["changes"]),
            standings=Standings(
                None if standings["leader"] is None else OptionId(_text(standings["leader"])),
                _score(standings["score"]),
                None if standings["floor"] is None else Floor(standings["floor"]),
            ),
            previous=previous,
            hash=_text(raw["hash"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise refused(_("cannot be read"), place) from error


def _text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise TypeError
    return value


def _or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _score(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError
    return float(value)


def _time(value: object) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None or at.isoformat() != value:
        raise ValueError
    return at


def _sha256(text: str, where: str) -> str:
    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise refused(_("holds a character that is no text"), where) from error
