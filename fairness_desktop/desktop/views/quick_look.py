"""A quick look at one decision of the register, without opening it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.register import RegisterRow, Status, status_label
from ...domain.reviewing.review import review_word
from ...domain.vocabulary import label
from ...i18n import _
from ...telling.figures import day, percent, signed
from ...telling.sentences import floor_sentence
from ..charts.score_bars import Bar, ScoreBar
from ..theme import BODY, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Card, FloorMark, Hint, Rule, Subtitle, Words, clear, floor_words


class QuickLook(Card):
    """What the register knows of the line chosen."""

    open_wanted = Signal()
    export_wanted = Signal()
    changes_wanted = Signal()
    review_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(current().px(288))
        self._content = QVBoxLayout()
        self._content.setSpacing(8)
        self.box.addLayout(self._content)
        self.box.addStretch(1)
        self.open = Button(_("Open"), "primary")
        self.export = Button(_("Export…"))
        self.changes = Button(_("What changed"), "link")
        self.review = Button(_("Did it do what it promised?"), "link")
        self._id = ""
        self.open.clicked.connect(self.open_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.changes.clicked.connect(self.changes_wanted)
        self.review.clicked.connect(self._review)
        self.review.hide()
        line = QHBoxLayout()
        line.addWidget(self.open)
        line.addWidget(self.export)
        line.addStretch(1)
        self.box.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.changes, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addLayout(line)

    def show_row(self, row: RegisterRow | None) -> None:
        """Show another line; None empties the card."""
        clear(self._content)
        self.open.setEnabled(row is not None)
        self.export.setEnabled(row is not None)
        self.changes.setEnabled(row is not None)
        self._id = "" if row is None else row.id
        self.review.setVisible(row is not None and row.status in (Status.SIGNED, Status.CHANGED_SINCE))
        if row is None:
            self._content.addWidget(Hint(_("Choose a decision to look at it.")))
            return
        kind = label(row.kind) if row.kind else _("no kind yet")
        self._content.addWidget(Hint("  ·  ".join(p for p in (row.reference, kind, status_label(row.status)) if p)))
        self._content.addWidget(Subtitle(row.title or _("No title yet")))
        if row.decided_by:
            self._content.addWidget(Words(_("Decided by: {who}").format(who=row.decided_by), SMALL))
        self._content.addWidget(Hint(_("Changed {day}").format(day=day(row.changed_at))))
        self._content.addWidget(Rule())
        self._standings(row)
        if row.kept is not None and row.reviewed is not None:
            said = _("Reviewed in {year}: {share} of what was promised")
            self._content.addWidget(Words(said.format(year=row.reviewed, share=percent(row.kept)), SMALL, SEMIBOLD))
            verdict = "" if row.verdict is None else review_word(row.verdict)
            done = row.done or _("Nothing is written yet of what was done about it.")
            self._content.addWidget(Words(f"{verdict}. {done}", SMALL))
        elif row.review_date is not None:
            self._content.addWidget(Words(_("Review due {day}").format(day=day(row.review_date)), SMALL))

    def _review(self) -> None:
        self.review_wanted.emit(self._id)

    def _standings(self, row: RegisterRow) -> None:
        standings = row.standings
        if standings.leader is None or standings.score is None or standings.floor is None:
            self._content.addWidget(Words(_("Nothing can be worked out yet."), SMALL))
            return
        said = _("{id} leads with {score}").format(id=standings.leader, score=signed(standings.score))
        self._content.addWidget(Words(said, BODY, SEMIBOLD))
        reach = max(30.0, abs(standings.score))
        self._content.addWidget(ScoreBar(Bar(standings.score, (-reach, reach), leads=True)))
        line = QHBoxLayout()
        line.addWidget(FloorMark(standings.floor))
        line.addWidget(floor_words(standings.floor), 1)
        self._content.addLayout(line)
        self._content.addWidget(Words(floor_sentence(standings.floor), SMALL))
