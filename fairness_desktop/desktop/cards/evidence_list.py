"""What a need level rests on: pieces of evidence, each with its grade and its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...domain.people import NeedEvidence
from ...domain.vocabulary import Grade, label
from ...i18n import _
from ...telling.people import areas_sentence
from ..form import side_by_side
from ..widgets.basics import Button, Hint
from ..widgets.inputs import Choice, TextLine


class EvidenceList(QWidget):
    """As many pieces as there are; one with neither grade nor source is none."""

    edited = Signal()
    areas_wanted = Signal()

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self.pieces: list[Piece] = []
        self._shown: tuple[NeedEvidence, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._none = Hint(_("No evidence named yet: income, benefit or care eligibility, an area's decile, a survey."))
        self.add = Button(_("Add evidence"), kind="link")
        self.add.setAccessibleName(_("What does that rest on?: add evidence"))
        self._box.addWidget(self._none)
        self.from_areas = Button(_("Where they live, from an index of deprivation"), kind="link")
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.add)
        across.addWidget(self.from_areas)
        across.addStretch(1)
        self._box.addLayout(across)
        self.from_areas.setVisible(framework.areas is not None)  # in its place: alone it would be a window
        self.add.clicked.connect(self._begin)
        self.from_areas.clicked.connect(self.areas_wanted)

    def value(self) -> tuple[NeedEvidence, ...]:
        """The pieces as entered."""
        pieces = (piece.value() for piece in self.pieces)
        return tuple(p for p in pieces if p.grade is not None or p.source or p.areas or p.extra)

    def show_evidence(self, evidence: Sequence[NeedEvidence]) -> None:
        """Show what the session says; what stands there already is left alone, a piece just begun too."""
        if tuple(evidence) == self._shown:
            return
        self._shown = tuple(evidence)
        if self.value() == self._shown:
            return
        for piece in tuple(self.pieces):
            self._drop(piece)
        for shown in evidence:
            self._append(shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.add.setFocus(event.reason())

    def _append(self, shown: NeedEvidence) -> Piece:
        piece = Piece(shown, self._framework)
        piece.edited.connect(self.edited)
        piece.removed.connect(self._remove)
        self.pieces.append(piece)
        self._box.insertWidget(self._box.count() - 1, piece)
        piece.show()  # at once, so that it can take the focus
        self._number()
        return piece

    def _drop(self, piece: Piece) -> None:
        self.pieces.remove(piece)
        self._box.removeWidget(piece)
        piece.hide()
        piece.deleteLater()
        self._number()

    def _number(self) -> None:
        self._none.setVisible(not self.pieces)
        for number, piece in enumerate(self.pieces, 1):
            piece.call_it(number)
        self.add.raise_()  # what is heard last is what stands last
        self.from_areas.raise_()

    def _begin(self) -> None:
        self._append(NeedEvidence()).grade.setFocus()

    def _remove(self) -> None:
        piece = self.sender()
        if isinstance(piece, Piece):
            self._drop(piece)
            self.add.setFocus()
            self.edited.emit()


class Piece(QWidget):
    """One piece of evidence."""

    edited = Signal()
    removed = Signal()

    def __init__(self, shown: NeedEvidence, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.grade = Choice([(g.value, f"{g.value}  {label(g)}") for g in Grade])
        self.grade.show_value(shown.grade)
        self.source = TextLine()
        self.source.setPlaceholderText(_("where it comes from"))
        self.source.show_value(shown.source)
        self.remove = Button(_("Remove"), kind="link")
        across = side_by_side((self.grade, 2), (self.source, 5), (self.remove, 0))
        across.setContentsMargins(0, 0, 0, 0)
        across.setAlignment(self.remove, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(across)
        if shown.areas:
            column.addWidget(Hint(areas_sentence(shown, framework)))
        self.grade.edited.connect(self.edited)
        self.source.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    def call_it(self, number: int) -> None:
        """The number it is heard under."""
        self.grade.setAccessibleName(_("Grade of evidence {number}").format(number=number))
        self.source.setAccessibleName(_("Source of evidence {number}").format(number=number))
        self.remove.setAccessibleName(_("Remove evidence {number}").format(number=number))

    def value(self) -> NeedEvidence:
        """The piece as entered."""
        grade = self.grade.value()
        return replace(self._shown, grade=None if grade is None else Grade(grade), source=self.source.value())
