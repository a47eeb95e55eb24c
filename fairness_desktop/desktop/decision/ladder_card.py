"""How close to the person it is taken: a ladder to be answered on, with a reason for each rung passed over."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.kinds.levels import Level, LevelAnswer, StepAway, own_level
from ...i18n import _
from ...telling.kinds import level_sentence
from ..form import Row
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Hint, Words, let_tab_stop_once
from ..widgets.inputs import TextArea
from .ladder import Rung, RungLook
from .part import Part

_TAKEN, _CLOSEST = "taken", "closest_lawful"


class LadderCard(Part):
    """Two answers on one ladder, the person at its foot."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("How close to the person is it taken?"))
        about = _(
            "A decision is best taken as close as possible to the person it is for. Say on which rung it is taken, and "
            "which is the lowest that the law allows; then why not on those between."
        )
        self.box.addWidget(Words(about, colour="muted"))
        self.rungs: dict[int, _RungRow] = {}
        self.groups = {name: QButtonGroup(self) for name in (_TAKEN, _CLOSEST)}
        self.box.addWidget(self._ladder())
        self.sentence = Words("", BODY, SEMIBOLD)
        self.clear = Button(_("Take back"), "link")
        self.clear.setAccessibleName(_("How close to the person is it taken?: take the answers back"))
        across = QHBoxLayout()
        across.addWidget(self.sentence, 1)
        across.addWidget(self.clear)
        self.box.addLayout(across)
        self.why_closest = TextArea(lines=2)
        form = self.form()
        help_text = _("The Act, the scheme or the grant condition that keeps it from coming closer.")
        self.ask(form, "level.why_closest", _("What stops it from being any closer?"), self.why_closest, help_text)
        self.clear.clicked.connect(self._take_back)
        if not session.framework.levels:
            self.hide()

    def _ladder(self) -> QWidget:
        ladder = QWidget()
        grid = QGridLayout(ladder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        if current().scale <= 1.3:
            for column, words in ((2, _("Taken here")), (3, _("Closest lawful"))):
                grid.addWidget(Words(words, SMALL, MEDIUM), 0, column, Qt.AlignmentFlag.AlignHCenter)
        for place, level in enumerate(reversed(self.session.framework.levels)):
            row = _RungRow(level)
            row.put(grid, 1 + 2 * place)
            self.rungs[level.level] = row
            for name, button in row.buttons.items():
                self.groups[name].addButton(button, level.level)
            row.reason.edited.connect(self.edited)
        for group in self.groups.values():
            group.idClicked.connect(self._answered)
            let_tab_stop_once(group)
        return ladder

    def refresh(self) -> None:
        now = self.session.assessment
        answer, highest = now.level, len(self.rungs) - 1
        for level, row in self.rungs.items():
            row.show_look(RungLook.of(level, answer, highest), self._tag(now, level))
            row.show_reason(answer.why_not(level), asked=level in answer.passed_over)
        for name, group in self.groups.items():
            _check(group, getattr(answer, name))
        self.why_closest.show_value(answer.why_closest)
        self.rows["level.why_closest"].setVisible(bool(answer.closest_lawful) or bool(answer.why_closest))
        self.sentence.setText(level_sentence(answer, self.session.framework))
        self.clear.setVisible(answer.taken is not None or answer.closest_lawful is not None)

    def _tag(self, now: Assessment, level: int) -> str:
        """What is to be known of a rung: whose it is, and whether the kind belongs there."""
        tags = []
        if level == own_level(now.body.kind):
            tags.append(_("this council"))
        if now.kind is not None and level == self.session.framework.kinds[now.kind].closest_level:
            tags.append(_("closest that makes sense for this kind"))
        return "; ".join(tags)

    def value(self, now: Assessment) -> Assessment:
        chosen = {name: group.checkedId() for name, group in self.groups.items()}
        taken, closest = (None if chosen[n] < 0 else chosen[n] for n in (_TAKEN, _CLOSEST))
        answer = replace(now.level, taken=taken, closest_lawful=closest, why_closest=self.why_closest.value())
        return replace(now, level=replace(answer, steps=self._steps(now.level)))

    def _steps(self, old: LevelAnswer) -> tuple[StepAway, ...]:
        """The reasons as entered, those of rungs that are not on show kept."""
        known = {s.level: s for s in old.steps}
        for level, row in self.rungs.items():
            if row.asked:
                step = replace(known.get(level, StepAway(level)), why_not=row.reason.value())
                known[level] = step
        return tuple(known[level] for level in sorted(known) if known[level].why_not or known[level].extra)

    def _answered(self, _level: int) -> None:
        for group in self.groups.values():
            let_tab_stop_once(group)
        self.edited.emit()

    def _take_back(self) -> None:
        for group in self.groups.values():
            _check(group, None)
        self.groups[_TAKEN].button(len(self.rungs) - 1).setFocus()
        self.edited.emit()

    def focus_on(self, where: str) -> QWidget | None:
        if where in ("level", f"level.{_TAKEN}", f"level.{_CLOSEST}"):
            group = self.groups[_CLOSEST if where.endswith(_CLOSEST) else _TAKEN]
            button = group.checkedButton() or group.buttons()[0]
            button.setFocus()
            return self
        if where.startswith("level.steps["):
            row = self.rungs.get(int(where.removeprefix("level.steps[").partition("]")[0]))
            if row is not None:
                row.reason.setFocus()
                return row.reason_row
        return super().focus_on(where)


class _RungRow:
    """A rung with its words, its two radio buttons, and the reason asked where it is passed over."""

    def __init__(self, level: Level) -> None:
        name = _(level.name)
        self.asked = False
        self.rung, self.rail = Rung(), Rung(bare=True)
        self.words = QWidget()
        column = QVBoxLayout(self.words)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        self._tag = Words("", SMALL, MEDIUM, "accent")
        column.addWidget(Words(name, BODY, SEMIBOLD))
        column.addWidget(Hint(_(level.about)))
        column.addWidget(self._tag)
        self.buttons = {_TAKEN: QRadioButton(), _CLOSEST: QRadioButton()}
        self.buttons[_TAKEN].setAccessibleName(_("Taken here: {level}").format(level=name))
        self.buttons[_CLOSEST].setAccessibleName(_("Closest lawful: {level}").format(level=name))
        self.reason = TextArea(lines=1)
        self.reason_row = Row(_("Why not taken here: {level}").format(level=name.lower()), self.reason)

    def put(self, grid: QGridLayout, row: int) -> None:
        """Put it into the grid, the reason under it."""
        grid.addWidget(self.rung, row, 0)
        grid.addWidget(self.words, row, 1)
        middle = Qt.AlignmentFlag.AlignCenter
        if current().scale > 1.3:
            beside = QVBoxLayout()
            for name, words in ((_TAKEN, _("Taken here")), (_CLOSEST, _("Closest lawful"))):
                self.buttons[name].setText(words)
                beside.addWidget(self.buttons[name])
            grid.addLayout(beside, row, 2)
        else:
            grid.addWidget(self.buttons[_TAKEN], row, 2, middle)
            grid.addWidget(self.buttons[_CLOSEST], row, 3, middle)
        grid.addWidget(self.rail, row + 1, 0)
        grid.addWidget(self.reason_row, row + 1, 1, 1, 3)

    def show_look(self, look: RungLook, tag: str) -> None:
        """Draw the rung, and say what is to be known of it."""
        self.rung.show_look(look)
        self.rail.show_look(look)
        self.rail.setVisible(look.passed)
        self._tag.setText(tag)
        self._tag.setVisible(bool(tag))

    def show_reason(self, why_not: str, *, asked: bool) -> None:
        """Show the reason, where one is asked for."""
        self.asked = asked
        self.reason.show_value(why_not)
        self.reason_row.setVisible(asked)


def _check(group: QButtonGroup, wanted: int | None) -> None:
    if (None if group.checkedId() < 0 else group.checkedId()) == wanted:
        return
    group.setExclusive(False)
    for button in group.buttons():
        button.setChecked(group.id(button) == wanted)
    group.setExclusive(True)
    let_tab_stop_once(group)
