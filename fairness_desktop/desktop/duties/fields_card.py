"""A duty that is answered in several texts, as a card; the equality duty with its table of nine."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.duties.answers import Characteristic, Duties
from ...domain.duties.duty_findings import is_tick, tick_sentence
from ...i18n import _
from ..form import Row
from ..theme import MEDIUM, SEMIBOLD, SENTENCE, SMALL
from ..widgets.basics import Hint, Mark, Words
from ..widgets.folding import FoldingCard
from ..widgets.inputs import TextArea
from ..widgets.marks import good_mark, open_mark, warning_mark
from .lens_model import LensModel
from .lens_table import LensTable


@dataclass(frozen=True, slots=True)
class Asked:
    """One text: its place below ``duties``, what it stands under, and what helps to write it."""

    place: str
    caption: str
    help_text: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Fields:
    """A card: its name, what it is about, and its texts; ``lens`` places the table of nine before the last of them."""

    name: str
    title: str
    about: str
    asked: tuple[Asked, ...]
    lens: bool = False

    def written(self, duties: Duties) -> int:
        """How many of its texts say something."""
        return sum(bool(duties.text(a.place).strip()) for a in self.asked)

    def weak(self, duties: Duties) -> bool:
        """Whether what is written under the equality duty is no more than a tick."""
        return self.lens and is_tick(duties.of_equality)


class FieldsCard(FoldingCard):
    """The texts of one duty, or of several that belong together."""

    edited = Signal()

    def __init__(self, fields: Fields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = fields
        self.areas: dict[str, TextArea] = {}
        self.lens: LensTable | None = None
        self.lens_model = LensModel(self)
        self._shown = Duties()
        self._mark = Mark(open_mark, 22)
        self._state = Words("", SMALL)
        self._timing, self._tick = Words("", SMALL, MEDIUM), Words("", SMALL, MEDIUM, "amber")
        top = Qt.AlignmentFlag.AlignTop
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Words(fields.title, SENTENCE, SEMIBOLD))
        names.addWidget(self._state)
        self.head.addWidget(self._mark, 0, top)
        self.head.addLayout(names, 1)
        self.head.addWidget(self.toggle, 0, top)
        self.call_it(fields.title)
        self.lens_model.changed_to.connect(self._take_lens)
        self.show_duties(Duties())

    def show_duties(self, duties: Duties, timing: str = "", *, late: bool = False) -> None:
        """Show what the session says, and when it was thought of against when it was decided."""
        self._shown = duties
        for place, area in self.areas.items():
            area.show_value(duties.text(place))
        self.lens_model.show_duties(duties)
        self._timing.setText(timing)
        self._timing.set_colour("red" if late else "text")
        _show_in_place(self._timing)
        self._say_state()

    def value(self, duties: Duties) -> Duties:
        """The duties with what was entered here."""
        for place, area in self.areas.items():
            if area.value() != duties.text(place):
                duties = duties.with_text(place, area.value())
        if self.fields.lens:
            duties = replace(duties, equality_lens=self._shown.equality_lens)
        return duties

    def holds(self, place: str) -> bool:
        """Whether a place below ``duties`` is asked here."""
        if self.fields.lens and place.startswith("equality_lens"):
            return True
        return any(a.place == place for a in self.fields.asked)

    def focus_on(self, place: str) -> None:
        """Open the card with the focus on the text at a place."""
        self.set_open(opened=True)
        if place.startswith("equality_lens") and self.lens is not None:
            names = [c.value for c in Characteristic]
            named = place.removeprefix("equality_lens[").partition("]")[0]
            at = names.index(named) if named in names else 0
            self.lens.setCurrentIndex(self.lens_model.index(at, 3))
            self.lens.setFocus()
        else:
            self.areas[place].setFocus()

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(Hint(self.fields.about))
        column.addWidget(self._timing)
        column.addWidget(self._tick)
        last = self.fields.asked[-1:] if self.fields.lens else ()
        for asked in self.fields.asked[: len(self.fields.asked) - len(last)]:
            self._ask(column, asked)
        if self.fields.lens:
            self._add_lens(column)
        for asked in last:
            self._ask(column, asked)
        _show_in_place(self._timing)
        self._say_state()

    def _ask(self, column: QVBoxLayout, asked: Asked) -> None:
        area = TextArea(lines=asked.lines)
        area.show_value(self._shown.text(asked.place))
        area.edited.connect(self.edited)
        self.areas[asked.place] = area
        column.addWidget(Row(asked.caption, area, asked.help_text))

    def _add_lens(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(_("The nine characteristics"), weight=MEDIUM))
        column.addWidget(
            Hint(
                _("Hatched: not answered yet. Arrows move, letters begin to write, Tab ends. Nothing here is added up.")
            )
        )
        self.lens = LensTable(self.lens_model)
        column.addWidget(self.lens)

    def _take_lens(self, duties: Duties) -> None:
        """A cell was written: what stands in the table is what is entered here now."""
        self._shown = duties
        self.lens_model.show_duties(duties)
        self.edited.emit()

    def _say_state(self) -> None:
        """Say how much of it is written, and what is weak about it."""
        weak, written = self.fields.weak(self._shown), self.fields.written(self._shown)
        rows = len(self._shown.equality_lens) if self.fields.lens else 0
        some = written or rows
        told = _("{written} of {all} written").format(written=written, all=len(self.fields.asked))
        if self.fields.lens:
            told += "; " + _("{rows} of 9 characteristics begun").format(rows=rows)
        self._state.setText(_("needs attention") if weak else told if some else _("not answered yet"))
        self._mark.show_mark(warning_mark if weak else good_mark if some else open_mark)
        self._tick.setText(tick_sentence() if weak else "")
        _show_in_place(self._tick)


def _show_in_place(words: Words) -> None:
    """Show words that say something, once they stand on the card: alone they would be a window of their own."""
    words.setVisible(bool(words.text()) and words.parent() is not None)
