"""What has the council adopted? Read it; write the next version; see what it would change; adopt it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ... import shipped
from ...domain.errors import FairnessError, InvalidInputError
from ...domain.framework import Framework
from ...frameworks.loader import load_framework
from ...i18n import _
from ...services.adopting.presets import Preset, presets
from ...services.bundle import Services
from ..announce import announce
from ..form import Row
from ..shell.notice import Notice
from ..theme import current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words
from ..widgets.date_line import DateLine
from ..widgets.folding import fit_to_width
from ..widgets.inputs import TextLine
from ..widgets.scrolling import only_downwards
from .changes_part import ChangesPart
from .draft.draft_part import DraftPart
from .draft.drafting import Drafting
from .in_force_card import InForceCard
from .reading_part import adopted_sentence


class FrameworkView(QScrollArea):
    """Four cards, one under another: in force, the next version, what would change, adoption."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adopting = services.adopting
        self._drafting = Drafting(services.adopting, self)
        only_downwards(self)
        self.setAccessibleName(_("The council's framework"))
        page = QWidget()
        self._box = QVBoxLayout(page)
        self._box.setContentsMargins(24, 24, 24, 32)
        self._box.setSpacing(16)
        self._head()
        self._in_force = InForceCard()
        self._in_force.save_wanted.connect(self._export)
        self._in_force.import_wanted.connect(self._import)
        self._box.addWidget(self._in_force)
        self._draft_card()
        self._change_card()
        self._adopt_card()
        self._box.addStretch(1)
        self.setWidget(page)
        fit_to_width(self)
        self._drafting.failed.connect(self._fail)
        self.refresh()

    def _head(self) -> None:
        top = QHBoxLayout()
        top.addWidget(Title(_("What has the council adopted?")), 1)
        self.back = Button(_("Back"))
        self.back.clicked.connect(self.closed)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(top)
        self._box.addWidget(
            Hint(_("Those who decide under a framework cannot edit it: only full council adopts another."))
        )
        self.notice = Notice()
        self._box.addWidget(self.notice)

    def _draft_card(self) -> None:
        card = Card()
        card.box.addWidget(Subtitle(_("The next version, a draft")))
        card.box.addWidget(Hint(_("Kept as you write it. Nobody decides under a draft.")))
        card.box.addWidget(Words(_("Begin from:")))
        card.box.addLayout(self._beginnings())
        self.draft = DraftPart(self._drafting)
        self.draft.shown.connect(self._bring_into_sight)
        card.box.addWidget(self.draft)
        across = QHBoxLayout()
        self.export_draft = Button(_("Save the draft as a file…"))
        self.export_draft.clicked.connect(self._export_draft)
        across.addWidget(self.export_draft)
        across.addStretch(1)
        card.box.addLayout(across)
        self._box.addWidget(card)

    def _beginnings(self) -> QGridLayout:
        """Presets, and the one in force: each can be undone."""
        columns = 1 if current().scale > 1.3 else 3
        begin = QGridLayout()
        begin.setVerticalSpacing(4)
        self.presets = [(preset, Button(_(preset.title), "link")) for preset in presets(shipped.folder() / "presets")]
        for i, (preset, button) in enumerate(self.presets):
            button.setToolTip(_(preset.about))
            button.setAccessibleDescription(_(preset.about))
            button.setProperty("preset", i)
            button.clicked.connect(self._begin_from)
            begin.addWidget(button, i // columns, i % columns, Qt.AlignmentFlag.AlignLeft)
        self.anew = Button(_("The one in force"), "link")
        self.anew.clicked.connect(self._begin_anew)
        last = len(self.presets)
        begin.addWidget(self.anew, last // columns, last % columns, Qt.AlignmentFlag.AlignLeft)
        begin.setColumnStretch(columns, 1)
        return begin

    def _change_card(self) -> None:
        card = Card()
        self.changes = ChangesPart(self._adopting, self.commit)
        card.box.addWidget(self.changes)
        self._box.addWidget(card)

    def _adopt_card(self) -> None:
        card = Card()
        card.box.addWidget(Subtitle(_("Adoption by full council")))
        about = _("It is locked under its hash then: nobody can change it. New decisions are made under it.")
        card.box.addWidget(Hint(about))
        self.date, self.minute = DateLine(), TextLine(most=200)
        self.rows = {
            "adoption.date": Row(_("Adopted on"), self.date),
            "adoption.minute": Row(_("Minute of full council"), self.minute, _("For example: Minute 12/27.")),
        }
        for row in self.rows.values():
            card.box.addWidget(row)
        self.adopt = Button(_("Adopt, and lock it"), "primary")
        self.adopt.clicked.connect(self._adopt)
        card.box.addWidget(self.adopt)
        self._box.addWidget(card)

    def refresh(self) -> None:
        """Show what is in force, and what else is known here."""
        now = self._adopting.in_force()
        self._in_force.show_known(now, [other for other in self._adopting.known() if other != now])
        self.changes.refresh()

    def commit(self) -> bool:
        """Take in what was typed last; the draft is kept as it is written."""
        self.draft.flush()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()  # whoever leaves by a menu or closes the window loses no word

    def _begin_from(self) -> None:
        sender = self.sender()
        assert sender is not None
        preset: Preset = self.presets[int(sender.property("preset"))][0]
        self.commit()
        self._drafting.change(preset.over(self._drafting.document), _(preset.about))

    def _begin_anew(self) -> None:
        self.commit()
        told = _("The draft is as the one in force.")
        self._drafting.change(self._adopting.begun_from_in_force(), told)

    def _fail(self, sentence: str) -> None:
        self.notice.tell(sentence)
        self.ensureWidgetVisible(self.notice)

    def _bring_into_sight(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget)

    def _adopt(self) -> None:
        for row in self.rows.values():
            row.show_error("")
        self.commit()
        wrong = next((fault for fault in self.draft.faults if fault.stops), None)
        if wrong is not None:
            self.ensureWidgetVisible(self.draft.lines)
            announce(self, wrong.message)
            return
        try:
            day = self.date.date()
            locked = self._adopting.adopt("" if day is None else day.isoformat(), self.minute.value())
        except InvalidInputError as error:
            row = self.rows.get(error.where, self.rows["adoption.date"])
            row.show_error(error.message)
            row.field.setFocus()
        except FairnessError as error:
            self._fail(str(error))
        else:
            self.minute.setText("")
            self.refresh()
            self._drafting.read_again()
            announce(self, adopted_sentence(locked))
            self.ensureWidgetVisible(self._in_force)

    def _export(self, framework: Framework) -> None:
        path = self.ask_place(f"{framework.id}-{framework.version}.json")
        if path is not None:
            self._tried(lambda: self._adopting.hand_out(framework, path))

    def _export_draft(self) -> None:
        self.commit()
        draft = self._adopting.draft()
        path = self.ask_place(f"{draft['id']}-{draft['version']}-draft.json")
        if path is not None:
            self._tried(lambda: self._adopting.hand_out(self._adopting.drafted(), path))

    def _import(self) -> None:
        path = self.ask_file()
        if path is not None:
            self._tried(lambda: self._take_in(path))

    def _take_in(self, path: Path) -> None:
        taken = load_framework(path)
        if taken.adoption is None:
            told = _("The draft is as “{file}” has it.").format(file=path.name)
            self._drafting.change(dict(taken.document), told)
            return
        self._adopting.learn(taken)
        self._adopting.put_in_force(taken)
        self.refresh()
        self._drafting.read_again()

    def _tried(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except FairnessError as error:
            self._fail(str(error))

    def ask_place(self, name: str) -> Path | None:
        """Where to save it; None where that was given up."""
        path, _filter = QFileDialog.getSaveFileName(self, _("Save the framework"), name, "*.json")
        return Path(path) if path else None

    def ask_file(self) -> Path | None:
        """Which file to take in; None where that was given up."""
        path, _filter = QFileDialog.getOpenFileName(self, _("Take a framework in"), "", "*.json")
        return Path(path) if path else None
