"""Seeing beside the window whether the register still holds what was written, and telling what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ...i18n import _
from ...services.register import Register
from ..help_pages import what_was_found
from ..workers import Work
from .stage import Stage


class RegisterCheck(QObject):
    """One check after the other, on the stage of a window."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage

    def begin(self, register: Register) -> None:
        """Begin; the result takes the stage when it is there."""
        self._stage.notice.tell(_("The register is being checked…"))
        work = Work(register.check)
        work.finished_with.connect(self._tell)
        work.failed.connect(self._stage.notice.tell)
        work.start()

    def _tell(self, faults: object) -> None:
        self._stage.notice.hide()
        self._stage.show_help(_("Check the register"), what_was_found(faults))
