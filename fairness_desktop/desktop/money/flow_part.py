"""One option over the years: its cash flow as a grid, the J-curve beside it, drawn as one types."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ...domain.errors import InvalidInputError
from ...domain.money.editing import Flow, own_lines
from ...domain.options import Option
from ...exchange.pasting.flows import Pasted, flow_from
from ...i18n import _, ngettext
from ...scoring.money.flows import FlowFigures, OptionMoney, option_money
from ...telling.charts.money.jcurve import jcurve
from ...telling.figures import UNDEFINED, percent, whole_pounds
from ...telling.money.flows import deepest_told, payback_told
from ..announce import announce
from ..charts.chart_view import ChartTable, ChartView
from ..form import side_by_side
from ..session_model import SessionModel
from ..theme import MEDIUM, SEMIBOLD, SENTENCE, SMALL
from ..widgets.basics import Button, Hint, Words, clear
from ..widgets.folding import Fold
from ..widgets.inputs import TextLine
from .flow_grid import FlowGrid
from .flow_model import FlowModel


class FlowPart(QWidget):
    """The grid to the left; curve and figures to the right."""

    changed_to = Signal(object)
    pasted = Signal(object)

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = FlowModel(session, self)
        self.grid = FlowGrid(self.model)
        self._refusal = Words("", SMALL, MEDIUM, "red")
        self._refusal.hide()
        self.paste, self.turn = Button(_("Paste from a spreadsheet")), Button(_("Turn all signs"), kind="link")
        self.agency, self.add = TextLine(most=200), Button(_("Add agency"), kind="link")
        self.rename = Button(_("Rename the column"), kind="link")
        self.agency.setPlaceholderText(_("another agency: NHS, police …"))
        self.agency.setAccessibleName(_("Name of another agency"))
        self.curve, self._tiles, self._table = _NoCurve(), Tiles(), QVBoxLayout()
        self._view: ChartView | None = None
        self._lay_out()
        self.model.changed_to.connect(self.changed_to)
        self.model.refused.connect(self.refuse)
        self.grid.table_pasted.connect(self._take)
        self.paste.clicked.connect(self._paste)
        self.turn.clicked.connect(self._turn)
        self.add.clicked.connect(self._add)
        self.rename.clicked.connect(self._rename)
        self.agency.returnPressed.connect(self._add)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Hint(_("An outlay is negative, a saving or an income positive, in pounds.")))
        column.addWidget(self.grid)
        column.addWidget(self._refusal)
        column.addLayout(side_by_side((self.agency, 1), (self.add, 0)))
        column.addLayout(side_by_side((self.paste, 0), (self.rename, 0), (self.turn, 0), (QWidget(), 1)))
        column.addStretch(1)
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(8)
        self._right.addWidget(self.curve)
        self._right.addWidget(self._tiles)
        self._right.addLayout(self._table)
        self._right.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(side_by_side((left, 1), (right, 1)))

    def show_option(self, option: Option) -> None:
        """Show its flow, and what follows from it."""
        here = self.grid.currentIndex()
        self.model.show_option(option.id)
        if here.isValid() and here.column() < self.model.columnCount():
            self.grid.setCurrentIndex(self.model.index(here.row(), here.column()))
        found = option_money(option, self._session.framework)
        self.turn.setEnabled(bool(own_lines(self.model.flow)))
        self._show_curve(option, found)
        self._tiles.show_figures(found)

    def _show_curve(self, option: Option, found: OptionMoney | None) -> None:
        self.curve.setVisible(found is None)
        if found is None:
            if self._view is not None:
                self._view.hide()
            clear(self._table)
            return
        chart = jcurve(option.id, found)
        if self._view is None:
            self._view = ChartView(chart)
            self._right.insertWidget(1, self._view)
        self._view.show_chart(chart)
        self._view.show()
        folded = self._table.itemAt(0)
        fold = folded.widget() if folded is not None else None
        opened = isinstance(fold, Fold) and fold.line.isChecked()
        clear(self._table)
        anew = Fold(_("As a table"), ChartTable(chart.table), _("{title}, as a table").format(title=chart.title))
        anew.set_open(opened=opened)
        self._table.addWidget(anew)

    def refuse(self, sentence: str) -> None:
        """Say what was not understood; an empty sentence takes it back."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.grid, sentence)

    def _paste(self) -> None:
        self._take(QGuiApplication.clipboard().text())

    def _take(self, text: str) -> None:
        try:
            found = flow_from(text)
        except InvalidInputError as error:
            self.refuse(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            return
        self.refuse("")
        self.model.forget()
        self.pasted.emit(found)

    def _turn(self) -> None:
        """For a sheet that tells costs as positive sums."""
        flow: Flow = tuple(x if x.by_mechanism else replace(x, amount=-x.amount) for x in self.model.flow)
        self.changed_to.emit(flow)

    def _add(self) -> None:
        name = self.agency.value().strip()
        if name:
            self.model.add_agency(name)
            self._go_to(name)

    def _rename(self) -> None:
        """The column the grid stands in gets the name typed."""
        name, agency = self.agency.value().strip(), self.model.agency_at(self.grid.currentIndex().column())
        if not name or agency is None:
            self.refuse(_("Go to a cell of the column, type its new name here, and press “Rename the column” again."))
            return
        self.refuse("")
        self.model.rename_agency(agency, name)
        self._go_to(name)

    def _go_to(self, agency: str) -> None:
        self.agency.setText("")
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.model.index(0, self.model.agencies.index(agency) + 1))


def pasted_in_words(found: Pasted) -> str:
    """How much was read of what was pasted, and what was taken for granted."""
    years = [line.year for line in found.lines]
    said = ngettext("{count} sum is read", "{count} sums are read", len(found.lines)).format(count=len(found.lines))
    outlays = sum(x.amount for x in found.lines if x.amount < 0)
    savings = sum(x.amount for x in found.lines if x.amount > 0)
    span = _("{said}, years {first} to {last}: {out} of outlays, {saved} of savings.").format(
        said=said, first=min(years), last=max(years), out=whole_pounds(-outlays), saved=whole_pounds(savings)
    )
    return " ".join((span, *found.notes))


class _NoCurve(QWidget):
    """What stands where the curve will be."""

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.addWidget(Words(_("The curve is drawn as you type: down while it is paid, up as it comes back."), SMALL))


class Tiles(QWidget):
    """The figures of a flow in a few words; with the optimism bias under them."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)

    def show_figures(self, found: OptionMoney | None) -> None:
        """Show them; nothing where there is no flow."""
        clear(self._grid)
        self.setVisible(found is not None)
        if found is None:
            return
        heads = (_("Worth today (NPV)"), _("Paid back"), _("Deepest gap"), _("Falls to others"))
        for at, (head, value) in enumerate(zip(heads, _figures(found.plain), strict=True)):
            row, column = at // 2 * 3, at % 2
            self._grid.addWidget(Hint(head), row, column)
            self._grid.addWidget(Words(value, SENTENCE, SEMIBOLD), row + 1, column)
            if found.biased is not None:
                biased = _("{value} with the bias").format(value=_figures(found.biased)[at])
                self._grid.addWidget(Words(biased, SMALL, colour="amber"), row + 2, column)


def _figures(figures: FlowFigures) -> tuple[str, str, str, str]:
    falls = UNDEFINED if figures.falls_to_others is None else percent(figures.falls_to_others)
    return whole_pounds(figures.npv), payback_told(figures), deepest_told(figures), falls
