"""The plain page is seen, with its reading age, before it is signed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.decide_page import DecidePage
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.domain.progress import Step
from fairness_desktop.domain.vocabulary import Language

from .real import open_window, walk_in
from .sessions import heard_as, words_on


@pytest.fixture
def walk(qtbot: QtBot, tmp_path: Path) -> WalkView:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    walk = walk_in(window)
    walk.go_to(Step.DECIDE)
    return walk


def plain(walk: WalkView) -> DecidePage:
    assert isinstance(walk.page, DecidePage)
    return walk.page


def test_that_the_fold_says_the_reading_age(walk: WalkView) -> None:
    assert "reading age about 1" in heard_as(plain(walk).record.plain.fold.line)


def test_that_it_shows_what_is_made_and_the_reasons_apart(walk: WalkView) -> None:
    part = plain(walk).record.plain
    part.fold.set_open(opened=True)
    assert "has decided. The choice is: " in part.made.text()
    assert part.reasons.text().startswith(walk.session.assessment.decision.reasons[:40])
    assert words_on(part).count("Reading age: about") == 2


def test_that_hard_reasons_are_said_to_be_hard(walk: WalkView) -> None:
    now = walk.session.assessment
    hard = "Notwithstanding infrastructural considerations necessitating interdepartmental consultation procedures."
    part = plain(walk).record.plain
    part.fold.set_open(opened=True)
    walk.session.change(replace(now, decision=replace(now.decision, reasons="We help those who need it.")))
    assert "Shorter sentences" not in words_on(part)
    walk.session.change(replace(now, decision=replace(now.decision, reasons=hard)))
    assert "Shorter sentences" in words_on(part)


def test_that_a_welsh_decision_is_told_in_welsh_without_an_age(walk: WalkView) -> None:
    walk.session.change(replace(walk.session.assessment, language=Language.WELSH))
    part = plain(walk).record.plain
    assert "Y dewis yw: " in part.made.text()
    assert "reading age" not in heard_as(part.fold.line)
