from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import ConflictError, StorageError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import Standings
from fairness_desktop.domain.vocabulary import Floor
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk


def titled(walk: Walk, title: str) -> Assessment:
    return replace(walk.assessment, title=title)


def test_that_a_change_is_saved_before_it_is_current(services: Services, walk: Walk) -> None:
    walk.change(titled(walk, "Another"))

    assert walk.assessment.title == "Another"
    assert services.register.open(walk.assessment.id).assessment == walk.assessment


def test_that_a_change_that_cannot_be_saved_changes_nothing(services: Services, walk: Walk) -> None:
    before, result = walk.assessment, walk.result
    store = walk._store
    store._db.execute("pragma query_only = on")  # type: ignore[attr-defined]

    with pytest.raises(StorageError, match="cannot be written to"):
        walk.change(titled(walk, "Another"))

    assert (walk.assessment, walk.result, walk.can_undo) == (before, result, False)
    assert services.register.open(before.id).assessment == before


def test_that_the_same_again_writes_nothing(walk: Walk) -> None:
    before = len(walk.history)

    walk.change(walk.assessment)

    assert (len(walk.history), walk.can_undo) == (before, False)


def test_that_the_history_says_who_changed_what_from_what_to_what(services: Services, walk: Walk) -> None:
    services.register.set_who("Ann")

    walk.change(titled(walk, "Another"))

    line = walk.history[-1]
    assert (line.who, line.where, line.old, line.new) == (
        "Ann",
        "title",
        '"Play area at the end of its life"',
        '"Another"',
    )
    assert datetime.now(UTC) - line.at < timedelta(minutes=1)


def test_that_what_follows_is_worked_out_with_each_change(walk: Walk) -> None:
    assert walk.result is not None
    assert walk.result.leader == "D"

    walk.change(replace(walk.assessment, required_saving=1000.0))

    assert walk.result.leader == "B"


def test_that_nothing_follows_while_something_needed_is_missing(walk: Walk) -> None:
    walk.change(replace(walk.assessment, kind=None))

    assert walk.result is None


def test_that_undo_and_redo_are_changes_too(services: Services, walk: Walk) -> None:
    first = walk.assessment
    walk.change(titled(walk, "Another"))

    walk.undo()
    undone = services.register.open(first.id).assessment
    walk.redo()

    assert undone == first
    assert walk.assessment.title == "Another"
    assert [li.new for li in walk.history[-3:]] == ['"Another"', f'"{first.title}"', '"Another"']


def test_that_a_new_change_forgets_what_was_undone(walk: Walk) -> None:
    walk.change(titled(walk, "one"))
    walk.undo()

    walk.change(titled(walk, "two"))

    assert not walk.can_redo


def test_that_the_register_shows_where_it_stands(services: Services, walk: Walk) -> None:
    from fairness_desktop.domain.register import RegisterQuery

    row = services.register.rows(RegisterQuery(), 0, 1)[0]

    assert row.standings == Standings(walk.assessment.options[3].id, 22.593116, Floor.GREEN)


def test_that_undo_and_redo_outlast_the_program(services: Services, walk: Walk, tmp_path: Path) -> None:
    first = walk.assessment
    walk.change(titled(walk, "one"))
    walk.change(titled(walk, "two"))
    walk.undo()
    services.close()

    again = app.services(tmp_path / "data").register.open(first.id)
    again.redo()
    redone = again.assessment.title
    again.undo()
    again.undo()

    assert (redone, again.assessment, again.can_undo) == ("two", first, False)


def test_that_what_another_sitting_saved_meanwhile_is_not_saved_over(services: Services, walk: Walk) -> None:
    other = services.register.open(walk.assessment.id)
    other.change(titled(other, "theirs"))

    with pytest.raises(ConflictError, match="changed elsewhere meanwhile"):
        walk.change(titled(walk, "mine"))

    assert services.register.open(walk.assessment.id).assessment.title == "theirs"


def test_that_the_steps_say_what_was_taken_back(walk: Walk) -> None:
    walk.change(titled(walk, "one"))
    walk.undo()

    acts = [(s.note.act, s.note.about) for s in walk.steps]
    assert acts == [(Act.TAKEN_IN, ""), (Act.CHANGED, ""), (Act.UNDONE, "1")]
