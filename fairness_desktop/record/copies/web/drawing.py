"""A chart's scene as a drawing within a page; its colours are roles, which the page's style paints light or dark."""

from __future__ import annotations

from collections.abc import Iterator

from ....telling.charts.chart import Chart
from ....telling.charts.scene import Circle, Line, Mark, Polygon, Rect, Role, Words, hatching
from .markup import element, escaped
from .widths import measure

WIDTH = 720.0
"""Pixels; on a narrower screen the whole drawing is smaller, and the table under it has the same figures."""

HATCH_GAP = 5.0


def drawn(chart: Chart) -> str:
    """The chart as SVG; for those who do not see it, in words."""
    scene = chart.scene(WIDTH, measure)
    marks = "".join(part for mark in scene.marks for part in _marks(mark))
    return element(
        "svg",
        marks,
        viewBox=f"0 0 {_n(scene.width)} {_n(scene.height)}",
        role="img",
        aria_label=f"{chart.title}. {chart.in_words}",
    )


def _marks(mark: Mark) -> Iterator[str]:
    match mark:
        case Rect():
            yield from _rect(mark)
        case Line():
            yield _line(mark.x1, mark.y1, mark.x2, mark.y2, mark.role, mark.thickness, dashed=mark.dashed)
        case Words():
            yield _words(mark)
        case Circle():
            look = _look(mark.fill, mark.outline, mark.thickness)
            yield element("circle", cx=_n(mark.x), cy=_n(mark.y), r=_n(mark.radius), **look)
        case Polygon():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in mark.points)
            yield element("polygon", points=points, **_look(mark.fill, None, 0))


def _rect(mark: Rect) -> Iterator[str]:
    inset = mark.thickness / 2 if mark.outline else 0.0
    if mark.hatched and mark.fill is not None:
        for x1, y1, x2, y2 in hatching(mark, HATCH_GAP):
            yield _line(x1, y1, x2, y2, mark.fill, 1.5)
    fill = None if mark.hatched else mark.fill
    if fill is None and mark.outline is None:
        return
    yield element(
        "rect",
        x=_n(mark.x + inset),
        y=_n(mark.y + inset),
        width=_n(max(mark.width - 2 * inset, 0)),
        height=_n(max(mark.height - 2 * inset, 0)),
        rx=_n(mark.radius) if mark.radius else None,
        **_look(fill, mark.outline, mark.thickness),
    )


def _line(x1: float, y1: float, x2: float, y2: float, role: Role, thickness: float, *, dashed: bool = False) -> str:
    return element(
        "line",
        x1=_n(x1),
        y1=_n(y1),
        x2=_n(x2),
        y2=_n(y2),
        class_=f"s-{role}",
        stroke_width=_n(thickness),
        stroke_dasharray=f"{_n(4 * thickness)} {_n(3 * thickness)}" if dashed else None,
    )


def _words(mark: Words) -> str:
    """Words as wide as they were measured, whatever face the reader's browser has."""
    return element(
        "text",
        escaped(mark.text),
        x=_n(mark.left),
        y=_n(mark.baseline),
        class_=f"f-{mark.role}",
        font_size=_n(mark.size),
        font_weight=str(mark.weight),
        textLength=_n(mark.width),
        lengthAdjust="spacingAndGlyphs",
    )


def _look(fill: Role | None, outline: Role | None, thickness: float) -> dict[str, str | None]:
    classes = " ".join((f"f-{fill}" if fill else "f-none", *([f"s-{outline}"] if outline else [])))
    return {"class_": classes, "stroke_width": _n(thickness) if outline else None}


def _n(value: float) -> str:
    """A length to a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
