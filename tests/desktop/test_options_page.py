"""What could be done: options as cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.options_page import OptionsPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.findings import gaps
from fairness_desktop.exchange.decoding import Frameworks

from .accessibility import spoken
from .sessions import named, play_area, press, session_with, words_on, write

BASELINE = "A Repair only when equipment fails"
REMOVE = "B Remove equipment (no replacement)"


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> OptionsPage:
    page = OptionsPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def test_that_a_name_typed_is_saved(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, page, f"Change “{REMOVE}”")

    write(qtbot, page, "Name", "Take it away")
    write(qtbot, page, "Short name", "Away")

    option = session.assessment.options[1]
    assert (option.name, option.short_name) == ("Take it away", "Away")


def test_that_answers_stand_on_the_card_as_words(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, page, f"Change “{REMOVE}”")

    press(qtbot, page, "From outside the council?: No")
    press(qtbot, page, "Can it be tried small first?: Yes")
    write(qtbot, page, "How would it be undone?", "Put it back")
    write(qtbot, page, "What makes it stop?", "Children are hurt elsewhere")
    press(qtbot, page, f"Fold up “{REMOVE}”")

    option = session.assessment.options[1]
    assert (option.from_outside, option.pilot) == (False, True)
    for words in ("the council's own", "can be tried small", "can be undone", "has a stop-rule"):
        assert words in words_on(page)


def test_that_who_runs_it_is_one_of_the_words_offered(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, page, f"Change “{REMOVE}”")

    write(qtbot, page, "Who would run it", "A charity")

    assert session.assessment.options[1].delivery == "charity"


def test_that_who_runs_it_may_be_any_other_word(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, page, f"Change “{REMOVE}”")

    write(qtbot, page, "Who would run it", "Two parishes together")

    assert session.assessment.options[1].delivery == "Two parishes together"
    assert named(page, QComboBox, "Who would run it").currentText() == "Two parishes together"


def test_that_carrying_on_as_now_stands_first_and_cannot_be_removed(qtbot: QtBot, session: SessionModel) -> None:
    options = session.assessment.options
    session.change(replace(session.assessment, options=(*options[1:], options[0])))
    page = OptionsPage(session)
    qtbot.addWidget(page)
    page.show()

    press(qtbot, page, f"Change “{BASELINE}”")

    heard = [name for _role, name in spoken(page)]
    assert heard[0] == f"Fold up “{BASELINE}”"
    assert not any(name.startswith("Remove option") for name in heard)
    assert "carry on as now" in words_on(page)


def test_that_the_slot_adds_an_option_under_the_next_letter(
    qtbot: QtBot, page: OptionsPage, session: SessionModel
) -> None:
    assert "Is there a less harmful way to the same aim?" in words_on(page)

    press(qtbot, page, "Add an option")
    qtbot.keyClicks(page.focusWidget(), "Mend one swing at a time")
    page.commit()

    added = session.assessment.options[-1]
    assert (added.id, added.name, added.from_outside, added.net_cost) == ("E", "Mend one swing at a time", None, None)
    assert len([u for u in session.assessment.unanswered if u.option == "E"]) == 6


def test_that_a_ninth_option_is_refused_in_a_sentence(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    for _number in range(5):
        press(qtbot, page, "Add an option")

    assert len(session.assessment.options) == 8
    assert "There are 8 options already; drop one before adding another." in words_on(page)


def test_that_an_option_removed_can_be_brought_back(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    before = session.assessment
    press(qtbot, page, f"Change “{REMOVE}”")

    press(qtbot, page, "Remove option B")
    left = [o.id for o in session.assessment.options]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)

    assert left == ["A", "C", "D"]
    assert session.assessment == before


def test_that_walking_past_answers_nothing(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, page, "Add an option")
    before = session.assessment

    for _field in range(14):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    page.commit()

    assert session.assessment == before


def test_that_escape_changes_nothing(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    before = session.assessment
    press(qtbot, page, f"Change “{REMOVE}”")

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    assert page.isVisible()
    assert session.assessment == before


def test_that_a_description_being_typed_survives_a_change_elsewhere(
    qtbot: QtBot, page: OptionsPage, session: SessionModel
) -> None:
    press(qtbot, page, f"Change “{REMOVE}”")
    area = named(page, QPlainTextEdit, "What would be done")
    qtbot.keyClicks(area, "Take the swings")

    session.change(replace(session.assessment, title="Another title"))

    assert area.toPlainText() == "Take the swings"


def test_that_a_place_leads_to_its_field(page: OptionsPage) -> None:
    page.show_place("options[3].stop_rule")

    assert page.focusWidget() is named(page, QLineEdit, "What makes it stop?")


def test_that_two_cards_stand_side_by_side_and_an_opened_one_alone(qtbot: QtBot, page: OptionsPage) -> None:
    one, two, three = (page.cards[o.id] for o in page.session.assessment.options[:3])
    qtbot.waitUntil(lambda: one.y() == two.y() < three.y())

    press(qtbot, page, f"Change “{BASELINE}”")

    qtbot.waitUntil(lambda: one.y() < two.y() == three.y())
    assert one.width() > 2 * two.width()


def test_what_is_heard_of_an_opened_option(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    session.change(replace(session.assessment, options=session.assessment.options[:2], effects=(), unanswered=()))
    page.show_place("options[1].name")

    assert [said for role, said in spoken(page) if role != "ComboBox"] == [
        f"Change “{BASELINE}”",
        f"Fold up “{REMOVE}”",
        "Name",
        "Short name",
        "What would be done",
        "Who would run it",
        "From outside the council?: Yes",
        "From outside the council?: No",
        "Offered by",
        "Can it be tried small first?: Yes",
        "Can it be tried small first?: No",
        "How would it be undone?",
        "What makes it stop?",
        "How careful a step it is: not answered yet, folded",
        "Offers from outside: none yet, folded",
        "Remove option B",
        "Add an option",
        "Why does none come from outside the council?",
    ]


def test_that_nothing_is_cut_off_at_the_side(page: OptionsPage) -> None:
    page.show_place("options[3].name")

    assert page.box.minimumSize().width() <= 880


def test_that_a_card_says_whether_it_is_safe_to_fail(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    assert "safe to fail" not in words_on(page)
    press(qtbot, page, f"Change “{REMOVE}”")
    press(qtbot, page, "How careful a step it is: not answered yet, folded")
    write(qtbot, page, "Stopped once so much is lost, £", "5,000")
    write(qtbot, page, "Who gets it done", "The groundsman")
    press(qtbot, page, f"Fold up “{REMOVE}”")

    care = session.assessment.options[1].care
    assert (care.loss_cap, care.done_by) == (5000, "The groundsman")
    assert "safe to fail" in words_on(page)


def test_that_a_sum_that_cannot_be_is_said_beside_it(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, page, f"Change “{REMOVE}”")
    press(qtbot, page, "How careful a step it is: not answered yet, folded")

    write(qtbot, page, "Cost of undoing it, £", "-3")

    assert session.assessment.options[1].care.undo_cost is None
    assert "must be from 0 to 10,000,000,000,000 pounds" in words_on(page)


def test_that_it_is_written_why_none_comes_from_outside(qtbot: QtBot, page: OptionsPage, session: SessionModel) -> None:
    options = tuple(replace(o, from_outside=False) for o in session.assessment.options)
    session.change(replace(session.assessment, options=options))
    page.show_place("why_none_from_outside")
    qtbot.keyClicks(page.outside.why, "Three groups were asked; none answered.")
    page.outside.why.flush()

    assert session.assessment.why_none_from_outside == "Three groups were asked; none answered."
    assert "0 % come from outside the council" in words_on(page)
    assert "none_from_outside" not in {f.code for f in gaps(session.assessment)}


def test_that_nothing_is_asked_where_one_comes_from_outside(page: OptionsPage, session: SessionModel) -> None:
    options = tuple(replace(o, from_outside=o.id == "D") for o in session.assessment.options)
    session.change(replace(session.assessment, options=options))

    assert not page.outside.why.isVisible()
    assert "33 % come from outside the council" in words_on(page)
