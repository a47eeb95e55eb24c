"""A window that shows one view at a time and leaves none over something that is not saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ...domain.errors import StoppedError
from ..workers import wait_for_all
from .stage import Stage

if TYPE_CHECKING:  # views are imported when they are first shown: nothing may delay the first paint
    from ...services.bundle import Services
    from .walk_view import WalkView


class ViewHost(QMainWindow):
    """What the window's views are shown by; which there are, the window itself knows."""

    def __init__(self) -> None:
        super().__init__()
        self._services: Services | None = None
        self._walk: WalkView | None = None
        self._again: Callable[[], None] = self._build_nothing
        self._stage = Stage()
        self.notice = self._stage.notice
        self.setCentralWidget(self._stage)

    @property
    def view(self) -> QWidget:
        """What is on show."""
        return self._stage.view

    def tell(self, sentence: str) -> None:
        """Say something that concerns the whole window."""
        self.notice.tell(sentence)

    def tell_opening(self, done: int, of: int) -> None:
        """Show how far the register is brought up to date; StoppedError once the window was closed."""
        self._stage.tell_opening(done, of)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self.isVisible():
            raise StoppedError

    def let_go(self) -> None:
        """Let go of the register, so that others can write to it."""
        if self._services is not None:
            self._services.close()
            self._services = None

    def save_all(self) -> bool:
        """Send everything typed to the store; whether it is there."""
        return self._walk is None or self._walk.commit()

    def ask_to_lose(self, why: str) -> bool:
        """Ask whether to go on without what could not be saved; a dialog, for something would be lost."""
        from .losing import ask_to_lose

        return ask_to_lose(self, why)

    def _may_leave(self) -> bool:
        """Whether nothing on show would be lost, or whoever typed it lets it go."""
        return self.save_all() or self._walk is None or self.ask_to_lose(self._walk.session.unsaved)

    def _show(self, view: QWidget, again: Callable[[], None]) -> bool:
        """Leave the view on show, keeping what was typed, for another; ``again`` builds that one anew.

        False where the one on show is not left, as something typed there could not be saved.
        """
        if not self._may_leave():
            view.deleteLater()
            return False
        self._walk, self._again = None, again
        self._stage.show_view(view)
        return True

    def _build_nothing(self) -> None:
        """Before anything is shown there is nothing to build anew."""

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        wait_for_all()
        super().closeEvent(event)
