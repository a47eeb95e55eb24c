"""As many rows of questions as there are, each in its own frame, and a way to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...i18n import _
from ..widgets.basics import Button, Card, Hint


class HasId(Protocol):
    """A row of the exchange form that is told from its likes by its id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


Value = TypeVar("Value", bound=HasId)


class RowFields(Card, Generic[Value]):
    """The questions of one row; ``asked`` are its fields by their names in the exchange form."""

    edited = Signal()
    removed = Signal()

    def __init__(self, shown: Value) -> None:
        super().__init__(ground="window")
        self.shown = shown
        self.asked: dict[str, QWidget] = {}
        self.remove = Button(_("Remove"), "link")
        self.remove.clicked.connect(self.removed)

    def add(self, name: str, field: QWidget) -> QWidget:
        """Have a field of that name tell of its changes."""
        self.asked[name] = field
        field.edited.connect(self.edited)  # type: ignore[attr-defined]
        return field

    def finish(self) -> None:
        """Put the way to remove the row under its fields."""
        self.box.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)

    def value(self) -> Value:
        """The row as entered."""
        raise NotImplementedError

    def call_it(self, number: int) -> None:
        """Number the names that are heard, so that rows are told apart."""
        raise NotImplementedError


class RowList(QWidget, Generic[Value]):
    """Rows one under another; one nothing was said of is kept until it is removed."""

    edited = Signal()

    def __init__(self, none: str, add: str, new: Callable[[str], Value], fields: type[RowFields[Value]]) -> None:
        super().__init__()
        self._new, self._fields = new, fields
        self.rows: list[RowFields[Value]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._none = Hint(none)
        self.add = Button(add, "link")
        self._box.addWidget(self._none)
        self._box.addWidget(self.add)
        self.add.clicked.connect(self._begin)

    def value(self) -> tuple[Value, ...]:
        """The rows as entered."""
        return tuple(row.value() for row in self.rows)

    def show_rows(self, wanted: Sequence[Value]) -> None:
        """Show what the session says; what stands there already is left alone."""
        if self.value() == tuple(wanted):
            return
        for row in tuple(self.rows):
            self._drop(row)
        for value in wanted:
            self._append(value)

    def _append(self, value: Value) -> RowFields[Value]:
        row = self._fields(value)
        row.edited.connect(self.edited)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._box.insertWidget(self._box.count() - 1, row)
        row.show()  # at once, so that it can take the focus
        self._number()
        return row

    def _drop(self, row: RowFields[Value]) -> None:
        self.rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        self._none.setVisible(not self.rows)
        for number, row in enumerate(self.rows, 1):
            row.call_it(number)
        self.add.raise_()  # what is heard last is what stands last

    def _begin(self) -> None:
        taken = {row.shown.id for row in self.rows}
        fresh = next(f"{n}" for n in range(1, len(taken) + 2) if f"{n}" not in taken)
        row = self._append(self._new(fresh))
        next(iter(row.asked.values())).setFocus()
        self.edited.emit()

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, RowFields):
            self._drop(row)
            self.add.setFocus()
            self.edited.emit()

    def focus_on(self, at: int, name: str) -> QWidget:
        """Put the focus on a field of a row; on the way to add one, where there is no such row."""
        if at >= len(self.rows):
            self.add.setFocus()
            return self.add
        field = self.rows[at].asked.get(name) or next(iter(self.rows[at].asked.values()))
        field.setFocus()
        return self.rows[at]
