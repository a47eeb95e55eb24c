"""The page of signing identities, as somebody uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.signers.changing_sheets import PassphraseSheet, RenewSheet, RevokeSheet
from fairness_desktop.desktop.signers.making_sheets import CardSheet, ImportSheet, NewSheet
from fairness_desktop.desktop.signers.signers_view import SignersView
from fairness_desktop.domain.sealing.identity import Ground, KeyHome
from fairness_desktop.services.bundle import Services

from ..record.authorities import SIGNS, issued, packed
from ..record.softcard import PIN, soft_card
from .real import open_window, services_in

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests
ANN, COUNCIL = "Ann Clerk", "Example Parish Council"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return services_in(tmp_path / "data")


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> SignersView:
    view = SignersView(services)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    return view


@pytest.fixture
def with_ann(services: Services, view: SignersView) -> SignersView:
    services.identities.new(ANN, "Clerk", COUNCIL, PASSPHRASE)
    view.refresh()
    return view


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The system's dialogs answer with that file."""

    def chosen(*_arguments: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


def told(qtbot: QtBot, view: SignersView) -> str:
    """Go on, and wait for what is said of it."""
    sheet = view.sheet
    assert sheet is not None
    with qtbot.waitSignal(sheet.done, timeout=20_000) as said:
        qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert view.sheet is None
    return str(said.args[0]) if said.args else ""


def refused(qtbot: QtBot, view: SignersView) -> str:
    """Go on, and wait for why not."""
    sheet = view.sheet
    assert sheet is not None
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.problem.isVisible, timeout=20_000)
    return sheet.problem.text()


def test_that_the_first_identity_brings_the_council_s_root(qtbot: QtBot, services: Services, view: SignersView) -> None:
    qtbot.keyClick(view.new, Qt.Key.Key_Space)
    sheet = view.sheet
    assert isinstance(sheet, NewSheet)
    for field, text in (
        (sheet.name, ANN), (sheet.role, "Clerk"), (sheet.council, COUNCIL),
        (sheet.passphrase.first, PASSPHRASE), (sheet.passphrase.again, PASSPHRASE),
    ):  # fmt: skip
        field.setFocus()
        qtbot.keyClicks(field, text)

    said = told(qtbot, view)

    assert said == "Ann Clerk can sign on this computer now."
    assert [card.identity.name for card in view.signers] == [ANN]
    root = services.identities.council.about()
    assert root is not None
    assert root.organisation == COUNCIL


def test_that_two_passphrases_that_differ_make_nothing(qtbot: QtBot, services: Services, view: SignersView) -> None:
    view.new.click()
    sheet = view.sheet
    assert isinstance(sheet, NewSheet)
    sheet.name.setText(ANN)
    sheet.passphrase.first.setText(PASSPHRASE)
    sheet.passphrase.again.setText("another passphrase")

    sheet.go.click()

    assert "differ" in sheet.passphrase._row.error
    assert services.identities.all() == []


def test_that_a_short_passphrase_is_refused_and_what_was_typed_stays(qtbot: QtBot, view: SignersView) -> None:
    view.new.click()
    sheet = view.sheet
    assert isinstance(sheet, NewSheet)
    sheet.name.setText(ANN)
    for field in (sheet.passphrase.first, sheet.passphrase.again):
        field.setText("short")

    assert "at least 8 characters" in refused(qtbot, view)
    assert sheet.name.text() == ANN


def test_that_a_lost_key_is_revoked_and_renewed(qtbot: QtBot, services: Services, with_ann: SignersView) -> None:
    with_ann.signers[0].buttons["revoke"].click()
    sheet = with_ann.sheet
    assert isinstance(sheet, RevokeSheet)
    assert sheet.root_secret is not None
    sheet.since.setText("02/01/2026")
    sheet.root_secret.field.setText("wrong horse battery")
    wrong = refused(qtbot, with_ann)
    sheet.root_secret.field.setText(PASSPHRASE)
    said = told(qtbot, with_ann)
    revoked = services.identities.require(ANN).revoked

    assert "does not open the council's root" in wrong
    assert "Hand out the revocation list" in said
    assert revoked is not None
    assert (revoked.ground, revoked.since.date().isoformat()) == (Ground.LOST_KEY, "2026-01-02")
    assert set(with_ann.signers[0].buttons) == {"renew", "export"}
    with_ann.signers[0].buttons["renew"].click()
    again = with_ann.sheet
    assert isinstance(again, RenewSheet)
    for field in (again.passphrase.first, again.passphrase.again):
        field.setText(PASSPHRASE)
    assert "can sign until" in told(qtbot, with_ann)


