"""The register: what has been decided, and what waits."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.register import RegisterQuery, RegisterRow, Status, status_label
from ...i18n import _, ngettext
from ...services.bundle import Services
from ..announce import announce
from ..models.register_model import RegisterModel
from ..shell.notice import Notice
from ..theme import SMALL, current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words, let_tab_stop_once
from ..widgets.inputs import TextLine
from .quick_look import QuickLook
from .register_table import RegisterTable
from .view_bar import ViewBar


class RegisterView(QWidget):
    """Saved views with counts, the table, and a quick look at the line chosen."""

    open_wanted = Signal(str)
    new_wanted = Signal(object)
    example_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = services.register
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Register"))
        self.model = RegisterModel(services.register, self)
        self._build(services)
        self._connect()
        self.model.refresh()
        self._refreshed()

    def _build(self, services: Services) -> None:
        self.bar, self.notice = ViewBar("register"), Notice()
        self.table = RegisterTable(self.model)
        self.look = QuickLook()
        across = QHBoxLayout()
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(16)
        self._views = self._saved_views(services)
        across.addWidget(self._views)
        across.addLayout(self._middle(), 1)
        across.addWidget(self.look)
        self._views.hide()  # shown once it is known that there is room
        self.look.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.notice)
        box.addLayout(across, 1)

    def _saved_views(self, services: Services) -> QWidget:
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Hint(_("Views")))
        self.views = QButtonGroup(self)
        for i, status in enumerate((None, *Status)):
            count = self._count(status)
            name = _("All") if status is None else status_label(status)
            button = Button(f"{name}  {count}")
            button.setAccessibleName(_("{view}: {count}").format(view=name, count=count))
            button.setCheckable(True)
            button.setChecked(status is None)
            button.setProperty("on", status is None)
            button.setProperty("status", status)
            button.setFont(current().font(SMALL, 600))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.views.addButton(button, i)
            box.addWidget(button)
        let_tab_stop_once(self.views)
        box.addStretch(1)
        framework = next(iter(services.frameworks.values()))
        adopted = _("Not adopted by any council.") if framework.adoption is None else framework.adoption.minute
        box.addWidget(Words(_("Framework in force"), SMALL, 600))
        box.addWidget(Hint(f"{framework.id}, {framework.version}. {adopted}"))
        side.setFixedWidth(current().px(168))
        return side

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        head = QHBoxLayout()
        self._title = Title(_("All decisions"))
        self._count_words = Hint()
        self.search = TextLine(most=200)
        self.search.setPlaceholderText(_("Search decisions (Ctrl+F)"))
        self.search.setAccessibleName(_("Search decisions"))
        self.search.setMaximumWidth(current().px(300))
        self.take_in = Button(_("Import…"))
        head.addWidget(self._title)
        head.addWidget(self._count_words, 1)
        head.addWidget(self.search, 1)
        head.addWidget(self.take_in)
        middle.addLayout(head)
        sheet = Card()
        sheet.box.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        sheet.box.addWidget(self.stack)
        middle.addWidget(sheet, 1)
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
        self.example.clicked.connect(self.example_wanted)
        self.model.failed.connect(self.notice.tell)
        self.model.modelReset.connect(self._refreshed)
        self.table.open_wanted.connect(self._open)
        self.table.chosen.connect(self._show_chosen)
        self.look.open_wanted.connect(self._open)
        self.look.export_wanted.connect(self.export_chosen)
        self.search.edited.connect(self._look_for)
        self.views.idClicked.connect(self._view_chosen)
        self.take_in.clicked.connect(self.import_files)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)

    def chosen(self) -> RegisterRow | None:
        """The line that is selected."""
        indexes = self.table.selectionModel().selectedRows()
        return self.model.row(indexes[0].row()) if indexes else None

    def import_files(self) -> None:
        """Take in assessments that the user names."""
        for path in self.ask_files():
            self._take_in(path)

    def ask_files(self) -> list[Path]:
        """Ask which; the one dialog for it."""
        names, _kind = QFileDialog.getOpenFileNames(
            self, _("Import assessments"), str(Path.home()), _("Assessments (*.fairness.json *.json)")
        )
        return [Path(name) for name in names]

    def export_chosen(self) -> None:
        """Write the selected assessment to a file."""
        row = self.chosen()
        if row is None:
            return
        path = self.ask_path(f"{row.reference or row.id}.fairness.json")
        if path is None:
            return
        try:
            self._register.hand_out(row.id, path)
        except FairnessError as error:
            self.notice.tell(str(error))
        else:
            announce(self, _("Written to {path}.").format(path=path))

    def ask_path(self, suggested: str) -> Path | None:
        """Ask where to; the one dialog for it."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Export the assessment"), str(Path.home() / suggested), _("Assessments (*.fairness.json)")
        )
        return Path(name) if name else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(".json") for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            self._take_in(Path(url.toLocalFile()))

    def _take_in(self, path: Path) -> None:
        try:
            taken = self._register.take_in(path)
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        self.model.refresh()
        said = _("Taken in: {title}") if taken.new else _("The same assessment is here already: {title}")
        announce(self, said.format(title=taken.assessment.title))

    def _count(self, status: Status | None) -> int:
        try:
            return self._register.count(RegisterQuery(status=status))
        except FairnessError as error:
            self.notice.tell(str(error))
            return 0

    def _look_for(self) -> None:
        self.model.look_for(self.search.value(), self.model.query.status)

    def _view_chosen(self, _number: int) -> None:
        chosen = self.views.checkedButton()
        assert chosen is not None
        for button in self.views.buttons():
            button.setProperty("on", button is chosen)
            button.update()
        let_tab_stop_once(self.views)
        status = chosen.property("status")
        self._title.setText(_("All decisions") if status is None else status_label(Status(status)))
        self.model.look_for(self.search.value(), None if status is None else Status(status))

    def _refreshed(self) -> None:
        count = self.model.rowCount()
        self._count_words.setText(ngettext("{count} decision", "{count} decisions", count).format(count=f"{count:,}"))
        self.stack.setCurrentIndex(0 if count else 1)
        looking = bool(self.model.query.words or self.model.query.status)
        self._empty_words.setText(_("Nothing here matches.") if looking else _("Nothing has been decided here yet."))
        self.example.setVisible(not looking)
        if count:
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.look.show_row(self.chosen())

    def _open(self) -> None:
        row = self.chosen()
        if row is not None:
            self.open_wanted.emit(str(row.id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(1180)
        self._views.setVisible(not narrow)
        self.look.setVisible(not narrow)
