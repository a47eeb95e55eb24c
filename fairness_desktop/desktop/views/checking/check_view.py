"""Can I trust this paper?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.errors import FairnessError
from ....domain.sealing.trust import Root
from ....domain.sealing.verdict import RecordCheck
from ....i18n import _
from ....services.checking.documents import verdicts_csv
from ....services.writing import write_whole
from ....telling.checked import report
from ....telling.verdicts import headline
from ...announce import announce
from ...models.check_session import CheckSession
from ...shell.notice import Notice
from ...theme import SEMIBOLD, SENTENCE, current
from ...widgets.basics import Button, Hint, Mark, Words
from ..view_bar import ViewBar
from .check_detail import CheckDetail
from .check_pane import CheckPane, Standing
from .trust_view import refused

FEW = 5
"""Files each of which is announced; of more, only the end is."""


class CheckView(QWidget):
    """Drop files, read a verdict in words; they are only read, never altered."""

    register_wanted = Signal()
    new_wanted = Signal(object)
    trust_wanted = Signal()

    def __init__(self, session: CheckSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Check a record"))
        self._build()
        self._connect()
        self._refresh()
        first = session.model.index(0)
        self.pane.list.setCurrentIndex(first)
        self._show()

    def _build(self) -> None:
        self.bar, self.notice, self.drop = ViewBar("check"), Notice(), _DropZone()
        self.choose, self.folder = Button(_("Choose files…"), "primary"), Button(_("Choose a folder…"))
        self.trust = Button(_("Trusted councils"), "link")
        for button in (self.trust, self.folder, self.choose):
            self.drop.buttons.addWidget(button)
        self.pane, self.detail = CheckPane(self.session.model), CheckDetail(self.session.checking.rivals)
        self.standing = Standing()
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addWidget(self.pane, 2)
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
        box.addWidget(self.standing)

    def _connect(self) -> None:
        self.bar.register_wanted.connect(self.register_wanted)
        self.bar.new_wanted.connect(self.new_wanted)
        self.choose.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
        self.trust.clicked.connect(self.trust_wanted)
        self.pane.stop.clicked.connect(self.session.stop)
        self.pane.save.clicked.connect(self._save_table)
        self.pane.clear.clicked.connect(self.session.clear)
        self.pane.list.selectionModel().currentChanged.connect(self._show)
        self.detail.report_wanted.connect(self._save_report)
        self.detail.trusted.connect(self._trust)
        self.detail.refused.connect(self._refuse)
        self.session.model.modelReset.connect(self._show)
        self.session.changed.connect(self._refresh)
        self.session.found.connect(self._found)
        self.session.ended.connect(self._ended)
        self.session.failed.connect(self.notice.tell)

    @property
    def shown(self) -> RecordCheck | None:
        """What is shown of which file."""
        return self.session.model.check(self.pane.list.currentIndex())

    def check(self, paths: list[Path]) -> None:
        """Check these files, beside the window; choosing nothing is no fault."""
        if not paths:
            return
        self.notice.hide()
        if not self.session.check(paths):
            self.notice.tell(_("There is no PDF in what was chosen."))

    def _refresh(self) -> None:
        self.pane.show_progress(self.session)
        self.standing.show_progress(self.session)

    def _found(self, row: int) -> None:
        """Show it where nothing else is looked at, or where it is the one looked at."""
        here = self.pane.list.currentIndex()
        if not here.isValid():
            self.pane.list.setCurrentIndex(self.session.model.index(row))
        elif here.row() == row:
            self._show()
        if self.session.model.rowCount() <= FEW:
            check = self.session.model.checks[row]
            announce(self, f"{check.file}: {headline(check)}")

    def _ended(self) -> None:
        announce(self, f"{self.pane.count.text()}. {self.pane.foot.text()}")

    def _show(self) -> None:
        self.detail.show_check(self.shown)

    def _trust(self, root: object) -> None:
        assert isinstance(root, Root)
        self.session.trust(root)
        self.pane.list.setFocus()

    def _refuse(self, root: object) -> None:
        assert isinstance(root, Root)
        self.notice.tell(refused(root))

    def _save_table(self) -> None:
        path = self.ask_where(_("Save the verdicts"), "verdicts.csv", _("Tables (*.csv)"))
        if path is not None:
            self._write(verdicts_csv(self.session.model.checks).encode("utf-8-sig"), path)

    def _save_report(self) -> None:
        check = self.shown
        if check is None:
            return
        path = self.ask_where(_("Save this report"), f"{Path(check.file).stem}.check.txt", _("Texts (*.txt)"))
        if path is not None:
            self._write(report(check).encode(), path)

    def _write(self, content: bytes, path: Path) -> None:
        try:
            write_whole(content, path)
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        announce(self, _("Written to {path}.").format(path=path))

    def _choose_files(self) -> None:
        self.check(self.ask_files())

    def _choose_folder(self) -> None:
        folder = self.ask_folder()
        self.check([folder] if folder is not None else [])

    def ask_files(self) -> list[Path]:
        """Ask which files."""
        names, _kind = QFileDialog.getOpenFileNames(self, _("Check records"), str(Path.home()), _("PDF (*.pdf)"))
        return [Path(name) for name in names]

    def ask_folder(self) -> Path | None:
        """Ask which folder."""
        name = QFileDialog.getExistingDirectory(self, _("Check every record in a folder"), str(Path.home()))
        return Path(name) if name else None

    def ask_where(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask where to write something."""
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), kinds)
        return Path(chosen) if chosen else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.check([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choose.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(1000)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self.drop.fold(narrow=narrow)
        self.pane.fold(narrow=narrow)
        self.standing.setVisible(not narrow)


class _DropZone(QFrame):
    """Where records are dropped, and the buttons for those who do not drag."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(24, 8, 16, 8)
        self.line.setSpacing(16)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        self._mark = Mark(_upwards, 28)
        self.line.addWidget(self._mark)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(Words(_("Drop signed PDFs or a folder here"), SENTENCE, SEMIBOLD))
        words.addWidget(Hint(_("They are only read, never altered.")))
        self.line.addWidget(self._words, 1)
        self.line.addLayout(self.buttons)

    def fold(self, *, narrow: bool) -> None:
        """Take less room: the buttons stay."""
        self._mark.setVisible(not narrow)
        self._words.setVisible(not narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(current().colour("surface"))
        painter.setPen(QPen(current().colour("edge"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def _upwards(painter: QPainter, rect: QRectF) -> None:
    """An arrow out of a tray."""
    pen = QPen(current().colour("accent"), rect.width() / 12)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.x() + rect.width() * x, rect.y() + rect.height() * y)

    painter.drawLine(at(0.5, 0.1), at(0.5, 0.66))
    painter.drawPolyline([at(0.28, 0.32), at(0.5, 0.1), at(0.72, 0.32)])
    painter.drawPolyline([at(0.1, 0.62), at(0.1, 0.9), at(0.9, 0.9), at(0.9, 0.62)])
