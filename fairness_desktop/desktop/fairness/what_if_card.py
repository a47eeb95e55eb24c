"""What if: sliders for elasticity, weights and any single effect, that never change the assessment and say so."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from ...domain.errors import InvalidInputError
from ...domain.vocabulary import CriterionId, GroupId, OptionId, label
from ...i18n import _
from ...scoring.inputs import ScoringInputs, scoring_inputs
from ...scoring.result import Result
from ...scoring.what_if import Supposed, Supposition, suppose
from ...telling.figures import brief, signed
from ..announce import announce
from ..charts.score_bars import Bar, ScoreBar, scale_for
from ..form import side_by_side
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Hint, LetterBadge, Words, clear

HIGHEST_ELASTICITY = 4.0


class Judgement(QWidget):
    """A slider with its name and its value in words; steps of ``step`` from ``low`` to ``high``."""

    moved = Signal()

    def __init__(
        self, name: str, low: float, high: float, step: float, *, sign: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._step, self._sign = name, step, sign
        self._low = low
        self._begin: float | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, round((high - low) / step))
        self.slider.setPageStep(max(1, round((high - low) / step / 8)))
        self.slider.setMinimumHeight(current().px(24))
        self._value_words = Words("", SMALL, SEMIBOLD)
        self._value_words.setWordWrap(False)
        self._value_words.setMinimumWidth(current().px(118))
        self._name_words = Words(name, SMALL, MEDIUM)
        self._name_words.setMinimumWidth(current().px(158))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._name_words, 2)
        across.addWidget(self.slider, 4)
        across.addWidget(self._value_words, 2)
        self.slider.valueChanged.connect(self._moved)

    @property
    def value(self) -> float:
        """Where the slider stands."""
        return self._low + self.slider.value() * self._step

    @property
    def supposed(self) -> float | None:
        """The value, or None where it is as it was."""
        return None if self._begin is None or abs(self.value - self._begin) < self._step / 2 else self.value

    def begin_at(self, value: float) -> None:
        """Stand at the value of the assessment."""
        self._begin = self._low + round((value - self._low) / self._step) * self._step
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - self._low) / self._step))
        self.slider.blockSignals(False)
        self._say()

    def _moved(self) -> None:
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        told = signed(self.value) if self._sign else brief(round(self.value, 2))
        was = self._begin or 0.0
        if self.supposed is not None:
            told = _("{value}, not {was}").format(value=told, was=signed(was) if self._sign else brief(round(was, 2)))
        self._value_words.setText(told)
        self.slider.setAccessibleName(_("What if, {name}: {value}").format(name=self._name, value=told))


class WhatIf(QWidget):
    """The sliders on the left, what would follow on the right."""

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._inputs: ScoringInputs | None = None
        self._result: Result | None = None
        self._build()
        self._connect()

    def show_result(self, result: Result) -> None:
        """Begin again from the assessment as it stands."""
        self._result = result
        self._inputs = scoring_inputs(self._session.assessment, self._session.framework)
        framework, kind = self._inputs.framework, self._inputs.kind
        self.elasticity.begin_at(framework.elasticity.value)
        for criterion, judgement in self.weights.items():
            judgement.begin_at(framework.kinds[kind].weights[criterion])
        self._list_effects()
        self._begin_effect()

    def supposition(self) -> Supposition:
        """What the sliders suppose."""
        moved = {c: j.value for c, j in self.weights.items() if j.supposed is not None}
        place = self._place()
        effects = {} if place is None or self.effect.supposed is None else {place: self.effect.value}
        return Supposition(self.elasticity.supposed, moved, effects)

    def _build(self) -> None:
        framework = self._session.framework
        self.elasticity = Judgement(_("Elasticity η"), 0, HIGHEST_ELASTICITY, 0.05)
        most = max(w for profile in framework.kinds.values() for w in profile.weights.values())
        self.weights = {
            c.id: Judgement(_("Weight of {name}").format(name=_(c.name).lower()), 0, max(100, most), 1)
            for c in framework.criteria
        }
        self.which = QComboBox()
        self.which.setAccessibleName(_("What if, which effect"))
        self.which.setMinimumHeight(current().px(32))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(16)
        self.effect = Judgement(_("That effect"), -3, 3, 0.5, sign=True)
        self.again = Button(_("Back to what stands"))
        left, right = QWidget(), QWidget()
        self._lay_out(left)
        self._follows = QVBoxLayout(right)
        self._follows.setContentsMargins(0, 0, 0, 0)
        self._follows.setSpacing(6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(side_by_side((left, 3), (right, 2)))

    def _lay_out(self, left: QWidget) -> None:
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for judgement in (self.elasticity, *self.weights.values()):
            column.addWidget(judgement)
        column.addWidget(Hint(_("One effect, on a person it touches")))
        column.addWidget(self.which)
        column.addWidget(self.effect)
        column.addWidget(self.again)

    def _connect(self) -> None:
        for judgement in (self.elasticity, *self.weights.values(), self.effect):
            judgement.moved.connect(self._tell)
        self.which.activated.connect(self._begin_effect)
        self.again.clicked.connect(self._begin_again)

    def _begin_again(self) -> None:
        if self._result is not None:
            self.show_result(self._result)

    def _list_effects(self) -> None:
        chosen = self.which.currentData()
        self.which.clear()
        for text, place in self._effects():
            self.which.addItem(text, place)
        if chosen is not None and (at := self.which.findData(chosen)) >= 0:
            self.which.setCurrentIndex(at)
        self.effect.setEnabled(self.which.count() > 0)

    def _effects(self) -> Iterator[tuple[str, tuple[str, str, str]]]:
        """Every effect that is not 0, in words and by its place."""
        assert self._inputs is not None
        now, framework = self._session.assessment, self._session.framework
        for (option, group), effect in self._inputs.effects.items():
            for criterion in framework.criterion_ids:
                if criterion in effect.impacts:
                    name = now.group(group).name or group
                    yield f"{option}, {_(framework.criterion(criterion).name)}: {name}", (option, group, criterion)

    def _place(self) -> tuple[OptionId, GroupId, CriterionId] | None:
        data = self.which.currentData()
        return None if data is None else (OptionId(data[0]), GroupId(data[1]), CriterionId(data[2]))

    def _begin_effect(self) -> None:
        place = self._place()
        if place is not None and self._inputs is not None:
            self.effect.begin_at(self._inputs.effects[place[0], place[1]].impacts[place[2]])
        self._tell()

    def _tell(self) -> None:
        if self._inputs is None or self._result is None:
            return
        what = self.supposition()
        self.again.setEnabled(not what.nothing)
        clear(self._follows)
        try:
            supposed = suppose(self._inputs, what)
        except InvalidInputError as error:
            self._follows.addWidget(Words(_("Nothing follows: {why}.").format(why=error.message), BODY, MEDIUM, "red"))
            return
        sentence = self._sentence(what, supposed)
        self._follows.addWidget(Words(sentence, BODY, SEMIBOLD))
        self._follows.addLayout(self._bars(supposed))
        self._follows.addWidget(Hint(_("Bar: what if. Ring: as it stands.")))
        self._follows.addStretch(1)
        announce(self, sentence)

    def _sentence(self, what: Supposition, supposed: Supposed) -> str:
        assert self._result is not None
        stands = self._result.leader
        if supposed.leader is None:
            return _("No option is feasible, whatever the judgements.")
        if what.nothing:
            return _("As it stands {id} leads. Move a slider to see what would follow.").format(id=stands)
        if supposed.leader == stands:
            return _("{id} would still lead.").format(id=stands)
        return _("{id} would lead, not {other}.").format(id=supposed.leader, other=stands)

    def _bars(self, supposed: Supposed) -> QGridLayout:
        assert self._result is not None
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        stands = {o.id: o.score for o in self._result.options}
        axis = scale_for([*supposed.scores.values(), *stands.values()])
        for row, option in enumerate(o.id for o in self._result.ranked):
            leads = option == supposed.leader
            told = signed(supposed.scores[option])
            floor = label(supposed.floors[option])
            words = Words(f"{told}  {floor}", SMALL, SEMIBOLD)
            words.setWordWrap(False)
            words.setAccessibleName(
                _("{id}, what if: score {score}, floor {floor}").format(id=option, score=told, floor=floor)
            )
            grid.addWidget(LetterBadge(option, 22, leads=leads), row, 0)
            grid.addWidget(ScoreBar(Bar(supposed.scores[option], axis, stands[option], leads=leads)), row, 1)
            grid.addWidget(words, row, 2, Qt.AlignmentFlag.AlignRight)
        return grid