def test_that_whoever_left_is_revoked_without_a_day(qtbot: QtBot, services: Services, with_ann: SignersView) -> None:
    with_ann.signers[0].buttons["revoke"].click()
    sheet = with_ann.sheet
    assert isinstance(sheet, RevokeSheet)
    assert sheet.root_secret is not None
    sheet.grounds[Ground.LEFT].click()
    sheet.root_secret.field.setText(PASSPHRASE)

    hidden = not sheet._since_row.isVisible()
    told(qtbot, with_ann)

    assert hidden
    revoked = services.identities.require(ANN).revoked
    assert revoked is not None
    assert revoked.ground is Ground.LEFT


def test_that_a_passphrase_is_changed(qtbot: QtBot, services: Services, with_ann: SignersView, tmp_path: Path) -> None:
    with_ann.signers[0].buttons["passphrase"].click()
    sheet = with_ann.sheet
    assert isinstance(sheet, PassphraseSheet)
    for field in (sheet.new.first, sheet.new.again):
        field.setText("another passphrase")
    sheet.old.setText("wrong horse battery")
    wrong = refused(qtbot, with_ann)
    sheet.old.setText(PASSPHRASE)

    assert "is changed" in told(qtbot, with_ann)
    assert "does not open" in wrong
    services.identities.hand_over(ANN, "another passphrase", tmp_path / "ann.p12")


def test_that_an_identity_comes_out_of_a_file(
    qtbot: QtBot, services: Services, view: SignersView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, packed(tmp_path / "in.p12", issued("Imported", issued("Authority"), uses=SIGNS)))
    view.take_in.click()
    sheet = view.sheet
    assert isinstance(sheet, ImportSheet)
    none_chosen = refused(qtbot, view)
    sheet.choose.click()
    sheet.passphrase.setText(PASSPHRASE)

    said = told(qtbot, view)

    assert none_chosen == "Choose the file first."
    assert "readers must know Authority already" in said
    assert services.identities.require("Imported").issuer == "Authority"


@pytest.mark.card
def test_that_a_card_is_found_and_used(
    qtbot: QtBot, services: Services, view: SignersView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = soft_card(tmp_path)
    card.hold(issued("On A Card", issued("Authority"), uses=SIGNS), "01")
    view.card.click()
    sheet = view.sheet
    assert isinstance(sheet, CardSheet)
    choosing(monkeypatch, card.module)
    sheet.choose.click()
    found = sheet.which.currentText()
    sheet.pin.setText(PIN)

    told(qtbot, view)

    assert found == "On A Card, on Council card"
    assert services.identities.require("On A Card").home is KeyHome.CARD


def test_that_root_list_and_certificate_are_written_out(
    with_ann: SignersView, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for button, name in (
        (with_ann.council.buttons["export"], "root.cer"),
        (with_ann.council.buttons["list"], "root.crl"),
        (with_ann.signers[0].buttons["export"], "ann.cer"),
    ):
        choosing(monkeypatch, tmp_path / name)
        button.click()

    assert (tmp_path / "ann.cer").read_bytes() == services.identities.certificate(ANN)
    assert (tmp_path / "root.cer").read_bytes() == services.identities.council.certificate()
    assert (tmp_path / "root.crl").stat().st_size > 200


def test_that_a_time_service_is_set_tried_and_turned_off(qtbot: QtBot, services: Services, view: SignersView) -> None:
    time = view.time
    time.fold.set_open(opened=True)
    time.address.setText("http://127.0.0.1:9/tsa")
    time.test.click()
    qtbot.waitUntil(lambda: "gave no time stamp" in time.said.text(), timeout=20_000)
    before = services.timing.service()
    time.level.setCurrentIndex(1)
    time.use.click()
    without_root = time.said.text()
    time.level.setCurrentIndex(0)
    time.use.click()
    set_now = time.state.text()
    time.off.click()

    assert before is None
    assert "needs the service's root certificate" in without_root
    assert set_now == "http://127.0.0.1:9/tsa confirms it (B-T)."
    assert services.timing.service() is None


def test_that_escape_leaves_what_is_asked_and_then_the_page(qtbot: QtBot, view: SignersView) -> None:
    view.new.click()
    assert view.sheet is not None
    qtbot.keyClick(view.sheet, Qt.Key.Key_Escape)

    assert view.sheet is None
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_that_menu_and_first_choices_lead_there(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "data")
    window.show_start()

    qtbot.mouseClick(window.view.signers, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]

    assert isinstance(window.view, SignersView)
    window.view.back.click()
    assert not isinstance(window.view, SignersView)
