"""Ranks drawn: a bar an option, a stretch of it a rank."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import _
from ..pen import Pen
from ..scene import BOLD, LINE_HEIGHT, REGULAR, SEMIBOLD, SMALL, Anchor, Rect, Role

BAR, ROW = 22.0, 32.0
LINE = SMALL * LINE_HEIGHT

SHADES = (
    (Role.RANK_1, Role.ON_RANK_1, None),
    (Role.RANK_2, Role.ON_RANK_2, None),
    (Role.RANK_3, Role.ON_RANK_3, None),
    (Role.RANK_4, Role.ON_RANK_4, Role.EDGE),
    (Role.FAINT, Role.TEXT, Role.EDGE),
)
"""Fill, ink and edge of the ranks; all ranks after the fourth look alike and are told apart by their words."""


@dataclass(frozen=True, slots=True)
class RankRow:
    """An option: its share (0 to 1) of each rank with the rank's word and the share as told; how often it is RED."""

    id: str
    leads: bool
    shares: tuple[tuple[float, str, str], ...]
    red: str
    ever_red: bool


@dataclass(frozen=True, slots=True)
class RanksPicture:
    """Feasible options by rank."""

    rows: tuple[RankRow, ...]

    def draw(self, pen: Pen) -> float:
        """A bar an option, and how often its floor is RED at the end, if it ever is for any."""
        red = any(row.ever_red for row in self.rows)
        head = _("floor RED")
        column = max(pen.measure(head, SEMIBOLD), pen.widest([row.red for row in self.rows], BOLD)) if red else 0.0
        left = max(pen.badge_width(row.id) for row in self.rows) + 12
        room = pen.width - left - (column + 16 if red else 0)
        y = LINE + 4 if red else 0.0
        if red:
            pen.write(pen.width, LINE / 2, head, role=Role.MUTED, weight=SEMIBOLD, anchor=Anchor.RIGHT)
        for row in self.rows:
            pen.badge((left - 12) / 2, y + ROW / 2, row.id, leads=row.leads)
            _stretches(pen, row, left, room, y + ROW / 2)
            if red:
                role, weight = (Role.RED, BOLD) if row.ever_red else (Role.MUTED, REGULAR)
                pen.write(pen.width, y + ROW / 2, row.red, role=role, weight=weight, anchor=Anchor.RIGHT)
            y += ROW
        words = _("Each bar: 100 plausible versions, by the rank the option takes in them.")
        lines = pen.wrapped(words, pen.width, 3)
        pen.write_lines(0, y + 6 + LINE * len(lines) / 2, lines, role=Role.MUTED)
        return y + 8 + LINE * len(lines)


def _stretches(pen: Pen, row: RankRow, left: float, room: float, y: float) -> None:
    x = left
    for i, (share, rank, told) in enumerate(row.shares):
        width = share * room
        if share > 0:
            fill, ink, edge = SHADES[min(i, len(SHADES) - 1)]
            pen.add(Rect(x, y - BAR / 2, width, BAR, fill, edge, radius=2))
            if x > left and width > 3:  # noqa: PLR2004 - a thinner stretch would vanish under the line
                pen.rule(x, y - BAR / 2, x, y + BAR / 2, Role.SURFACE, 2)
            _label(pen, x, y, width, f"{rank}  {told}", told, ink)
        x += width


def _label(pen: Pen, x: float, y: float, width: float, full: str, short: str, ink: Role) -> None:
    """The rank and its share where there is room, the share alone where there is less, else nothing."""
    if pen.measure(full, SEMIBOLD) + 14 <= width:
        pen.write(x + 8, y, full, role=ink, weight=SEMIBOLD)
    elif pen.measure(short, SEMIBOLD) + 6 <= width:
        pen.write(x + width / 2, y, short, role=ink, weight=SEMIBOLD, anchor=Anchor.MIDDLE)
