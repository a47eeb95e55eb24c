"""Who gains and who loses: the mean effect on one person at each need level, under one option."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.people import Group
from ...domain.vocabulary import GroupId, OptionId
from ...i18n import _
from ...scoring.result import Result
from ...telling.figures import signed
from ..theme import BOLD, MEDIUM, SEMIBOLD, SMALL, current


@dataclass(frozen=True, slots=True)
class NeedBar:
    """One need level: mean effect on a person of it, people who gain and lose, whether anyone is there."""

    name: str
    most_in_need: bool
    people: int
    effect: float
    gain: float
    lose: float


def need_bars(assessment: Assessment, framework: Framework, result: Result, option: OptionId) -> tuple[NeedBar, ...]:
    """The bars of an option, from comfortable to severe; a group of known income stands at the nearest level."""
    means = result.option(option).mean_effects
    levels: list[list[Group]] = [[] for _level in framework.need_ladder]
    for group in assessment.groups:
        levels[_nearest_level(group, framework)].append(group)
    return tuple(_bar(assessment, framework, option, level, groups, means) for level, groups in enumerate(levels))


def _bar(
    assessment: Assessment,
    framework: Framework,
    option: OptionId,
    level: int,
    groups: list[Group],
    effects: Mapping[GroupId, float],
) -> NeedBar:
    rung = framework.need_ladder[level]
    people = sum(g.size or 0 for g in groups)
    touched = {g.id: _touched(assessment, option, g) for g in groups}
    return NeedBar(
        name=_(rung.name),
        most_in_need=rung.living_standard <= framework.need_threshold,
        people=people,
        effect=sum((g.size or 0) * effects[g.id] for g in groups) / people if people else 0.0,
        gain=sum(touched[g.id] for g in groups if effects[g.id] > 0),
        lose=sum(touched[g.id] for g in groups if effects[g.id] < 0),
    )


def _touched(assessment: Assessment, option: OptionId, group: Group) -> float:
    effect = assessment.effect(option, group.id)
    return (group.size or 0) * (effect.reach if effect is not None else 0.0)


def _nearest_level(group: Group, framework: Framework) -> int:
    if group.relative_income is None:
        return group.need_level or 0
    income = group.relative_income
    return min(framework.need_ladder, key=lambda rung: abs(rung.living_standard - income)).level


def in_words(bars: tuple[NeedBar, ...]) -> str:
    """The chart as a screen reader says it."""
    said = [
        _("{name}: {effect} a person, {gain:,.0f} gain, {lose:,.0f} lose").format(
            name=b.name, effect=signed(b.effect, 2), gain=b.gain, lose=b.lose
        )
        for b in bars
        if b.people
    ]
    return "; ".join(said)


class NeedChart(QWidget):
    """Bars up for better, hatched bars down for worse; the levels most in need stand on a ground of their own."""

    def __init__(self, bars: tuple[NeedBar, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Chart: who gains and who loses, by need"))
        self.setAccessibleDescription(in_words(bars))

    def sizeHint(self) -> QSize:
        return QSize(current().px(420), current().px(220))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = theme.px(52)
        width = (self.width() - left) / len(self._bars)
        top, line = theme.px(40), theme.px(18)
        floor = self.height() - 3.4 * line
        lowest = min(0.0, *(b.effect for b in self._bars))
        highest = max(0.3, *(b.effect for b in self._bars))
        unit = (floor - top) / (highest - lowest)
        zero = top + highest * unit
        self._ground(painter, left, width, line)
        for i, bar in enumerate(self._bars):
            column = QRectF(left + i * width, 0, width, self.height())
            self._column(painter, column, bar, (zero, unit, floor, line))
        painter.fillRect(QRectF(left, zero - 0.75, self.width() - left, 1.5), theme.colour("text"))
        self._write(painter, QRectF(0, floor + 1.2 * line, left, line), _("▲ gain"), weight=SEMIBOLD, left=True)
        self._write(painter, QRectF(0, floor + 2.2 * line, left, line), _("▼ lose"), weight=SEMIBOLD, left=True)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _ground(self, painter: QPainter, left: float, width: float, line: float) -> None:
        needy = [i for i, b in enumerate(self._bars) if b.most_in_need]
        if not needy:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("faint"))
        ground = QRectF(left + needy[0] * width, 0, len(needy) * width, self.height())
        painter.drawRoundedRect(ground, 8, 8)
        self._write(painter, QRectF(ground.x(), 2, ground.width(), line), _("most in need"), SEMIBOLD, "muted")

    def _column(
        self, painter: QPainter, column: QRectF, bar: NeedBar, levels: tuple[float, float, float, float]
    ) -> None:
        zero, unit, floor, line = levels
        theme = current()
        under = QRectF(column.x(), floor + 2, column.width(), line)
        self._write(painter, under, bar.name, MEDIUM)
        if not bar.people:
            none = QRectF(column.x(), zero - line - 4, column.width(), line)
            self._write(painter, none, _("no one"), colour="muted")
            return
        height = max(abs(bar.effect) * unit, 2)
        box = QRectF(
            column.center().x() - theme.px(14), zero - height if bar.effect >= 0 else zero, theme.px(28), height
        )
        worse = QBrush(theme.colour("worse"), Qt.BrushStyle.BDiagPattern)
        painter.setBrush(theme.colour("better") if bar.effect >= 0 else worse)
        painter.setPen(Qt.PenStyle.NoPen if bar.effect >= 0 else QPen(theme.colour("worse"), 1))
        painter.drawRoundedRect(box, 2, 2)
        y = box.y() - line - 2 if bar.effect >= 0 else max(box.y() - line - 2, 0)
        self._write(painter, QRectF(column.x(), y, column.width(), line), signed(bar.effect, 2), BOLD)
        gain = QRectF(column.x(), floor + 1.2 * line, column.width(), line)
        self._write(painter, gain, f"{bar.gain:,.0f}", SEMIBOLD if bar.gain else 400)
        lose = gain.translated(0, line)
        self._write(painter, lose, f"{bar.lose:,.0f}", SEMIBOLD if bar.lose else 400)

    def _write(
        self,
        painter: QPainter,
        where: QRectF,
        text: str,
        weight: int = 400,
        colour: str = "text",
        *,
        left: bool = False,
    ) -> None:
        painter.setFont(current().font(SMALL, weight))
        painter.setPen(current().colour(colour))
        align = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
