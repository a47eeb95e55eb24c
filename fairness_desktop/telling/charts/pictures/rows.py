"""Need levels as rows, one under another, where there is no room for columns."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import _
from ..axis import Axis
from ..bars import lay_bar
from ..levels import Level, effect_told
from ..pen import Pen
from ..scene import BOLD, MEDIUM, SEMIBOLD, Anchor, Rect, Role
from .gains_marks import LINE, counted, effects_axis, gap, write_count

ROW, BAR, SIDE = 30.0, 16.0, 8.0
SHORTEST_BARS = 90.0
"""With less room beside the names, bars stand under them."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The least in need on top."""

    levels: tuple[Level, ...]

    def draw(self, pen: Pen) -> float:
        """A bar to the right for better and to the left for worse, with its figure; who gains and loses at the end."""
        places = _places(pen, self.levels)
        y, grounded = LINE + 8, False
        self._heads(pen, places)
        for i, level in enumerate(self.levels):
            if level.most_in_need and not grounded:
                grounded = True
                high = (len(self.levels) - i) * places.height + LINE + 4
                pen.add(Rect(0, y, pen.width, high, Role.FAINT, radius=8))
                words = pen.fitted(_("most in need"), pen.width - 2 * SIDE, SEMIBOLD)
                pen.write(SIDE, y + LINE / 2 + 2, words, role=Role.MUTED, weight=SEMIBOLD)
                y += LINE + 4
            _row(pen, level, places, y)
            y += places.height
        return y

    def _heads(self, pen: Pen, places: _Places) -> None:
        for word, x, up in ((_("gain"), places.gain, True), (_("lose"), pen.width - SIDE, False)):
            words = pen.write(x, LINE / 2, word, weight=SEMIBOLD, anchor=Anchor.RIGHT)
            pen.triangle(words.left - 9, LINE / 2, Role.TEXT, up=up)


@dataclass(frozen=True, slots=True)
class _Places:
    """Room for names, where bars and figures lie, where the count of those who gain ends, how high a row is."""

    room: float
    axis: Axis
    gain: float
    under: bool

    @property
    def height(self) -> float:
        return ROW + (BAR + 8 if self.under else 0)


def _places(pen: Pen, levels: tuple[Level, ...]) -> _Places:
    counts = [counted(n) for level in levels for n in (level.gain, level.lose)]
    count = max(pen.widest(counts, SEMIBOLD), pen.widest([_("gain"), _("lose")], SEMIBOLD) + 16) + 14
    figure = pen.widest([effect_told(x.effect or 0.0) for x in levels], BOLD) + 8
    worse = figure if any((x.effect or 0.0) < 0 for x in levels) else 4.0
    room = pen.widest([level.name for level in levels], MEDIUM)
    gain = pen.width - SIDE - count
    under = gain - count - figure - worse - room - 2 * SIDE < SHORTEST_BARS
    if under:
        axis = effects_axis(levels, SIDE + worse, max(pen.width - SIDE - figure - 12, SIDE + worse + 1))
        return _Places(gain - count - SIDE, axis, gain, under)
    return _Places(room, effects_axis(levels, room + 2 * SIDE + worse, gain - count - figure - 12), gain, under)


def _row(pen: Pen, level: Level, places: _Places, top: float) -> None:
    head = top + ROW / 2
    bar = top + ROW + BAR / 2 - 2 if places.under else head
    nought = places.axis.at(0)
    pen.write(SIDE, head, pen.fitted(level.name, places.room, MEDIUM), weight=MEDIUM)
    reach = BAR / 2 + 4 if places.under else ROW / 2
    pen.rule(nought, bar - reach, nought, bar + reach, Role.TEXT, 1.5)
    if level.effect is None:
        begin = SIDE if places.under else places.room + 2 * SIDE
        end = pen.width - SIDE if places.under or not level.groups else places.axis.end
        _write_none(pen, level, nought, (begin, end), bar)
    else:
        _draw_effect(pen, level, level.effect, places.axis, bar)
    for people, x in ((level.gain, places.gain), (level.lose, pen.width - SIDE)):
        write_count(pen, x, head, level, people, Anchor.RIGHT)


def _write_none(pen: Pen, level: Level, nought: float, sides: tuple[float, float], y: float) -> None:
    """Why there is no bar: to the right of nought, or to the left where that has the room."""
    begin, end = sides
    words = _("not answered") if level.groups else _("no one")
    hatched = 24.0 if level.groups else 0.0
    to_right = end - nought >= nought - begin or end - nought - 12 >= hatched + pen.measure(words)
    side, anchor = (1, Anchor.LEFT) if to_right else (-1, Anchor.RIGHT)
    if level.groups:
        pen.add(gap(nought + 2 if to_right else nought - 24, y - BAR / 2, 22, BAR))
    room = (end - nought if to_right else nought - begin) - hatched - 6
    pen.write(nought + side * (6 + hatched), y, pen.fitted(words, room), role=Role.MUTED, anchor=anchor)


def _draw_effect(pen: Pen, level: Level, effect: float, axis: Axis, y: float) -> None:
    lay_bar(pen, axis, effect, y, BAR, Role.BETTER)
    end = max(axis.at(effect), axis.at(0)) + 2
    if level.unanswered:
        pen.add(gap(end, y - BAR / 2, 10, BAR))
        end += 10
    x, anchor = (axis.at(effect) - 6, Anchor.RIGHT) if effect < 0 else (end + 6, Anchor.LEFT)
    pen.write(x, y, effect_told(effect), weight=BOLD, anchor=anchor)
