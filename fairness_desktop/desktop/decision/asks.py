"""What a kind of decision asks for: its weights, its level, what should be there first, its checks, its red flags."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.kinds.conditions import holds
from ...domain.kinds.profile import KindProfile
from ...i18n import _
from ...telling.kinds import quality_sentence, weights_sentence
from ..theme import MEDIUM, SMALL
from ..widgets.basics import Card, Hint, Mark, Words, clear
from ..widgets.marks import good_mark, open_mark, warning_mark

Line = tuple[str, str]
"""A mark's name and the words beside it."""


class KindAsks(Card):
    """The profile of the kind chosen, each demand with a mark that says whether it is met."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="tint")
        self._framework = framework
        self._told: tuple[Line, ...] = ()
        self._head = Words("", weight=MEDIUM)
        self.box.addWidget(self._head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.box.addLayout(self._lines)
        self.hide()

    def show_kind(self, now: Assessment) -> None:
        """Show what the kind taken asks for; nothing while none is, or where the framework does not say."""
        profile = None if now.kind is None else self._framework.kinds[now.kind]
        self.setVisible(profile is not None and bool(profile.headline_says))
        if profile is None or not profile.headline_says:
            return
        self._head.setText(_(profile.headline_says))
        lines = self._of(profile, now)
        if lines != self._told:
            self._told = lines
            clear(self._lines)
            for mark, words in lines:
                line = _line(mark, words)
                self._lines.addWidget(line)
                line.show()

    def _of(self, profile: KindProfile, now: Assessment) -> tuple[Line, ...]:
        lines = [("", weights_sentence(profile, self._framework))]
        level = None if profile.closest_level is None else self._framework.level(profile.closest_level)
        if level is not None:
            lines.append(("", _("Best taken no further from the person than: {level}.").format(level=_(level.name))))
        if profile.quality:
            lines.append(("", quality_sentence(profile.quality)))
        if profile.efficiency_asks:
            lines.append(("", _("Efficiency: {question}").format(question=_(profile.efficiency_asks))))
        for demand in profile.before_scoring:
            met = holds(demand.condition, now, self._framework)
            lines.append(("met" if met else "open", _(demand.says)))
        flags = (f for f in profile.red_flags if now.effects and holds(f.condition, now, self._framework))
        return (*lines, *(("flag", _(flag.says)) for flag in flags))


def _line(mark: str, words: str) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    if mark:
        said = {"met": _("There: {what}"), "open": _("Not there yet: {what}"), "flag": _("Red flag: {what}")}
        across.addWidget(
            Mark({"met": good_mark, "open": open_mark, "flag": warning_mark}[mark], 18), 0, Qt.AlignmentFlag.AlignTop
        )
        across.addWidget(Words(said[mark].format(what=words), SMALL), 1)
    else:
        across.addWidget(Hint(words), 1)
    return line
