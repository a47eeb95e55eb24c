"""Every view of the window in turn, with the example in it and with nothing in it, all cards open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.framework.draft.row_cards import RowCard, RowCards
from fairness_desktop.desktop.handing.incoming_view import IncomingView
from fairness_desktop.desktop.handing.many_view import ManyView
from fairness_desktop.desktop.issue.second_signer import SecondSigner
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.people_page import PeoplePage
from fairness_desktop.desktop.safekeeping.backups_view import BackupsView
from fairness_desktop.desktop.safekeeping.encryption_sheets import OnSheet
from fairness_desktop.desktop.safekeeping.encryption_view import EncryptionView
from fairness_desktop.desktop.signers.signers_view import SignersView
from fairness_desktop.desktop.views.checking.check_view import CheckView
from fairness_desktop.desktop.views.checking.trust_view import TrustView
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.desktop.widgets.folding import Fold
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.deciding.actions import Action
from fairness_desktop.domain.deciding.votes import Cast, Dissent, Vote, Voting
from fairness_desktop.domain.kinds.profile import QualityMechanism
from fairness_desktop.domain.law.answers import Interest
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.progress import Step
from fairness_desktop.domain.quality.plan import Check, Element, Link, QualityPlan
from fairness_desktop.domain.reviewing.review import Outcome, Review
from fairness_desktop.domain.sealing.identity import Ground
from fairness_desktop.domain.vocabulary import AttachmentId, Form, GroupId
from fairness_desktop.storage.telling import told

from .real import CASES, walk_in

RECORDS = CASES.parents[1] / "docs" / "records"
AREAS = CASES.parents[0] / "exchange" / "areas" / "files" / "made-up-iod-2019-file-7.csv"
PAPERS = (
    Attachment(AttachmentId("map"), "a" * 64, 5_000, "Map of the ward", "map.png", exempt=True, ground="Schedule 12A"),
    Attachment(AttachmentId("letter"), "b" * 64, 5_000_000, "Letter of the school", "letter.pdf", where="options[1]"),
)
PLACES = ("groups[0].name", "groups[1].size", "options[1].name", "duties.other")
"""Places whose cards are opened on their way."""


def every_view(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    """Bring up one view after the other and name it; whoever asks looks at the window between two."""
    yield from _without_anything(qtbot, window)
    window.open_example()
    for step in Step:
        walk_in(window).go_to(step)
        for place in PLACES:
            walk_in(window).page.show_place(place)
        for fold in walk_in(window).page.findChildren(Fold):
            fold.set_open(opened=True)
        yield from _settled(f"example, {step.name}")
    yield from _areas(qtbot, window)
    window._show_changes()
    yield from _settled("example, nothing changed yet")
    window._stage.close_help()
    walk_in(window).session.change(replace(walk_in(window).session.assessment, summary="Said anew."))
    window._show_changes()
    yield from _settled("example, what changed")
    window._stage.close_help()
    walk_in(window).seal()
    yield from _settled("example, signing")
    walk_in(window).go_to(Step.DECIDE)
    choice = walk_in(window).page.findChild(SecondSigner)
    assert choice is not None
    choice.two.click()
    yield from _settled("example, two sign")
    yield from _decided_together(window)
    walk_in(window).session.change(replace(walk_in(window).session.assessment, attachments=PAPERS))
    yield from _settled("example, papers")
    walk_in(window).session.undo()
    session = walk_in(window).session
    walk_in(window).go_to(Step.EFFECTS)
    session.change(session.assessment.with_group(Group(GroupId("late"), "Late-comers")))
    for step in (Step.EFFECTS, Step.PEOPLE, Step.DECIDE):
        walk_in(window).go_to(step)
        yield from _settled(f"a group not answered, {step.name}")
    for case in ("d1", "d9"):
        assert window._services is not None
        window.open(window._services.register.take_in(CASES / f"{case}.fairness.json").assessment.id)
        for step in (Step.EFFECTS, Step.FAIRNESS, Step.DECIDE):
            walk_in(window).go_to(step)
            yield from _settled(f"{case}, {step.name}")
    yield from _framework(window)
    yield from _handed_over(qtbot, window)
    window.show_register()
    yield from _settled("register")
    register = window.view
    assert isinstance(register, RegisterView)
    register.look.changes.click()
    yield from _settled("register, what changed")
    window._stage.close_help()
    register.handing.publish()
    yield from _settled("register, publishing")
    sheet = register.handing.publishing.sheet
    assert sheet is not None
    sheet.closed.emit()


def _areas(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    """Where a group's people live, from a made-up file, before it is chosen and after."""
    walk_in(window).go_to(Step.PEOPLE)
    page = walk_in(window).page
    assert isinstance(page, PeoplePage)
    page.show_place("groups[0].name")
    card = next(iter(page.cards.values()))
    assert card.fields is not None
    card.fields.evidence.from_areas.click()
    yield from _settled("areas, no file")
    page.areas.read(AREAS)
    qtbot.waitUntil(lambda: page.areas.model.rowCount() > 0, timeout=20_000)
    page.areas.model.choose({"E01099901"})
    yield from _settled("areas, one chosen")
    page.areas.close_it.click()


