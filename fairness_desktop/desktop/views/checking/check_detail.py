"""Everything that is said of one file: verdict, meaning, next steps, figures, pages, signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ....domain.sealing.trust import Root
from ....domain.sealing.verdict import Recomputed, RecordCheck, Relaid, Verdict, verdict_label
from ....i18n import _, ngettext
from ....telling.verdicts import answers, headline, in_ranges, meaning, next_steps
from ...theme import BODY, MEDIUM, SEMIBOLD, SENTENCE, SMALL, current
from ...widgets.basics import Button, Card, Hint, Mark, Words, clear
from ...widgets.folding import fit_to_width, put_in_reading_order
from ...widgets.marks import disc_with_tick, dotted_ring, triangle_with_mark
from ...widgets.scrolling import only_downwards
from .root_card import RootCard
from .signatures import signatures, technical
from .verdicts import Draw, draw, draw_verdict, ground, ink

Rivals = Callable[[Root], Sequence[Root]]


class CheckDetail(QScrollArea):
    """Built anew for each file; ``report_wanted`` asks for it in a file, ``trusted`` tells that words were compared."""

    report_wanted = Signal()
    trusted = Signal(object)
    refused = Signal(object)

    def __init__(self, rivals: Rivals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rivals = rivals
        only_downwards(self)
        self.setAccessibleName(_("What was found"))
        card = Card()
        card.box.setContentsMargins(8, 8, 8, 12)
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        card.box.addLayout(self._box)
        card.box.addStretch(1)
        self.setWidget(card)
        fit_to_width(self)

    def show_check(self, check: RecordCheck | None) -> None:
        """Show another file; None shows what one can do here."""
        clear(self._box)
        if check is None:
            self._show_nothing()
            return
        banner = _Banner(check)
        banner.save.clicked.connect(self.report_wanted)
        self._box.addWidget(banner)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 0)
        inner.setSpacing(8)
        inner.addWidget(_heading(_("What it means")))
        inner.addWidget(Words(meaning(check)))
        inner.addSpacing(8)
        inner.addWidget(_heading(_("What to do next")))
        for number, step in enumerate(next_steps(check), 1):
            inner.addLayout(_step(number, step))
        for root in _to_be_trusted(check):
            inner.addWidget(self._root_card(root))
        inner.addSpacing(4)
        inner.addLayout(_worked_out(check))
        if check.signatures:
            inner.addSpacing(4)
            inner.addWidget(_heading(_("Signatures")))
            inner.addWidget(signatures(check))
        inner.addWidget(technical(check))
        self._box.addLayout(inner)
        put_in_reading_order(self._box)
        self.verticalScrollBar().setValue(0)

    def _show_nothing(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 16, 16, 0)
        inner.addWidget(Words(_("Can I trust this paper?"), SENTENCE, SEMIBOLD))
        inner.addWidget(
            Hint(
                _(
                    "Drop a record above. You are told in plain words whether it was signed, whether it was changed, "
                    "and whether its figures and pages follow from its data. No network is needed."
                )
            )
        )
        inner.addSpacing(8)
        inner.addWidget(Words(_("You get one of six answers"), BODY, SEMIBOLD))
        for verdict, answer in answers():
            inner.addLayout(_answer(verdict, answer))
        self._box.addLayout(inner)

    def _root_card(self, root: Root) -> RootCard:
        card = RootCard(root, self._rivals(root))
        card.trusted.connect(self.trusted)
        card.refused.connect(self.refused)
        return card


def _to_be_trusted(check: RecordCheck) -> list[Root]:
    seen = (s for s in check.signatures if s.root is not None and not s.trusted) if check.good else ()
    return list({s.root.fingerprint: s.root for s in seen if s.root is not None}.values())


def _answer(verdict: Verdict, answer: str) -> QHBoxLayout:
    """One of the verdicts, with its mark and what it means."""
    line = QHBoxLayout()
    line.setSpacing(12)

    def mark(painter: QPainter, rect: QRectF) -> None:
        draw_verdict(painter, rect, verdict)

    line.addWidget(Mark(mark, 24), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(verdict_label(verdict), BODY, MEDIUM))
    words.addWidget(Hint(answer))
    line.addLayout(words, 1)
    return line


def _heading(text: str) -> Words:
    return Words(text, BODY, SEMIBOLD)


def _step(number: int, text: str) -> QHBoxLayout:
    """A number in a ring, and what to do."""
    line = QHBoxLayout()
    line.setSpacing(8)

    def ring(painter: QPainter, rect: QRectF) -> None:
        theme = current()
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawEllipse(rect)
        painter.setFont(theme.font(SMALL, SEMIBOLD))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))

    line.addWidget(Mark(ring, 22), 0, Qt.AlignmentFlag.AlignTop)
    words = Words(text)
    words.setAccessibleName(f"{number}. {text}")
    line.addWidget(words, 1)
    return line


class _Banner(QWidget):
    """The verdict, large."""

    def __init__(self, check: RecordCheck) -> None:
        super().__init__()
        self._check = check
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(16)

        def mark(painter: QPainter, rect: QRectF) -> None:
            draw(painter, rect, check)

        box.addWidget(Mark(mark, 36))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(headline(check), SENTENCE, SEMIBOLD, ink(check)))
        said = ": ".join(p for p in (check.file, " ".join(t for t in (check.reference, check.title) if t)) if p)
        words.addWidget(Words(said, SMALL))
        box.addLayout(words, 1)
        self.save = Button(_("Save this report…"))
        box.addWidget(self.save)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour(ground(self._check)))
        painter.drawRoundedRect(self.rect(), 6, 6)


def _worked_out(check: RecordCheck) -> QBoxLayout:
    """What was worked out again: the numbers, and the pages."""
    across = QHBoxLayout() if current().scale < 1.5 else QVBoxLayout()
    across.setSpacing(12)
    across.addWidget(_Followed(*_numbers(check), details=check.differences if _figures_differ(check) else ()), 1)
    across.addWidget(_Followed(*_pages(check), details=() if _figures_differ(check) else check.differences), 1)
    return across


def _figures_differ(check: RecordCheck) -> bool:
    return check.recomputed is Recomputed.DIFFERS


_Said = tuple[Draw, str, str, str]


def _numbers(check: RecordCheck) -> _Said:
    options = ngettext("{count} option, to 6 decimals", "All {count} options, to 6 decimals", check.options)
    told: dict[Recomputed, _Said] = {
        Recomputed.MATCHES: (
            disc_with_tick,
            "green",
            _("Numbers worked out again: match"),
            options.format(count=check.options),
        ),
        Recomputed.DIFFERS: (triangle_with_mark, "red", _("Numbers worked out again: differ"), ""),
        Recomputed.NO_DATA: (
            dotted_ring,
            "muted",
            _("Numbers not worked out again"),
            _("The file has no figures to do it from."),
        ),
    }
    return told[check.recomputed]


def _pages(check: RecordCheck) -> _Said:
    if check.relaid is Relaid.MATCHES:
        return disc_with_tick, "green", _("Pages laid again: match"), _("The pages say what the data say.")
    if check.relaid is Relaid.OTHER_VERSION:
        said = _("Another version of the program laid them; what is read aloud was compared instead.")
        return dotted_ring, "muted", _("Pages not laid again"), said
    if check.relaid is Relaid.DIFFERS:
        which = in_ranges(check.pages)
        said = ngettext(
            "Page {numbers} of {count} is not the page that its data make.",
            "Pages {numbers} of {count} are not the pages that their data make.",
            len(check.pages),
        )
        shown = said.format(numbers=which, count=check.page_count) if which else ""
        return triangle_with_mark, "red", _("Pages laid again: differ"), shown
    return dotted_ring, "muted", _("Pages not laid again"), _("Nothing to lay them from, or nothing to compare.")


class _Followed(Card):
    """Whether something follows from the data attached."""

    def __init__(self, shape: Draw, colour: str, title: str, said: str, details: tuple[str, ...]) -> None:
        super().__init__(ground="window")
        line = QHBoxLayout()
        line.setSpacing(12)

        def mark(painter: QPainter, rect: QRectF) -> None:
            shape(painter, rect, colour)

        line.addWidget(Mark(mark, 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(title, BODY, SEMIBOLD))
        for text in (said, *details):
            if text:
                words.addWidget(Words(text, SMALL))
        words.addStretch(1)
        line.addLayout(words, 1)
        self.box.addLayout(line)
