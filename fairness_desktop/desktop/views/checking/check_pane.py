"""The files checked, how far it has come, and how many of them can be relied on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ....domain.sealing.verdict import Verdict
from ....i18n import _, ngettext
from ...models.check_model import CheckModel
from ...models.check_session import CheckSession
from ...theme import SEMIBOLD, current
from ...widgets.basics import Button, Card, Hint, Mark, Rule, Words
from ...widgets.marks import dotted_ring, good_mark
from .check_list import CheckList

_NO_LIMIT = 16_777_215


class CheckPane(Card):
    """List and progress; the buttons stop it, save a table, or begin anew."""

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self.box.setContentsMargins(1, 8, 1, 8)
        self.count = Words(_("No file checked yet"), weight=SEMIBOLD)
        self.save, self.clear = Button(_("Save as CSV…"), "link"), Button(_("Clear"), "link")
        self.clear.setAccessibleName(_("Clear the list"))
        self.stop = Button(_("Stop"), "link")
        self.stop.setAccessibleName(_("Stop checking"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(current().px(12))
        self.progress.setAccessibleName(_("How far checking has come"))
        self.list = CheckList(model)
        self.foot = Hint()
        self.foot.setContentsMargins(16, 0, 16, 0)
        head = _line(16)
        head.addWidget(self.count, 1)
        head.addWidget(self.save)
        head.addWidget(self.clear)
        self._busy = QWidget()
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(16, 0, 16, 0)
        busy.setSpacing(12)
        busy.addWidget(self.progress, 1)
        busy.addWidget(self.stop)
        self.box.addLayout(head)
        self.box.addWidget(self._busy)
        self.box.addWidget(Rule())
        self.box.addWidget(self.list, 1)
        self.box.addWidget(self.foot)

    def fold(self, *, narrow: bool) -> None:
        """Take less room: a line of the list, the others by its scroll bar."""
        self.list.setMinimumHeight(current().px(60) if narrow else 0)
        self.list.setMaximumHeight(current().px(62) if narrow else _NO_LIMIT)
        self.setMaximumHeight(current().px(130) if narrow else _NO_LIMIT)
        self._narrow = narrow
        self.foot.setVisible(not narrow and bool(self.list.model().rowCount()))

    def show_progress(self, session: CheckSession) -> None:
        """Say how many were checked, how many are to go, and how many can be relied on."""
        done, to_go = session.model.rowCount(), session.to_go
        checked = ngettext("{count} file checked", "{count} files checked", done).format(count=f"{done:,}")
        if session.running:
            checked = _("{done}, {count} to go").format(done=checked, count=f"{to_go:,}")
        elif not done:
            checked = _("No file checked yet")
        self.count.setText(checked)
        self._busy.setVisible(session.running)
        self.progress.setRange(0, done + to_go)
        self.progress.setValue(done)
        self.save.setVisible(bool(done))
        self.clear.setVisible(bool(done))
        self.foot.setText(_relied_on(session))
        self.foot.setVisible(bool(done) and not self._narrow)


def _relied_on(session: CheckSession) -> str:
    """How many are valid; and that some were left out, where somebody stopped."""
    checks = session.model.checks
    sound = sum(1 for check in checks if check.verdict is Verdict.VALID and check.good)
    said = (
        _("{sound} of {count} can be relied on as it stands.")
        if sound == 1
        else _("{sound} of {count} can be relied on as they stand.")
    )
    told = said.format(sound=f"{sound:,}", count=f"{len(checks):,}")
    if session.left_out:
        left = ngettext(
            "Stopped: {count} file was not checked.", "Stopped: {count} files were not checked.", session.left_out
        )
        told += " " + left.format(count=f"{session.left_out:,}")
    return told


class Standing(QWidget):
    """The strip at the foot of the view: how long it took, and that nothing leaves this computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 16, 6)
        box.setSpacing(8)
        self._mark = Mark(_waiting, 16)
        self._said = Hint()
        box.addWidget(self._mark)
        box.addWidget(self._said, 1)
        quiet = Hint(_("Nothing leaves this computer"))
        quiet.setWordWrap(False)
        box.addWidget(quiet)

    def show_progress(self, session: CheckSession) -> None:
        """Say what goes on."""
        done = bool(session.model.rowCount()) and not session.running
        self._mark.show_mark(good_mark if done else _waiting)
        if session.running:
            self._said.setText(_("Checking; you can go on working meanwhile"))
        elif done:
            self._said.setText(_("Checked in {seconds} seconds").format(seconds=f"{session.seconds:,.1f}"))
        else:
            self._said.setText(_("Waiting for files"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, current().colour("line"))


def _line(margin: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(margin, 0, margin, 0)
    line.setSpacing(12)
    return line


def _waiting(painter: QPainter, rect: QRectF) -> None:
    dotted_ring(painter, rect, "muted")