def _decided_together(window: MainWindow) -> Iterator[str]:
    """Votes, one of them barred, dissent, work, and a quality plan: a row of each."""
    session = walk_in(window).session
    now = session.assessment
    votes = tuple(Vote(str(i), f"Member {i}", cast) for i, cast in enumerate((Cast.FOR, Cast.AGAINST, None)))
    decision = replace(
        now.decision,
        voting=Voting(votes),
        dissents=(Dissent("1", "Member 1", "Too soon."),),
        actions=(Action("1", "Ask the families"),),
    )
    barred = Interest("1", who="Member 2", pecuniary=True)
    plan = QualityPlan((Check("1", Element.NEED, QualityMechanism.MANAGEMENT_MEASURES),), (Link("1", "A panel"),))
    rows = (Outcome(GroupId("p"), "Pupils", 90, 1.5, 0.8, -0.5, 0.5), Outcome(GroupId("q"), "Others", 200, 0.0, 0.0))
    review = Review("ab" * 32, outcomes=rows, promised_cost=2_500, cost=3_000)
    session.change(replace(now, decision=decision, declared=(barred,), quality=plan, review=review))
    for step in (Step.DUTIES, Step.DECIDE):
        walk_in(window).go_to(step)
        yield from _settled(f"decided together, {step.name}")


def _framework(window: MainWindow) -> Iterator[str]:
    """What the council adopted, and the next version."""
    window.show_framework()
    for fold in window.view.findChildren(Fold):
        fold.set_open(opened=True)
    yield from _settled("framework")
    for cards in window.view.findChildren(RowCards):
        cards.add.click()
        yield from _settled(f"framework, {cards.add.text()}")
    for card in window.view.findChildren(RowCard)[:1]:
        card.remove.click()
    yield from _settled("framework, a row taken away")


