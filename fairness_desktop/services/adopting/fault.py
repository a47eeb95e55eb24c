"""One thing that is wrong with a draft, or that one should think of."""

from __future__ import annotations

from dataclasses import dataclass

from .editing import Document, Way, value_at


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence, and the place it is about; one that ``stops`` has to be mended before the draft is adopted."""

    way: Way
    message: str
    stops: bool


def stop(way: Way, message: str) -> Fault:
    """Something that has to be mended."""
    return Fault(way, message, stops=True)


def warn(way: Way, message: str) -> Fault:
    """Something that should be thought of."""
    return Fault(way, message, stops=False)


def blank(document: Document, way: Way) -> bool:
    """Whether no words stand there."""
    return not str(value_at(document, way) or "").strip()


def number_at(document: Document, way: Way) -> float:
    """The number that stands there; one that nothing is true of where none does."""
    value = value_at(document, way)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else float("nan")
