"""What is done with lines of the register is told, can be taken back, and needs no mouse."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.views.register import deeds
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.approval.machine import ReadingAct
from fairness_desktop.domain.authority import Body
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.register import RegisterQuery, SavedView, Shelf
from fairness_desktop.domain.vocabulary import BodyKind, Form, Kind, Nation
from fairness_desktop.services.bundle import Services

from .real import services_in
from .sessions import words_on

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests
ABER = Body("Cyngor Cymuned Aber", BodyKind.COMMUNITY_COUNCIL, Nation.WALES)
BRYN = Body("Bryn Parish Council", BodyKind.PARISH_COUNCIL, Nation.ENGLAND)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Five drafts of two councils."""
    given = services_in(tmp_path / "data")
    for number in range(5):
        walk = given.register.new(Form.SHORT)
        body, kind = (ABER, Kind.TECHNICAL) if number < 3 else (BRYN, Kind.FRAMEWORK)
        walk.change(replace(walk.assessment, title=f"Number {number}", body=body, kind=kind))
    return given


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> RegisterView:
    made = RegisterView(services)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitExposed(made):
        made.show()
    made.model.sort(1, Qt.SortOrder.AscendingOrder)
    return made


def titles(services: Services, shelf: Shelf = Shelf.LIVE) -> set[str]:
    return {row.title for row in services.register.rows(RegisterQuery(shelf=shelf), 0, 99)}


def counts(view: RegisterView) -> dict[str, str]:
    told = (button.accessibleName().rsplit(": ", 1) for button in view.rail.group.buttons())
    return dict(told)


def press(view: RegisterView, name: str) -> None:
    """Press the button of a view in the rail."""
    next(b for b in view.rail.group.buttons() if b.accessibleName().startswith(f"{name}: ")).click()


def choose(view: RegisterView, *rows: int) -> None:
    view.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        view.table.selectionModel().select(view.model.index(row, 0), flags)


def test_that_delete_moves_to_the_trash_and_undo_brings_back(
    qtbot: QtBot, view: RegisterView, services: Services
) -> None:
    choose(view, 0, 2)

    qtbot.keyClick(view.table, Qt.Key.Key_Delete)

    assert view.done.sentence == "Moved to the trash: Number 0, Number 2"
    assert titles(services, Shelf.TRASH) == {"Number 0", "Number 2"}
    assert (counts(view)["All"], counts(view)["Trash"]) == ("3", "2")
    qtbot.mouseClick(view.done.undo, Qt.MouseButton.LeftButton)
    assert titles(services) == {f"Number {n}" for n in range(5)}
    assert counts(view)["Trash"] == "0"


def test_that_the_archive_takes_and_gives_back(view: RegisterView, services: Services) -> None:
    choose(view, 1)
    view.more.put_away.trigger()
    press(view, "Archive")

    assert titles(services, Shelf.ARCHIVE) == {"Number 1"}
    assert view.model.rowCount() == 1
    view.more.bring_back.trigger()

    assert titles(services, Shelf.ARCHIVE) == set()
    assert view.done.sentence == "Brought back: Number 1"


def test_that_only_what_can_be_done_is_offered(view: RegisterView) -> None:
    choose(view, 0, 1)
    assert not view.more.duplicate.isEnabled()
    assert view.more.throw_away.isEnabled()
    press(view, "Trash")

    assert not view.more.throw_away.isVisible()
    assert view.more.restore.isVisible()
    assert not view.more.restore.isEnabled()


def test_that_a_duplicate_has_what_was_entered_and_can_be_undone(view: RegisterView, services: Services) -> None:
    choose(view, 4)
    view.more.duplicate.trigger()

    assert services.register.count(RegisterQuery(words="Number 4")) == 2
    view.done.undo.click()
    assert services.register.count(RegisterQuery(words="Number 4")) == 1


def test_that_several_named_in_one_sentence_are_three_at_most(view: RegisterView) -> None:
    choose(view, 0, 1, 2, 3, 4)
    view.more.put_away.trigger()

    assert view.done.sentence == "Put away: Number 0, Number 1, Number 2 and 2 more"


def test_that_filters_narrow_and_are_kept_as_a_view(qtbot: QtBot, view: RegisterView, services: Services) -> None:
    view.filters.kind.setCurrentIndex(view.filters.kind.findData("framework"))
    view.filters.kind.activated.emit(view.filters.kind.currentIndex())
    assert view.model.rowCount() == 2

    qtbot.mouseClick(view.filters.keep, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.filters.name, "Rules")
    qtbot.keyClick(view.filters.name, Qt.Key.Key_Return)

    assert [(v.name, v.query.kind) for v in services.register.views()] == [("Rules", Kind.FRAMEWORK)]
    assert (view.rail.view.name, counts(view)["Rules"], view.model.rowCount()) == ("Rules", "2", 2)
    view.filters.forget.click()
    assert services.register.views() == []
    view.done.undo.click()
    assert [v.name for v in services.register.views()] == ["Rules"]


