"""The real window, and somebody who types into it: ``python -m tests.crash.windowed DATA SAID SEED``.

What the bar above the walk shows as saved is said to be saved, and nothing else.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from fairness_desktop import app
from fairness_desktop.desktop import theme
from fairness_desktop.desktop.application import application
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.shell.walk_view import WalkView

from .said import BEGINS, READY, Saying
from .working import PER_RUN

SAVED = ("All changes saved", "Saved")


class Typist:
    """Types a number into the summary, goes on to the next field, reads whether it is saved, and begins again."""

    def __init__(self, window: MainWindow, saying: Saying, seed: int) -> None:
        window.open_example()
        walk = window.view
        assert isinstance(walk, WalkView)
        assert isinstance(walk.page, DecisionPage)
        self._walk, self._page, self._saying = walk, walk.page, saying
        self._numbers = itertools.count(seed * PER_RUN)
        saying.say(READY)

    def type(self) -> None:
        """One number."""
        number = next(self._numbers)
        self._saying.say(BEGINS, "save")
        summary = self._page.what.summary
        summary.setFocus()
        summary.selectAll()
        QTest.keyClicks(summary, f"{number} ")
        self._page.what.title.setFocus()
        if self._shown_as_saved() and self._walk.session.assessment.summary.split(" ")[0] == str(number):
            self._saying.say("saved", self._walk.session.assessment.id, number)

    def _shown_as_saved(self) -> bool:
        return any(label.text() in SAVED for label in self._walk.top.findChildren(QLabel))


def main(data: Path, said: Path, seed: int) -> None:
    """Type until killed."""
    program = application()
    preferences = Preferences(data)
    theme.apply(program, preferences.theme())
    window = MainWindow(preferences, data)
    window.show()
    window.activateWindow()
    window.set_services(app.services(data))
    typist = Typist(window, Saying(said), seed)
    again = QTimer()
    again.timeout.connect(typist.type)
    again.start(0)
    program.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
