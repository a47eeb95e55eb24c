"""How each verdict looks: its mark and its colours; the words stand in telling/verdicts.py."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ....domain.sealing.verdict import RecordCheck, Verdict
from ...widgets import marks

Draw = Callable[[QPainter, QRectF, str], None]

_LOOKS: dict[Verdict, tuple[Draw, str, str]] = {
    Verdict.VALID: (marks.disc_with_tick, "green", "on_green"),
    Verdict.VALID_UNTRUSTED: (marks.diamond_with_question, "amber", "on_amber"),
    Verdict.CHANGED: (marks.triangle_with_mark, "red", "on_red"),
    Verdict.INVALID: (marks.octagon_with_cross, "red", "on_red"),
    Verdict.UNSIGNED: (marks.dotted_ring, "muted", "faint"),
    Verdict.UNREADABLE: (marks.slashed_square, "muted", "faint"),
}


def _look(check: RecordCheck) -> tuple[Draw, str, str]:
    """A seal that holds over pages or figures that do not follow from the data never looks good."""
    sealed = check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED)
    return _LOOKS[Verdict.INVALID if sealed and not check.good else check.verdict]


def draw(painter: QPainter, rect: QRectF, check: RecordCheck) -> None:
    """The mark of a verdict."""
    shape, colour, _ground = _look(check)
    shape(painter, rect, colour)


def draw_verdict(painter: QPainter, rect: QRectF, verdict: Verdict) -> None:
    """The mark of a verdict, of no file in particular."""
    shape, colour, _ground = _LOOKS[verdict]
    shape(painter, rect, colour)


def ink(check: RecordCheck) -> str:
    """The colour its words are written in."""
    return _look(check)[1]


def ground(check: RecordCheck) -> str:
    """The colour its banner stands on."""
    return _look(check)[2]
