"""What a chart is made of: shapes and words in roles of colour, before any window or page draws them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

SMALL, BODY = 13, 15
"""The two sizes of text in a chart, in pixels at 100 %."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700

LINE_HEIGHT = 1.28
CAP_HEIGHT = 0.668
"""How high a capital of the bundled face is, against its size: half of it stands above the middle of a line."""


class Role(StrEnum):
    """What a colour is for; which colour that is, the window's theme or the record's palette says."""

    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    EDGE = "edge"
    SURFACE = "surface"
    FAINT = "faint"
    TINT = "tint"
    HATCH = "hatch"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    BETTER = "better"
    WORSE = "worse"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    RANK_1 = "rank_1"
    RANK_2 = "rank_2"
    RANK_3 = "rank_3"
    RANK_4 = "rank_4"
    ON_RANK_1 = "on_rank_1"
    ON_RANK_2 = "on_rank_2"
    ON_RANK_3 = "on_rank_3"
    ON_RANK_4 = "on_rank_4"


class Anchor(Enum):
    """Which part of a line of words its x names."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """The room something takes; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Bounds, gap: float = 0.0) -> bool:
        """Whether the two share room, or come nearer to one another than ``gap``."""
        across = self.left < other.right + gap and other.left < self.right + gap
        return across and self.top < other.bottom + gap and other.top < self.bottom + gap

    def within(self, other: Bounds, slack: float = 0.0) -> bool:
        """Whether all of it lies in the other."""
        across = self.left >= other.left - slack and self.right <= other.right + slack
        return across and self.top >= other.top - slack and self.bottom <= other.bottom + slack


@dataclass(frozen=True, slots=True)
class Rect:
    """A box: solid in ``fill``, or hatched in it on the ground it lies on; ``outline`` is its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    outline: Role | None = None
    hatched: bool = False
    radius: float = 0.0
    thickness: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    thickness: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is the middle of its capitals and ``width`` how much room it takes."""

    x: float
    y: float
    text: str
    width: float
    role: Role = Role.TEXT
    size: float = SMALL
    weight: int = REGULAR
    anchor: Anchor = Anchor.LEFT

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.x - self.anchor.value * self.width

    @property
    def baseline(self) -> float:
        """Where its letters stand."""
        return self.y + self.size * CAP_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Circle:
    """A disc, a ring (``outline`` alone), or both."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    outline: Role | None = None
    thickness: float = 1.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through its points."""

    points: tuple[tuple[float, float], ...]
    fill: Role


Mark = Rect | Line | Words | Circle | Polygon


@dataclass(frozen=True, slots=True)
class Scene:
    """Marks in the order in which they are drawn, on a sheet of that size."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    def magnified(self, scale: float) -> Scene:
        """The same scene, all of it larger."""
        return Scene(self.width * scale, self.height * scale, tuple(_magnified(m, scale) for m in self.marks))

    @property
    def words(self) -> tuple[Words, ...]:
        """All that is written in it."""
        return tuple(m for m in self.marks if isinstance(m, Words))


_LENGTHS = ("x", "y", "x1", "y1", "x2", "y2", "width", "height", "radius", "thickness", "size")


def _magnified(mark: Mark, by: float) -> Mark:
    """Every length of a mark times ``by``; in a line of words the size, too."""
    if isinstance(mark, Polygon):
        return replace(mark, points=tuple((x * by, y * by) for x, y in mark.points))
    return replace(mark, **{name: getattr(mark, name) * by for name in _LENGTHS if hasattr(mark, name)})


def bounds(mark: Mark) -> Bounds:
    """The room a mark takes; that of words is as high as their size."""
    match mark:
        case Rect():
            return Bounds(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        case Line():
            across, down = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            return Bounds(across[0], down[0], across[1], down[1])
        case Words():
            half = mark.size / 2
            return Bounds(mark.left, mark.y - half, mark.left + mark.width, mark.y + half)
        case Circle():
            reach = mark.radius + (mark.thickness / 2 if mark.outline else 0.0)
            return Bounds(mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach)
        case Polygon():
            xs, ys = [x for x, _y in mark.points], [y for _x, y in mark.points]
            return Bounds(min(xs), min(ys), max(xs), max(ys))


def hatching(rect: Rect, gap: float) -> Iterator[tuple[float, float, float, float]]:
    """Rising lines (x1, y1, x2, y2) that fill a box, ``gap`` apart, none of them outside it."""
    bottom, right = rect.y + rect.height, rect.x + rect.width
    start = rect.x - rect.height + gap / 2
    while start < right:
        left, end = max(start, rect.x), min(start + rect.height, right)
        if end > left:
            yield left, bottom - (left - start), end, bottom - (end - start)
        start += gap
