"""What an explanation is: one figure, its formula, the same with figures in it, a table, and what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..figures import UNDEFINED


@dataclass(frozen=True, slots=True)
class Rows:
    """A table under an explanation; ``total`` is its last row, or empty. All but the first column are figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure opened: ``figure`` is its name (``C.score``), ``value`` how it is told, ``parts`` what it needs.

    ``filled`` is the formula with this decision's figures; empty where the table shows them.
    """

    figure: str
    title: str
    value: str
    meaning: str
    formula: str
    filled: str = ""
    table: Rows | None = None
    parts: tuple[Explanation, ...] = ()


def every_part(explanation: Explanation) -> Iterator[tuple[int, Explanation]]:
    """The explanation and all it is made from, each once where it is first needed, with how deep it lies."""
    seen: set[str] = set()

    def down(part: Explanation, depth: int) -> Iterator[tuple[int, Explanation]]:
        if part.figure not in seen:
            seen.add(part.figure)
            yield depth, part
            for below in part.parts:
                yield from down(below, depth + 1)

    return down(explanation, 0)


def exact(value: float | None, places: int = 6) -> str:
    """A figure with as many digits as one needs to work with it again, none to spare, and a true minus."""
    if value is None:
        return UNDEFINED
    text = f"{value:,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", "−")
