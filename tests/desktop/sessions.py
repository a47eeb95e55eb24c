"""A session with nothing on disk, and finding things on a page the way a person does: by their names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain import history
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.history import Act, Note
from fairness_desktop.domain.register import Standings
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.ports import Assessments
from fairness_desktop.services.walk import Walk

Found = TypeVar("Found", bound=QWidget)

CASES = Path(__file__).parents[1] / "cases"


NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class Kept:
    """All that a walk asks of a store; ``full`` makes every save fail."""

    def __init__(self, first: Assessment) -> None:
        self._first = first
        self.saved: list[Assessment] = []
        self.full = False

    def save(self, assessment: Assessment, _standings: Standings, _note: Note, _based_on: str) -> history.Kept:
        if self.full:
            raise StorageError("The disk is full.")
        self.saved.append(assessment)
        return history.Kept(len(self.saved) + 1, "")

    def state(self, _wanted: AssessmentId, number: int) -> Assessment:
        return (self._first, *self.saved)[number - 1]

    def trail(self, _wanted: AssessmentId) -> history.Trail:
        return history.trail([Act.BEGUN], "")


def play_area(known: Frameworks) -> Assessment:
    """Six groups, four options, a parish."""
    return read(CASES / "d6.fairness.json", known)


def session_with(assessment: Assessment, known: Frameworks) -> SessionModel:
    """A session over a walk through that assessment; the pages that only enter things ask nothing of the services."""
    framework = known[assessment.framework.id, assessment.framework.version]
    walk = Walk(cast(Assessments, Kept(assessment)), assessment, framework, _now, str)
    return SessionModel(walk, cast(Services, None))


def _now() -> datetime:
    return NOW


def heard_as(widget: QWidget) -> str:
    """What a widget is called aloud."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def named(page: QWidget, kind: type[Found], name: str) -> Found:
    """The one widget of that kind on show that is heard under that name."""
    found = [w for w in page.findChildren(kind) if name in (w.accessibleName(), heard_as(w)) and w.isVisibleTo(page)]
    assert len(found) == 1, f"{len(found)} things are called “{name}”"
    return found[0]


def words_on(page: QWidget) -> str:
    """All words on show."""
    return " | ".join(w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page) and w.text())


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click what is called so, once it stands in its place."""
    button = named(page, QAbstractButton, name)
    qtbot.waitUntil(lambda: button.height() >= button.minimumSizeHint().height())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, page: QWidget, name: str, text: str) -> None:
    """Type over what stands in a line, and go on."""
    line = named(page, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    if text:
        qtbot.keyClicks(line, text)
    else:
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
