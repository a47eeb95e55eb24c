"""Small painted marks: each is a shape, never a colour alone, and stands beside its word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from ...domain.progress import StepState
from ...domain.vocabulary import Floor
from ..theme import SMALL, current

_TICK = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.34))
_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))
_TRIANGLE = ((0.5, 0.02), (1, 0.94), (0, 0.94))
_DIAMOND = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))


def _at(rect: QRectF, *points: tuple[float, float]) -> QPolygonF:
    """Points given as shares of a square."""
    return QPolygonF([QPointF(rect.x() + rect.width() * x, rect.y() + rect.height() * y) for x, y in points])


def _pen(painter: QPainter, rect: QRectF, colour: str) -> None:
    pen = QPen(current().colour(colour), rect.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)


def _solid(painter: QPainter, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour(colour))


def disc_with_tick(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A filled circle with a tick."""
    _solid(painter, colour)
    painter.drawEllipse(rect)
    _pen(painter, rect, "surface")
    painter.drawPolyline(_at(rect, *_TICK))


def triangle_with_mark(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A filled triangle with an exclamation mark."""
    _solid(painter, colour)
    painter.drawPolygon(_at(rect, *_TRIANGLE))
    _pen(painter, rect, "surface")
    painter.drawPolyline(_at(rect, (0.5, 0.36), (0.5, 0.62)))
    painter.drawPoint(QPointF(rect.center().x(), rect.y() + 0.8 * rect.height()))


def octagon_with_cross(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A filled octagon with a cross."""
    _solid(painter, colour)
    painter.drawPolygon(_at(rect, *_OCTAGON))
    _pen(painter, rect, "surface")
    painter.drawPolyline(_at(rect, (0.33, 0.33), (0.67, 0.67)))
    painter.drawPolyline(_at(rect, (0.67, 0.33), (0.33, 0.67)))


def diamond_with_question(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A filled diamond with a question mark."""
    _solid(painter, colour)
    painter.drawPolygon(_at(rect, *_DIAMOND))
    painter.setFont(current().font(SMALL, 700))
    painter.setPen(current().colour("surface"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")


def dotted_ring(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A ring of dots: nothing there yet."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current().colour(colour), 2, Qt.PenStyle.DotLine))
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1))


def slashed_square(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A filled square with a slash: cannot be read."""
    _solid(painter, colour)
    painter.drawRoundedRect(rect, 3, 3)
    _pen(painter, rect, "surface")
    painter.drawPolyline(_at(rect, (0.3, 0.7), (0.7, 0.3)))


def good_mark(painter: QPainter, rect: QRectF) -> None:
    """Done, there, or allowed."""
    disc_with_tick(painter, rect, "green")


def warning_mark(painter: QPainter, rect: QRectF) -> None:
    """Wants a look."""
    triangle_with_mark(painter, rect, "amber")


def bad_mark(painter: QPainter, rect: QRectF) -> None:
    """Failed, refused, or stops a signature."""
    octagon_with_cross(painter, rect, "red")


def open_mark(painter: QPainter, rect: QRectF) -> None:
    """Not answered yet, or nothing to say."""
    dotted_ring(painter, rect, "edge")


def floor_mark(painter: QPainter, rect: QRectF, floor: Floor) -> None:
    """Circle and tick GREEN, triangle and mark AMBER, octagon and cross RED."""
    draw = {Floor.GREEN: disc_with_tick, Floor.AMBER: triangle_with_mark, Floor.RED: octagon_with_cross}
    draw[floor](painter, rect, floor.value)


def state_mark(painter: QPainter, rect: QRectF, state: StepState) -> None:
    """Ring, half disc, tick, triangle: not started, under way, complete, needs attention."""
    if state is StepState.COMPLETE:
        disc_with_tick(painter, rect, "green")
        return
    if state is StepState.NEEDS_ATTENTION:
        triangle_with_mark(painter, rect, "amber")
        return
    under_way = state is StepState.UNDER_WAY
    inner = rect.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(current().colour("accent" if under_way else "edge"), 2))
    painter.setBrush(current().colour("surface"))
    painter.drawEllipse(inner)
    if under_way:
        _solid(painter, "accent")
        painter.drawPie(inner, 90 * 16, -180 * 16)


def need_ladder(painter: QPainter, rect: QRectF, level: int) -> None:
    """Need as six rising steps, filled up to the level."""
    width = rect.width() / 6
    for i in range(6):
        height = rect.height() * (i + 1.5) / 7
        step = QRectF(rect.x() + i * width, rect.bottom() - height, width - 1.5, height)
        _solid(painter, "text" if i <= level else "surface")
        if i > level:
            painter.setPen(QPen(current().colour("edge"), 1))
            step = step.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(step, 1, 1)


def hatched(painter: QPainter, rect: QRectF, radius: float = 4) -> None:
    """Hatching: not answered; it never looks like 0."""
    theme = current()
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, theme.colour("faint"))
    painter.setPen(QPen(theme.colour("hatch"), 1))
    for i in range(int((rect.width() + rect.height()) / 7) + 1):
        x = rect.x() + i * 7
        painter.drawLine(QPointF(x - rect.height(), rect.bottom()), QPointF(x, rect.y()))
    painter.restore()


def letter_badge(painter: QPainter, rect: QRectF, letter: str, *, leads: bool) -> None:
    """An option's letter: filled for the leader, outlined for the rest."""
    theme = current()
    painter.setBrush(theme.colour("accent" if leads else "surface"))
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    painter.setFont(theme.font(SMALL if rect.width() < theme.px(24) else 15, 700))
    painter.setPen(theme.colour("on_accent" if leads else "accent"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
