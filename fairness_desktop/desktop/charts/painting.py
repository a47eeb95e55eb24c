"""A chart's scene on the screen, in the palette in force."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ...telling.charts.scene import Circle, Line, Mark, Polygon, Rect, Role, Scene, Words, hatching
from ..theme import FACE, Theme, current

HATCH_GAP = 5
"""Pixels at 100 % between the lines of a hatching."""


def measure(text: str, size: float, weight: int) -> float:
    """How wide a text is, in pixels, at a size in pixels."""
    return QFontMetricsF(_font(size, weight)).horizontalAdvance(text)


def paint(painter: QPainter, scene: Scene) -> None:
    """All marks of a scene, one over another."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in scene.marks:
        _paint(painter, theme, mark)
    painter.restore()


def _font(size: float, weight: int) -> QFont:
    font = QFont(FACE)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font


def _paint(painter: QPainter, theme: Theme, mark: Mark) -> None:
    match mark:
        case Rect():
            _paint_rect(painter, theme, mark)
        case Line():
            painter.setPen(_pen(theme, mark.role, mark.thickness, dashed=mark.dashed))
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        case Words():
            _write(painter, theme, mark)
        case Circle():
            _fill(painter, theme, mark.fill)
            painter.setPen(_pen(theme, mark.outline, mark.thickness))
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
        case Polygon():
            _fill(painter, theme, mark.fill)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in mark.points]))


def _pen(theme: Theme, role: Role | None, thickness: float, *, dashed: bool = False) -> QPen:
    if role is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(theme.colour(role), thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([4, 3])
    return pen


def _fill(painter: QPainter, theme: Theme, role: Role | None) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush if role is None else theme.colour(role))


def _paint_rect(painter: QPainter, theme: Theme, mark: Rect) -> None:
    inset = mark.thickness / 2 if mark.outline else 0.0
    box = QRectF(mark.x, mark.y, mark.width, mark.height).adjusted(inset, inset, -inset, -inset)
    radius = min(mark.radius, box.width() / 2, box.height() / 2)
    if mark.hatched and mark.fill is not None:
        _hatch(painter, theme, mark, box, radius)
    _fill(painter, theme, None if mark.hatched else mark.fill)
    painter.setPen(_pen(theme, mark.outline, mark.thickness))
    painter.drawRoundedRect(box, radius, radius)


def _hatch(painter: QPainter, theme: Theme, mark: Rect, box: QRectF, radius: float) -> None:
    """Rising lines on the ground there is; Qt's own hatching neither grows with the text nor keeps to corners."""
    painter.save()
    edge = QPainterPath()
    edge.addRoundedRect(box, radius, radius)
    painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
    painter.setPen(_pen(theme, mark.fill, 1.5 * theme.scale))
    painter.drawLines([QLineF(*ends) for ends in hatching(mark, HATCH_GAP * theme.scale)])
    painter.restore()


def _write(painter: QPainter, theme: Theme, mark: Words) -> None:
    painter.setFont(_font(mark.size, mark.weight))
    painter.setPen(theme.colour(mark.role))
    painter.drawText(QPointF(mark.left, mark.baseline), mark.text)
