"""Which decisions need not be kept any longer?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMessageBox, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.safekeeping.retention import Due
from ...i18n import _, ngettext
from ...services.bundle import Services
from ...telling.figures import day
from ..announce import announce
from ..shell.notice import Notice
from ..widgets.basics import Button, Card, Hint, Title, Words

DUE = Qt.ItemDataRole.UserRole


class RetentionView(QWidget):
    """Lists them, and erases those that are ticked, once that has been confirmed."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setAccessibleName(_("Past the time of keeping"))
        self._build()
        self.refresh()

    def _build(self) -> None:
        self.notice, self.list = Notice(), QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setAccessibleName(_("Decisions past the time of keeping"))
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = Words(_("Nothing in the register is past the time for which it has to be kept."))
        self.done = Words("", colour="green")
        self.back, self.erase = Button(_("Back")), Button(_("Erase those that are ticked…"), "primary")
        card = Card()
        for widget in (self.empty, self.list):
            card.box.addWidget(widget)
        card.box.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.erase)
        row.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(12)
        inner.addWidget(Title(_("Past the time of keeping")))
        inner.addWidget(
            Words(
                _(
                    "The written record of a decision is kept for six years from its date, and its papers with it. "
                    "Nothing is ever erased by itself: what is listed here may go, on your word, and for good."
                ),
                colour="muted",
            )
        )
        inner.addWidget(self.done)
        inner.addWidget(card, 1)
        inner.addWidget(Hint(_("Copies of the register made before still hold what is erased; delete those yourself.")))
        inner.addLayout(row)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notice)
        box.addLayout(inner, 1)
        self.back.clicked.connect(self.closed)
        self.erase.clicked.connect(self._erase)
        self.list.itemChanged.connect(self._count)

    def refresh(self) -> None:
        """Show what is past the time of keeping now."""
        self.list.clear()
        self.done.setVisible(bool(self.done.text()))
        try:
            due = self._services.retention.due()
        except FairnessError as error:
            self.notice.tell(str(error))
            due = []
        for one in due:
            item = QListWidgetItem(_told(one), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(DUE, one)
        self.empty.setVisible(not due)
        self.list.setVisible(bool(due))
        self._count()

    def ticked(self) -> list[Due]:
        """Those that are to be erased."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(DUE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def ask_to_erase(self, count: int) -> bool:
        """Ask once more; a dialog, for something is lost. Not to do it is what Enter and Esc do."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Erase for good"))
        said = ngettext("Erase {count} decision for good?", "Erase {count} decisions for good?", count)
        box.setText(said.format(count=count))
        box.setInformativeText(
            _("Assessment, history, signed records and papers are gone then. The register keeps when and by whom.")
        )
        keep = box.addButton(_("Keep them"), QMessageBox.ButtonRole.RejectRole)
        erase = box.addButton(_("Erase for good"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() is erase

    def _erase(self) -> None:
        chosen = self.ticked()
        if not chosen or not self.ask_to_erase(len(chosen)):
            return
        erased = 0
        try:
            for one in chosen:
                self._services.retention.erase(one.id)
                erased += 1
        except FairnessError as error:
            self.notice.tell(str(error))
        said = ngettext("{count} decision was erased.", "{count} decisions were erased.", erased).format(count=erased)
        self.done.setText(said)
        announce(self, said)
        self.refresh()

    def _count(self) -> None:
        self.erase.setEnabled(bool(self.ticked()) and not self._services.only_read)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.list if self.list.count() else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _told(due: Due) -> str:
    name = "  ·  ".join(part for part in (due.reference, due.title) if part)
    records = ngettext("{count} signed record", "{count} signed records", due.records).format(count=due.records)
    papers = ngettext("{count} paper", "{count} papers", due.papers).format(count=due.papers)
    said = _("decided {decided}, kept until {until}  ·  {records}, {papers}")
    return f"{name}\n" + said.format(decided=day(due.decided), until=day(due.until), records=records, papers=papers)
