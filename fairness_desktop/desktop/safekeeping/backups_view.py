"""Which copies of the register are there, and do I want to go back to one?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from ...domain.errors import EncryptedError
from ...domain.safekeeping.copies import Copy, Preview
from ...i18n import _
from ...services.safekeeping import Safekeeping
from ..announce import announce
from ..shell.notice import Notice
from ..theme import current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words
from ..widgets.scrolling import scrolled
from ..workers import Work
from .preview_card import PreviewCard
from .wording import copy_words, size

COPY = Qt.ItemDataRole.UserRole


class BackupsView(QWidget):
    """The copies, what is in the one looked into, and the way back; ``why`` says where the register cannot be opened.

    ``may_copy`` and ``may_restore`` say what can be done: a window that only reads restores nothing, and of a register
    that cannot be opened no copy is made.
    """

    closed = Signal()
    restored = Signal()

    def __init__(
        self, keeping: Safekeeping, *, may_copy: bool, may_restore: bool, why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeping, self._may_copy, self._may_restore = keeping, may_copy, may_restore
        self._looked: Path | None = None
        self._secret: str | None = None
        self.setAccessibleName(_("Copies of the register"))
        self._build(why)
        self._connect()
        self.refresh()

    def _build(self, why: str) -> None:
        self.notice, self.list, self.preview = Notice(), QListWidget(), PreviewCard()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("Copies"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(4)
        self.list.setMinimumHeight(current().px(150))
        self.done = Words("", colour="green")
        self.done.hide()
        sheet = QWidget()
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(12)
        inner.addWidget(Title(_("Copies of the register")))
        inner.addWidget(Words(why or self._about(), colour="red" if why else "muted"))
        inner.addWidget(self.done)
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addWidget(self._left(), 2)
        self._across.addWidget(self.preview, 3)
        inner.addLayout(self._across, 1)
        inner.addLayout(self._buttons())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notice)
        box.addWidget(scrolled(sheet), 1)

    def _about(self) -> str:
        return _(
            "One is made by itself when the program starts and something has changed, and checked. These lie on the "
            "same disk as the register: keep one elsewhere too, on a stick or another computer."
        )

    def _left(self) -> QWidget:
        card = Card()
        card.box.addWidget(Subtitle(_("Kept here")))
        self._sum = Hint()
        card.box.addWidget(self._sum)
        card.box.addWidget(self.list, 1)
        self.look = Button(_("Look into it"), "primary")
        card.box.addWidget(self.look)
        return card

    def _buttons(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.back = Button(_("Back"))
        self.now, self.elsewhere = Button(_("Make a copy now")), Button(_("Save a copy elsewhere…"))
        self.other, self.folder = Button(_("Look into another file…")), Button(_("Open the folder"), "link")
        self._row = row
        for button in (self.back, self.now, self.elsewhere, self.other, self.folder):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.look.clicked.connect(self._look_at_chosen)
        self.list.itemActivated.connect(self._look_at_chosen)
        self.now.clicked.connect(self._make_now)
        self.elsewhere.clicked.connect(self._save_elsewhere)
        self.other.clicked.connect(self._look_at_another)
        self.folder.clicked.connect(self._open_folder)
        self.preview.restore_wanted.connect(self._restore)
        self.preview.unlock_wanted.connect(self._unlock)

    def refresh(self) -> None:
        """Show which copies there are now."""
        copies = self._keeping.copies()
        self.list.clear()
        for copy in copies:
            self.list.addItem(copy_words(copy))
            self.list.item(self.list.count() - 1).setData(COPY, copy)
        self.list.setCurrentRow(0 if copies else -1)
        total = size(sum(copy.size for copy in copies))
        self._sum.setText(
            _("{count} in all, {size}").format(count=len(copies), size=total) if copies else _("None yet.")
        )
        self._allow(working=False)

    def look_into(self, path: Path, secret: str | None = None) -> None:
        """See what is in a copy, beside the window."""
        self._looked, self._secret = path, secret
        self.preview.say(_("The copy is read and checked…"))
        self._run(Work(self._seen, path, secret), self._show_seen)

    def ask_out(self) -> Path | None:
        """Ask where to; a dialog of the system."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save a copy of the register"), str(Path.home() / "register-copy.sqlite"), _("Copies (*.sqlite)")
        )
        return Path(name) if name else None

    def ask_file(self) -> Path | None:
        """Ask which file; a dialog of the system."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Look into a copy of the register"), str(Path.home()), _("Copies (*.sqlite);;All files (*)")
        )
        return Path(name) if name else None

    def _seen(self, path: Path, secret: str | None) -> Preview | EncryptedError:
        try:
            return self._keeping.preview(path, secret)
        except EncryptedError as error:
            return error

    def _show_seen(self, seen: object) -> None:
        if isinstance(seen, EncryptedError):
            self.preview.ask_passphrase(str(seen) if self._secret else "")
            return
        assert isinstance(seen, Preview)
        self.preview.show_preview(seen, may_restore=self._may_restore)

    def _look_at_chosen(self) -> None:
        item = self.list.currentItem()
        copy = None if item is None else item.data(COPY)
        if isinstance(copy, Copy):
            self.look_into(copy.path)

    def _look_at_another(self) -> None:
        path = self.ask_file()
        if path is not None:
            self.look_into(path)

    def _unlock(self, secret: str) -> None:
        if self._looked is not None:
            self.look_into(self._looked, secret)

    def _make_now(self) -> None:
        self._run(Work(self._keeping.keep_now), self._made)

    def _made(self, _copy: object) -> None:
        self._tell_done(_("A copy was made and checked."))
        self.refresh()

    def _save_elsewhere(self) -> None:
        path = self.ask_out()
        if path is not None:
            self._out = path
            self._run(Work(self._keeping.back_up, path), self._saved)

    def _saved(self, _nothing: object) -> None:
        self._tell_done(_("A copy was saved as {path}, and checked.").format(path=self._out))

    def _restore(self) -> None:
        if self._looked is not None:
            self._run(Work(self._keeping.restore, self._looked, self._secret), self._restored)

    def _restored(self, aside: object) -> None:
        said = _("The register holds what the copy holds. What it held before is kept as {name}.")
        self.preview.say(_("Choose a copy and look into it. Nothing is changed by looking."))
        self._tell_done(said.format(name=aside.name if isinstance(aside, Path) else aside))
        self.refresh()
        self.restored.emit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._keeping.folder.parent)))

    def _run(self, work: Work, done: Callable[[object], None]) -> None:
        self.notice.hide()
        self.done.hide()
        self._allow(working=True)
        work.finished_with.connect(done)
        work.finished_with.connect(self._over)
        work.failed.connect(self._failed)
        work.start()

    def _over(self) -> None:
        self._allow(working=False)

    def _failed(self, sentence: str) -> None:
        self.preview.say(_("Choose a copy and look into it. Nothing is changed by looking."))
        self.notice.tell(sentence)
        self._allow(working=False)

    def _allow(self, *, working: bool) -> None:
        self.look.setEnabled(not working and self.list.count() > 0)
        self.now.setEnabled(not working and self._may_copy)
        self.elsewhere.setEnabled(not working and self._may_copy)
        self.other.setEnabled(not working)
        self.preview.restore.setEnabled(not working)

    def _tell_done(self, sentence: str) -> None:
        self.done.setText(sentence)
        self.done.show()
        announce(self, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.list if self.list.count() else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(1000)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self._row.setDirection(way)
