"""Need levels as columns, or, where their names do not fit beside one another, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import _
from ..figures import signed
from .axis import Axis
from .bars import lay_bar, stand_bar
from .levels import Level
from .pen import Pen
from .scene import BOLD, LINE_HEIGHT, MEDIUM, REGULAR, SEMIBOLD, SMALL, Anchor, Rect, Role

LINE = SMALL * LINE_HEIGHT
SHORTEST_AXIS = 0.3
"""Points a person; on a shorter axis next to nothing would look like much."""

THICK, HIGH, ROW = 32.0, 110.0, 30.0


@dataclass(frozen=True, slots=True)
class GainsPicture:
    """The need levels from comfortable to severe."""

    levels: tuple[Level, ...]

    def draw(self, pen: Pen) -> float:
        """Bars up for better and down for worse, with the people who gain and lose under them."""
        left = max(pen.measure(_("gain"), SEMIBOLD), pen.measure(_("lose"), SEMIBOLD)) + 24
        width = (pen.width - left) / len(self.levels)
        roomy = max(pen.widest([x.name for x in self.levels], MEDIUM), pen.measure(_("not answered")),
                    pen.widest([_count(n) for x in self.levels for n in (x.gain, x.lose)], SEMIBOLD))  # fmt: skip
        height = _Columns(self, left, width).draw(pen) if roomy + 8 <= width else _rows(pen, self)
        return _notes(pen, self.levels, height)

    def axis(self, start: float, end: float) -> Axis:
        """The axis of the effects, from nought."""
        effects = [x.effect for x in self.levels if x.effect is not None]
        low, high = min([0.0, *effects]), max([0.0, *effects])
        if high - low < SHORTEST_AXIS:
            low, high = (-SHORTEST_AXIS, 0.0) if low < 0 and not high else (low, low + SHORTEST_AXIS)
        return Axis(low, high, 1.0, start, end)


@dataclass(slots=True)
class _Columns:
    """A column a level, ``left`` of them the names of what is counted."""

    picture: GainsPicture
    left: float
    width: float

    def draw(self, pen: Pen) -> float:
        top, foot = LINE * 2 + 12, LINE * 2 + 12 + HIGH
        axis = self.picture.axis(foot, top)
        worse = LINE + 4 if axis.low < 0 else 0.0
        name = foot + worse + 8 + LINE / 2
        bottom = name + LINE * 2 + LINE / 2 + 10
        self._ground(pen, bottom)
        for i, level in enumerate(self.picture.levels):
            self._column(pen, level, self.left + (i + 0.5) * self.width, axis, name)
        nought = axis.at(0)
        pen.rule(self.left, nought, pen.width, nought, Role.TEXT, 1.5)
        pen.write(self.left - 8, nought, "0", role=Role.MUTED, anchor=Anchor.RIGHT)
        for row, word in enumerate((_("gain"), _("lose"))):
            y = name + (row + 1) * LINE + 4
            pen.triangle(6, y, Role.TEXT, up=row == 0)
            pen.write(16, y, word, weight=SEMIBOLD)
        return bottom

    def _ground(self, pen: Pen, bottom: float) -> None:
        needy = [i for i, level in enumerate(self.picture.levels) if level.most_in_need]
        if not needy:
            return
        x = self.left + needy[0] * self.width
        across = (needy[-1] - needy[0] + 1) * self.width
        pen.add(Rect(x, 0, across, bottom, Role.FAINT, radius=8))
        words = pen.fitted(_("most in need"), across - 8, SEMIBOLD)
        pen.write(x + across / 2, 12, words, role=Role.MUTED, weight=SEMIBOLD, anchor=Anchor.MIDDLE)

    def _column(self, pen: Pen, level: Level, x: float, axis: Axis, name: float) -> None:
        pen.write(x, name, level.name, weight=MEDIUM, anchor=Anchor.MIDDLE)
        nought, effect = axis.at(0), level.effect
        if effect is None:
            empty = _("not answered") if level.groups else _("no one")
            if level.groups:
                pen.add(Rect(x - THICK / 2, nought - 22, THICK, 22, Role.HATCH, Role.EDGE, hatched=True, radius=2))
            pen.write(x, nought - (34 if level.groups else 12), empty, role=Role.MUTED, anchor=Anchor.MIDDLE)
        else:
            stand_bar(pen, axis, effect, x, THICK, Role.BETTER)
            if level.unanswered:
                pen.add(_stub(x + THICK / 2 + 2, nought - 22, 12, 22))
            said = min(axis.at(effect), nought) - 11 if effect >= 0 else axis.at(effect) + 11
            pen.write(x, said, signed(effect, 2), weight=BOLD, anchor=Anchor.MIDDLE)
        for row, count in enumerate((level.gain, level.lose)):
            _write_count(pen, x, name + (row + 1) * LINE + 4, level, count, Anchor.MIDDLE)


def _stub(x: float, y: float, width: float, height: float) -> Rect:
    """Beside a bar: there are more people, and of them nothing is answered."""
    return Rect(x, y, width, height, Role.HATCH, Role.EDGE, hatched=True, radius=2)


def _count(people: float) -> str:
    return f"{people:,.0f}"


def _write_count(pen: Pen, x: float, y: float, level: Level, people: float, anchor: Anchor) -> None:
    """How many; nothing where there is no one, a question mark where nothing is answered."""
    if not level.groups:
        return
    text = "?" if level.effect is None else _count(people)
    strong = text not in ("0", "?")
    pen.write(x, y, text, role=Role.TEXT if strong else Role.MUTED, weight=SEMIBOLD if strong else REGULAR,
              anchor=anchor)  # fmt: skip


def _rows(pen: Pen, picture: GainsPicture) -> float:
    """A row a level, the least in need on top."""
    levels = picture.levels
    names = min(pen.widest([x.name for x in levels], MEDIUM), 0.3 * pen.width) + 20
    counts = max(pen.widest([_count(n) for x in levels for n in (x.gain, x.lose)], SEMIBOLD),
                 pen.widest([_("gain"), _("lose")], SEMIBOLD) + 16) + 16  # fmt: skip
    figure = pen.widest([signed(x.effect or 0.0, 2) for x in levels], BOLD) + 8
    left = names + (figure if any((x.effect or 0.0) < 0 for x in levels) else 4)
    right = pen.width - 2 * counts - figure
    axis = picture.axis(left, max(right, left + 20))
    y = LINE + 8
    needy = [i for i, level in enumerate(levels) if level.most_in_need]
    for i, level in enumerate(levels):
        if needy and i == needy[0]:
            pen.add(Rect(0, y, pen.width, ROW * len(levels[i:]) + LINE + 4, Role.FAINT, radius=8))
            pen.write(8, y + LINE / 2 + 2, pen.fitted(_("most in need"), pen.width - 16, SEMIBOLD), role=Role.MUTED,
                      weight=SEMIBOLD)  # fmt: skip
            y += LINE + 4
        _row(pen, level, axis, y + ROW / 2, names - 20, pen.width - counts)
        y += ROW
    for word, x, up in ((_("gain"), pen.width - counts, True), (_("lose"), pen.width - 8, False)):
        pen.write(x, LINE / 2, word, weight=SEMIBOLD, anchor=Anchor.RIGHT)
        pen.triangle(x - pen.measure(word, SEMIBOLD) - 9, LINE / 2, Role.TEXT, up=up)
    return y


def _row(pen: Pen, level: Level, axis: Axis, y: float, room: float, right: float) -> None:
    pen.write(8, y, pen.fitted(level.name, room, MEDIUM), weight=MEDIUM)
    effect, nought = level.effect, axis.at(0)
    pen.rule(nought, y - ROW / 2, nought, y + ROW / 2, Role.TEXT, 1.5)
    if effect is None:
        x = nought + 6
        if level.groups:
            pen.add(_stub(x - 4, y - 8, 22, 16))
            x += 24
        pen.write(x, y, _("not answered") if level.groups else _("no one"), role=Role.MUTED)
    else:
        lay_bar(pen, axis, effect, y, 16, Role.BETTER)
        end = max(axis.at(effect), nought)
        if level.unanswered:
            pen.add(_stub(end + 2, y - 8, 10, 16))
        at, anchor = (axis.at(effect) - 6, Anchor.RIGHT) if effect < 0 else (end + 6 + 10 * bool(level.unanswered),
                                                                             Anchor.LEFT)  # fmt: skip
        pen.write(at, y, signed(effect, 2), weight=BOLD, anchor=anchor)
    for count, x in ((level.gain, right), (level.lose, pen.width - 8)):
        _write_count(pen, x, y, level, count, Anchor.RIGHT)


def _notes(pen: Pen, levels: tuple[Level, ...], y: float) -> float:
    """What is hatched, in words."""
    for level in levels:
        told = []
        if level.unanswered:
            told.append((_("{count:,} {level}: not answered").format(count=level.unanswered, level=level.name), True))
        if level.partly:
            said = _("{count:,} {level}: answered in part").format(count=level.partly, level=level.name)
            told.append((said, False))
        for said, hatched in told:
            y += LINE + 4
            if hatched:
                pen.add(_stub(2, y - 13, 16, 12))
            pen.write(24, y - 7, pen.fitted(said, pen.width - 24), role=Role.MUTED)
    return y + 4
