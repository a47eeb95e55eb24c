"""The second reader in the window: where it stands, who may answer, and what can be done next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.issue.second_reader_part import SecondReaderPart
from fairness_desktop.desktop.pages.decide_page import DecidePage
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.domain.approval.machine import ReadingState
from fairness_desktop.domain.progress import Step

from .real import open_window, walk_in
from .sessions import heard_as, press, words_on


@pytest.fixture
def walk(qtbot: QtBot, tmp_path: Path) -> WalkView:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    walk = walk_in(window)
    assert window._services is not None
    window._services.register.set_who("Ann Author")
    walk.session.change(replace(walk.session.assessment, summary="Said anew by Ann."))
    walk.go_to(Step.DECIDE)
    return walk


@pytest.fixture
def part(walk: WalkView) -> SecondReaderPart:
    assert isinstance(walk.page, DecidePage)
    part = walk.page.record.reader
    part.fold.set_open(opened=True)
    return part


def state(walk: WalkView) -> ReadingState:
    return walk.session.assessment.second_reading.state


def test_that_it_is_asked_answered_and_approved(walk: WalkView, part: SecondReaderPart, qtbot: QtBot) -> None:
    assert part.by.text() == "Ann Author"
    part.asked.setText("Bob Reader")
    press(qtbot, part, "Ask to be read")
    assert "It waits for the second reader" in heard_as(part.fold.line)
    part.by.setText("Bob Reader")
    press(qtbot, part, "Send back")
    assert "Write the reasons" in words_on(part)
    part.reasons.setPlainText("Ask the families first.")
    press(qtbot, part, "Send back")
    assert state(walk) is ReadingState.SENT_BACK
    assert "Ask the families first." in words_on(part)
    press(qtbot, part, "Ask to be read")
    press(qtbot, part, "Approve")
    assert "had a hand in this" in words_on(part), "Bob asked this time, and is the author of the request"


def test_that_an_author_is_asked_why_and_may_go_on(walk: WalkView, part: SecondReaderPart, qtbot: QtBot) -> None:
    press(qtbot, part, "Ask to be read")
    assert part.rows["override"].isVisibleTo(part)
    press(qtbot, part, "Approve")
    assert state(walk) is ReadingState.WAITING
    part.override.setPlainText("There is nobody else.")
    press(qtbot, part, "Approve")
    assert state(walk) is ReadingState.APPROVED


def test_that_a_change_makes_the_approval_stale_and_says_so(
    walk: WalkView, part: SecondReaderPart, qtbot: QtBot
) -> None:
    press(qtbot, part, "Ask to be read")
    part.by.setText("Bob Reader")
    press(qtbot, part, "Approve")
    walk.session.change(replace(walk.session.assessment, title="Another title"))
    assert "Approved, and changed since" in heard_as(part.fold.line)
    assert any(f.code == "second_reading_stale" for f in walk.session.missing())


def test_that_the_finding_leads_to_it(walk: WalkView, part: SecondReaderPart, qtbot: QtBot) -> None:
    press(qtbot, part, "Ask to be read")
    part.fold.set_open(opened=False)
    walk.go_to_place("second_reading")
    assert part.fold.line.isChecked()


def test_that_only_what_can_be_done_is_offered(part: SecondReaderPart, qtbot: QtBot) -> None:
    assert [act.value for act, b in part.buttons.items() if b.isVisibleTo(part)] == ["requested"]
    press(qtbot, part, "Ask to be read")
    offered = [act.value for act, b in part.buttons.items() if b.isVisibleTo(part)]
    assert offered == ["approved", "sent_back", "refused", "withdrawn"]
