"""Two versions side by side: what differs, and the decisions that would have come out otherwise."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.framework import Framework
from ...i18n import _
from ...services.adopting.adopting import Adopting
from ...services.adopting.comparing import (
    Consequences,
    Turned,
    changed_places,
    criteria_added,
    criteria_removed,
    told_partly,
)
from ...telling.frameworks.changes import told_change, told_criteria
from ..announce import announce
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Button, Hint, Subtitle, Words, add_shown, clear
from ..widgets.inputs import Choice


class ChangesPart(QWidget):
    """The draft against the one in force, or against another version that is known here."""

    failed = Signal(str)

    def __init__(self, adopting: Adopting, ready: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adopting, self._ready = adopting, ready
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Subtitle(_("What it would change")))
        self.against = Choice(())
        self.against.setAccessibleName(_("The version to compare with"))
        self.compare = Button(_("Compare"))
        across = QHBoxLayout()
        across.addWidget(self.against)
        across.addWidget(self.compare)
        across.addStretch(1)
        column.addLayout(across)
        self._changes = QVBoxLayout()
        column.addLayout(self._changes)
        self.compare.clicked.connect(self.show_consequences)

    def refresh(self) -> None:
        """Offer the versions that are known now; nothing is compared until it is asked for."""
        clear(self._changes)
        self.against.clear()
        self.against.addItem(_("The one in force"), None)
        for framework in self._adopting.known():
            self.against.addItem(_said(framework), f"{framework.id}\n{framework.version}")

    def show_consequences(self) -> None:
        """The places in which the draft differs, and the decisions that would have come out otherwise."""
        clear(self._changes)
        if not self._ready():
            return
        try:
            new = self._adopting.drafted()
        except FairnessError as error:
            self._add(Words(str(error), SMALL, MEDIUM, "red"))
            announce(self, str(error))
            return
        old = self._old()
        added, removed = criteria_added(old, new), criteria_removed(old, new)
        for sentence in told_criteria(added, removed, new):
            self._add(Words(sentence, SMALL, MEDIUM))
        gone = {str(c.id) for c in (*added, *removed)}
        changes = [c for c in changed_places(old, new) if not gone & set(c.where.split("."))]
        for change in changes:
            self._add(Words(told_change(change.where, change.old, change.new, new), SMALL))
        then = self._adopting.consequences(new)
        said = _("Nothing differs.") if not (changes or gone) else counted(then)
        self._add(Words(said, BODY, MEDIUM))
        for sentence in told_partly(then):
            self._add(Hint(sentence))
        for turned in then.turned:
            self._add(Words(told(turned), SMALL))
        announce(self, said)

    def _old(self) -> Framework:
        id_, _line, version = (self.against.value() or "").partition("\n")
        found = (f for f in self._adopting.known() if (f.id, f.version) == (id_, version))
        return next(found, self._adopting.in_force())

    def _add(self, widget: QWidget) -> None:
        add_shown(self._changes, widget)


def _said(framework: Framework) -> str:
    return _("{id}, version {version}").format(id=framework.id, version=framework.version)


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
