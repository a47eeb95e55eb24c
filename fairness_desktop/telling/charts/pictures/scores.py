"""Scores drawn: a row an option, an axis from nought under all of them."""

from __future__ import annotations

from dataclasses import dataclass

from ....domain.vocabulary import OptionId
from ....i18n import _
from ...figures import signed
from ..axis import Axis, axis_for
from ..bars import axis_lines, axis_numbers, lay_bar
from ..pen import BADGE, Pen
from ..scene import BODY, BOLD, LINE_HEIGHT, MEDIUM, REGULAR, SEMIBOLD, SMALL, Anchor, Rect, Role

NARROW = 520
"""Below this width a name stands over its bar, not beside it."""

SHORTEST_AXIS = 5.0
"""Points of score; on a shorter axis next to nothing would look like much."""

BAR, GAP = 16.0, 12.0
RING = 8.0
"""How far a ring and its halo reach; as much is left free at both ends of the axis."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One option: its scores from −100 to +100; ``rank`` is None where it is not feasible."""

    id: OptionId
    name: str
    score: float
    unweighted: float
    rank: int | None
    leads: bool
    baseline: bool

    @property
    def state(self) -> str:
        """What stands under its score, if anything."""
        if self.leads:
            return _("leads")
        return _("not feasible") if self.rank is None else _("by rule") if self.baseline else ""

    @property
    def in_words(self) -> str:
        """The line as it is read aloud."""
        told = [f"{self.id}, {self.name}"]
        if self.leads or self.rank is None:
            told.append(self.state)
        return _("{option}: {score}; with every person counted alike {alike}.").format(
            option=", ".join(told), score=signed(self.score), alike=signed(self.unweighted)
        )


@dataclass(frozen=True, slots=True)
class ScoresPicture:
    """Options by rank, those that are not feasible at the end."""

    lines: tuple[ScoreLine, ...]

    def draw(self, pen: Pen) -> float:
        """A row an option, an axis under all of them, and what bar and ring mean."""
        places = _places(pen, self.lines)
        rows, height = [], 0.0
        for line in self.lines:
            row = _Row(line, height, places, pen)
            row.draw_ground()
            rows.append(row)
            height += row.height
        if not places.stacked:
            axis_lines(pen, places.axis, 0, height)
        for row in rows:
            row.draw()
        return _legend(pen, axis_numbers(pen, places.axis, height + 14) + 14)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where names begin and how much room they have, where the bars lie, and whether names stand over them."""

    names: float
    room: float
    axis: Axis
    stacked: bool


def _places(pen: Pen, lines: tuple[ScoreLine, ...]) -> _Places:
    right = max(
        pen.widest([signed(x.score) for x in lines], BOLD, BODY), pen.widest([x.state for x in lines], SEMIBOLD)
    )
    names = max(pen.badge_width(line.id) for line in lines) + 16
    stacked = pen.width < NARROW
    room = pen.width - names - right - 24 if stacked else min(0.34 * pen.width, 300.0)
    start, end = (RING, pen.width - RING) if stacked else (names + room + 16, pen.width - right - 28)
    values = [v for line in lines for v in (line.score, line.unweighted)]
    most = max(2, min(6, int((end - start) / 48)))
    return _Places(names, room, axis_for(values, start, end, least=SHORTEST_AXIS, most=most), stacked)


class _Row:
    """One option across the chart, from ``top`` downwards."""

    def __init__(self, line: ScoreLine, top: float, places: _Places, pen: Pen) -> None:
        self._line, self._top, self._places, self._pen = line, top, places, pen
        self._weight = SEMIBOLD if line.leads else MEDIUM
        self._name = pen.wrapped(line.name, places.room, 2, self._weight)
        lines = max(len(self._name), 2 if line.state else 1)
        self._head = max(BADGE, lines * SMALL * LINE_HEIGHT) + 14
        self.height = self._head + (BAR + GAP if places.stacked else 0)

    def draw_ground(self) -> None:
        """The leader's tint, or the line between rows."""
        if self._line.leads:
            self._pen.add(Rect(0, self._top, self._pen.width, self.height, Role.TINT, radius=4))
        else:
            below = self._top + self.height
            self._pen.rule(0, below, self._pen.width, below)

    def draw(self) -> None:
        """Badge and name, bar and ring, score and state."""
        pen, line = self._pen, self._line
        middle = self._top + self._head / 2
        bar_y = self._top + self._head + BAR / 2 if self._places.stacked else middle
        if self._places.stacked:
            axis_lines(pen, self._places.axis, bar_y - BAR / 2 - 4, bar_y + BAR / 2 + 4)
        pen.badge(4 + pen.badge_width(line.id) / 2, middle, line.id, leads=line.leads, dim=line.rank is None)
        pen.write_lines(self._places.names, middle, self._name, weight=self._weight)
        fill = Role.RANK_1 if line.leads else Role.RANK_2 if line.rank else Role.RANK_3
        lay_bar(pen, self._places.axis, line.score, bar_y, BAR, fill, None if line.rank else Role.EDGE)
        pen.halo_ring(self._places.axis.at(line.unweighted), bar_y)
        self._write_score(middle)

    def _write_score(self, middle: float) -> None:
        pen, line, x = self._pen, self._line, self._pen.width - 8
        up = 9.0 if line.state else 0.0
        pen.write(x, middle - up, signed(line.score), weight=BOLD, size=BODY, anchor=Anchor.RIGHT)
        if line.state:
            role = Role.ACCENT if line.leads else Role.AMBER if line.rank is None else Role.MUTED
            weight = REGULAR if role is Role.MUTED else SEMIBOLD
            pen.write(x, middle + up, line.state, role=role, weight=weight, anchor=Anchor.RIGHT)


def _legend(pen: Pen, y: float) -> float:
    """What bar and ring mean; one under the other where they do not fit beside one another."""
    solid, ring = _("weighted by need"), _("every person counted alike")
    pen.add(Rect(8, y - 5, 18, 10, Role.RANK_2, radius=2))
    x = pen.write(32, y, solid, role=Role.MUTED).right + 24
    if x + 20 + pen.measure(ring) > pen.width:
        x, y = 8.0, y + SMALL * LINE_HEIGHT + 4
    pen.halo_ring(x + 7, y)
    lines = pen.wrapped(ring, pen.width - x - 20, 3)
    pen.write_lines(x + 20, y + SMALL * LINE_HEIGHT * (len(lines) - 1) / 2, lines, role=Role.MUTED)
    return y + 12 + SMALL * LINE_HEIGHT * (len(lines) - 1)
