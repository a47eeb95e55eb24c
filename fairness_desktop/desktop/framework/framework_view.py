"""What has the council adopted? Read it; write the next version; see what it would change; adopt it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ... import shipped
from ...domain.errors import FairnessError, InvalidInputError
from ...domain.framework import Framework
from ...domain.vocabulary import CriterionId, Kind, label
from ...exchange.differences import Difference
from ...i18n import _
from ...services.adopting.comparing import Consequences, Turned, changed_places
from ...services.adopting.presets import Preset, presets
from ...services.bundle import Services
from ..announce import announce
from ..form import Row
from ..shell.notice import Notice
from ..theme import BODY, MEDIUM, SMALL, current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words, clear
from ..widgets.date_line import DateLine
from ..widgets.folding import Fold, fit_to_width
from ..widgets.inputs import TextLine
from ..widgets.scrolling import only_downwards
from .draft_part import DraftPart
from .reading_part import ReadingPart, adopted_sentence


class FrameworkView(QScrollArea):
    """Four cards, one under another: in force, the next version, what would change, adoption."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adopting = services.adopting
        only_downwards(self)
        self.setAccessibleName(_("The council's framework"))
        page = QWidget()
        self._box = QVBoxLayout(page)
        self._box.setContentsMargins(24, 24, 24, 32)
        self._box.setSpacing(16)
        self._head()
        self._in_force = Card()
        self._box.addWidget(self._in_force)
        self._draft_card()
        self._change_card()
        self._adopt_card()
        self._box.addStretch(1)
        self.setWidget(page)
        fit_to_width(self)
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
        large = current().scale > 1.3
        begin = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        begin.addWidget(Words(_("Begin from:")))
        self.presets = [(preset, Button(_(preset.title), "link")) for preset in presets(shipped.folder() / "presets")]
        for i, (preset, button) in enumerate(self.presets):
            button.setToolTip(_(preset.about))
            button.setAccessibleDescription(_(preset.about))
            button.setProperty("preset", i)
            button.clicked.connect(self._begin_from)
            begin.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.anew = Button(_("The one in force"), "link")
        self.anew.clicked.connect(self._begin_anew)
        begin.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)
        begin.addStretch(1)
        card.box.addLayout(begin)
        self._about = Hint("")
        self._about.hide()
        card.box.addWidget(self._about)
        self.draft = DraftPart(self._adopting.in_force())
        self.draft.edited.connect(self.commit)
        card.box.addWidget(self.draft)
        self._fault = Words("", SMALL, MEDIUM, "red")
        self._fault.hide()
        card.box.addWidget(self._fault)
        self._box.addWidget(card)

    def _change_card(self) -> None:
        card = Card()
        card.box.addWidget(Subtitle(_("What it would change")))
        self.compare = Button(_("Compare with the one in force"))
        self.compare.clicked.connect(self.show_consequences)
        card.box.addWidget(self.compare)
        self._changes = QVBoxLayout()
        card.box.addLayout(self._changes)
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
        """Show what is in force, and the draft as it is kept."""
        now = self._adopting.in_force()
        clear(self._in_force.box)
        _add(self._in_force.box, Subtitle(_("In force for new decisions")))
        _add(self._in_force.box, Words(adopted_sentence(now), BODY, MEDIUM))
        _add(self._in_force.box, Fold(_("Read it"), ReadingPart(now)))
        across = QHBoxLayout()
        self._in_force.box.addLayout(across)
        self.export, self.import_ = Button(_("Save it as a file…")), Button(_("Take one in from a file…"))
        self.export.clicked.connect(self._export)
        self.import_.clicked.connect(self._import)
        for button in (self.export, self.import_):
            _add(across, button)
        across.addStretch(1)
        self.draft.show_draft(self._adopting.draft())

    def commit(self) -> bool:
        """Keep the draft as it is written; what cannot be is said under it, and the last good one stays."""
        try:
            self._adopting.keep_draft(self.draft.value())
        except FairnessError as error:
            self._say_fault(str(error))
            return False
        self._say_fault("")
        return True

    def show_consequences(self) -> None:
        """The places in which the draft differs, and the decisions that would have come out otherwise."""
        clear(self._changes)
        if not self.commit():
            return
        new = self._adopting.drafted()
        changes = changed_places(self._adopting.in_force(), new)
        for change in changes:
            _add(self._changes, Words(told_change(change, new), SMALL))
        then = self._adopting.consequences(new)
        said = _("Nothing differs.") if not changes else counted(then)
        _add(self._changes, Words(said, BODY, MEDIUM))
        for turned in then.turned:
            _add(self._changes, Words(told(turned), SMALL))
        announce(self, said)

    def _say_fault(self, sentence: str) -> None:
        if sentence and sentence != self._fault.text():
            announce(self, sentence)
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def _begin_from(self) -> None:
        sender = self.sender()
        assert sender is not None
        preset: Preset = self.presets[int(sender.property("preset"))][0]
        document = preset.over(self._adopting.draft())
        self._adopting.keep_draft(document)
        self.draft.show_draft(document)
        self._about.setText(_(preset.about))
        self._about.show()

    def _begin_anew(self) -> None:
        self._adopting.drop_draft()
        self.draft.show_draft(self._adopting.draft())
        self._about.hide()
        self._say_fault("")

    def _adopt(self) -> None:
        for row in self.rows.values():
            row.show_error("")
        if not self.commit():
            return
        try:
            day = self.date.date()
            locked = self._adopting.adopt("" if day is None else day.isoformat(), self.minute.value())
        except InvalidInputError as error:
            row = self.rows.get(error.where, self.rows["adoption.date"])
            row.show_error(error.message)
            row.field.setFocus()
        except FairnessError as error:
            self.notice.tell(str(error))
        else:
            self.minute.setText("")
            self.refresh()
            announce(self, adopted_sentence(locked))
            self.ensureWidgetVisible(self._in_force)

    def _export(self) -> None:
        now = self._adopting.in_force()
        path = self.ask_place(f"{now.id}-{now.version}.json")
        if path is not None:
            self._tried(lambda: self._adopting.hand_out(now, path))

    def _import(self) -> None:
        path = self.ask_file()
        if path is not None:
            self._tried(lambda: self._take_in(path))

    def _take_in(self, path: Path) -> None:
        taken: Framework = self._adopting.take_in(path)
        if taken.adoption is not None:
            self._adopting.put_in_force(taken)
        self.refresh()

    def _tried(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except FairnessError as error:
            self.notice.tell(str(error))

    def ask_place(self, name: str) -> Path | None:
        """Where to save it; None where that was given up."""
        path, _filter = QFileDialog.getSaveFileName(self, _("Save the framework"), name, "*.json")
        return Path(path) if path else None

    def ask_file(self) -> Path | None:
        """Which file to take in; None where that was given up."""
        path, _filter = QFileDialog.getOpenFileName(self, _("Take a framework in"), "", "*.json")
        return Path(path) if path else None


def _add(box: QBoxLayout, widget: QWidget) -> None:
    """Into a layout that is on show already: seen at once, and not when the event loop comes round."""
    box.addWidget(widget)
    widget.show()


def told_change(change: Difference, framework: Framework) -> str:
    """A place that changed: a weight in words, anything else by its place in the file."""
    kind, _weights, criterion = (*change.where.split(".")[1:], "", "", "")[:3]
    where = change.where
    if change.where.startswith("kinds.") and ".weights." in change.where:
        name = _(framework.criterion(CriterionId(criterion)).name).lower()
        where = _("{kind}, weight of {criterion}").format(kind=label(Kind(kind)), criterion=name)
    return f"{where}: {change.old} → {change.new}"


def counted(then: Consequences) -> str:
    """How many decisions would have come out otherwise."""
    said = _("Of {all} decisions here {turned} would have another leader or floor; {left} cannot be compared.")
    return said.format(all=then.looked_at, turned=len(then.turned), left=len(then.not_compared))


def told(one: Turned) -> str:
    """A decision that would have come out otherwise."""
    said = _("{title}: leader {leader}, then {leader_then}; floor {floor}, then {floor_then}")
    return said.format(
        title=one.title or one.id, leader=one.leader or "–", leader_then=one.leader_then or "–",
        floor=(one.floor or "–").upper(), floor_then=(one.floor_then or "–").upper(),
    )  # fmt: skip
