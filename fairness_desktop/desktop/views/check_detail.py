"""Everything that is said of one file: verdict, meaning, next steps, figures, signatures."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.sealing.fingerprints import grouped
from ...domain.sealing.verdict import Recomputed, RecordCheck, SignatureSeen, verdict_label
from ...i18n import _
from ...telling.figures import day
from ..theme import BODY, MEDIUM, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Card, Hint, Mark, Rule, Words, clear
from ..widgets.folding import Fold
from ..widgets.marks import disc_with_tick, dotted_ring, triangle_with_mark
from .verdicts import draw, ground, ink, next_steps


class CheckDetail(QScrollArea):
    """Built anew for each file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What was found"))
        card = Card()
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        card.box.addLayout(self._box)
        card.box.addStretch(1)
        self.setWidget(card)

    def show_check(self, check: RecordCheck | None) -> None:
        """Show another file; None shows what one can do here."""
        clear(self._box)
        if check is None:
            self._box.addWidget(Words(_("Drop a record here, or choose one above."), SENTENCE, SEMIBOLD))
            self._box.addWidget(
                Hint(
                    _(
                        "You are told in plain words whether it was signed, whether it was changed, and whether its "
                        "figures follow from its data. No network is needed."
                    )
                )
            )
            return
        self._box.addWidget(_Banner(check))
        self._heading(_("What it means"))
        self._box.addWidget(Words(check.why))
        self._heading(_("What to do next"))
        for number, step in enumerate(next_steps(check.verdict), 1):
            self._box.addWidget(Words(f"{number}.  {step}"))
        self._box.addWidget(_Figures(check))
        if check.signatures:
            self._heading(_("Signatures"))
            for seen in check.signatures:
                self._box.addLayout(_signature(seen))
                self._box.addWidget(Rule())
            self._box.addWidget(_technical(check))

    def _heading(self, text: str) -> None:
        self._box.addWidget(Words(text, BODY, SEMIBOLD))


class _Banner(QWidget):
    """The verdict, large."""

    def __init__(self, check: RecordCheck) -> None:
        super().__init__()
        self._check = check
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(16)

        def mark(painter: QPainter, rect: QRectF) -> None:
            draw(painter, rect, check.verdict)

        box.addWidget(Mark(mark, 36))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(verdict_label(check.verdict), SENTENCE, SEMIBOLD, ink(check.verdict)))
        said = ": ".join(p for p in (check.file, " ".join(t for t in (check.reference, check.title) if t)) if p)
        words.addWidget(Words(said, SMALL))
        box.addLayout(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour(ground(self._check.verdict)))
        painter.drawRoundedRect(self.rect(), 6, 6)


class _Figures(Card):
    """Whether the figures follow from the data."""

    def __init__(self, check: RecordCheck) -> None:
        super().__init__(ground="window")
        said = {
            Recomputed.MATCHES: (_("Numbers worked out again: they match"), _("Every figure, to 6 decimals.")),
            Recomputed.DIFFERS: (_("Numbers worked out again: they differ"), ""),
            Recomputed.NO_DATA: (_("Numbers not worked out again"), _("The file carries no data to do it from.")),
        }[check.recomputed]
        line = QHBoxLayout()
        line.setSpacing(12)

        def mark(painter: QPainter, rect: QRectF) -> None:
            if check.recomputed is Recomputed.MATCHES:
                disc_with_tick(painter, rect, "green")
            elif check.recomputed is Recomputed.DIFFERS:
                triangle_with_mark(painter, rect, "red")
            else:
                dotted_ring(painter, rect, "muted")

        line.addWidget(Mark(mark, 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(said[0], BODY, SEMIBOLD))
        for text in (said[1], *check.differences):
            if text:
                words.addWidget(Words(text, SMALL))
        line.addLayout(words, 1)
        self.box.addLayout(line)


def _signature(seen: SignatureSeen) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    when = _("no time given")
    if seen.signed_at is not None:
        when = f"{day(seen.signed_at)}, {seen.signed_at:%H:%M} UTC"
    clock = _("by the signer's clock") if seen.time_source == "signer_clock" else _("by a time-stamp service")
    rows = (
        (_("Who"), seen.signer),
        (_("Role"), seen.role or _("no role given")),
        (_("When"), f"{when}, {clock}"),
        (_("Fingerprint of the certificate"), grouped(seen.fingerprint)),
    )
    for row, (caption, text) in enumerate(rows):
        grid.addWidget(Words(caption, SMALL, colour="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        words = Words(text, SMALL, MEDIUM)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(words, row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _technical(check: RecordCheck) -> QWidget:
    inside = QWidget()
    body = QVBoxLayout(inside)
    body.setContentsMargins(16, 0, 0, 0)
    for seen in check.signatures:
        covers = _("covers the whole file") if seen.covers_whole_file else _("does not cover the whole file")
        trust = _("trusted here") if seen.trusted else _("not trusted here")
        body.addWidget(Words(f"{seen.signer}: {covers}; {trust}.", SMALL))
    expected = "–" if check.signatures_expected is None else str(check.signatures_expected)
    body.addWidget(Words(_("Signatures expected by the record: {count}.").format(count=expected), SMALL))
    return Fold(_("Technical details"), inside)
