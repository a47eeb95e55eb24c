"""From starting the process to a window that can be used, against a bare PySide6 window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .conftest import Measure

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
PAINTED = """
import sys, tempfile
from pathlib import Path
from PySide6.QtCore import QTimer
from fairness_desktop.desktop import theme
from fairness_desktop.desktop.application import application
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
app, data = application(), Path(tempfile.mkdtemp())
preferences = Preferences(data)
theme.apply(app, preferences.theme())
window = MainWindow(preferences, data)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def test_first_paint(side_by_side: Measure) -> None:
    side_by_side("first paint", lambda: run("-c", PAINTED), lambda: run("-c", BARE), 11)


def test_window_that_can_be_used(side_by_side: Measure, tmp_path: Path) -> None:
    ours = ["-m", "fairness_desktop", "--data", str(tmp_path), "--quit-when-shown"]
    side_by_side("window that can be used", lambda: run(*ours), lambda: run("-c", BARE), 11)
