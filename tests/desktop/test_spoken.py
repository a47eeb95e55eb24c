"""What a screen reader says of whole views, in the order in which they are read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.domain.deciding.votes import Voting
from fairness_desktop.domain.progress import Step

from .accessibility import spoken
from .real import CASES, open_window, walk_in


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "data")


def heard(window: MainWindow) -> list[str]:
    return [name for _role, name in spoken(window.view)]


def test_what_is_heard_of_the_register(window: MainWindow) -> None:
    assert window._services is not None
    window._services.register.take_in(CASES / "d6.fairness.json")
    window.show_register()

    said = heard(window)
    assert [name for name in said if ":" in name] == [
        "All: 1",
        "Waits for me: 0",
        "Draft: 1",
        "Waits for a reader: 0",
        "Waiting for the second signature: 0",
        "Signed: 0",
        "Changed since signed: 0",
        "Reviews due: 0",
        f"Weakest tenth, {app.now().year}: 0",
        "Archive: 0",
        "Trash: 0",
    ]
    assert said.index("New decision") < said.index("All: 1") < said.index("Search decisions") < said.index("More")
    assert "Play area at the end of its life" in " ".join(said)
    assert said[-2:] == ["Open", "Export…"]


def test_what_is_heard_before_a_record_is_checked(window: MainWindow) -> None:
    window.show_check()

    assert heard(window) == [
        "Register",
        "Check a record",
        "New decision",
        "Trusted councils",
        "Choose a folder…",
        "Choose files…",
        "Files checked",
    ]


def test_what_is_heard_of_the_last_page(window: MainWindow) -> None:
    window.open_example()
    session = walk_in(window).session
    decision = replace(session.assessment.decision, voting=Voting(), dissents=(), actions=())
    session.change(replace(session.assessment, decision=decision))
    walk_in(window).go_to(Step.DECIDE)
    no_votes = "It is decided together, and no votes are recorded."
    no_loan = "What the mechanism of C works out is not in its cost: put it into the cash flow."

    assert [name for role, name in spoken(walk_in(window).page) if role != "RadioButton"] == [
        "Date of the decision",
        "Today",
        "Reasons for the choice",
        "Why not A, Repair when it fails",
        "Why not B, Remove, do not replace",
        "Why not C, Standard refurbishment, by loan",
        "Add a member",
        "Conditions",
        "Name somebody who differed",
        "More on dissent",
        "Add an action",
        "Review on",
        "Save for a calendar…",
        "Add papers…",
        *(f"{do}: {what}" for what in (no_votes, no_loan) for do in ("Go to", "Set aside")),
        "The plain page, as it will be read: reading age about 10, folded",
        "Second reader: No second reader has been asked, folded",
        "See the pages and sign…",
        "Save a draft as PDF…",
        "Print…",
    ]


def test_what_is_heard_of_the_steps(window: MainWindow) -> None:
    window.open_example()

    said = [name for _role, name in spoken(walk_in(window).rail)]
    assert [name.split(",")[0] for name in said] == [f"Step {n}" for n in range(1, 9)]


def test_that_every_entry_of_the_menus_has_words_and_a_letter_of_its_own(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]

        assert all(text.strip("& ") for text in texts)
        assert len(letters) == len(set(letters)), texts
