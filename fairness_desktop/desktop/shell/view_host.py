"""A window that shows one view at a time and leaves none over something that is not saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ..workers import wait_for_all
from .stage import Stage

if TYPE_CHECKING:  # views are imported when they are first shown: nothing may delay the first paint
    from ...services.bundle import Services
    from ...services.safekeeping import Safekeeping
    from .walk_view import WalkView


class ViewHost(QMainWindow):
    """What the window's views are shown by, also where the register cannot be opened."""

    open_wanted = Signal(str)
    """The register is to be opened (again), with that passphrase if it is not empty."""

    def __init__(self) -> None:
        super().__init__()
        self._services: Services | None = None
        self._walk: WalkView | None = None
        self._again: Callable[[], None] = self._build_nothing
        self._stage = Stage()
        self.notice = self._stage.notice
        self._stage.standing.offered.connect(self._open_again)
        self.setCentralWidget(self._stage)

    @property
    def view(self) -> QWidget:
        """What is on show."""
        return self._stage.view

    def tell(self, sentence: str) -> None:
        """Say something that concerns the whole window."""
        self.notice.tell(sentence)

    def ask_passphrase(self, refused: str) -> None:
        """Ask for the passphrase of the register; ``refused`` says why the last one was none."""
        from ..safekeeping.unlock_view import UnlockView

        view = self.view
        if not isinstance(view, UnlockView):
            view = UnlockView()
            view.given.connect(self.open_wanted)
            self._show(view, self._build_nothing)
        if refused:
            view.refuse(refused)

    def warn(self, sentence: str, offer: str = "") -> None:
        """Warn of what lasts, whatever is on show; an empty sentence takes the warning back."""
        self._stage.tell_standing(sentence, offer)

    def _open_again(self) -> None:
        self.open_wanted.emit("")

    def offer_copies(self, keeping: Safekeeping, why: str) -> None:
        """Where the register cannot be opened: say why, and offer to go back to a copy."""
        from ..safekeeping.backups_view import BackupsView

        view = BackupsView(keeping, may_copy=False, may_restore=True, why=why)
        view.back.hide()
        view.restored.connect(self._open_again)
        self._show(view, self._build_nothing)

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
