"""What happened to each group, beside what it was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.errors import InvalidInputError
from ...domain.reviewing.review import Outcome
from ...i18n import _
from ...telling.figures import signed
from ...telling.reviewing.sentences import promised_words
from ..form import Row, side_by_side
from ..theme import BODY, SEMIBOLD
from ..widgets.basics import Card, Hint, Words, clear
from ..widgets.inputs import Choice, NumberLine, TextArea

HALVES = [n / 2 for n in range(6, -7, -1)]
WHOLE = 100


def _said(effect: float) -> str:
    """An effect with its anchor; a half lies between two."""
    anchors = (_("no change"), _("noticeable, minor"), _("clearly changes daily life"), _("life-changing"))
    figure, size = signed(effect, 1), abs(effect)
    return f"{figure}  {anchors[int(size)]}" if size == int(size) else figure


class OutcomeRow(Card):
    """One group: the promise in words, then share reached, effect, and why one thinks so."""

    edited = Signal()

    def __init__(self, shown: Outcome) -> None:
        super().__init__(ground="window")
        self.shown = shown
        name = shown.name or shown.group
        self.box.addWidget(Words(name, BODY, SEMIBOLD))
        self.box.addWidget(Hint(_("Promised: {what}").format(what=promised_words(shown))))
        self.reach, self.because = NumberLine(), TextArea(lines=1)
        self.outcome = Choice([(str(effect), _said(effect)) for effect in HALVES])
        self._reach = Row(_("Share reached, %"), self.reach)
        columns = (
            (self._reach, 3),
            (Row(_("Effect on each of them"), self.outcome), 4),
            (Row(_("How it is known"), self.because), 5),
        )
        self.box.addLayout(side_by_side(*columns))
        for field, heard in (
            (self.reach, _("Share of {group} that was reached, in percent")),
            (self.outcome, _("Effect on each person of {group} that was reached")),
            (self.because, _("How it is known what happened to {group}")),
        ):
            field.setAccessibleName(heard.format(group=name))
            field.edited.connect(self.edited)
        self.show_outcome(shown)

    def show_outcome(self, one: Outcome) -> None:
        """Show what the session says."""
        self.shown = one
        self.reach.show_number(None if one.reach is None else round(one.reach * WHOLE, 6))
        self.outcome.show_value(None if one.outcome is None else str(float(one.outcome)))
        self.because.show_value(one.because)
        self.outcome.setEnabled(one.reach != 0)

    def value(self) -> Outcome:
        """The row as entered."""
        chosen = self.outcome.value()
        return replace(
            self.shown,
            reach=self._reach.read(partial(_share, self.reach), self.shown.reach),
            outcome=None if chosen is None else float(chosen),
            because=self.because.value(),
        )


def _share(field: NumberLine) -> float | None:
    percent = field.number()
    if percent is None:
        return None
    if not 0 <= percent <= WHOLE:
        raise InvalidInputError("reach", _("must be from 0 to 100 percent"))
    return percent / WHOLE


class OutcomeRows(QWidget):
    """As many as the promise has groups."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[OutcomeRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what the session says; rows are built anew only where another promise is shown."""
        if [_promise(row.shown) for row in self.rows] != [_promise(one) for one in outcomes]:
            clear(self._box)
            self.rows = [OutcomeRow(one) for one in outcomes]
            for row in self.rows:
                self._box.addWidget(row)
                row.edited.connect(self.edited)
        for row, one in zip(self.rows, outcomes, strict=True):
            row.show_outcome(one)

    def value(self) -> tuple[Outcome, ...]:
        """The rows as entered."""
        return tuple(row.value() for row in self.rows)

    def focus_on(self, group: str) -> QWidget | None:
        """Put the focus on the row of a group, the first where none is named."""
        wanted = [row for row in self.rows if row.shown.group == group] or self.rows
        if not wanted:
            return None
        wanted[0].reach.setFocus()
        return wanted[0]


def _promise(one: Outcome) -> Outcome:
    """The outcome with nothing answered."""
    return replace(one, outcome=None, reach=None, because="")
