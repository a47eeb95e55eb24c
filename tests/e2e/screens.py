"""Pictures of every view and step of the real window, light and dark: ``python -m tests.e2e.screens docs/images``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from fairness_desktop import app
from fairness_desktop.cli.records import sign
from fairness_desktop.desktop import theme
from fairness_desktop.desktop.application import application
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.desktop.theme import Scheme
from fairness_desktop.desktop.views.checking.check_view import CheckView
from fairness_desktop.desktop.workers import wait_for_all
from fairness_desktop.domain.progress import Step
from fairness_desktop.services.bundle import Services

CASES = Path(__file__).parents[1] / "cases"
SIZE = (1366, 768)
CROWDED = 20
"""Times the event loop is let run before a picture, so that everything has settled."""


class Camera:
    """A window over some decisions, in one palette."""

    def __init__(self, folder: Path, out: Path, scheme: Scheme) -> None:
        self.out, self.scheme = out, scheme
        preferences = Preferences(folder)
        preferences.scheme = scheme
        theme.apply(application(), preferences.theme())
        self.window = MainWindow(preferences, folder)
        self.window.resize(*SIZE)
        self.window.show()
        self.services: Services = app.services(folder)

    def take(self, name: str) -> None:
        """One picture, once all that goes on beside the window is done."""
        for _part in range(2):
            for _turn in range(CROWDED):
                QApplication.sendPostedEvents()
                QApplication.processEvents()
            wait_for_all()
        assert self.window.grab().save(str(self.out / f"{name}-{self.scheme.value}.png"))

    def all(self, record: Path) -> None:
        """Every view and step."""
        self.window.set_services(self.services)
        self.window.show_start()
        self.take("0-start")
        for path in sorted(CASES.glob("*.fairness.json")):
            self.services.register.take_in(path)
        self.window.open_example()
        view = self.window.view
        assert isinstance(view, WalkView)
        for step in Step:
            view.go_to(step)
            self.take(f"{step.value}-{step.name.lower()}")
        self.window.show_register()
        self.take("0-register")
        self.window.show_check()
        check = self.window.view
        assert isinstance(check, CheckView)
        check.check([record])
        loop = QEventLoop()
        check.session.ended.connect(loop.quit)
        QTimer.singleShot(30_000, loop.quit)
        loop.exec()
        self.take("9-check")
        self.window.close()


def example_record(folder: Path) -> Path:
    """The signed record of the example, made in a folder of its own."""
    services = app.services(folder)
    walk = services.register.open_example()
    path = folder / services.issuing.file_name(walk.assessment, draft=False)
    path.write_bytes(sign(services, walk, None, "a passphrase for pictures"))
    return path


def main(out: Path) -> None:
    """Take every picture in both palettes."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = example_record(Path(folder) / "record")
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            Camera(Path(folder) / scheme.value, out, scheme).all(record)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
