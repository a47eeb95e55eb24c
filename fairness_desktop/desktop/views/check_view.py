"""Can I trust this paper?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.sealing.verdict import RecordCheck, verdict_label
from ...i18n import _, ngettext
from ...services.bundle import Services
from ..announce import announce
from ..models.check_model import CheckModel
from ..shell.notice import Notice
from ..theme import SEMIBOLD, SENTENCE, current
from ..widgets.basics import Button, Card, Hint, Words
from ..workers import Work
from .check_detail import CheckDetail
from .check_list import CheckList
from .view_bar import ViewBar


class CheckView(QWidget):
    """Drop files, read a verdict in words; they are only read, never altered."""

    register_wanted = Signal()
    new_wanted = Signal(object)
    checked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verifying = services.verifying
        self._waiting: list[Path] = []
        self._paths: list[Path] = []
        self._trusted: tuple[bytes, ...] = ()
        self._work: Work | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Check a record"))
        self.model = CheckModel(self)
        self._build()
        self._connect()
        self.detail.show_check(None)

    def _build(self) -> None:
        self.bar, self.notice = ViewBar("check"), Notice()
        self.drop = _DropZone()
        self.choose, self.folder = Button(_("Choose files…"), "primary"), Button(_("Choose a folder…"))
        self.trust = Button(_("Check against a council's root certificate…"), "link")
        for button in (self.trust, self.folder, self.choose):
            self.drop.buttons.addWidget(button)
        self.list, self.detail = CheckList(self.model), CheckDetail()
        self._left = Card()
        self._left.box.setContentsMargins(1, 8, 1, 1)
        self.count = Words(_("No file checked yet"), weight=SEMIBOLD)
        self.count.setContentsMargins(16, 0, 16, 0)
        self.stop = Button(_("Stop"), "link")
        self.stop.hide()
        self._left.box.addWidget(self.count)
        self._left.box.addWidget(self.stop)
        self._left.box.addWidget(self.list, 1)
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addWidget(self._left, 2)
        self._across.addWidget(self.detail, 5)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(16)
        inner.addWidget(self.drop)
        inner.addLayout(self._across, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.notice)
        box.addLayout(inner, 1)

    def _connect(self) -> None:
        self.bar.register_wanted.connect(self.register_wanted)
        self.bar.new_wanted.connect(self.new_wanted)
        self.choose.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
        self.trust.clicked.connect(self._choose_certificate)
        self.stop.clicked.connect(self._stop)
        self.list.selectionModel().currentChanged.connect(self._show)

    def check(self, paths: list[Path]) -> None:
        """Check these files, one after the other, beside the window."""
        self._waiting.extend(self._verifying.files(paths))
        if not self._waiting:
            self.notice.tell(_("There is no PDF in what was chosen."))
            return
        self.notice.hide()
        if self._work is None:
            self._next()

    def _next(self) -> None:
        self.stop.setVisible(len(self._waiting) > 1)
        if not self._waiting:
            self._work = None
            self._tell_count()
            self.checked.emit()
            return
        path = self._waiting.pop(0)
        self._paths.append(path)
        self.count.setText(_("Checking {file}; {count} to go").format(file=path.name, count=len(self._waiting)))
        work = Work(self._verifying.check_file, path, self._trusted)
        work.finished_with.connect(self._found)
        work.failed.connect(self._failed)
        self._work = work
        work.start()

    def _found(self, check: object) -> None:
        assert isinstance(check, RecordCheck)
        self.model.add(check)
        self.list.setCurrentIndex(self.model.index(self.model.rowCount() - 1))
        announce(self, f"{check.file}: {verdict_label(check.verdict)}")
        self._next()

    def _failed(self, sentence: str) -> None:
        self.notice.tell(sentence)
        self._next()

    def _stop(self) -> None:
        """Leave out what still waits; what is being read is finished."""
        self._waiting.clear()

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        self.count.setText(ngettext("{count} file checked", "{count} files checked", count).format(count=count))

    def _show(self) -> None:
        self.detail.show_check(self.model.check(self.list.currentIndex()))

    def _choose_files(self) -> None:
        self.check_if_any(self.ask_files())

    def _choose_folder(self) -> None:
        folder = self.ask_folder()
        self.check_if_any([folder] if folder is not None else [])

    def check_if_any(self, paths: list[Path]) -> None:
        """Check what was chosen; choosing nothing is no fault."""
        if paths:
            self.check(paths)

    def _choose_certificate(self) -> None:
        path = self.ask_certificate()
        if path is None:
            return
        try:
            self._trusted = (self._verifying.certificate(path),)
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        again, self._paths = self._paths, []
        self.model.clear()
        self.detail.show_check(None)
        self.trust.setText(_("Checked against {file}").format(file=path.name))
        self.check_if_any(again)

    def ask_files(self) -> list[Path]:
        """Ask which files; one of the three dialogs here."""
        names, _kind = QFileDialog.getOpenFileNames(self, _("Check records"), str(Path.home()), _("PDF (*.pdf)"))
        return [Path(name) for name in names]

    def ask_folder(self) -> Path | None:
        """Ask which folder."""
        name = QFileDialog.getExistingDirectory(self, _("Check every record in a folder"), str(Path.home()))
        return Path(name) if name else None

    def ask_certificate(self) -> Path | None:
        """Ask which certificate."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("The council's root certificate"), str(Path.home()), _("Certificates (*.cer *.crt *.pem *.der)")
        )
        return Path(name) if name else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.check_if_any([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choose.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(1000)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self.drop.line.setDirection(way)
        self._left.setMaximumHeight(current().px(120) if narrow else 16_777_215)


class _DropZone(QFrame):
    """Where records are dropped, and the buttons for those who do not drag."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(24, 8, 16, 8)
        self.line.setSpacing(8)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(_("Drop signed PDFs or a folder here"), SENTENCE, SEMIBOLD))
        words.addWidget(Hint(_("They are only read, never altered. Nothing leaves this computer.")))
        self.line.addLayout(words, 1)
        self.line.addLayout(self.buttons)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(current().colour("surface"))
        painter.setPen(QPen(current().colour("edge"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
