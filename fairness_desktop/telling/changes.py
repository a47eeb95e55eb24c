"""What was done to an assessment, step by step, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from ..domain.history import Act, Change, Step, act_label
from ..domain.progress import Step as Page
from ..domain.progress import step_of
from ..i18n import _
from .places import place_words

MOST = 160
"""Characters of a text that are told."""

FEW = 6
"""Rows of a list that are told."""


def to_the_minute(at: datetime) -> str:
    """A moment as ISO 8601 has it, in its own time zone: UTC in a history."""
    return f"{at:%Y-%m-%d %H:%M}"


def told_step(step: Step, when: Callable[[datetime], str] = to_the_minute) -> str:
    """When, who, and what was done, in a line."""
    note = step.note
    done = act_label(note.act)
    if note.act in (Act.UNDONE, Act.REDONE):
        done = _("{done} (as after step {number})").format(done=done, number=note.about)
    return "  ·  ".join((f"{step.number}", when(note.at), note.who or _("no name"), done))


def told_changes(step: Step, page: Page | None = None, names: Mapping[str, str] | None = None) -> list[str]:
    """A line for each field it changed, from what to what; of one page of the walk, where that is wanted.

    ``names`` says how rows are called that are named by their id.
    """
    wanted = (change for change in step.changes if page is None or step_of(change.where) is page)
    return [_told(change, names) for change in wanted]


def since_the_first(steps: Iterable[Step]) -> list[Step]:
    """Every step but the one it began with."""
    return [step for step in steps if step.number > 1]


def _told(change: Change, names: Mapping[str, str] | None) -> str:
    return f"{place_words(change.where, names)}: {shown(change.old)} → {shown(change.new)}"


def shown(value: str | None) -> str:
    """A value as it is told: texts no longer than a line or two, lists no longer than a few rows, nothing as a dash.

    ``value`` is JSON, as a step holds it; of a row that came or went, every field is told by its word.
    """
    if value is None:
        return "–"
    return _fields(json.loads(value)) if value[:1] in ("{", "[") else _scalar(value)


def cut(text: str) -> str:
    """A text no longer than is told."""
    return text if len(text) <= MOST else text[:MOST] + "…"


def _fields(value: object) -> str:
    if isinstance(value, dict):
        said = (f"{place_words(key)}: {_fields(inner)}" for key, inner in value.items() if key != "id")
        return "; ".join(said) or "–"
    if isinstance(value, list):
        more = [_("{count} more").format(count=len(value) - FEW)] if len(value) > FEW else []
        return " · ".join([*map(_fields, value[:FEW]), *more]) or "–"
    if value is None:
        return "–"
    return cut(value) if isinstance(value, str) else _scalar(json.dumps(value))


def _scalar(value: str) -> str:
    return {"true": _("yes"), "false": _("no")}.get(value) or cut(value)