def test_that_a_shipped_view_is_not_overwritten(view: RegisterView, services: Services) -> None:
    view.filters.keep_wanted.emit("Trash")

    assert "always stays" in view.notice.sentence
    assert services.register.views() == []


def test_that_a_view_kept_with_words_counts_what_they_find(view: RegisterView, services: Services) -> None:
    services.register.keep_view(SavedView("Threes", RegisterQuery(words="number 3")))

    view.refresh()

    assert counts(view)["Threes"] == "1"


def test_that_the_council_chosen_filters_counts_and_begins_decisions(view: RegisterView, services: Services) -> None:
    view.rail.council.setCurrentIndex(view.rail.council.findData(ABER.name))
    view.rail.council.activated.emit(view.rail.council.currentIndex())

    assert (view.model.rowCount(), counts(view)["All"]) == (3, "3")
    assert services.register.new(Form.FULL).assessment.body == ABER


def test_that_the_council_chosen_is_remembered(view: RegisterView, services: Services, qtbot: QtBot) -> None:
    services.register.choose_council(BRYN.name)

    again = RegisterView(services)
    qtbot.addWidget(again)

    assert (again.rail.body, again.model.rowCount()) == (BRYN.name, 2)


def test_that_a_register_of_one_council_asks_for_none(qtbot: QtBot, tmp_path: Path) -> None:
    given = services_in(tmp_path / "one")
    given.register.new(Form.SHORT)
    made = RegisterView(given)
    qtbot.addWidget(made)

    assert made.rail.council.isHidden()
    assert given.register.new(Form.SHORT).assessment.body == Body()


