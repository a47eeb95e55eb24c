"""Two columns from one line: what is paid to the left, what is saved to the right."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import _
from ...figures import short_pounds
from ..axis import NOISE
from ..bars import THINNEST
from ..pen import Pen
from ..scene import BOLD, LINE_HEIGHT, MEDIUM, SEMIBOLD, SMALL, Anchor, Rect, Role

LINE = SMALL * LINE_HEIGHT
BAR, GAP = 16.0, 12.0


@dataclass(frozen=True, slots=True)
class Payer:
    """One agency; pounds of 0 or more."""

    name: str
    pays: float
    saves: float


@dataclass(frozen=True, slots=True)
class PayersPicture:
    """Agencies one under another, all drawn to one scale."""

    rows: tuple[Payer, ...]

    def draw(self, pen: Pen) -> float:
        """Heads, then for each agency its name over its two bars."""
        middle, most = pen.width / 2, max((max(r.pays, r.saves) for r in self.rows), default=0.0)
        figure = pen.widest([short_pounds(x) for r in self.rows for x in (r.pays, r.saves)], BOLD) + 8
        longest = max(middle - figure - 4, THINNEST)
        half = middle - 12
        pen.write(middle - 10, LINE / 2, pen.fitted(_("pays"), half, SEMIBOLD), weight=SEMIBOLD, anchor=Anchor.RIGHT)
        pen.write(middle + 10, LINE / 2, pen.fitted(_("saves"), half, SEMIBOLD), weight=SEMIBOLD)
        y = LINE + 6
        for row in self.rows:
            name = pen.fitted(row.name, pen.width, MEDIUM)
            pen.write(middle, y + LINE / 2, name, weight=MEDIUM, anchor=Anchor.MIDDLE)
            bar = y + LINE + 4 + BAR / 2
            for side, sum_ in ((-1, row.pays), (1, row.saves)):
                _draw_side(pen, middle, bar, side, sum_, longest * sum_ / most if most > NOISE else 0.0)
            pen.rule(middle, bar - BAR / 2 - 2, middle, bar + BAR / 2 + 2, Role.TEXT, 1.5)
            y += LINE + 4 + BAR + GAP
        return y


def _draw_side(pen: Pen, middle: float, y: float, side: int, sum_: float, length: float) -> None:
    if sum_:
        length = max(length, THINNEST)
        left = middle if side > 0 else middle - length
        fill = Role.BETTER if side > 0 else Role.MUTED
        pen.add(
            Rect(left, y - BAR / 2, length, BAR, fill, hatched=side < 0, outline=fill if side < 0 else None, radius=2)
        )
    words = short_pounds(sum_) if sum_ else "0"
    anchor = Anchor.LEFT if side > 0 else Anchor.RIGHT
    pen.write(middle + side * (length + 6), y, words, weight=BOLD if sum_ else MEDIUM, anchor=anchor)
