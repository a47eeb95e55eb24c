"""What is in a copy, and what going back to it would take away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.register import RegisterRow
from ...domain.safekeeping.copies import Preview, Some
from ...i18n import _, ngettext
from ..announce import announce
from ..form import Form
from ..issue.signing_view import secret
from ..theme import BODY, MEDIUM, SEMIBOLD, SMALL
from ..widgets.basics import Button, Card, Hint, Rule, Subtitle, Words, clear
from .wording import line

SHOWN = 5
"""Decisions that are named; the rest is counted."""


class PreviewCard(QWidget):
    """Says what was found, asks for a passphrase where one is needed, and offers to go back."""

    restore_wanted = Signal()
    unlock_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        self._content = QVBoxLayout()
        self._content.setSpacing(8)
        card.box.addLayout(self._content)
        self._form = Form()
        self.passphrase = secret()
        self.row = self._form.add(_("Passphrase of the copy"), self.passphrase)
        self.passphrase.returnPressed.connect(self._unlock)
        card.box.addWidget(self._form)
        self.restore = Button(_("Go back to this copy"), "primary")
        self.restore.clicked.connect(self.restore_wanted)
        card.box.addWidget(self.restore)
        card.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        self.say(_("Choose a copy and look into it. Nothing is changed by looking."))

    def say(self, sentence: str) -> None:
        """Show a sentence and nothing else."""
        self._begin()
        self._content.addWidget(Words(sentence, BODY))

    def ask_passphrase(self, refused: str) -> None:
        """Ask for what opens the copy; ``refused`` says why the last one did not."""
        self.say(_("This copy is encrypted. It can be looked into with the passphrase it was made under."))
        self._form.show()
        self.row.show_error(refused)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def show_preview(self, seen: Preview, *, may_restore: bool) -> None:
        """Show what was found."""
        self._begin()
        self._content.addWidget(Subtitle(_("In this copy")))
        self._content.addWidget(Words(held(seen), BODY, MEDIUM))
        if seen.newest:
            self._content.addWidget(Hint(_("Changed last:")))
            self._name(seen.newest)
        self._content.addWidget(Rule())
        self._content.addWidget(Subtitle(_("If you go back to it")))
        for sentence, some in losses(seen):
            self._content.addWidget(Words(sentence, BODY, SEMIBOLD, "red"))
            self._name(some.first)
        if not any(losses(seen)):
            self._content.addWidget(Words(_("Nothing of today's register would be missing."), BODY))
        self._content.addWidget(Hint(_("The register of today is kept as a copy first, so you can return to it.")))
        self.restore.setVisible(may_restore)
        announce(self, held(seen))

    def _begin(self) -> None:
        clear(self._content)
        self._form.hide()
        self.restore.hide()

    def _name(self, rows: Iterable[RegisterRow]) -> None:
        rows = list(rows)
        for row in rows[:SHOWN]:
            self._content.addWidget(Words(line(row), SMALL))
        if len(rows) > SHOWN:
            self._content.addWidget(Hint(_("… and more.")))

    def _unlock(self) -> None:
        if self.passphrase.text():
            self.unlock_wanted.emit(self.passphrase.text())


def held(seen: Preview) -> str:
    """How much is in a copy."""
    decisions = ngettext("{count} decision", "{count} decisions", seen.decisions).format(count=seen.decisions)
    records = ngettext("{count} signed record", "{count} signed records", seen.records).format(count=seen.records)
    return _("{decisions}, {records}").format(decisions=decisions, records=records)


def losses(seen: Preview) -> list[tuple[str, Some]]:
    """A sentence for each thing of today that the copy lacks, with the decisions concerned."""
    lost, older, records = seen.lost.count, seen.older.count, seen.records_lost
    missing = ngettext("{count} decision would be missing:", "{count} decisions would be missing:", lost)
    then = ngettext("{count} decision would be as it was then:", "{count} decisions would be as they were then:", older)
    sealed = ngettext("{count} signed record would be missing.", "{count} signed records would be missing.", records)
    told = ((lost, missing, seen.lost), (older, then, seen.older), (records, sealed, Some()))
    return [(sentence.format(count=count), some) for count, sentence, some in told if count]
