"""The draft while it is written: kept at every change, with the way back through all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ....domain.errors import FairnessError
from ....services.adopting.adopting import Adopting
from ....services.adopting.editing import Document


class Drafting(QObject):
    """``changed`` after every change that was kept; ``failed`` says why one was not."""

    changed = Signal()
    failed = Signal(str)
    told = Signal(str)
    """Something was taken away, or put in the place of all: it is said, with the way back."""

    def __init__(self, adopting: Adopting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.adopting = adopting
        self.document = adopting.draft()
        self._before: list[Document] = []
        self._after: list[Document] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is one to make again."""
        return bool(self._after)

    def change(self, document: Document, told: str = "") -> bool:
        """Make it the draft, and keep it; whether that went well. ``told`` is said once it has."""
        if document == self.document:
            return True
        if not self._keep(document):
            return False
        self._before.append(self.document)
        self._after.clear()
        self._show(document)
        if told:
            self.told.emit(told)
        return True

    def undo(self) -> None:
        """Take the latest change back."""
        if self._before and self._keep(self._before[-1]):
            self._after.append(self.document)
            self._show(self._before.pop())

    def redo(self) -> None:
        """Make the change again that was taken back."""
        if self._after and self._keep(self._after[-1]):
            self._before.append(self.document)
            self._show(self._after.pop())

    def read_again(self) -> None:
        """Begin with what is kept now: after an adoption, or what came in from a file."""
        self._before.clear()
        self._after.clear()
        self._show(self.adopting.draft())

    def refuse(self, error: FairnessError) -> None:
        """Say why something could not be done."""
        self.failed.emit(str(error))

    def _keep(self, document: Document) -> bool:
        try:
            self.adopting.keep_draft(document)
        except FairnessError as error:
            self.refuse(error)
            return False
        return True

    def _show(self, document: Document) -> None:
        self.document = document
        self.changed.emit()
