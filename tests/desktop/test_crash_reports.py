from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.crash import CrashReports
from fairness_desktop.desktop.pages.decision_page import DecisionPage

from .real import open_window, walk_in


def broken() -> bool:
    raise RuntimeError("cannot save either")


def saved() -> bool:
    return True


def fault() -> RuntimeError:
    return RuntimeError("broken")


def test_that_what_was_typed_is_in_the_register_after_a_fault(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    session, page = walk_in(window).session, walk_in(window).page
    assert isinstance(page, DecisionPage)
    qtbot.keyClicks(page.interests_card.interests, "Typed before the fault. ")

    CrashReports(tmp_path / "faults", window.save_all, window.tell).report(RuntimeError, fault(), None)

    kept = session.services.register.open(session.assessment.id).assessment
    (report,) = (tmp_path / "faults").iterdir()
    assert kept.interests.startswith("Typed before the fault.")
    assert "Typed before the fault." not in report.read_text()
    assert str(report) in window.notice.sentence
    assert "What you entered is saved" in window.notice.sentence


def test_that_a_disk_that_takes_nothing_more_is_told_with_the_fault(tmp_path: Path) -> None:
    told: list[str] = []

    CrashReports(tmp_path, lambda: False, told.append).report(RuntimeError, fault(), None)

    assert "could not be saved" in told[0]


def test_that_a_fault_in_saving_is_told_all_the_same(tmp_path: Path) -> None:
    told: list[str] = []
    reports = CrashReports(tmp_path, broken, told.append)

    with pytest.raises(RuntimeError, match="cannot save either"):
        reports.report(RuntimeError, fault(), None)

    (report,) = tmp_path.iterdir()
    assert "could not be saved" in told[0]
    assert str(report) in told[0]


def test_that_a_fault_while_telling_goes_to_the_standard_hook_and_not_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[str] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda _kind, fault, _trace: passed_on.append(str(fault)))

    def tell(_sentence: str) -> None:
        reports.report(RuntimeError, RuntimeError("while telling"), None)

    reports = CrashReports(tmp_path, saved, tell)
    reports.report(RuntimeError, fault(), None)

    assert passed_on == ["while telling"]


def test_that_a_wish_to_stop_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__excepthook__", lambda *_what: None)

    CrashReports(tmp_path, saved, lambda _sentence: None).report(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert list(tmp_path.iterdir()) == []


def test_that_a_second_fault_is_reported_as_the_first_was(tmp_path: Path) -> None:
    told: list[str] = []
    reports = CrashReports(tmp_path, saved, told.append)

    reports.report(RuntimeError, fault(), None)
    reports.report(ValueError, ValueError("another"), None)

    assert len(told) == len(list(tmp_path.iterdir())) == 2
