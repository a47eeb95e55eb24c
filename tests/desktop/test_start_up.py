"""The window is painted before anything heavy is imported, and can leave as soon as it can be used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HEAVY = ["reportlab", "pyhanko", "lxml", "aiohttp", "cryptography", "numpy", "sqlite_utils"]
PAINT = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fairness_desktop.desktop import theme
from fairness_desktop.desktop.application import application
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
app, data = application(), Path(sys.argv[1])
preferences = Preferences(data)
theme.apply(app, preferences.theme())
window = MainWindow(preferences, data)
window.show()
app.processEvents()
print([name for name in {HEAVY} if name in sys.modules])
"""
USABLE = f"""
import sys
from pathlib import Path
from fairness_desktop import app
app.services(Path(sys.argv[1]))
print([name for name in {HEAVY[:-1]} if sys.modules.get(name)])
"""


def told(code: str, folder: Path) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    repository = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_that_nothing_heavy_is_loaded_at_first_paint(tmp_path: Path) -> None:
    assert told(PAINT, tmp_path) == "[]"


def test_that_nothing_heavy_is_loaded_to_open_the_register(tmp_path: Path) -> None:
    assert told(USABLE, tmp_path) == "[]"


def test_that_the_window_leaves_as_soon_as_it_can_be_used(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fairness_desktop", "--data", str(tmp_path), "--quit-when-shown"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
        check=False,
    )

    assert done.returncode == 0
    assert (tmp_path / "register.sqlite").exists()
