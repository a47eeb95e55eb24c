"""The council's framework in the window: read, drafted, compared, adopted, and locked then."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.framework.framework_view import FrameworkView
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.domain.vocabulary import CriterionId, Kind

from .real import CASES, open_window
from .sessions import press, words_on

VOICE = CriterionId("voice")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path / "data")
    assert window._services is not None
    for path in sorted(CASES.glob("*.fairness.json")):
        window._services.register.take_in(path)
    window.show_framework()
    return window


@pytest.fixture
def view(window: MainWindow) -> FrameworkView:
    assert isinstance(window.view, FrameworkView)
    return window.view


def weigh(view: FrameworkView, qtbot: QtBot, kind: Kind, criterion: CriterionId, weight: str) -> None:
    view.draft.kind.setCurrentIndex(list(Kind).index(kind))
    view.draft.kind.activated.emit(view.draft.kind.currentIndex())
    line = view.draft.weights[criterion]
    line.selectAll()
    qtbot.keyClicks(line, weight)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_that_what_is_in_force_is_said(view: FrameworkView) -> None:
    assert "model, version 2. Not adopted by any council." in words_on(view)


def test_that_a_weight_goes_to_the_draft_of_its_kind_alone(view: FrameworkView, qtbot: QtBot) -> None:
    weigh(view, qtbot, Kind.TECHNICAL, VOICE, "70")
    draft = view._adopting.drafted()
    assert draft.kinds[Kind.TECHNICAL].weights[VOICE] == 70
    assert draft.kinds[Kind.INVOLVEMENT].weights == view._adopting.in_force().kinds[Kind.INVOLVEMENT].weights
    assert view._adopting.in_force().kinds[Kind.TECHNICAL].weights[VOICE] == 5
    assert draft.need_ladder == view._adopting.in_force().need_ladder


@pytest.mark.parametrize(("weight", "said"), [("170", "from 0 to 100"), ("much", "is not a number")])
def test_that_what_is_no_weight_is_said_and_the_last_good_draft_stays(
    view: FrameworkView, qtbot: QtBot, weight: str, said: str
) -> None:
    before = view._adopting.draft()
    weigh(view, qtbot, Kind.TECHNICAL, VOICE, weight)
    assert said in words_on(view)
    assert view._adopting.draft() == before


def test_that_what_would_change_is_told_with_the_decisions_it_would_have_turned(
    view: FrameworkView, qtbot: QtBot
) -> None:
    press(qtbot, view, "Compare with the one in force")
    assert "Nothing differs." in words_on(view)
    for criterion in view._adopting.in_force().criterion_ids:
        weigh(view, qtbot, Kind.TECHNICAL, criterion, "100" if criterion == "household_cost" else "0")
    press(qtbot, view, "Compare with the one in force")
    assert "Of 6 decisions here" in words_on(view)
    assert "Technical, weight of household cost: 15 → 100" in words_on(view)


def test_that_a_preset_is_a_draft_to_begin_from(view: FrameworkView, qtbot: QtBot) -> None:
    press(qtbot, view, "A co-operative council")
    assert view._adopting.drafted().kinds[Kind.INVOLVEMENT].weights[VOICE] == 40
    assert "In our own words" in words_on(view)
    press(qtbot, view, "The one in force")
    assert view._adopting.drafted().kinds[Kind.INVOLVEMENT].weights[VOICE] == 35


def test_that_it_is_adopted_by_a_minute_and_a_date_only(view: FrameworkView, qtbot: QtBot) -> None:
    press(qtbot, view, "Adopt, and lock it")
    assert "Give the minute of full council" in words_on(view)
    view.minute.setText("Minute 12/27")
    press(qtbot, view, "Adopt, and lock it")
    assert "as 2027-01-31" in words_on(view)
    view.date.setText("12/01/2027")
    press(qtbot, view, "Adopt, and lock it")
    assert "version 3. Adopted on 2027-01-12, Minute 12/27; locked." in words_on(view)
    assert view._adopting.draft()["version"] == "4", "the next draft is of the next version"


def test_that_it_goes_out_and_comes_in(
    view: FrameworkView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ours.json"
    monkeypatch.setattr(view, "ask_place", lambda _name: path)
    monkeypatch.setattr(view, "ask_file", lambda: path)
    press(qtbot, view, "Save it as a file…")
    assert path.exists()
    path.write_text("no framework")
    press(qtbot, view, "Take one in from a file…")
    assert "ours.json" in words_on(view)
