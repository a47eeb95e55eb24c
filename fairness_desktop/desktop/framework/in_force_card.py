"""What is in force, read as a document; and every other version known here, that decisions may still stand under."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...i18n import _, ngettext
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Button, Card, Subtitle, Words, add_shown, clear
from ..widgets.folding import Fold
from .reading_part import ReadingPart, adopted_sentence


class InForceCard(Card):
    """``save_wanted`` tells which framework is to be saved as a file; ``import_wanted``, that one is to come in."""

    save_wanted = Signal(object)
    import_wanted = Signal()

    def show_known(self, now: Framework, others: Sequence[Framework]) -> None:
        """Show these anew."""
        clear(self.box)
        self._known = (now, *others)
        add_shown(self.box, Subtitle(_("In force for new decisions")))
        add_shown(self.box, Words(adopted_sentence(now), BODY, MEDIUM))
        add_shown(self.box, ReadingFold(now, _("Read it")))
        across = QHBoxLayout()
        self.box.addLayout(across)
        self.export, self.import_ = (
            self._saving(0, Button(_("Save it as a file…"))),
            Button(_("Take one in from a file…")),
        )
        self.import_.clicked.connect(self.import_wanted)
        for button in (self.export, self.import_):
            add_shown(across, button)
        across.addStretch(1)
        if others:
            count = len(others)
            title = ngettext("{count} other version is known here", "{count} other versions are known here", count)
            add_shown(self.box, Fold(title.format(count=count), self._others(others)))

    def _others(self, others: Sequence[Framework]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(8)
        for number, framework in enumerate(others, 1):
            named = _("{id}, version {version}").format(id=framework.id, version=framework.version)
            column.addWidget(Words(adopted_sentence(framework), SMALL))
            column.addWidget(ReadingFold(framework, _("Read {which}").format(which=named)))
            save = self._saving(number, Button(_("Save it as a file…"), "link"))
            save.setAccessibleName(_("Save {which} as a file").format(which=named))
            column.addWidget(save)
        return inside

    def _saving(self, number: int, button: Button) -> Button:
        button.setProperty("number", number)
        button.clicked.connect(self._save)
        return button

    def _save(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.save_wanted.emit(self._known[int(sender.property("number"))])


class ReadingFold(Fold):
    """A framework as a document, made when it is first wanted."""

    def __init__(self, framework: Framework, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, QWidget(), parent=parent)
        self._framework = framework
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(24, 0, 0, 8)

    def _turn(self, opened: bool) -> None:
        if opened and not self._column.count():
            self._column.addWidget(ReadingPart(self._framework))
        super()._turn(opened)