def _handed_over(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    """A bundle of what is here, and the same once something was changed here since."""
    services = window._services
    assert services is not None
    walk = services.register.open_example()
    bundle = services.data_folder / "example.fairness"
    services.handing.giving.hand_out(walk.assessment.id, bundle)
    walk.change(replace(walk.assessment, title=walk.assessment.interests))
    theirs = services.data_folder / "apart.fairness"
    services.handing.giving.hand_out(walk.assessment.id, theirs)
    walk.undo()
    walk.change(replace(walk.assessment, title=walk.assessment.body.name))
    for path in (bundle, theirs):
        window.show_incoming([path])
        view = window.view
        assert isinstance(view, IncomingView)
        qtbot.waitUntil(lambda view=view: view._seen is not None, timeout=20_000)  # type: ignore[misc]
        yield from _settled(f"incoming, {path.stem}")
    letter = services.data_folder / "letter.fairness"
    letter.write_text("Dear clerk")
    window.show_incoming([bundle, theirs, letter])
    many = window.view
    assert isinstance(many, ManyView)
    qtbot.waitUntil(lambda: len(many.model.seen) == 3, timeout=20_000)
    yield from _settled("incoming, several")


def _without_anything(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    window.show_start()
    yield from _settled("start")
    window.show_register()
    yield from _settled("empty register")
    window.show_check()
    yield from _settled("empty check")
    check = window.view
    assert isinstance(check, CheckView)
    with qtbot.waitSignal(check.session.ended, timeout=20_000):
        check.check([CASES / "d6.fairness.json", RECORDS / "english.pdf"])
    check.pane.list.setCurrentIndex(check.session.model.index(1))
    for fold in check.findChildren(Fold):
        fold.set_open(opened=True)
    yield from _settled("check")
    window.show_trust()
    trust = window.view
    assert isinstance(trust, TrustView)
    trust.examine(RECORDS / "council-root.cer")
    for fold in trust.findChildren(Fold):
        fold.set_open(opened=True)
    yield from _settled("trusted councils")
    window.show_countersign()
    yield from _settled("countersign")
    yield from _signers(window)
    yield from _safekeeping(qtbot, window)
    for help_page in (window._show_keys, window._show_data, window._show_keys_lost, window._show_about):
        help_page()
        yield from _settled(f"help, {help_page.__name__}")
    for form in Form:
        window.start_new(form)
        for step in Step:
            walk_in(window).go_to(step)
            yield from _settled(f"new {form}, {step.name}")


def _safekeeping(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    window.show_backups()
    yield from _settled("copies, none")
    view = window.view
    assert isinstance(view, BackupsView)
    view.now.click()
    qtbot.waitUntil(lambda: view.list.count() == 1, timeout=20_000)
    view.look.click()
    qtbot.waitUntil(view.preview.restore.isVisible, timeout=20_000)
    yield from _settled("copies, one looked into")
    view.preview.ask_passphrase("")
    yield from _settled("copies, one encrypted")
    assert window._services is not None
    why = str(told(OSError("file is not a database"), Path("register.sqlite")))
    window.offer_copies(window._services.safekeeping, why)
    yield from _settled("copies, the register damaged")
    window.ask_passphrase("")
    yield from _settled("passphrase of the register")
    window.tell_opening(412_000, 1_000_000)
    yield from _settled("opening the register")
    yield from _encryption(qtbot, window)
    window.show_retention()
    yield from _settled("past the time of keeping, nothing")


def _encryption(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    window.show_encryption()
    yield from _settled("encryption, off")
    view = window.view
    assert isinstance(view, EncryptionView)
    (on,) = view.sheets
    assert isinstance(on, OnSheet)
    on.new.first.setText("spoon ladder winter copper")
    on.new.first.textEdited.emit(on.new.first.text())
    on.go.click()
    yield from _settled("encryption, not kept safe yet")
    assert window._services is not None
    window._services.encryption.switch_on("spoon ladder winter copper")
    view.refresh()
    yield from _settled("encryption, on")
    window._services.encryption.switch_off("spoon ladder winter copper")


def _signers(window: MainWindow) -> Iterator[str]:
    """Who can sign: nobody, then people in every state; each thing that is asked about them."""
    window.show_signers()
    yield from _settled("nobody can sign")
    assert window._services is not None
    identities = window._services.identities
    for name in ("Ann Clerk", "Gwen Left"):
        identities.new(name, "Clerk", "Example Parish Council", "correct horse battery")
    identities.council.revoke("Gwen Left", Ground.LEFT, "correct horse battery")
    window.show_signers()
    view = window.view
    assert isinstance(view, SignersView)
    for fold in view.findChildren(Fold):
        fold.set_open(opened=True)
    yield from _settled("who can sign")
    for button in (view.new, view.take_in, view.card, *view.signers[0].buttons.values()):
        if button.property("does") != "export":
            button.click()
            yield from _settled(f"signers, {button.text()}")
            view._closed()
    for name in ("renew_list", "passphrase", "replace"):
        view.council.buttons[name].click()
        yield from _settled(f"root, {name}")
        view._closed()


def _settled(name: str) -> Iterator[str]:
    for _round in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    yield name


def texts_on(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Everything that is read or heard of what is on show, but for what a person entered into a field."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible():
            yield from ((widget, text) for text in _texts_of(widget) if text)


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    """What is heard of every cell of a table, and of the headers above them."""
    for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(QModelIndex())):
            yield str(model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole) or "")


def sideways(root: QWidget) -> list[str]:
    """Each scrolling sheet on show that is wider than its frame, and what in it reaches beyond the edge."""
    own = [root] if isinstance(root, QScrollArea) else []
    areas = [(area, area.widget()) for area in (*own, *root.findChildren(QScrollArea)) if area.isVisible()]
    return [
        f"{type(area).__name__}: {_beyond(sheet, area.viewport().width())}"
        for area, sheet in areas
        if sheet is not None and sheet.width() > area.viewport().width()
    ]


def _beyond(sheet: QWidget, edge: int) -> str:
    out = [w for w in sheet.findChildren(QWidget) if w.isVisible() and w.mapTo(sheet, QPoint()).x() + w.width() > edge]
    return ", ".join(f"{type(w).__name__} “{getattr(w, 'text', str)()}”"[:60] for w in out[-3:])
