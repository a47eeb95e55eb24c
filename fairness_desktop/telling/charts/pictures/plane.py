"""The plane drawn: letters over two axes, and in words what each quarter means."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import N_, _
from ..pen import Pen
from ..placing import Room
from ..scene import Anchor, Bounds, Rect, Role
from .plot import LINE, Plot, Scale, Spot, place_letters, plot_for

MEANINGS = {
    (1, 1): N_("more good, and those most in need gain"),
    (1, 0): N_("more good, but none for those most in need"),
    (1, -1): N_("more good, but those most in need lose"),
    (0, 1): N_("no more good in all, but those most in need gain"),
    (0, 0): N_("nothing changes"),
    (0, -1): N_("no less good in all, but those most in need lose"),
    (-1, 1): N_("less good, but those most in need gain"),
    (-1, 0): N_("less good, but not for those most in need"),
    (-1, -1): N_("less good, and those most in need lose"),
}
"""By whether there is more (1) or less (−1) good in all, and for those most in need."""

WIDEST_WORDS, NARROWEST_WORDS = 156.0, 84.0
ROOMY = 480
"""From this width on the words of a quarter take no more than two lines."""

SMALLEST_PART = 0.45
"""A quarter with anything in it is this wide at least, set against its neighbour, so that its words have room."""


def quadrant(spot: Spot) -> str:
    """What it means that an option lies where it lies."""
    return _(MEANINGS[_sign(spot.x), _sign(spot.y)])


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


@dataclass(frozen=True, slots=True)
class PlanePicture:
    """Options at their points in all (x) and for those most in need (y)."""

    spots: tuple[Spot, ...]

    def draw(self, pen: Pen) -> float:
        """Axes, the words of the quarters, letters."""
        across = Scale(_("points in all"), _balanced([spot.x for spot in self.spots]))
        up = Scale(_("points for those most in need"), tuple(spot.y for spot in self.spots))
        strip = 8 + LINE * (2 if pen.width > ROOMY else 3)
        below = any(spot.y < 0 for spot in self.spots)
        above = any(spot.y > 0 for spot in self.spots) or not below
        plot = plot_for(pen, across, up, (strip * above, strip * below))
        height = plot.draw(pen, across, up)
        room = Room(plot.frame)
        for sides in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
            if (above if sides[1] > 0 else below) and _reaches(plot, sides[0]):
                _write_meaning(pen, plot, sides, room)
        place_letters(pen, plot, self.spots, room)
        return height


def _balanced(values: list[float]) -> tuple[float, ...]:
    """The values, and where they lie on both sides of nought, one more on the narrower side."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low < 0 < high:
        low, high = min(low, -SMALLEST_PART * high), max(high, -SMALLEST_PART * low)
    return (*values, low, high)


def _reaches(plot: Plot, side: int) -> bool:
    return plot.across.high > 0 if side > 0 else plot.across.low < 0


def _write_meaning(pen: Pen, plot: Plot, sides: tuple[int, int], room: Room) -> None:
    """The words of a quarter in its outer corner, where it is wide enough for them."""
    frame, nought = plot.frame, plot.across.at(0)
    wide = min((frame.right - nought if sides[0] > 0 else nought - frame.left) - 14, WIDEST_WORDS)
    if wide < NARROWEST_WORDS:
        return
    lines = pen.wrapped(_(MEANINGS[sides]), wide, 3)
    high = LINE * len(lines)
    y = frame.top + 4 + high / 2 if sides[1] > 0 else frame.bottom - 4 - high / 2
    x, anchor = (frame.right - 6, Anchor.RIGHT) if sides[0] > 0 else (frame.left + 6, Anchor.LEFT)
    widest = pen.widest(lines)
    left = x - widest if sides[0] > 0 else x
    pen.add(Rect(left - 3, y - high / 2, widest + 6, high, Role.SURFACE))
    pen.write_lines(x, y, lines, role=Role.MUTED, anchor=anchor)
    room.take(Bounds(left, y - high / 2, left + widest, y + high / 2))
