"""Where views are shown: one at a time, under the notices of the window; a page of help over the one on show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ..views.opening_view import OpeningView
from .notice import Notice

if TYPE_CHECKING:
    from ...services.walk import Walk
    from .help_view import HelpView

Doing = Sequence[tuple[str, Callable[[], None]]]


class Stage(QWidget):
    """Holds the view on show and lets go of the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing, self.notice = Notice(standing=True), Notice()
        self._stack = QStackedWidget()
        self._below: QWidget | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.standing)
        box.addWidget(self.notice)
        box.addWidget(self._stack, 1)
        self._stack.addWidget(OpeningView())

    @property
    def view(self) -> QWidget:
        """What is on show."""
        view = self._stack.currentWidget()
        assert view is not None
        return view

    def tell_standing(self, sentence: str, offer: str) -> None:
        """Warn of what lasts, whatever is on show; an empty sentence takes the warning back."""
        if sentence:
            self.standing.tell(sentence, offer)
        else:
            self.standing.hide()

    def show_view(self, view: QWidget) -> None:
        """Show another view; the one before is gone, and so is what the notice said of it."""
        self.close_help()
        self.notice.hide()
        old = self.view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._stack.removeWidget(old)
        old.deleteLater()

    def tell_opening(self, done: int, of: int) -> None:
        """Show how far the register is brought up to date."""
        view = self.view
        if not isinstance(view, OpeningView):
            view = OpeningView()
            self.show_view(view)
        view.tell(done, of)

    def show_help(self, title: str, rows: list[tuple[str, str]], doing: Doing = ()) -> None:
        """A page of help over the view; closing it goes back to where one was. ``doing`` is what it offers to do."""
        from .help_view import HelpView

        self._show_over(HelpView(title, rows, doing))

    def show_changes(self, walk: Walk) -> None:
        """What changed in a decision, over the view, in the same way."""
        from ...telling.places import names_of
        from ..views.changes_view import ChangesView

        self._show_over(ChangesView(walk.steps, names_of(walk.assessment)))

    def _show_over(self, page: HelpView) -> None:
        self.close_help()
        self._below = self.view
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.closed.connect(self.close_help)
        page.focus()

    def close_help(self) -> None:
        """Go back to the view under the page of help, if one is open."""
        if self._below is None:
            return
        page, below = self.view, self._below
        self._below = None
        self._stack.setCurrentWidget(below)
        self._stack.removeWidget(page)
        page.deleteLater()
