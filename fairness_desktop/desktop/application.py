"""Starting the window: painted first, everything heavy after."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from .. import shipped
from ..watching import Progress
from . import style, theme
from .crash import CrashReports
from .handing.file_openings import FileOpenings
from .main_window import MainWindow
from .preferences import Preferences
from .workers import Work, wait_for_all

if TYPE_CHECKING:
    from ..services.bundle import Services
    from ..services.safekeeping import Safekeeping

Bring = Callable[[str | None, Progress], "Services"]
"""Opens the register: given the passphrase of one that is encrypted, or None, and whom to tell if it takes long."""

EVERY = 100
"""Milliseconds between two looks at how far the opening is."""


def application() -> QApplication:
    """The one application object, dressed: style and bundled faces."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Fairness Desktop")
    style.install(app)
    theme.load_fonts(shipped.folder() / "fonts" / "atkinson-hyperlegible-next")
    return app


class Start:
    """Opens the store and brings the services after the first paint, so that the window is there at once.

    ``rescue`` goes back to a copy where the register cannot be opened.
    """

    def __init__(
        self,
        window: MainWindow,
        services: Bring,
        rescue: Callable[[], Safekeeping],
        *,
        quit_when_shown: bool,
        files: Sequence[Path] = (),
    ) -> None:
        self._window, self._services, self._rescue, self._quit = window, services, rescue, quit_when_shown
        self._told = QElapsedTimer()
        window.open_wanted.connect(self.open)
        self.openings = FileOpenings(files, window)
        self.openings.wanted.connect(window.open_files)

    def begin(self) -> None:
        """Show the window; the rest follows once it has been painted."""
        self._window.show()
        QTimer.singleShot(0, self._window, self._bring_services)

    def _bring_services(self) -> None:
        self._window.repaint()
        self.open("")

    def open(self, secret: str) -> None:
        """Open the register, or say why it cannot be opened, and what can be done."""
        from ..domain.errors import EncryptedError, FairnessError, StoppedError

        self._told.start()
        try:
            services = self._services(secret or None, self._tell)
        except StoppedError:  # the window was closed meanwhile
            return
        except EncryptedError as error:
            self._window.ask_passphrase(str(error) if secret else "")
            self._leave(1)
            return
        except FairnessError as error:
            self._window.offer_copies(self._rescue(), str(error))
            self._leave(1)
            return
        self._window.set_services(services)
        self.openings.begin()
        self._window.repaint()
        self._leave(0)
        if not self._quit:
            self._look_after(services)

    def _tell(self, done: int, of: int) -> None:
        if self._told.hasExpired(EVERY):
            self._window.tell_opening(done, of)
            self._told.start()

    def _look_after(self, services: Services) -> None:
        """See whether the register lies well, and keep a copy of it, beside the window."""
        if services.only_read:
            return
        risks = Work(services.safekeeping.risks)
        risks.finished_with.connect(self._warn)
        risks.start()
        copy = Work(services.safekeeping.keep_at_start)
        copy.failed.connect(self._window.tell)
        copy.start()

    def _warn(self, risks: object) -> None:
        assert isinstance(risks, tuple)
        self._window.warn(" ".join(risk.described() for risk in risks))

    def _leave(self, code: int) -> None:
        if self._quit:
            QApplication.exit(code)


def run(
    services: Bring,
    rescue: Callable[[], Safekeeping],
    data_folder: Path,
    *,
    quit_when_shown: bool,
    files: Sequence[Path] = (),
) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    app = application()
    preferences = Preferences(data_folder)
    theme.apply(app, preferences.theme())
    window = MainWindow(preferences, data_folder)
    CrashReports(data_folder / "faults", window.save_all, window.tell).install()
    start = Start(window, services, rescue, quit_when_shown=quit_when_shown, files=files)
    app.installEventFilter(start.openings)
    start.begin()
    code = app.exec()
    wait_for_all()
    window.let_go()
    return code
