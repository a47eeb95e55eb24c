"""How an option is paid for: seven choices, each with its own few fields, worked out as one types."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.money.mechanisms import OF_KIND, Mechanism, MechanismKind, kind_of, mechanism_name
from ...domain.options import Option
from ...domain.vocabulary import Grade, label
from ...i18n import _
from ...scoring.money.mechanisms import work_out
from ...scoring.money.remarks import same_sums
from ...scoring.money.working import Working
from ...telling.charts.chart import Figures
from ...telling.money.mechanisms import about, figures_told, headline, year_by_year
from ..charts.chart_view import ChartTable
from ..form import Row, side_by_side
from ..theme import MEDIUM
from ..widgets.basics import Button, Hint, Words, clear
from ..widgets.choice_cards import ChoiceCards
from ..widgets.folding import Fold
from ..widgets.inputs import Choice, TextArea
from .asked_fields import OF_AGENCIES, AskedFields


class MechanismPart(QWidget):
    """The choice folds up once made; what it comes to stands under its fields."""

    edited = Signal()
    chosen = Signal(str)
    taken_out = Signal()
    put_in = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: MechanismKind | None = None
        self.fields: AskedFields | None = None
        self.choices = ChoiceCards([(k.value, mechanism_name(k), about(k)) for k in MechanismKind])
        self.fold = Fold(_("How it is paid for"), self.choices)
        self.assumptions = TextArea(lines=2)
        self.confidence = Choice([(g.value, f"{g.value}  {label(g)}") for g in Grade])
        self.put, self.out = Button(_("Put it into the cash flow")), Button(_("Take the mechanism out"), kind="link")
        self.rows = {
            "assumptions": Row(_("What is taken for granted?"), self.assumptions),
            "confidence": Row(_("How good is the evidence for it?"), self.confidence),
        }
        self._lay_out()
        self.choices.edited.connect(self._choose)
        self.assumptions.edited.connect(self.edited)
        self.confidence.edited.connect(self.edited)
        self.put.clicked.connect(self.put_in)
        self.out.clicked.connect(self.taken_out)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.fold)
        self._asked = QVBoxLayout()
        box.addLayout(self._asked)
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(12)
        more.addLayout(side_by_side((self.rows["assumptions"], 2), (self.rows["confidence"], 1)))
        self._says, self._state = Words("", weight=MEDIUM), Hint("")
        more.addWidget(self._says)
        self._figures = QVBoxLayout()
        more.addLayout(self._figures)
        more.addWidget(self._state)
        more.addLayout(side_by_side((self.put, 0), (self.out, 0), (QWidget(), 1)))
        box.addWidget(self._more)

    def show_option(self, option: Option) -> None:
        """Show the mechanism the option has, and what it comes to."""
        mechanism = option.mechanism
        kind = None if mechanism is None else kind_of(mechanism)
        self.choices.show_value(kind)
        if kind is not self._kind:
            self._ask(kind)
        self.fold.say(_("not chosen") if kind is None else mechanism_name(kind))
        self._more.setVisible(mechanism is not None)
        if mechanism is None or self.fields is None:
            return
        self.fields.show_value(mechanism)
        self.assumptions.show_value(mechanism.assumptions)
        self.confidence.show_value(mechanism.confidence)
        self._show_working(option, mechanism, work_out(mechanism))

    def _ask(self, kind: MechanismKind | None) -> None:
        self._kind = kind
        clear(self._asked)
        self.fields = None if kind is None else AskedFields(OF_KIND[kind], OF_AGENCIES)
        if self.fields is not None:
            self._asked.addWidget(self.fields)
            self.fields.edited.connect(self.edited)
        self.fold.set_open(opened=False)

    def _show_working(self, option: Option, mechanism: Mechanism, working: Working | None) -> None:
        opened = any(fold.line.isChecked() for fold in self.findChildren(Fold) if fold is not self.fold)
        clear(self._figures)
        self.put.setEnabled(working is not None)
        if working is None:
            self._says.setText(_("It is worked out as soon as every field is answered."))
            self._state.setText("")
            return
        self._says.setText(headline(mechanism, working))
        figures = Figures((_("What it comes to"), _("Figure")), figures_told(working), frozenset({1}))
        for title, table in ((_("Figures"), figures), (_("Year by year"), year_by_year(working))):
            fold = Fold(title, ChartTable(table), _("{title}, as a table").format(title=title))
            fold.set_open(opened=opened)
            self._figures.addWidget(fold)
        self._say_where(option, working)

    def _say_where(self, option: Option, working: Working) -> None:
        ours = [line for line in option.cash_flow or () if line.by_mechanism]
        inside = bool(ours) and same_sums(ours, working.lines)
        self.put.setVisible(not inside)
        self._state.setText(
            _("It is in the cash flow, and follows every change here.")
            if inside
            else _("It counts in the net cost once it is in the cash flow.")
        )

    def value(self, old: Mechanism | None) -> Mechanism | None:
        """The mechanism as entered."""
        if old is None or self.fields is None or kind_of(old) is not self._kind:
            return old
        grade = self.confidence.value()
        entered = self.fields.value(old)
        return replace(
            entered, assumptions=self.assumptions.value(), confidence=None if grade is None else Grade(grade)
        )

    def _choose(self) -> None:
        kind = self.choices.value()
        if kind is not None:
            self.chosen.emit(kind)

    def focus_on(self, name: str) -> QWidget:
        """Put the focus on a field of the mechanism."""
        if name in self.rows and self._kind is not None:
            self.rows[name].field.setFocus()
            return self.rows[name]
        if self.fields is not None:
            return self.fields.focus_on(name)
        self.fold.set_open(opened=True)
        self.fold.line.setFocus()
        return self.fold
