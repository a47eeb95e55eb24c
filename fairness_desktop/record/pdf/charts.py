"""A chart's scene on paper, in the record's palette, with its words for those who do not see it."""

from __future__ import annotations

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from ...domain.vocabulary import Floor
from ...telling.charts.chart import Chart
from ...telling.charts.scene import BOLD, SEMIBOLD, SMALL, Circle, Line, Mark, Polygon, Rect, Role, Words, hatching
from . import fonts, styles
from .tagging.tags import Element

SCALE = styles.CELL.fontSize / SMALL
"""The small text of a chart is as large as the text of a table."""

HATCH_GAP = 5 * SCALE

INKS: dict[Role, Color] = {
    Role.TEXT: styles.INK,
    Role.MUTED: styles.MUTED,
    Role.LINE: HexColor("#DDD6CA"),
    Role.EDGE: HexColor("#777C84"),
    Role.SURFACE: styles.SURFACE,
    Role.FAINT: styles.FAINT,
    Role.TINT: styles.TINT,
    Role.HATCH: HexColor("#A39B8E"),
    Role.ACCENT: styles.ACCENT,
    Role.ON_ACCENT: styles.SURFACE,
    Role.BETTER: HexColor("#2F62A3"),
    Role.WORSE: styles.WORSE,
    Role.GREEN: styles.FLOORS[Floor.GREEN],
    Role.AMBER: styles.FLOORS[Floor.AMBER],
    Role.RED: styles.FLOORS[Floor.RED],
    Role.RANK_1: styles.ACCENT,
    Role.RANK_2: HexColor("#5E86BB"),
    Role.RANK_3: HexColor("#B9CBE3"),
    Role.RANK_4: HexColor("#E9E4DB"),
    Role.ON_RANK_1: styles.SURFACE,
    Role.ON_RANK_2: HexColor("#0A1018"),
    Role.ON_RANK_3: styles.INK,
    Role.ON_RANK_4: styles.INK,
}


def face(weight: int) -> str:
    """The bundled face nearest to a weight."""
    return fonts.BOLD if weight >= BOLD else fonts.SEMIBOLD if weight >= SEMIBOLD else fonts.REGULAR


def measure(text: str, size: float, weight: int) -> float:
    """How wide a text is, in points."""
    return float(sum(stringWidth(run, font, size) for font, run in fonts.runs(text, face(weight))))


class ChartFlowable(Flowable):
    """A chart as wide as the text, never split; a reader that shows no pictures finds its words in its place."""

    def __init__(self, chart: Chart, width: float, figure: Element) -> None:
        super().__init__()
        self._figure = figure
        figure.alt = chart.in_words
        self._scene = chart.scene(width, measure, SCALE)
        self.width, self.height = self._scene.width, self._scene.height

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        self._figure.box = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(self.width, self.height))
        with canvas.tagged(self._figure):
            for mark in self._scene.marks:
                canvas.saveState()
                _draw(canvas, mark, self.height)
                canvas.restoreState()


def _draw(canvas: Canvas, mark: Mark, height: float) -> None:
    """One mark; on paper y grows upwards from the foot of the chart."""
    match mark:
        case Rect():
            _draw_rect(canvas, mark, height)
        case Line():
            _pen(canvas, mark.role, mark.thickness)
            if mark.dashed:
                canvas.setDash([4 * mark.thickness, 3 * mark.thickness])
            canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)
        case Words():
            _write(canvas, mark, height)
        case Circle():
            filled = _brush(canvas, mark.fill)
            edged = _pen(canvas, mark.outline, mark.thickness)
            canvas.circle(mark.x, height - mark.y, mark.radius, stroke=edged, fill=filled)
        case Polygon():
            path = canvas.beginPath()
            path.moveTo(mark.points[0][0], height - mark.points[0][1])
            for x, y in mark.points[1:]:
                path.lineTo(x, height - y)
            path.close()
            canvas.drawPath(path, stroke=0, fill=_brush(canvas, mark.fill))


def _brush(canvas: Canvas, role: Role | None) -> int:
    if role is not None:
        canvas.setFillColor(INKS[role])
    return int(role is not None)


def _pen(canvas: Canvas, role: Role | None, thickness: float) -> int:
    if role is not None:
        canvas.setStrokeColor(INKS[role])
        canvas.setLineWidth(thickness)
    return int(role is not None)


def _draw_rect(canvas: Canvas, mark: Rect, height: float) -> None:
    inset = mark.thickness / 2 if mark.outline else 0.0
    width, tall = max(mark.width - 2 * inset, 0.0), max(mark.height - 2 * inset, 0.0)
    box = (mark.x + inset, height - mark.y - mark.height + inset, width, tall, min(mark.radius, width / 2, tall / 2))
    if mark.hatched and mark.fill is not None:
        canvas.saveState()
        path = canvas.beginPath()
        path.roundRect(*box)
        canvas.clipPath(path, stroke=0, fill=0)
        _pen(canvas, mark.fill, 1.5 * SCALE)
        for x1, y1, x2, y2 in hatching(mark, HATCH_GAP):
            canvas.line(x1, height - y1, x2, height - y2)
        canvas.restoreState()
    filled = 0 if mark.hatched else _brush(canvas, mark.fill)
    edged = _pen(canvas, mark.outline, mark.thickness)
    if filled or edged:
        canvas.roundRect(*box, stroke=edged, fill=filled)


def _write(canvas: Canvas, mark: Words, height: float) -> None:
    x = mark.left
    canvas.setFillColor(INKS[mark.role])
    for font, run in fonts.runs(mark.text, face(mark.weight)):
        canvas.setFont(font, mark.size)
        canvas.drawString(x, height - mark.baseline, run)
        x += stringWidth(run, font, mark.size)
