"""What every chart is: a title, a sentence, the same figures in words and in a table, and a picture to look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .pen import Measure, Pen
from .scene import Scene

SHORTEST, LONGEST = 8, 36
"""Characters for which a column of a table is made, however short or long what stands in it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of text: a header, and rows as long as it; the first column names its row, ``numbers`` are set right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()

    @property
    def shares(self) -> tuple[float, ...]:
        """The room each column asks for, in characters; of long texts a part, for they take more lines."""
        return tuple(self._share(column) for column in range(len(self.header)))

    def _share(self, column: int) -> float:
        longest = max(*(len(row[column]) for row in self.rows), len(self.header[column]) // 2, SHORTEST)
        return min(longest, LONGEST) + (6.0 if column in self.numbers else 2.0)


class Picture(Protocol):
    """What is drawn of a chart; values with no window and no page in them."""

    def draw(self, pen: Pen) -> float:
        """Draw it across the pen's width at 100 %, and tell how high it came out."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of figures that are worked out already.

    ``caption`` says in one sentence how to read it or what it comes to; ``in_words`` is the chart as it is read
    aloud, in whole sentences with its figures; ``table`` has every name in full.
    """

    title: str
    caption: str
    in_words: str
    table: Figures
    picture: Picture

    def scene(self, width: float, measure: Measure, scale: float = 1.0) -> Scene:
        """The chart ``width`` wide, with text ``scale`` times its size; its height follows from what is in it."""

        def measured(text: str, size: float, weight: int) -> float:
            return measure(text, size * scale, weight) / scale

        pen = Pen(width / scale, measured)
        height = self.picture.draw(pen)
        return pen.scene(height).magnified(scale)
