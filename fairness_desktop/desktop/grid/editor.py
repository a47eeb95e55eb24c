"""The editor strip: the chosen cell of the grid, with worded anchors."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.effects import Cell
from ...domain.errors import InvalidInputError
from ...domain.framework import Criterion
from ...domain.short.form import with_grade_of_option
from ...domain.vocabulary import CriterionId, Grade, GroupId, OptionId, label
from ...i18n import _
from ...telling.figures import signed
from ...telling.sentences import option_name
from ..announce import announce
from ..session_model import SessionModel
from ..theme import BODY, BOLD, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Card, Hint, Words
from ..widgets.inputs import NumberLine, TextArea
from .scale_input import ScaleInput, anchor


class CriterionLine:
    """One criterion: its name, a scale, the value and what it means."""

    def __init__(self, criterion: Criterion, grid: QGridLayout, row: int) -> None:
        self.criterion = criterion
        self.scale = ScaleInput(criterion)
        self._value = Words("", BODY, BOLD)
        self._value.setMinimumWidth(current().px(44))
        self._anchor = Hint()
        name = Words(_(criterion.name), SMALL, MEDIUM)
        name.setToolTip(_(criterion.asks))
        name.setWordWrap(False)
        self._minus, self._plus = _nudge("−", criterion), _nudge("+", criterion)
        self._minus.clicked.connect(self._lower)
        self._plus.clicked.connect(self._raise)
        for column, widget in enumerate((name, self._minus, self.scale, self._plus, self._value, self._anchor)):
            grid.addWidget(widget, row, column)

    def show_impact(self, impact: float | None, *, touched: bool) -> None:
        """Show what the session says; people who are not touched have no effect to answer."""
        self.scale.show_impact(impact)
        self.scale.setEnabled(touched)
        self._minus.setEnabled(touched)
        self._plus.setEnabled(touched)
        self._value.setText("–" if impact is None else signed(impact) if impact else "0")
        self._anchor.setText(anchor(self.criterion, impact) if touched else _("not touched"))
        self._anchor.set_colour("amber" if impact is None and touched else "muted")

    def _lower(self) -> None:
        self.scale.answer((self.scale.impact() or 0.0) - 0.5)

    def _raise(self) -> None:
        self.scale.answer((self.scale.impact() or 0.0) + 0.5)


def _nudge(sign: str, criterion: Criterion) -> Button:
    """A small button for the mouse; the keyboard has the scale itself."""
    button = Button(sign)
    side = current().px(26)
    button.setFixedSize(side, side)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    word = _("half a step lower") if sign == "−" else _("half a step higher")
    button.setAccessibleName(f"{_(criterion.name)}: {word}")
    return button


class CellEditor(Card):
    """What an option does to a touched person of a group, against carrying on as now."""

    left = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pair: tuple[OptionId, GroupId] | None = None
        self.setAccessibleName(_("The chosen cell"))
        self._build()
        self._connect()

    @property
    def pair(self) -> tuple[OptionId, GroupId] | None:
        """Which cell is being edited."""
        return self._pair

    def _build(self) -> None:
        head = QHBoxLayout()
        self._title = Words("", BODY, SEMIBOLD)
        self.untouched = QCheckBox(_("This option does not touch them"))
        self.untouched.setFont(current().font(SMALL))
        head.addWidget(self._title, 1)
        head.addWidget(self.untouched)
        self.box.addLayout(head)
        narrow = current().scale > 1.3
        body: QHBoxLayout | QVBoxLayout = QVBoxLayout() if narrow else QHBoxLayout()
        body.setSpacing(24)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(5, 3)
        self.lines = {c.id: CriterionLine(c, grid, i) for i, c in enumerate(self._session.criteria)}
        body.addLayout(grid, 5)
        body.addLayout(self._side(), 2)
        self.box.addLayout(body)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(6)
        self.reach = NumberLine()
        self.reach.setPlaceholderText(_("? %"))
        self.reach.setAccessibleName(_("Reach in percent"))
        self.reach.setAccessibleDescription(_("The share of the group that the option touches."))
        self.reach.setMaximumWidth(current().px(72))
        self._people = Hint()
        line = QHBoxLayout()
        line.addWidget(_caption(_("Reach"), self.reach))
        line.addWidget(self.reach)
        line.addWidget(self._people, 1)
        side.addLayout(line)
        self._grade_row = QWidget()
        grades = QHBoxLayout(self._grade_row)
        grades.setContentsMargins(0, 0, 0, 0)
        grades.setSpacing(4)
        grades.addWidget(Words(_("Grade"), SMALL, MEDIUM))
        self.grades = {grade: _grade_button(grade) for grade in Grade}
        for button in self.grades.values():
            grades.addWidget(button)
        grades.addStretch(1)
        side.addWidget(self._grade_row)
        self._error = Words("", SMALL, MEDIUM, "red")
        self._error.hide()
        side.addWidget(self._error)
        self.because = TextArea(lines=2)
        self.because.setAccessibleName(_("Because"))
        side.addWidget(_caption(_("Because"), self.because))
        side.addWidget(self.because)
        side.addStretch(1)
        return side

    def _connect(self) -> None:
        for line in self.lines.values():
            line.scale.edited.connect(self.commit)
            line.scale.left.connect(self.left)
        self.reach.edited.connect(self.commit)
        self.because.edited.connect(self.commit)
        self.untouched.clicked.connect(self._touch)
        for button in self.grades.values():
            button.clicked.connect(self._grade)
        self._session.changed.connect(self.refresh)

    def edit(self, pair: tuple[OptionId, GroupId] | None) -> None:
        """Edit another cell from now on; what was typed in this one is kept."""
        if pair != self._pair:
            self.flush()
            self._pair = pair
            self._tell("")
        self.refresh()

    def show_grades(self, *, shown: bool) -> None:
        """Ask for an evidence grade or not: it belongs to what was agreed, not to one person's view."""
        self._grade_row.setVisible(shown)

    def flush(self) -> None:
        """Tell the session of what was typed without waiting."""
        self.reach.flush()
        self.because.flush()

    def focus_on(self, key: str = "") -> None:
        """Take the focus; a digit or sign typed in the grid goes to the first criterion."""
        first = next((ln for ln in self.lines.values() if ln.scale.impact() is None), None)
        line = first or next(iter(self.lines.values()))
        if self._cell().touched:
            line.scale.setFocus()
            if key:
                line.scale.type(key)
        else:
            self.untouched.setFocus()

    def refresh(self) -> None:
        """Show what the session says of the cell; one whose group or option is gone is edited no more."""
        if self._pair not in tuple(self._session.assessment.pairs()):
            self._pair = None
        self.setVisible(self._pair is not None)
        if self._pair is None:
            return
        option, group_id = self._pair
        now, cell = self._session.assessment, self._cell()
        group = now.group(group_id)
        name = option_name(now, option)
        said = _("{id} for {group}").format(id=option, group=group.name or group.id)
        self._title.setText(said)
        self._title.setToolTip(f"{option}: {name}")
        self.untouched.setChecked(not cell.touched)
        for criterion, line in self.lines.items():
            line.show_impact(cell.impacts.get(criterion), touched=cell.touched)
        self.reach.show_number(None if cell.reach is None else round(cell.reach * 100, 6))
        self.because.show_value(cell.because)
        for grade, button in self.grades.items():
            _turn(button, on=grade is cell.grade)
        people = "" if cell.reach is None or group.size is None else f"{cell.reach * group.size:,.0f}"
        self._people.setText(_("{count} people").format(count=people) if people else "")

    def commit(self) -> None:
        """Send what is entered to the session; a reach that is none is said beside it and left as it stands."""
        if self._pair is None:
            return
        try:
            reach = self.reach.number()
            cell = replace(
                self._cell(),
                reach=None if reach is None else reach / 100,
                impacts=self._impacts(),
                because=self.because.value(),
                touched=True,
            )
        except InvalidInputError as error:
            self._tell(error.message if error.where != "reach" else _("Reach must be from 0 to 100 %."))
            return
        self._tell("")
        if cell.blank and not self._cell().touched:
            return
        self._put(cell)

    @property
    def problem(self) -> str:
        """What is wrong with the reach that stands there; empty where nothing is."""
        return self._error.text()

    def _tell(self, sentence: str) -> None:
        if sentence and sentence != self._error.text():
            announce(self.reach, sentence)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _impacts(self) -> dict[CriterionId, float]:
        impacts = {c: x for c, x in self._cell().impacts.items() if c not in self.lines}  # kept, not asked
        for criterion, line in self.lines.items():
            impact = line.scale.impact()
            if impact is not None:
                impacts[criterion] = impact
        return impacts

    def _cell(self) -> Cell:
        assert self._pair is not None
        return self._session.assessment.cell(*self._pair, self._session.framework.criterion_ids)

    def _put(self, cell: Cell) -> None:
        assert self._pair is not None
        now, criteria = self._session.assessment, self._session.framework.criterion_ids
        cell = with_grade_of_option(now, self._pair, cell)
        self._session.change(now.with_cell(*self._pair, cell, criteria))

    def _touch(self) -> None:
        self._put(Cell(touched=not self.untouched.isChecked()))

    def _grade(self) -> None:
        button = self.sender()
        assert button is not None
        chosen = Grade(button.property("grade"))
        cell = self._cell()
        self._put(replace(cell, grade=None if cell.grade is chosen else chosen, touched=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _caption(text: str, field: QWidget) -> Words:
    words = Words(text, SMALL, MEDIUM)
    words.setBuddy(field)
    return words


def _grade_button(grade: Grade) -> Button:
    button = Button(grade.value)
    button.setFixedSize(current().px(32), current().px(28))
    button.setProperty("grade", grade.value)
    button.setCheckable(True)
    button.setToolTip(f"{grade.value}: {label(grade)}")
    button.setAccessibleName(_("Evidence grade {grade}: {words}").format(grade=grade.value, words=label(grade)))
    return button


def _turn(button: Button, *, on: bool) -> None:
    button.setChecked(on)
    button.setProperty("on", on)
    button.update()
