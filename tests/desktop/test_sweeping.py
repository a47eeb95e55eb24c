"""Which thread garbage is collected in: a widget destroyed beside the window takes the program with it."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.workers import Work


class Circle(QWidget):
    """A widget that only the collector can take away."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def busy() -> int:
    """Enough that lives long enough for the collector to be wanted many times, of every generation."""
    kept: list[object] = []
    for _n in range(40):
        kept.append([[n] for n in range(20_000)])
        if len(kept) > 2:
            kept.pop(0)
    return threading.get_ident()


def test_that_widgets_are_destroyed_in_the_window_s_thread_alone(qtbot: QtBot) -> None:
    destroyed_in: list[int] = []
    for _n in range(50):
        weakref.finalize(Circle(), lambda: destroyed_in.append(threading.get_ident()))
    work = Work(busy)

    with qtbot.waitSignal(work.finished_with, timeout=60_000) as done:
        work.start()
    gc.collect()

    assert done.args != [threading.get_ident()]
    assert set(destroyed_in) == {threading.get_ident()}
    assert len(destroyed_in) == 50


def test_that_garbage_is_collected_as_ever_once_all_work_is_done(qtbot: QtBot) -> None:
    for work in [Work(threading.get_ident) for _n in range(30)] + [Work(busy)]:
        work.start()
    at_work = gc.isenabled()

    qtbot.waitUntil(gc.isenabled, timeout=60_000)
    assert not at_work
