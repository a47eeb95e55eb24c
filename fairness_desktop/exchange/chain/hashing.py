"""The chain of an assessment's steps: each is hashed with the hash of the one before, so none can be changed quietly.

A step's hash is SHA-256 over the canonical JSON (RFC 8785) of an object with these members: ``assessment`` (its id),
``number``, ``at`` (ISO 8601 as kept), ``who``, ``act``, ``about``, ``document`` (SHA-256 of the canonical document
reached), ``changes`` (a list of ``{"where", "old", "new"}``), ``standings`` (``{"leader", "score", "floor"}``), and
``previous`` (the hash of the step before; 64 zeros for the first). All hashes are 64 lower-case hex digits.

The form is fixed, so its text is put together here: the general way takes several times as long, and a bundle has
thousands of steps.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from json.encoder import encode_basestring as _quoted

from ...domain.history import Change, Step
from ...domain.vocabulary import AssessmentId
from ..canonical import canonical
from ..differences import differences
from ..encoding import Document


def step_hash(assessment: AssessmentId, step: Step) -> str:
    """The hash that a step has, whatever it says its hash is."""
    return hashed(assessment, step, changes_text(step.changes))


def hashed(assessment: AssessmentId, step: Step, changes: bytes) -> str:
    """The same where the canonical bytes of its changes are at hand."""
    note, standings = step.note, step.standings
    before = (
        f'{{"about":{_quoted(note.about)},"act":{_quoted(note.act.value)},"assessment":{_quoted(assessment)},'
        f'"at":{_quoted(note.at.isoformat())},"changes":'
    )
    after = (
        f',"document":{_quoted(step.document)},"number":{step.number},"previous":{_quoted(step.previous)},'
        f'"standings":{{"floor":{_or_null(standings.floor)},"leader":{_or_null(standings.leader)},'
        f'"score":{canonical(standings.score).decode()}}},"who":{_or_null(note.who)}}}'
    )
    digest = hashlib.sha256(before.encode())
    digest.update(changes)
    digest.update(after.encode())
    return digest.hexdigest()


def changes_text(changes: Sequence[Change]) -> bytes:
    """Changes as they are hashed and kept, canonical."""
    rows = [
        f'{{"new":{_or_null(c.new)},"old":{_or_null(c.old)},"where":{_quoted(c.where)}}}' for c in changes
    ]  # fmt: skip
    return f"[{','.join(rows)}]".encode()


def _or_null(text: str | None) -> str:
    return "null" if text is None else _quoted(text)


def changes_document(changes: Sequence[Change]) -> list[dict[str, str | None]]:
    """Changes as they are told."""
    return [{"where": c.where, "old": c.old, "new": c.new} for c in changes]


def changes_between(old: Document, new: Document) -> tuple[Change, ...]:
    """Every place in which two documents differ; ``old`` is empty for one that begins."""
    return tuple(Change(d.where, _json(d.old), _json(d.new)) for d in differences(old, new))


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
