"""When the fault is ours: a report is written, what was typed is saved, and a sentence says how both went."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from ..faults import report
from ..i18n import _


class CrashReports:
    """Writes reports into a folder; installed as the process's last resort.

    ``save`` says whether everything is in the store. A report holds the fault and the program's version, never what
    the user wrote.
    """

    def __init__(self, folder: Path, save: Callable[[], bool], tell: Callable[[str], None]) -> None:
        self._folder, self._save, self._tell = folder, save, tell
        self._busy = False

    def install(self) -> None:
        """Hear of every fault that nobody else handles."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Save, write, tell; a fault during that is left to the standard hook, lest it go round."""
        if self._busy or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self._busy = True
        saved = False
        try:
            path = report(self._folder, fault)
            try:
                saved = self._save()
            finally:  # where the fault lies in saving, the user is told all the same
                self._tell(self._sentence(saved=saved).format(path=path))
        finally:
            self._busy = False

    def _sentence(self, *, saved: bool) -> str:
        if saved:
            return _("Something went wrong inside the program. What you entered is saved; a report lies in {path}.")
        return _(
            "Something went wrong inside the program, and what you typed last could not be saved: note it down. "
            "A report lies in {path}."
        )
