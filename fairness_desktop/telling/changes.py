"""What was done to an assessment, step by step, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.history import Act, Change, Step, act_label
from ..domain.progress import Step as Page
from ..domain.progress import step_of
from ..i18n import _
from .places import place_words

MOST = 160
"""Characters of a value that are told."""


def told_step(step: Step) -> str:
    """When, who, and what was done, in a line; the time in UTC."""
    note = step.note
    done = act_label(note.act)
    if note.act in (Act.UNDONE, Act.REDONE):
        done = _("{done} (as after step {number})").format(done=done, number=note.about)
    return "  ·  ".join((f"{step.number}", f"{note.at:%Y-%m-%d %H:%M}", note.who or _("no name"), done))


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
    """A value as it is told: no longer than a line or two; a dash where there is none."""
    if value is None:
        return "–"
    if value in ("true", "false"):
        return _("yes") if value == "true" else _("no")
    return value if len(value) <= MOST else value[:MOST] + "…"
