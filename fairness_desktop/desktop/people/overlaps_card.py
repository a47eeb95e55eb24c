"""Could one person be in two of these? Asked of each pair of groups where it could be."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.touched.overlaps import Overlap, OverlapAnswer, asked_pairs, other_pairs, with_overlap
from ...domain.vocabulary import GroupId
from ...i18n import _
from ...telling.people import group_name
from ..form import Row, side_by_side
from ..theme import MEDIUM, SEMIBOLD, SENTENCE, SMALL
from ..widgets.basics import Card, Hint, Mark, Words, clear
from ..widgets.inputs import Choice, TextLine
from ..widgets.marks import diamond_with_question

_IN_ONE, _IN_OTHER = "one", "other"
"""How the two groups in which somebody can be counted are told apart in the list."""


class OverlapsCard(Card):
    """A question a pair; another pair can be asked about, and none has to be."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(_asks, 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Words(_("Could one person be in two of these?"), SENTENCE, SEMIBOLD), 1)
        self.box.addLayout(head)
        self._about = Hint("")
        self.box.addWidget(self._about)
        self.pairs: list[PairFields] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.box.addLayout(self._rows)
        self.another = Choice([])
        self._another_row = Row(_("Ask about another two groups"), self.another)
        self.box.addWidget(self._another_row)
        self.another.edited.connect(self.edited)
        self._asked: tuple[tuple[Overlap, str, str], ...] = ()

    def show_overlaps(self, now: Assessment) -> None:
        """Show what the session says; the questions that stand there already are left alone."""
        self.setVisible(len(now.groups) > 1)
        names = {g.id: group_name(g) for g in now.groups}
        asked = asked_pairs([(g.id, g.name) for g in now.groups], now.overlaps)
        told = tuple((replace(o, answer=None, counted_in=None, note=""), names[o.group], names[o.other]) for o in asked)
        if told != self._asked:
            self._asked = told
            self._ask_anew(asked, names)
        for pair, overlap in zip(self.pairs, asked, strict=True):
            pair.show_overlap(overlap)
        self._about.setText(_about(len(asked)))
        self._offer_others(now, asked)

    def _ask_anew(self, asked: list[Overlap], names: dict[GroupId, str]) -> None:
        clear(self._rows)
        self.pairs = [PairFields(overlap, names) for overlap in asked]
        for pair in self.pairs:
            pair.edited.connect(self.edited)
            self._rows.addWidget(pair)
            pair.show()

    def _offer_others(self, now: Assessment, asked: list[Overlap]) -> None:
        others = other_pairs([g.id for g in now.groups], asked)
        self._another_row.setVisible(bool(others))
        self.another.clear()
        self.another.addItem(_("choose two groups"), None)
        for i, (one, other) in enumerate(others):
            names = group_name(now.group(one)), group_name(now.group(other))
            self.another.addItem(_("“{one}” and “{other}”").format(one=names[0], other=names[1]), str(i))

    def value(self, now: Assessment) -> Assessment:
        """The assessment with what was answered here; a likely pair not answered is not kept, it is asked again."""
        overlaps = now.overlaps
        for pair in self.pairs:
            new = pair.value()
            if new.answer is not None or new.note or any(old.pair == new.pair for old in overlaps):
                overlaps = with_overlap(overlaps, new)
        chosen = self.another.value()
        if chosen is not None:
            others = other_pairs([g.id for g in now.groups], [pair.value() for pair in self.pairs])
            overlaps = (*overlaps, Overlap(*others[int(chosen)]))
        return replace(now, overlaps=overlaps)

    def focus_on(self, where: str) -> QWidget:
        """Go to the pair of a place such as ``overlaps[a/b]``, else to the first that is open."""
        named = [p for p in self.pairs if where == f"overlaps[{p.shown.group}/{p.shown.other}]"]
        open_still = [p for p in self.pairs if p.answer.value() is None]
        found = next(iter((*named, *open_still, *self.pairs)), None)
        field: QWidget = self.another if found is None else found.answer
        field.setFocus()
        return field if found is None else found


class PairFields(QWidget):
    """The question about two groups, and a line on how the sizes were made so."""

    edited = Signal()

    def __init__(self, overlap: Overlap, names: dict[GroupId, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = overlap
        one, other = names[overlap.group], names[overlap.other]
        counted = _("Yes, and they are counted in “{name}” only")
        self.answer = Choice(
            [
                (OverlapAnswer.NO, _("No, nobody can be in both")),
                (_IN_ONE, counted.format(name=one)),
                (_IN_OTHER, counted.format(name=other)),
                (OverlapAnswer.TWICE, _("Yes, and they are counted in both so far")),
            ]
        )
        self.note = TextLine(most=500)
        self._twice = Words(_("Take them out of the group that needs less."), SMALL, MEDIUM, "amber")
        asked = _("“{one}” and “{other}”").format(one=one, other=other)
        self._note_row = Row(_("How do you know?"), self.note)
        self.note.setAccessibleName(_("How do you know? {pair}").format(pair=asked))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(side_by_side((Row(asked, self.answer), 3), (self._note_row, 2)))
        column.addWidget(self._twice)
        self.answer.edited.connect(self.edited)
        self.note.edited.connect(self.edited)

    def show_overlap(self, overlap: Overlap) -> None:
        """Show what the session says."""
        self.shown = overlap
        said: str | None = overlap.answer
        if overlap.answer is OverlapAnswer.COUNTED:
            said = _IN_ONE if overlap.counted_in == overlap.group else _IN_OTHER
        self.answer.show_value(said)
        self.note.show_value(overlap.note)
        self._note_row.setVisible(overlap.answer is not None or bool(overlap.note))
        self._twice.setVisible(overlap.answer is OverlapAnswer.TWICE)

    def value(self) -> Overlap:
        """The answer as entered."""
        said = self.answer.value()
        within = {_IN_ONE: self.shown.group, _IN_OTHER: self.shown.other}.get(said or "")
        answer = OverlapAnswer.COUNTED if within is not None else None if said is None else OverlapAnswer(said)
        return replace(self.shown, answer=answer, counted_in=within, note=self.note.value())


def _about(asked: int) -> str:
    rule = _("A person counts once, in the neediest group that holds them.")
    if asked:
        return rule
    return rule + " " + _("No two of these names say that they could; ask about any two that might.")


def _asks(painter: QPainter, rect: QRectF) -> None:
    diamond_with_question(painter, rect, "accent")