def test_that_what_is_shown_is_written_as_a_table(
    qtbot: QtBot, view: RegisterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "register.json"
    monkeypatch.setattr(view.handing, "ask_path", lambda _suggested, _kinds: out)

    with qtbot.waitSignal(view.handing.done):
        view.more.table.trigger()

    assert len(json.loads(out.read_text(encoding="utf-8"))["decisions"]) == 5
    assert view.done.sentence == f"5 decisions written to {out}."
    assert view.done.undo.isHidden()


def test_that_a_copy_is_written_by_its_ending(
    qtbot: QtBot, view: RegisterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "copy.txt"
    monkeypatch.setattr(view.handing, "ask_path", lambda _suggested, _kinds: out)

    with qtbot.waitSignal(view.handing.done, timeout=20_000):
        view.handing.export()

    assert out.read_text(encoding="utf-8").startswith("Copy of a draft")
    assert "a copy of a draft" in view.done.sentence
    assert not view.progress.at_work


def test_that_the_days_to_come_of_one_are_written_for_a_calendar(
    qtbot: QtBot, view: RegisterView, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = services.register.rows(RegisterQuery(), 0, 1)[0]
    walk = services.register.open(row.id)
    walk.change(replace(walk.assessment, decision=Decision(review_date=dt.date(2027, 5, 10))))
    view.refresh()
    choose(view, next(r for r in range(5) if view.model.index(r, 1).data() == row.title))
    out = tmp_path / "days.ics"
    monkeypatch.setattr(view.handing, "ask_path", lambda _suggested, _kinds: out)

    with qtbot.waitSignal(view.handing.done):
        view.more.calendar.trigger()

    assert b"DTSTART;VALUE=DATE:20270510" in out.read_bytes()
    assert view.done.sentence == f"1 day written to {out}."


def test_that_several_are_written_as_bundles_and_none_over_another(
    qtbot: QtBot, view: RegisterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view.handing, "ask_folder", lambda: tmp_path)
    view.table.selectAll()

    for _round in range(2):
        with qtbot.waitSignal(view.handing.done, timeout=20_000):
            view.more.bundles.trigger()

    assert view.done.sentence == f"5 bundles written to {tmp_path}."
    assert len(list(tmp_path.glob("*.fairness"))) == 10


def test_that_writing_bundles_where_nothing_can_be_written_is_said(
    qtbot: QtBot, view: RegisterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view.handing, "ask_folder", lambda: tmp_path / "gone")

    with qtbot.waitSignal(view.handing.failed, timeout=20_000):
        view.more.bundles.trigger()

    assert "cannot be written" in view.notice.sentence


def test_that_pages_of_drafts_are_refused_with_the_reason(
    qtbot: QtBot, view: RegisterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view.handing, "ask_folder", lambda: tmp_path / "site")
    choose(view, 0, 1)
    view.more.publish.trigger()
    sheet = view.handing.publishing.sheet
    assert sheet is not None

    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.progress.at_work and not sheet.problem.isHidden(), timeout=20_000)

    assert "Publish pages of 2 decisions" in words_on(view)
    assert sheet.problem.text() == "Nothing was published. It has no signed record."
    assert sheet.go.isEnabled()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert view.handing.publishing.sheet is None
    assert view.stack.currentWidget() is view.table


def test_that_signed_copies_beside_the_pages_want_the_passphrase(
    qtbot: QtBot, view: RegisterView, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = services.register.open_example()
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    services.issuing.sign(services.issuing.prepare(walk, maker.name), PASSPHRASE)
    monkeypatch.setattr(view.handing, "ask_folder", lambda: tmp_path / "site")
    view.refresh()
    view.table.selectAll()
    view.more.publish.trigger()
    sheet = view.handing.publishing.sheet
    assert sheet is not None
    assert sheet.secret.isHidden() or not sheet.secret.isVisible()
    sheet.sealer.setCurrentIndex(1)
    sheet.sealer.activated.emit(1)

    sheet.secret.setText("not that one")
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.progress.at_work and not sheet.problem.isHidden(), timeout=60_000)
    said = sheet.problem.text()
    sheet.secret.setText(PASSPHRASE)
    with qtbot.waitSignal(view.handing.done, timeout=60_000):
        sheet.go.click()

    assert "passphrase" in said
    assert view.done.sentence.startswith("1 decision published.")
    assert len(list((tmp_path / "site").glob("*.pdf"))) == 1


def test_that_more_than_a_few_are_dealt_with_beside_the_window_and_undone(
    qtbot: QtBot, view: RegisterView, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "AT_ONCE", 2)
    choose(view, 0, 1, 2, 4)

    with qtbot.waitSignal(view.deeds.done):
        view.more.put_away.trigger()

    assert view.done.sentence == "Put away: Number 0, Number 1, Number 2 and 1 more"
    assert len(titles(services, Shelf.ARCHIVE)) == 4
    with qtbot.waitSignal(view.deeds.changed):
        view.done.undo.click()
    assert len(titles(services)) == 5


def test_that_nothing_else_begins_while_something_is_being_done(
    qtbot: QtBot, view: RegisterView, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "AT_ONCE", 0)
    choose(view, 0)

    with qtbot.waitSignal(view.deeds.done):
        view.more.put_away.trigger()
        view.more.throw_away.trigger()

    assert "still being done" in view.notice.sentence
    assert (titles(services, Shelf.ARCHIVE), titles(services, Shelf.TRASH)) == ({"Number 0"}, set())


def test_that_without_room_for_the_rail_views_are_a_choice(view: RegisterView) -> None:
    view.resize(900, 700)

    assert view.rail.isHidden()
    view.filters.view.textActivated.emit("Archive")
    assert "Archive" in words_on(view)
    assert view.model.query.shelf is Shelf.ARCHIVE


def test_that_without_room_for_the_rail_the_council_is_a_choice(view: RegisterView, services: Services) -> None:
    view.resize(900, 700)
    council = view.filters.council
    assert not council.isHidden()

    council.setCurrentIndex(council.findData(ABER.name))
    council.activated.emit(council.currentIndex())

    assert (services.register.council(), view.model.rowCount()) == (ABER.name, 3)
    assert council.currentData() == ABER.name


def test_that_every_button_of_a_view_says_how_many_it_holds(view: RegisterView) -> None:
    assert counts(view) == {
        "All": "5",
        "Waits for me": "0",
        "Draft": "5",
        "Waits for a reader": "0",
        "Waiting for the second signature": "0",
        "Signed": "0",
        "Changed since signed": "0",
        "Reviews due": "0",
        f"Weakest tenth, {date.today().year}": "0",  # noqa: DTZ011 - the year on the user's own wall
        "Archive": "0",
        "Trash": "0",
    }
    assert all(isinstance(button, QPushButton) and button.isCheckable() for button in view.rail.group.buttons())


def test_that_what_waits_for_me_changes_with_who_i_am(view: RegisterView, services: Services) -> None:
    walk = services.register.open(services.register.rows(RegisterQuery(), 0, 1)[0].id)
    services.approving.do(walk, ReadingAct.REQUESTED, "Ann Author", asked="Bob Reader")
    for name, count in (("Ann Author", "0"), ("bob reader", "1")):
        services.register.set_who(name)
        view.refresh()
        assert counts(view)["Waits for me"] == count

    press(view, "Waits for me")
    assert view.model.rowCount() == 1
    services.register.set_who("Ann Author")
    view.refresh()
    assert "Nothing waits to be read by Ann Author." in words_on(view)
