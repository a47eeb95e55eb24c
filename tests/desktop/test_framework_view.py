"""The council's framework in the window: read, drafted, compared, adopted, and locked then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.framework.draft.kinds_part import KindsPart
from fairness_desktop.desktop.framework.draft.lists import CriteriaCards
from fairness_desktop.desktop.framework.framework_view import FrameworkView
from fairness_desktop.desktop.framework.in_force_card import ReadingFold
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.widgets.folding import Fold
from fairness_desktop.domain.vocabulary import CriterionId, Form, Grade, Kind
from fairness_desktop.frameworks.loader import load_framework

from .real import CASES, open_window, walk_in
from .sessions import named, press, words_on, write

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


def kinds(view: FrameworkView) -> KindsPart:
    (part,) = view.draft.section("kinds").parts
    assert isinstance(part, KindsPart)
    return part


def weigh(view: FrameworkView, qtbot: QtBot, kind: Kind, criterion: CriterionId, weight: str) -> None:
    kinds(view).show_kind(kind)
    line = kinds(view).weights[criterion]
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


@pytest.mark.parametrize(("weight", "said"), [("170", "Voice: from 0 to 100."), ("much", "is not a number")])
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
    press(qtbot, view, "Compare")
    assert "Nothing differs." in words_on(view)
    for criterion in view._adopting.in_force().criterion_ids:
        weigh(view, qtbot, Kind.TECHNICAL, criterion, "100" if criterion == "household_cost" else "0")
    press(qtbot, view, "Compare")
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


def criteria(view: FrameworkView) -> CriteriaCards:
    part = view.draft.section("criteria").parts[-1]
    assert isinstance(part, CriteriaCards)
    return part


def names(view: FrameworkView) -> list[str]:
    return [c.name for c in view._adopting.drafted().criteria]


def test_that_a_criterion_is_added_and_the_draft_wants_its_words(view: FrameworkView, qtbot: QtBot) -> None:
    criteria(view)
    press(qtbot, view, "Add a criterion")
    assert "“Criterion 7” has no words for an effect of size 1, 2, 3." in words_on(view)
    press(qtbot, view, "Go to: Criterion 7 has no name yet.")
    for field, text in (
        ("Name of the criterion", "Nature"),
        ("What it asks", "green places"),
        ("An effect of size 1, in words", "a tree"),
        ("An effect of size 2, in words", "a park"),
        ("An effect of size 3, in words", "a wood"),
    ):
        write(qtbot, view, field, text)
    assert names(view)[-1] == "Nature"
    assert "The draft is whole: council can adopt it." in words_on(view)


def test_that_a_criterion_is_taken_away_with_a_word_on_what_follows_and_brought_back(
    view: FrameworkView, qtbot: QtBot
) -> None:
    criteria(view)
    press(qtbot, view, "Remove “Access”")
    offer = criteria(view).offer
    assert "The short form asks for it" in words_on(offer)
    assert "Access" not in names(view)
    assert offer.undo.hasFocus()
    qtbot.keyClick(offer.undo, Qt.Key.Key_Space)
    assert names(view)[1] == "Access"


def test_that_criteria_are_put_in_another_order_by_keyboard(view: FrameworkView, qtbot: QtBot) -> None:
    card = criteria(view).cards[2]
    card.up.setFocus()
    qtbot.keyClick(card.up, Qt.Key.Key_Space)
    assert names(view)[:3] == ["Outcomes", "Voice", "Access"]
    assert criteria(view).cards[1].up.hasFocus()


def test_that_a_short_name_that_is_taken_is_refused_beside_its_field(view: FrameworkView, qtbot: QtBot) -> None:
    criteria(view).open_row(2)
    write(qtbot, view, "Short name", "access")
    assert "“access” is the short name of another one already." in words_on(view)
    assert view._adopting.drafted().criterion_ids[2] == "voice"


def test_that_every_change_can_be_undone_and_done_again(view: FrameworkView, qtbot: QtBot) -> None:
    before = view._adopting.draft()
    weigh(view, qtbot, Kind.TECHNICAL, VOICE, "70")
    after = view._adopting.draft()
    qtbot.mouseClick(view.draft.undo, Qt.MouseButton.LeftButton)
    assert view._adopting.draft() == before
    qtbot.mouseClick(view.draft.redo, Qt.MouseButton.LeftButton)
    assert view._adopting.draft() == after


def test_that_what_was_typed_last_is_kept_when_the_view_is_left(
    window: MainWindow, view: FrameworkView, qtbot: QtBot
) -> None:
    criteria(view).open_row(0)
    line = named(view, QLineEdit, "What it asks")
    line.selectAll()
    qtbot.keyClicks(line, "how people fare")
    window.show_register()
    window.show_framework()
    assert isinstance(window.view, FrameworkView)
    assert window.view._adopting.drafted().criteria[0].asks == "how people fare"


def test_that_a_draft_that_is_not_whole_is_there_again_the_next_time(
    window: MainWindow, view: FrameworkView, qtbot: QtBot
) -> None:
    criteria(view)
    press(qtbot, view, "Add a criterion")
    window.show_register()
    window.show_framework()
    assert isinstance(window.view, FrameworkView)
    assert len(criteria(window.view).cards) == 7


def test_that_one_that_is_not_whole_is_not_adopted(view: FrameworkView, qtbot: QtBot) -> None:
    criteria(view)
    press(qtbot, view, "Add a criterion")
    view.minute.setText("Minute 12/27")
    view.date.setText("12/01/2027")
    press(qtbot, view, "Adopt, and lock it")
    assert view._adopting.in_force().adoption is None


def test_that_the_draft_goes_out_as_a_file_and_comes_in_again(
    view: FrameworkView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh(view, qtbot, Kind.TECHNICAL, VOICE, "70")
    path = tmp_path / "draft.json"
    monkeypatch.setattr(view, "ask_place", lambda _name: path)
    monkeypatch.setattr(view, "ask_file", lambda: path)
    press(qtbot, view, "Save the draft as a file…")
    press(qtbot, view, "The one in force")
    press(qtbot, view, "Take one in from a file…")
    assert view._adopting.drafted().kinds[Kind.TECHNICAL].weights[VOICE] == 70


def test_that_every_part_of_the_form_stands_in_a_section(view: FrameworkView) -> None:
    covered = {key for section in view.draft.sections.values() for key in section.contents.covers}
    assert set(view._adopting.draft()) - covered == {"format", "format_version", "adoption"}


def test_that_a_kind_can_be_asked_for_other_checks(view: FrameworkView, qtbot: QtBot) -> None:
    kinds(view).show_kind(Kind.TECHNICAL)
    before = len(view._adopting.drafted().kinds[Kind.TECHNICAL].red_flags)
    press(qtbot, view, "Add a red flag")
    assert len(view._adopting.drafted().kinds[Kind.TECHNICAL].red_flags) == before + 1


def test_that_later_years_statements_and_limits_are_edited_too(view: FrameworkView, qtbot: QtBot) -> None:
    for section, field, text in (
        ("half_widths", "Half-width of grade C", "0.8"),
        ("loss_cap", "Cap on loss, pounds", "5,000"),
        ("levels", "Name of level 0", "The person herself"),
    ):
        view.draft.section(section)
        write(qtbot, view, field, text)
    view.draft.section("discount").show_way(("discount", "schedule", 0))
    write(qtbot, view, "Rate, percent a year", "3")
    draft = view._adopting.drafted()
    assert draft.half_widths[Grade.C] == 0.8
    assert draft.loss_cap == 5000
    assert draft.levels[0].name == "The person herself"
    assert draft.discount[0].rate == 0.03


def test_that_another_version_known_here_is_read_and_saved(
    view: FrameworkView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "model-1.json"
    monkeypatch.setattr(view, "ask_place", lambda _name: path)
    others = next(f for f in view.findChildren(Fold) if "other version is known here" in f.line.text())
    others.set_open(opened=True)
    press(qtbot, view, "Save model, version 1 as a file")
    assert load_framework(path).version == "1"


def test_that_the_draft_is_compared_with_another_version_too(view: FrameworkView, qtbot: QtBot) -> None:
    criteria(view)
    press(qtbot, view, "Remove “Voice”")
    view.changes.against.setCurrentIndex(1)
    press(qtbot, view, "Compare")
    assert "Criterion removed: “Voice”." in words_on(view)
    assert "effects on criteria that are gone stay where they are, and did not count" in words_on(view)
    assert "weight of voice" not in words_on(view)


def test_that_a_draft_from_a_file_can_be_undone(
    view: FrameworkView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh(view, qtbot, Kind.TECHNICAL, VOICE, "70")
    mine, path = view._adopting.draft(), tmp_path / "theirs.json"
    path.write_text(json.dumps({**mine, "title": "Theirs"}))
    monkeypatch.setattr(view, "ask_file", lambda: path)
    press(qtbot, view, "Take one in from a file…")
    assert view._adopting.draft()["title"] == "Theirs"
    qtbot.mouseClick(view.draft.undo, Qt.MouseButton.LeftButton)
    assert view._adopting.draft() == mine


def test_that_what_is_in_force_is_read_whole(view: FrameworkView) -> None:
    for fold in view.findChildren(ReadingFold)[:1]:
        fold.set_open(opened=True)
    said = words_on(view)
    for part in (
        "A ±0.25, B ±0.5, C ±1, D ±1.5",
        "3.5 % to year 30",
        "Closest sensible level: Person.",
        "Red flag: No group is said to have been heard",
        "There is an accepted specification of what good looks like.",
        "κ = 0.1",
    ):
        assert part in said


def adopted_with(view: FrameworkView, qtbot: QtBot) -> None:
    view.minute.setText("Minute 12/27")
    view.date.setText("12/01/2027")
    press(qtbot, view, "Adopt, and lock it")


def test_that_new_decisions_are_asked_by_the_criteria_adopted_and_old_ones_by_theirs(
    window: MainWindow, view: FrameworkView, qtbot: QtBot
) -> None:
    criteria(view)
    press(qtbot, view, "Remove “Access”")
    adopted_with(view, qtbot)
    for form, asked in ((Form.FULL, 5), (Form.SHORT, 2)):
        window.start_new(form)
        assert len(walk_in(window).session.criteria) == asked
    assert window._services is not None
    old = window._services.register.find("01-26")
    window.open(old)
    assert len(walk_in(window).session.criteria) == 6
