"""The real services over a folder of their own, and a walk through the example in the real window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.domain.vocabulary import Form
from fairness_desktop.services.bundle import Services

CASES = Path(__file__).parents[1] / "cases"


def services_in(folder: Path) -> Services:
    return app.services(folder)


def example_session(services: Services) -> SessionModel:
    """The finished example."""
    return SessionModel(services.register.open_example(), services)


def new_session(services: Services) -> SessionModel:
    """A decision nobody has answered anything about."""
    return SessionModel(services.register.new(Form.FULL), services)


def case_session(services: Services, case: str) -> SessionModel:
    """One of the cases."""
    taken = services.register.take_in(CASES / f"{case}.fairness.json")
    return SessionModel(services.register.open(taken.assessment.id), services)


def open_window(qtbot: QtBot, folder: Path) -> MainWindow:
    """The window over an empty folder, at the size of an old laptop."""
    window = MainWindow(Preferences(folder), folder)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.set_services(services_in(folder))
    return window


def walk_in(window: MainWindow) -> WalkView:
    """The walk on show."""
    view = window.view
    assert isinstance(view, WalkView)
    return view
