"""Where a decision lies: with the others, in the archive, in the trash; copies of it; views of the register."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.errors import NotFoundError, StoppedError, StorageError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, SavedView, Shelf, Status
from fairness_desktop.domain.vocabulary import AssessmentId, Floor, Form, Kind
from fairness_desktop.services import shelving
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.shelving import Chosen
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE


def on(services: Services, shelf: Shelf) -> list[str]:
    return [row.id for row in services.register.rows(RegisterQuery(shelf=shelf), 0, 9)]


def test_that_a_draft_thrown_away_is_in_the_trash_alone_until_it_is_restored(services: Services, walk: Walk) -> None:
    one = walk.assessment.id

    services.register.throw_away(one)
    away = [on(services, shelf) for shelf in Shelf]
    services.register.restore(one)

    assert (away, on(services, Shelf.LIVE)) == ([[], [], [one]], [one])
    assert services.register.open(one).assessment == walk.assessment


def test_that_what_lies_in_the_trash_is_not_found_by_its_reference(services: Services, walk: Walk) -> None:
    services.register.throw_away(walk.assessment.id)

    with pytest.raises(NotFoundError):
        services.register.find(walk.assessment.reference)


def test_that_what_was_signed_is_not_thrown_away_but_put_away(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    services.issuing.sign(prepared, PASSPHRASE)

    with pytest.raises(StorageError, match="put it into the archive"):
        services.register.throw_away(walk.assessment.id)
    services.register.put_away(walk.assessment.id)
    away = on(services, Shelf.ARCHIVE)
    services.register.bring_back(walk.assessment.id)

    assert (away, on(services, Shelf.LIVE)) == ([walk.assessment.id], [walk.assessment.id])


def test_that_the_history_says_where_it_was_put(services: Services, walk: Walk) -> None:
    services.register.set_who("Ann")
    services.register.throw_away(walk.assessment.id)

    step = services.register.history(walk.assessment.id)[-1]

    assert (step.note.act, step.note.who, step.changes) == (Act.TRASHED, "Ann", ())


def test_that_what_is_not_there_cannot_be_put_anywhere(services: Services) -> None:
    with pytest.raises(NotFoundError, match="no assessment x"):
        services.register.throw_away(AssessmentId("x"))


def test_that_a_copy_is_a_decision_of_its_own(services: Services, walk: Walk) -> None:
    copy = services.register.duplicate(walk.assessment.id)

    decision = replace(walk.assessment.decision, date=None, review_date=None)
    assert copy.assessment == replace(walk.assessment, id=copy.assessment.id, reference="", decision=decision)
    assert copy.assessment.id != walk.assessment.id
    first = services.register.history(copy.assessment.id)[0]
    assert (first.note.act, first.note.about) == (Act.DUPLICATED, walk.assessment.id)


def test_that_views_are_kept_under_their_names_until_they_are_dropped(services: Services, tmp_path: Path) -> None:
    red = SavedView(
        "Red", RegisterQuery("pond", Status.DRAFT, body="Ely", kind=Kind.TECHNICAL, floor=Floor.RED, year=2026)
    )
    services.register.keep_view(SavedView("Red", RegisterQuery()))
    services.register.keep_view(red)
    services.register.keep_view(SavedView("Away", RegisterQuery(shelf=Shelf.ARCHIVE)))
    services.register.drop_view("Away")
    services.close()

    assert app.services(tmp_path / "data").register.views() == [red]


def test_that_tallies_count_every_line_once(services: Services, walk: Walk) -> None:
    services.register.duplicate(walk.assessment.id)
    services.register.throw_away(walk.assessment.id)

    told = {(t.shelf, t.kind, t.floor, t.body, t.count) for t in services.register.tallies()}

    kind, name = walk.assessment.kind, walk.assessment.body.name
    assert told == {(Shelf.LIVE, kind, Floor.GREEN, name, 1), (Shelf.TRASH, kind, Floor.GREEN, name, 1)}


def begun(services: Services, count: int) -> Chosen:
    """So many drafts, all of them chosen."""
    for _number in range(count):
        services.register.new(Form.SHORT)
    return Chosen(RegisterQuery(), ((0, count - 1),))


def test_that_all_that_is_chosen_is_moved_however_many_pages_that_takes(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelving, "PAGE", 2)
    chosen = begun(services, 7)
    told: list[int] = []

    moved = services.register.shelving.move_chosen(chosen, Act.ARCHIVED, lambda done, _of: told.append(done))

    assert (len(moved.ids), moved.refused, moved.stopped) == (7, (), False)
    assert services.register.count(RegisterQuery(shelf=Shelf.ARCHIVE)) == 7
    assert told
    assert services.register.check() == []


def test_that_only_the_lines_chosen_are_moved(services: Services) -> None:
    begun(services, 5)
    wanted = [row.id for row in services.register.rows(RegisterQuery(), 0, 9)]

    moved = services.register.shelving.move_chosen(Chosen(RegisterQuery(), ((0, 0), (2, 3))), Act.TRASHED)

    assert list(moved.ids) == [wanted[0], wanted[2], wanted[3]]


def test_that_one_that_cannot_be_moved_keeps_no_other_back(services: Services, walk: Walk, prepared: Prepared) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    begun(services, 2)

    moved = services.register.shelving.move_chosen(Chosen(RegisterQuery(), ((0, 2),)), Act.TRASHED)

    assert len(moved.ids) == 2
    assert [(i, "thrown away" in why) for i, why in moved.refused] == [(walk.assessment.id, True)]


def test_that_one_may_stop_and_what_was_done_stays(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "LONGEST", 0)
    chosen = begun(services, 5)

    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise StoppedError

    moved = services.register.shelving.move_chosen(chosen, Act.ARCHIVED, stop)

    assert (len(moved.ids), moved.stopped) == (2, True)
    assert services.register.count(RegisterQuery(shelf=Shelf.ARCHIVE)) == 2
