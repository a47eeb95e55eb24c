"""Each verdict as a person needs it: its mark, its colour, what it means, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ...domain.sealing.verdict import Verdict
from ...i18n import _
from ..widgets import marks

Draw = Callable[[QPainter, QRectF, str], None]

_MARKS: dict[Verdict, tuple[Draw, str, str]] = {
    Verdict.VALID: (marks.disc_with_tick, "green", "on_green"),
    Verdict.VALID_UNTRUSTED: (marks.diamond_with_question, "amber", "on_amber"),
    Verdict.CHANGED: (marks.triangle_with_mark, "red", "on_red"),
    Verdict.INVALID: (marks.octagon_with_cross, "red", "on_red"),
    Verdict.UNSIGNED: (marks.dotted_ring, "muted", "faint"),
    Verdict.UNREADABLE: (marks.slashed_square, "muted", "faint"),
}


def draw(painter: QPainter, rect: QRectF, verdict: Verdict) -> None:
    """The mark of a verdict."""
    shape, colour, _ground = _MARKS[verdict]
    shape(painter, rect, colour)


def ink(verdict: Verdict) -> str:
    """The colour its words are written in."""
    return _MARKS[verdict][1]


def ground(verdict: Verdict) -> str:
    """The colour its banner stands on."""
    return _MARKS[verdict][2]


def next_steps(verdict: Verdict) -> tuple[str, ...]:
    """What to do now."""
    return {
        Verdict.VALID: (_("You can rely on this file."), _("Keep it as it is: saving it anew would break the seal.")),
        Verdict.VALID_UNTRUSTED: (
            _("Ask the council for its root certificate and its fingerprint, by telephone or in person."),
            _("Choose that certificate below; the file is then checked against it."),
            _("Until then, rely on it no more than on the way it reached you."),
        ),
        Verdict.CHANGED: (
            _("Do not rely on this copy, and do not delete it."),
            _("Ask the council for the record again, and check that file here."),
            _("If that one is changed too, tell the monitoring officer."),
        ),
        Verdict.INVALID: (
            _("Do not rely on this copy, and do not delete it."),
            _("Ask the council which certificate its records are signed with."),
            _("If the answer does not fit, tell the monitoring officer."),
        ),
        Verdict.UNSIGNED: (
            _("Take it for a draft: nobody vouches for it."),
            _("Ask the council for the signed record."),
        ),
        Verdict.UNREADABLE: (_("Ask for the file again; it may have been cut short on its way."),),
    }[verdict]
