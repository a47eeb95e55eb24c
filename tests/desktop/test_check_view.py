"""Checking records in the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.models.check_session import CheckSession
from fairness_desktop.desktop.views.checking.check_view import CheckView
from fairness_desktop.desktop.views.checking.root_card import RootCard
from fairness_desktop.desktop.views.checking.trust_view import TrustView
from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.sealing.fingerprints import in_words
from fairness_desktop.domain.sealing.trust import ListKept, Root
from fairness_desktop.domain.sealing.verdict import (
    Cause,
    Recomputed,
    RecordCheck,
    Relaid,
    SignatureSeen,
    Verdict,
    verdict_label,
    verdict_on,
)
from fairness_desktop.services.checking.checking import Checking
from fairness_desktop.services.checking.files import File, files

from .real import CASES, open_window, services_in
from .sessions import words_on

LONG_AFTER = datetime(2126, 11, 23, tzinfo=UTC)
THEN = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
ROOT = Root("Root 2026", "Example Parish Council", "ab" * 32, THEN, THEN, b"root")
CAUSES = {verdict_on(cause): cause for cause in reversed(Cause)}
SEEN = SignatureSeen("Ann Clerk", "Clerk", THEN, "signer_clock", False, "cd" * 32, True, root=ROOT)


class List:
    """A trust list in memory."""

    def __init__(self) -> None:
        self.roots: list[Root] = []
        self.lists: dict[str, ListKept] = {}

    def all(self) -> list[Root]:
        return list(self.roots)

    def examine(self, path: Path) -> Root:
        if path.suffix != ".cer":
            raise FairnessError("That is no certificate.")
        return replace(ROOT, fingerprint="ef" * 32) if path.stem == "rival" else ROOT

    def add(self, root: Root) -> None:
        self.roots.append(root)

    def add_list(self, path: Path) -> Root:
        if path.suffix != ".crl":
            raise FairnessError("That is no revocation list.")
        self.lists[ROOT.fingerprint] = ListKept(2, LONG_AFTER)
        return ROOT

    def list_kept(self, root: Root) -> ListKept | None:
        return self.lists.get(root.fingerprint)

    def remove(self, fingerprint: str) -> None:
        self.roots = [root for root in self.roots if root.fingerprint != fingerprint]


class Judged:
    """Gives each file the verdict that its name says; ``gate`` holds it until it is opened."""

    def __init__(self) -> None:
        self.trust = List()
        self.gate: Event | None = None

    def files(self, paths: Sequence[Path]) -> list[File]:
        return files(paths)

    def checks(
        self, meant: Sequence[File], also: Sequence[bytes] = (), stop: Event | None = None
    ) -> Iterator[RecordCheck]:
        for file in meant:
            if self.gate is not None and not self.gate.wait(20):
                raise AssertionError
            if stop is not None and stop.is_set():
                return
            yield self._judged(file)

    def _judged(self, file: File) -> RecordCheck:
        verdict = Verdict(file.path.stem)
        trusted = ROOT in self.trust.roots
        if trusted and verdict is Verdict.VALID_UNTRUSTED:
            verdict = Verdict.VALID
        differs = verdict is Verdict.CHANGED
        return RecordCheck(
            file.shown, verdict, f"Why {verdict}.", (replace(SEEN, trusted=trusted),), 1,
            recomputed=Recomputed.DIFFERS if differs else Recomputed.MATCHES, differences=("options[B]",) * differs,
            cause=CAUSES[verdict], reference="07-26", title="Play area", options=4,
            relaid=Relaid.MATCHES if verdict is Verdict.VALID else Relaid.DIFFERS if differs else None,
            pages=(3,) * differs, page_count=8,
        )  # fmt: skip

    def rivals(self, root: Root) -> list[Root]:
        return [one for one in self.trust.roots if one.same_name(root) and one.fingerprint != root.fingerprint]


@pytest.fixture
def judged() -> Judged:
    return Judged()


@pytest.fixture
def view(qtbot: QtBot, judged: Judged) -> CheckView:
    return shown(qtbot, CheckView(session_over(judged)))


def session_over(judged: Judged) -> CheckSession:
    return CheckSession(cast(Checking, judged))


def shown(qtbot: QtBot, view: CheckView) -> CheckView:
    view.session.setParent(view)
    qtbot.addWidget(view)
    view.resize(1366, 740)
    with qtbot.waitExposed(view):
        view.show()
    return view


def check(qtbot: QtBot, view: CheckView, *names: str) -> None:
    with qtbot.waitSignal(view.session.ended, timeout=20_000):
        view.check([Path(f"{name}.pdf") for name in names])


def told_on(widget: QWidget) -> str:
    """What can be read on it, once what was just put there is shown."""
    QApplication.sendPostedEvents()
    return words_on(widget)


def card_on(view: CheckView) -> RootCard:
    """The certificate that is shown to be compared."""
    told_on(view)
    (card,) = (card for card in view.detail.findChildren(RootCard) if card.isVisible())
    return card


def look_at(view: CheckView, row: int) -> str:
    view.pane.list.setCurrentIndex(view.session.model.index(row))
    return told_on(view.detail)


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.waitUntil(button.isVisible)
    button.click()


@pytest.mark.parametrize("verdict", Verdict)
def test_that_each_verdict_is_said_with_what_to_do(qtbot: QtBot, view: CheckView, verdict: Verdict) -> None:
    check(qtbot, view, verdict)

    told = look_at(view, 0)
    assert verdict_label(verdict) in told
    assert "What it means" in told
    assert "What to do next" in told
    assert view.session.model.data(view.session.model.index(0)).startswith(f"{verdict}.pdf: {verdict_label(verdict)}")


def test_that_before_any_file_the_six_answers_are_explained(view: CheckView) -> None:
    told = told_on(view.detail)

    assert all(verdict_label(verdict) in told for verdict in Verdict)


def test_that_figures_and_pages_that_differ_are_named(qtbot: QtBot, view: CheckView) -> None:
    check(qtbot, view, "changed")

    told = look_at(view, 0)
    assert "Numbers worked out again: differ" in told
    assert "options[B]" in told
    assert "Page 3 of 8 is not the page that its data make." in told
    assert "Page 3 is no longer the page signed" in told


def test_that_who_signed_when_and_with_what_is_told(qtbot: QtBot, view: CheckView) -> None:
    check(qtbot, view, "valid")

    told = look_at(view, 0)
    assert "Ann Clerk" in told
    assert "23 November 2026, 15:05 UTC, by the signer's clock" in told
    assert "CDCD CDCD" in told


def test_that_several_files_are_listed_and_counted(qtbot: QtBot, view: CheckView) -> None:
    check(qtbot, view, *Verdict)

    assert [c.verdict for c in view.session.model.checks] == list(Verdict)
    assert view.pane.count.text() == "6 files checked"
    assert view.pane.foot.text() == "1 of 6 can be relied on as it stands."


def test_that_the_first_file_is_shown_and_stays_while_others_come(qtbot: QtBot, view: CheckView) -> None:
    check(qtbot, view, "unsigned", "valid", "changed")

    assert view.pane.list.currentIndex().row() == 0
    assert "Not signed" in told_on(view.detail)


def test_that_progress_is_shown_and_stopping_leaves_out_what_waits(
    qtbot: QtBot, view: CheckView, judged: Judged
) -> None:
    judged.gate = Event()
    view.check([Path(f"{verdict}.pdf") for verdict in Verdict])
    assert view.pane.progress.isVisible()
    assert view.pane.count.text() == "0 files checked, 6 to go"

    with qtbot.waitSignal(view.session.ended, timeout=20_000):
        press(qtbot, view.pane.stop)
        judged.gate.set()

    assert view.session.model.rowCount() == 0
    assert not view.pane.progress.isVisible()
    assert "6 files were not checked" in view.pane.foot.text()


def test_that_checking_goes_on_while_another_view_is_shown(qtbot: QtBot, judged: Judged, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "data")
    window.show_check()
    first = window.view
    assert isinstance(first, CheckView)
    shutil.copy(CASES / "d6.fairness.json", tmp_path / "letter.pdf")
    first.check([tmp_path / "letter.pdf"])
    session = first.session

    window.show_register()
    qtbot.waitUntil(lambda: not session.running, timeout=20_000)
    window.show_check()

    again = window.view
    assert isinstance(again, CheckView)
    assert again.session.model.checks[0].verdict is Verdict.UNREADABLE
    assert "Cannot be read" in told_on(again.detail)


def test_that_comparing_the_words_makes_a_record_valid(qtbot: QtBot, view: CheckView, judged: Judged) -> None:
    check(qtbot, view, "valid_untrusted", "unsigned")
    told = look_at(view, 0)
    assert all(word in told for word in in_words(ROOT.fingerprint))
    card = card_on(view)

    with qtbot.waitSignal(view.session.ended, timeout=20_000):
        press(qtbot, card.same)

    assert judged.trust.roots == [ROOT]
    assert [c.verdict for c in view.session.model.checks] == [Verdict.VALID, Verdict.UNSIGNED]
    assert "You can rely on this file." in told_on(view.detail)


def test_that_other_words_trust_nobody_and_say_what_to_do(qtbot: QtBot, view: CheckView, judged: Judged) -> None:
    check(qtbot, view, "valid_untrusted")
    card = card_on(view)

    press(qtbot, card.other)

    assert judged.trust.roots == []
    assert "Somebody may pose as Example Parish Council" in view.notice.sentence


def test_that_a_changed_file_offers_nobody_to_trust(qtbot: QtBot, view: CheckView) -> None:
    check(qtbot, view, "changed")
    look_at(view, 0)

    assert [card for card in view.detail.findChildren(RootCard) if card.isVisible()] == []


def test_that_the_verdicts_are_saved_as_a_table_and_one_as_a_report(
    qtbot: QtBot, view: CheckView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(qtbot, view, "valid", "changed")

    for name, do in (("table.csv", view._save_table), ("report.txt", view._save_report)):
        monkeypatch.setattr(view, "ask_where", lambda *_asked, name=name: tmp_path / name)
        do()

    assert (tmp_path / "table.csv").read_text(encoding="utf-8-sig").count("\n") == 3
    assert "valid.pdf: Valid" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_that_a_table_that_cannot_be_written_is_said(
    qtbot: QtBot, view: CheckView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(qtbot, view, "valid")
    monkeypatch.setattr(view, "ask_where", lambda *_asked: tmp_path / "nowhere" / "table.csv")

    view._save_table()

    assert "cannot be written" in view.notice.sentence


def test_that_the_list_can_be_cleared(qtbot: QtBot, view: CheckView) -> None:
    check(qtbot, view, "valid")
    press(qtbot, view.pane.clear)

    assert view.session.model.rowCount() == 0
    assert "You get one of six answers" in told_on(view.detail)


def test_that_dropped_files_are_checked(qtbot: QtBot, view: CheckView) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/unsigned.pdf")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    with qtbot.waitSignal(view.session.ended, timeout=20_000):
        view.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))

    assert [c.verdict for c in view.session.model.checks] == [Verdict.UNSIGNED]


def test_that_an_empty_folder_is_said(view: CheckView, tmp_path: Path) -> None:
    view.check([tmp_path])

    assert "There is no PDF" in view.notice.sentence


def test_that_the_model_keeps_qt_s_rules(qtbot: QtBot, view: CheckView) -> None:
    QAbstractItemModelTester(view.session.model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)

    check(qtbot, view, "valid", "valid_untrusted")
    view.session.trust(ROOT)
    view.session.clear()


@pytest.fixture
def trusted(qtbot: QtBot, judged: Judged) -> TrustView:
    session = session_over(judged)
    view = TrustView(session)
    session.setParent(view)
    qtbot.addWidget(view)
    view.resize(1366, 740)
    with qtbot.waitExposed(view):
        view.show()
    return view


def button(view: QWidget, name: str) -> QAbstractButton:
    return next(b for b in view.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName()))


def test_that_a_certificate_is_trusted_only_when_its_words_were_compared(
    qtbot: QtBot, trusted: TrustView, judged: Judged
) -> None:
    trusted.examine(Path("council.cer"))
    assert judged.trust.roots == []
    assert all(word in told_on(trusted) for word in in_words(ROOT.fingerprint))

    press(qtbot, button(trusted, "The words are the same: trust it"))

    assert judged.trust.roots == [ROOT]
    assert "Example Parish Council" in told_on(trusted)
    assert button(trusted, "Trust Example Parish Council no more").isVisible()


def test_that_a_second_certificate_of_one_name_is_warned_of(trusted: TrustView, judged: Judged) -> None:
    judged.trust.add(ROOT)

    trusted.examine(Path("rival.cer"))

    assert "Another certificate of that name is trusted here already." in told_on(trusted)


def test_that_trust_taken_back_can_be_given_again(qtbot: QtBot, trusted: TrustView, judged: Judged) -> None:
    trusted._trust(ROOT)
    press(qtbot, button(trusted, "Trust Example Parish Council no more"))
    assert judged.trust.roots == []

    press(qtbot, trusted.offer.undo)

    assert judged.trust.roots == [ROOT]


def test_that_a_council_s_revocation_list_is_taken_in_and_told_of(trusted: TrustView, judged: Judged) -> None:
    trusted._trust(ROOT)
    assert "No revocation list was taken in" in told_on(trusted)

    trusted.take_in_list(Path("council.crl"))

    assert "Revocation list: 2 certificates revoked; good until 23 November 2126" in told_on(trusted)


def test_that_a_list_that_cannot_be_taken_in_is_said(trusted: TrustView) -> None:
    trusted.take_in_list(Path("letter.pdf"))

    assert trusted.notice.sentence == "That is no revocation list."


def test_that_a_file_that_is_no_certificate_is_said(trusted: TrustView) -> None:
    trusted.examine(Path("letter.pdf"))

    assert trusted.notice.sentence == "That is no certificate."


def test_that_esc_goes_back(qtbot: QtBot, trusted: TrustView) -> None:
    with qtbot.waitSignal(trusted.closed):
        qtbot.keyClick(trusted, Qt.Key.Key_Escape)


def test_that_the_real_list_is_reached_from_the_check_and_lies_with_the_data(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "data")
    window.show_check()
    check_view = window.view
    assert isinstance(check_view, CheckView)

    press(qtbot, check_view.trust)

    assert isinstance(window.view, TrustView)
    window.let_go()
    assert services_in(tmp_path / "data").checking.trust.all() == []
