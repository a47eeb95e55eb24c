"""The register: what has been decided, and what waits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.register import RegisterQuery, RegisterRow, SavedView
from ...exchange.bundle.form import ENDING
from ...i18n import _, ngettext
from ...services.bundle import Services
from ..models.register_model import RegisterModel
from ..shell.done import DoneBar
from ..shell.notice import Notice
from ..theme import current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title
from ..widgets.inputs import TextLine
from ..widgets.progress_line import ProgressLine
from .quick_look import QuickLook
from .register.deeds import Deeds
from .register.filters import FilterBar
from .register.handing import Handing
from .register.more import MoreButton
from .register.rail import View, ViewsRail, nothing_here
from .register_table import RegisterTable
from .view_bar import ViewBar


class RegisterView(QWidget):
    """Views with counts, the table, and a quick look at the line chosen."""

    open_wanted = Signal(str)
    new_wanted = Signal(object)
    example_wanted = Signal()
    check_wanted = Signal()
    changes_wanted = Signal(object)
    files_wanted = Signal(list)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = services.register
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Register"))
        self.model = RegisterModel(services.register, self)
        self._build(services)
        self._connect()
        self.refresh()

    def _build(self, services: Services) -> None:
        self.bar, self.notice, self.done = ViewBar("register"), Notice(), DoneBar()
        self.table = RegisterTable(self.model)
        self.progress = ProgressLine()
        self.deeds = Deeds(services.register, self.table.lines_chosen, self.progress, self)
        self.handing = Handing(services, self, self.table.lines_chosen, self.progress)
        self.look, self.filters = QuickLook(), FilterBar()
        self.rail = ViewsRail(services.register, services.adopting.in_force())
        across = QHBoxLayout()
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(16)
        across.addWidget(self.rail)
        across.addLayout(self._middle(), 1)
        across.addWidget(self.look)
        self.rail.hide()  # shown once it is known that there is room
        self.look.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.bar, self.notice, self.done):
            box.addWidget(part)
        box.addLayout(across, 1)

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        head = QHBoxLayout()
        self._title = Title()
        self._count_words = Hint()
        self.search = TextLine(most=200)
        self.search.setPlaceholderText(_("Search decisions (Ctrl+F)"))
        self.search.setAccessibleName(_("Search decisions"))
        self.search.setMaximumWidth(current().px(300))
        self.more = MoreButton(self, self.deeds, self.handing)
        head.addWidget(self._title)
        head.addWidget(self._count_words, 1)
        head.addWidget(self.search, 1)
        head.addWidget(self.more)
        middle.addLayout(head)
        middle.addWidget(self.filters)
        sheet = Card()
        sheet.box.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self.handing.publishing)
        sheet.box.addWidget(self.stack)
        middle.addWidget(sheet, 1)
        middle.addWidget(self.progress)
        middle.addWidget(Hint(_("Bars show −30 to +30. Floor: whether anyone most in need would lose.")))
        return middle

    def _empty(self) -> QWidget:
        empty = QWidget()
        box = QVBoxLayout(empty)
        box.addStretch(1)
        self._empty_words = Subtitle(_("Nothing has been decided here yet."))
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self._empty_words)
        self.example = Button(_("Open the finished example"), "primary")
        box.addWidget(self.example, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        return empty

    def _connect(self) -> None:
        self.bar.new_wanted.connect(self.new_wanted)
        self.bar.check_wanted.connect(self.check_wanted)
        self.handing.files_wanted.connect(self.files_wanted)
        self.example.clicked.connect(self.example_wanted)
        for source in (self.model, self.rail, self.deeds, self.handing):
            source.failed.connect(self.notice.tell)
        self.model.modelReset.connect(self._refreshed)
        self.table.open_wanted.connect(self._open)
        self.table.chosen.connect(self._show_chosen)
        self.look.open_wanted.connect(self._open)
        self.look.export_wanted.connect(self.handing.export)
        self.look.changes_wanted.connect(self._show_changes)
        self.search.edited.connect(self._ask)
        self.rail.chosen.connect(self._view_chosen)
        self.filters.changed.connect(self._ask)
        self.filters.view_wanted.connect(self._view_named)
        self.filters.council_wanted.connect(self.rail.choose_council)
        self.filters.keep_wanted.connect(self._keep_view)
        self.filters.forget_wanted.connect(self._forget_view)
        self.deeds.done.connect(self.done.tell)
        self.deeds.changed.connect(self.refresh)
        self.handing.done.connect(self.done.tell)
        self.handing.changed.connect(self.refresh)
        self.handing.publishing.opened.connect(self._show_page)
        self.handing.publishing.closed.connect(self._back_to_table)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)

    def chosen(self) -> RegisterRow | None:
        """The line that is selected, the first of several."""
        return self.table.first_chosen()

    def refresh(self) -> None:
        """Ask the store again, counts and all."""
        self.rail.refresh()
        self._offer()
        self._ask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith((".json", ENDING)) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.handing.take_in(paths)
        event.acceptProposedAction()

    def _ask(self) -> None:
        """Show what the view, the filters and the words find together."""
        query = replace(self.filters.narrowed(self.rail.view.query), words=self._words())
        self.model.ask(replace(query, body=query.body or self.rail.body))

    def _words(self) -> str:
        """What is looked for: the words of the view, and those typed."""
        return " ".join(part for part in (self.rail.view.query.words, self.search.value().strip()) if part)

    def _view_chosen(self) -> None:
        self.filters.clear_choices()
        self._offer()
        self._ask()

    def _view_named(self, name: str) -> None:
        """Show the view of that name, chosen where there is no room for the rail."""
        self.rail.refresh(name)
        self._view_chosen()

    def _offer(self) -> None:
        """What there is to choose from."""
        self.filters.offer_years(self.rail.years)
        self.filters.offer_views([view.name for view in self.rail.views], self.rail.view.name)
        self.filters.offer_councils(self.rail.councils, self.rail.body)
        self.filters.stand_in(on=self.rail.isHidden())

    def _keep_view(self, name: str) -> None:
        """Keep what is shown under a name, and show that view."""
        if self.rail.always(name):
            self.notice.tell(
                _("There is a view “{name}” already that always stays; take another name.").format(name=name)
            )
            return
        try:
            self._register.keep_view(SavedView(name, self.model.query))
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        self.search.show_value("")
        self.filters.clear_choices()
        self.rail.refresh(name)
        self._offer()
        self._ask()
        self.done.tell(_("Kept as a view: {name}").format(name=name))

    def _forget_view(self) -> None:
        view = self.rail.view
        try:
            self._register.drop_view(view.name)
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        self.refresh()
        self.done.tell(_("View forgotten: {name}").format(name=view.name), _Kept(self, view))

    def keep_again(self, view: View) -> None:
        """Take back that a view was forgotten."""
        self._register.keep_view(SavedView(view.name, view.query))
        self.rail.refresh(view.name)
        self._offer()
        self._ask()

    def _refreshed(self) -> None:
        count = self.model.rowCount()
        view = self.rail.view
        self._title.setText(_("All decisions") if view.query == RegisterQuery() else view.name)
        narrowed = self.filters.narrows or self.model.query.words != view.query.words
        looking = narrowed or view.query != RegisterQuery()
        self.filters.offer_keeping(worth_keeping=narrowed, saved=view.saved and not narrowed)
        self._show_page()
        self._empty_words.setText(nothing_here(self.rail.view, self._register, looking=looking))
        self.example.setVisible(not looking)
        if count:
            self.table.selectRow(0)
        self._show_chosen()

    def _show_page(self) -> None:
        """The table, or what stands in its place."""
        asking = self.handing.publishing.sheet is not None
        self.stack.setCurrentIndex(2 if asking else 0 if self.model.rowCount() else 1)

    def _back_to_table(self) -> None:
        self._show_page()
        self.table.setFocus()

    def _show_chosen(self) -> None:
        chosen = self.table.count_chosen()
        self._count_words.setText(_counted(self.model.rowCount(), chosen))
        self.look.show_row(self.chosen())
        self.more.allow(chosen, self.model.query.shelf)

    def _open(self) -> None:
        row = self.chosen()
        if row is not None:
            self.open_wanted.emit(str(row.id))

    def _show_changes(self) -> None:
        row = self.chosen()
        try:
            walk = None if row is None else self._register.open(row.id)
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        if walk is not None:
            self.changes_wanted.emit(walk)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(1180)
        self.rail.setVisible(not narrow)
        self.look.setVisible(not narrow)
        self.filters.stand_in(on=narrow)


def _counted(count: int, chosen: int) -> str:
    words = ngettext("{count} decision", "{count} decisions", count).format(count=f"{count:,}")
    return words if chosen <= 1 else _("{decisions} · {count} chosen").format(decisions=words, count=f"{chosen:,}")


class _Kept:
    """Keeps a view again that was forgotten."""

    def __init__(self, register: RegisterView, view: View) -> None:
        self._register, self._view = register, view

    def __call__(self) -> None:
        self._register.keep_again(self._view)
