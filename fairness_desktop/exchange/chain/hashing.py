"""The chain of an assessment's steps: each is hashed with the hash of the one before, so none can be changed quietly.

A step's hash is SHA-256 over the canonical JSON (RFC 8785) of an object with these members: ``assessment`` (its id),
``number``, ``at`` (ISO 8601 as kept), ``who``, ``act``, ``about``, ``document`` (SHA-256 of the canonical document
reached), ``changes`` (a list of ``{"where", "old", "new"}``), ``standings`` (``{"leader", "score", "floor"}``), and
``previous`` (the hash of the step before; 64 zeros for the first). All hashes are 64 lower-case hex digits.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from ...domain.history import Change, Step
from ...domain.vocabulary import AssessmentId
from ..canonical import sha256
from ..differences import differences
from ..encoding import Document


def step_hash(assessment: AssessmentId, step: Step) -> str:
    """The hash that a step has, whatever it says its hash is."""
    note, standings = step.note, step.standings
    return sha256(
        {
            "assessment": assessment,
            "number": step.number,
            "at": note.at.isoformat(),
            "who": note.who,
            "act": note.act.value,
            "about": note.about,
            "document": step.document,
            "changes": changes_document(step.changes),
            "standings": {
                "leader": standings.leader,
                "score": standings.score,
                "floor": None if standings.floor is None else standings.floor.value,
            },
            "previous": step.previous,
        }
    )


def changes_document(changes: Sequence[Change]) -> list[dict[str, str | None]]:
    """Changes as they are hashed and kept."""
    return [{"where": c.where, "old": c.old, "new": c.new} for c in changes]


def changes_between(old: Document, new: Document) -> tuple[Change, ...]:
    """Every place in which two documents differ; ``old`` is empty for one that begins."""
    return tuple(Change(d.where, _json(d.old), _json(d.new)) for d in differences(old, new))


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
