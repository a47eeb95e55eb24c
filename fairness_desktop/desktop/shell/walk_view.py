"""The walk: any step, in any order, nothing lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.progress import Step, step_name
from ...domain.short.form import in_full
from ...i18n import _
from ..announce import announce
from ..issue.seal_view import SealView
from ..issue.signing_view import SigningView
from ..pages.base import Page
from ..pages.decide_page import DecidePage
from ..session_model import SessionModel
from ..theme import current
from .bars import BottomBar, TopBar
from .folds import Folds
from .notice import Notice
from .page_list import PAGES
from .panel import Panel
from .rail import Rail

WIDE_ENOUGH = 1180
"""Pixels at 100 % text under which the rail shrinks to marks and the panel goes behind its button."""


class WalkView(QWidget):
    """Eight pages with rail, panel, back and next; pages are built when they are first visited."""

    register_wanted = Signal()
    step_changed = Signal(int)
    open_wanted = Signal(str)
    form_changed = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._pages: dict[Step, Page] = {}
        self._step = Step.DECISION
        self._only_read = bool(session.services.only_read)
        self._compact = True
        self._folds = Folds(session.assessment)
        self._build()
        self._connect()
        self.rail.set_compact(compact=True)
        self.rail.fold(self._folds.steps)
        self.top.set_compact(compact=True)
        self._refresh()
        self.go_to(Step.DECISION)

    @property
    def step(self) -> Step:
        """The step on show."""
        return self._step

    @property
    def page(self) -> Page:
        """The page on show."""
        return self._pages[self._step]

    @property
    def shown(self) -> QWidget:
        """What is on show in the middle: the page, or the pages to be signed."""
        widget = self._stack.currentWidget()
        assert widget is not None
        return widget

    def go_to(self, step: Step) -> None:
        """Leave the page on show for another, keeping what was typed; it stays where that cannot be saved."""
        if not self.commit():
            self.rail.show_step(self._step)
            return
        self._step = Step(step)
        if self._step not in self._pages:
            page = PAGES[self._step](self.session)
            page.place_wanted.connect(self.go_to_place)
            page.seal_wanted.connect(self.seal)
            page.open_wanted.connect(self.open_wanted)
            page.full_form_wanted.connect(self.go_on_in_full)
            self._close_to_typing(page)
            self._pages[self._step] = page
            self._stack.addWidget(page)
        self._close_panel()
        self._stack.setCurrentWidget(self.page)
        self.page.refresh()
        self.rail.show_step(self._step)
        self.bottom.show_step(self._step, self._folds.before(self._step), self._folds.after(self._step))
        focus_first(self.page, self.rail.buttons[self._step])
        where = _("Step {number} of 8: {name}").format(number=self._step.value, name=step_name(self._step))
        announce(self, where)
        self.step_changed.emit(self._step.value)

    def _close_to_typing(self, page: Page) -> None:
        """Let nothing be entered where it could not be saved; what only tries things out goes on doing so."""
        sheet = page.widget()
        if self._only_read and page.step is not Step.FAIRNESS and sheet is not None:
            sheet.setEnabled(False)

    def go_to_place(self, where: str) -> None:
        """Go to the field of a place in the exchange form."""
        step = self._folds.step_of(where)
        self.go_to(step)
        if self._step is step:
            self.page.show_place(where)

    def commit(self) -> bool:
        """Send what was typed on the page on show to the session; whether all of it is saved."""
        if self._step in self._pages:
            self.page.commit()
        return not self.session.unsaved

    def seal(self) -> None:
        """Show the very pages of the record, to be signed."""
        if not self.commit():
            return
        page = self.page
        view = page.record.signing_view() if isinstance(page, DecidePage) else SealView(self.session)
        view.closed.connect(self._leave_seal)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.bottom.hide()
        view.setFocus()

    def at_the_decision(self) -> DecidePage:
        """The last step, on show."""
        self.go_to(Step.DECIDE)
        assert isinstance(self.page, DecidePage)
        return self.page

    def _leave_seal(self) -> None:
        view = self._stack.currentWidget()
        self.bottom.show()
        self._stack.setCurrentWidget(self.page)
        self.page.refresh()
        if isinstance(view, SigningView):
            self._stack.removeWidget(view)
            view.deleteLater()
        self._refresh()

    def _build(self) -> None:
        self.top, self.notice = TopBar(), Notice()
        self.rail = Rail(self.session.framework)
        self.panel = Panel(self.session)
        self._stack = QStackedWidget()
        self.bottom = BottomBar()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.bottom)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(middle, 1)
        across.addWidget(self.panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.top)
        box.addWidget(self.notice)
        box.addLayout(across, 1)

    def _connect(self) -> None:
        self.session.changed.connect(self._refresh)
        self.session.failed.connect(self._failed)
        self.rail.step_wanted.connect(self._go_to_number)
        self.bottom.back_wanted.connect(self.go_back)
        self.bottom.next_wanted.connect(self.go_on)
        self.top.register_wanted.connect(self.register_wanted)
        self.top.panel_wanted.connect(self._toggle_panel)
        self.panel.place_wanted.connect(self.go_to_place)
        for step in Step:
            shortcut = QShortcut(QKeySequence(f"Ctrl+{step.value}"), self)
            shortcut.setProperty("step", step.value)
            shortcut.activated.connect(self._go_by_key)
        for keys, slot in (
            ("Alt+Left", self.go_back), ("Alt+Right", self.go_on), ("Ctrl+Z", self._undo), ("Ctrl+Y", self._redo),
            ("Ctrl+.", self.go_to_next_gap), ("Ctrl+S", self._save_now),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def go_back(self) -> None:
        """The step before that is not folded."""
        if self._step > Step.DECISION:
            self.go_to(self._folds.before(self._step))

    def go_on(self) -> None:
        """The step after that is not folded."""
        if self._step < Step.DECIDE:
            self.go_to(self._folds.after(self._step))

    def go_to_next_gap(self) -> None:
        """The next thing that is not answered: first on this page, then on the others in turn."""
        self.commit()
        findings = (*self.session.findings(), *self.session.missing())
        ahead = [f for f in findings if self._folds.step_of(f.where) >= self._step] or list(findings)
        if not ahead:
            announce(self, _("Nothing is missing."))
            return
        self.go_to_place(ahead[0].where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.top.show_assessment(self.session.assessment)

    def _fit(self) -> None:
        """Collapse rail and panel where the text would not have room beside them."""
        compact = self.width() < WIDE_ENOUGH * current().scale
        if compact != self._compact:
            self._compact = compact
            self.rail.set_compact(compact=compact)
            self.top.set_compact(compact=compact)
        theme = current()
        if self._compact:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(self.width())
            self.panel.setVisible(self.top.panel.isChecked())
        else:
            self.panel.setFixedWidth(theme.px(272))
            self.panel.show()
            self._stack.show()

    def _toggle_panel(self) -> None:
        opened = self.top.panel.isChecked()
        self.panel.setVisible(opened)
        self._stack.setVisible(not opened)
        self.bottom.setVisible(not opened)

    def _close_panel(self) -> None:
        if self._compact and self.top.panel.isChecked():
            self.top.panel.setChecked(False)
            self._toggle_panel()

    def go_on_in_full(self) -> None:
        """Make it the full form, with nothing entered again; undo makes it the short one again."""
        if self.commit():
            self.session.change(in_full(self.session.assessment, self.session.framework))

    def _refresh(self) -> None:
        if self.session.assessment.form != self._folds.form:
            self._folds = Folds(self.session.assessment)
            self.form_changed.emit()
        self.top.show_assessment(self.session.assessment)
        if self._only_read:
            self.top.say_only_read()
        else:
            self.top.say_saved()
        self.notice.hide()
        self.rail.show_states(self.session.states())

    def _failed(self, sentence: str) -> None:
        self.top.say_failed(sentence)
        self.notice.tell(sentence)

    def _save_now(self) -> None:
        """Everything is saved as it is entered: this says so, or tries again what failed."""
        if self.commit():
            announce(self, _("All changes saved"))

    def _undo(self) -> None:
        self.commit()
        self.session.undo()

    def _redo(self) -> None:
        self.session.redo()

    def _go_to_number(self, number: int) -> None:
        self.go_to(Step(number))

    def _go_by_key(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.go_to(Step(int(sender.property("step"))))


def focus_first(page: Page, otherwise: QWidget) -> None:
    """Put the focus on the first field of a page, so that one can type at once."""
    for widget in page.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_focus and widget.isEnabled() and widget.isVisibleTo(page):
            widget.setFocus()
            return
    otherwise.setFocus()
