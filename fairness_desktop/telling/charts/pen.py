"""The pen a chart is drawn with: it measures before it writes, so that no words are cut off or laid over others."""

from __future__ import annotations

from collections.abc import Callable

from .scene import (  # fmt: skip
    BODY,
    BOLD,
    LINE_HEIGHT,
    REGULAR,
    SMALL,
    Anchor,
    Bounds,
    Circle,
    Line,
    Mark,
    Polygon,
    Rect,
    Role,
    Scene,
    Words,
)

Measure = Callable[[str, float, int], float]
"""How wide a text is at a size (in the units of the scene) and a weight."""

ELLIPSIS = "…"
MOST_CHARACTERS = 400
"""Of one text: more than fit any line of any chart, and few enough to be measured quickly."""


def one_line(text: str) -> str:
    """The text with no breaks and no spaces to spare."""
    return " ".join(text.split())[:MOST_CHARACTERS]


class Pen:
    """Collects the marks of a scene that is ``width`` wide at 100 %."""

    def __init__(self, width: float, measure: Measure) -> None:
        self.width = width
        self._measure = measure
        self._marks: list[Mark] = []

    def add(self, *marks: Mark) -> None:
        """Draw these over what is there."""
        self._marks.extend(marks)

    def scene(self, height: float) -> Scene:
        """All that was drawn."""
        return Scene(self.width, height, tuple(self._marks))

    def measure(self, text: str, weight: int = REGULAR, size: float = SMALL) -> float:
        """How wide a text is."""
        return self._measure(text, size, weight)

    def widest(self, texts: list[str], weight: int = REGULAR, size: float = SMALL) -> float:
        """How wide the widest of them is; 0 where there are none."""
        return max((self.measure(text, weight, size) for text in texts), default=0.0)

    def fitted(self, text: str, room: float, weight: int = REGULAR, size: float = SMALL) -> str:
        """The text on one line, with an ellipsis for what does not fit."""
        text = one_line(text)
        if self.measure(text, weight, size) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.measure(text[:middle].rstrip() + ELLIPSIS, weight, size) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + ELLIPSIS if low else ""

    def wrapped(self, text: str, room: float, most: int = 2, weight: int = REGULAR) -> list[str]:
        """The text on as many lines as it needs, at most so many; the last ends in an ellipsis where some is left."""
        lines: list[str] = []
        words = one_line(text).split(" ")
        while words and len(lines) < most - 1:
            taken = 1
            while taken < len(words) and self.measure(" ".join(words[: taken + 1]), weight) <= room:
                taken += 1
            if self.measure(" ".join(words[:taken]), weight) > room:
                break
            lines.append(" ".join(words[:taken]))
            words = words[taken:]
        return [*lines, self.fitted(" ".join(words), room, weight)] if words else lines

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        role: Role = Role.TEXT,
        weight: int = REGULAR,
        size: float = SMALL,
        anchor: Anchor = Anchor.LEFT,
    ) -> Bounds:
        """One line of words about the height ``y``; tells the room it takes."""
        width = self.measure(text, weight, size)
        words = Words(x, y, text, width, role, size, weight, anchor)
        self.add(words)
        return Bounds(words.left, y - size / 2, words.left + width, y + size / 2)

    def write_lines(self, x: float, y: float, lines: list[str], *, role: Role = Role.TEXT, weight: int = REGULAR,
                    anchor: Anchor = Anchor.LEFT) -> None:  # fmt: skip
        """Lines of words, one under another, the whole of them about the height ``y``."""
        step = SMALL * LINE_HEIGHT
        top = y - step * (len(lines) - 1) / 2
        for i, line in enumerate(lines):
            self.write(x, top + i * step, line, role=role, weight=weight, anchor=anchor)

    def badge_width(self, letter: str) -> float:
        """How wide the badge of that letter is: a square, unless an id is longer than a letter or two."""
        return max(BADGE, self.measure(self._badge_letters(letter), BOLD) + 12)

    def badge(self, x: float, y: float, letter: str, *, leads: bool, dim: bool = False) -> None:
        """An option's letter about the middle (x, y); filled where it leads, dim where it is not feasible."""
        width = self.badge_width(letter)
        fill, ink = (Role.ACCENT, Role.ON_ACCENT) if leads else (Role.SURFACE, Role.ACCENT)
        edge = Role.MUTED if dim else Role.ACCENT
        self.add(Rect(x - width / 2, y - BADGE / 2, width, BADGE, fill, edge, radius=4, thickness=1.5))
        ink = Role.MUTED if dim and not leads else ink
        self.write(x, y, self._badge_letters(letter), role=ink, weight=BOLD, anchor=Anchor.MIDDLE)

    def _badge_letters(self, letter: str) -> str:
        return self.fitted(letter, LONGEST_LETTERS, BOLD) or ELLIPSIS

    def halo_ring(self, x: float, y: float, radius: float = 5) -> None:
        """A hollow ring that stands out from whatever it lies on."""
        self.add(Circle(x, y, radius + 2.5, Role.SURFACE), Circle(x, y, radius, Role.SURFACE, Role.TEXT, 2))

    def triangle(self, x: float, y: float, role: Role, *, up: bool) -> None:
        """A small triangle that points up or down, about (x, y)."""
        tip, foot = (y - 4.5, y + 3.5) if up else (y + 4.5, y - 3.5)
        self.add(Polygon(((x, tip), (x + 4.5, foot), (x - 4.5, foot)), role))

    def rule(self, x1: float, y1: float, x2: float, y2: float, role: Role = Role.LINE, thickness: float = 1.0) -> None:
        """A straight line."""
        self.add(Line(x1, y1, x2, y2, role, thickness))


BADGE = 24.0
LONGEST_LETTERS = 44.0

__all__ = ["BADGE", "BODY", "ELLIPSIS", "Measure", "Pen", "one_line"]
