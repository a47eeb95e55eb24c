"""Several files that are about to come in: which are new, which are here, which were changed in both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from ...i18n import _, ngettext
from ...services.bundle import Services
from ...services.handing.looking import Seen
from ...services.handing.many import Outcome
from ...services.handing.relation import Relation
from ..announce import announce
from ..shell.notice import Notice
from ..theme import SMALL, current
from ..widgets.basics import Button, Title, Words
from ..widgets.progress_line import ProgressLine
from ..workers import Watched
from .many_model import ASKS, COMES_IN, ManyModel, stands
from .seals import sealed_lines


class ManyView(QWidget):
    """Nothing is kept before whoever sits here says so; what needs a choice is looked at by itself."""

    closed = Signal()
    look_wanted = Signal(str)

    def __init__(self, services: Services, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._paths = services, list(paths)
        self._changed = False
        title = _("Take in {count} files").format(count=f"{len(paths):,}")
        self.setAccessibleName(title)
        self._build(title)
        self._look_at_them()

    def _build(self, title: str) -> None:
        self.notice, self.progress = Notice(), ProgressLine()
        self.model = ManyModel(self)
        self.state = Words(_("The files are being looked at; nothing is kept yet…"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notice)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 16, 24, 8)
        inner.setSpacing(12)
        inner.addWidget(Title(title))
        inner.addWidget(self.state)
        inner.addWidget(self.progress)
        inner.addWidget(self._table(), 1)
        self.about = Words("", SMALL)
        inner.addWidget(self.about)
        box.addLayout(inner, 1)
        box.addLayout(self._foot())

    def _table(self) -> QTableView:
        self.table = table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(_("Files"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(current().px(36))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.activated.connect(self._look_at_one)
        table.selectionModel().currentRowChanged.connect(self._tell_of_one)
        return table

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 12)
        foot.setSpacing(12)
        self.back, self.one = Button(_("Not now")), Button(_("Look at this one"))
        self.take = Button(_("Take in"), "primary")
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.one)
        foot.addWidget(self.take)
        self.back.clicked.connect(self.closed)
        self.one.clicked.connect(self._look_at_one)
        self.take.clicked.connect(self._take_in)
        return foot

    def _look_at_them(self) -> None:
        work = Watched(self._services.handing.looking.look_at_all, self._paths)
        self._follow(work, self._show_seen, _("Looking into the files…"))

    def _follow(self, work: Watched, done: Callable[[object], None], said: str) -> None:
        self.destroyed.connect(work.leave.set)
        self.progress.run(work, said, done, self._failed)
        self._allow()

    def _failed(self, sentence: str) -> None:
        self.notice.tell(sentence)
        self._allow()

    def _show_seen(self, seen: object) -> None:
        assert isinstance(seen, list)
        self.model.show_seen(seen)
        counts = self._counts()
        said = _("New or with more history: {new}. Here already: {known}. To be looked at: {asks}. Refused: {refused}.")
        self.state.setText(said.format(**counts))
        if len(seen) < len(self._paths):
            self.notice.tell(
                _("Stopped: {count} files were not looked at.").format(count=f"{len(self._paths) - len(seen):,}")
            )
        fresh = len(self._fresh())
        self.take.setText(ngettext("Take in {count} file", "Take in {count} files", fresh).format(count=f"{fresh:,}"))
        announce(self, self.state.text())
        if seen:
            self.table.selectRow(0)
            self.table.setFocus()
        self._allow()

    def _counts(self) -> dict[str, str]:
        relations = [seen.relation for seen in self.model.seen]
        known = (Relation.SAME, Relation.BEHIND)
        sorts = {"new": COMES_IN, "known": known, "asks": ASKS, "refused": (None,)}
        return {name: f"{sum(r in sort for r in relations):,}" for name, sort in sorts.items()}

    def _fresh(self) -> list[Path]:
        return [seen.path for seen in self.model.seen if seen.relation in COMES_IN]

    def _take_in(self) -> None:
        work = Watched(self._services.handing.many.take, self._fresh())
        self._follow(work, self._taken, _("Taking them in…"))

    def _taken(self, outcomes: object) -> None:
        assert isinstance(outcomes, list)
        of = len(self._fresh())
        self.model.show_outcomes(outcomes)
        refused = [outcome for outcome in outcomes if isinstance(outcome, Outcome) and outcome.refused]
        came = len(outcomes) - len(refused)
        said = _("Taken in: {came} of {of}.").format(came=f"{came:,}", of=f"{of:,}")
        if len(outcomes) < of:
            said += " " + _("It was stopped; those before are kept, and the rest can be taken in later.")
        self.state.setText(said)
        if refused:
            self.notice.tell(refused[0].refused)
        self.take.setVisible(len(outcomes) < of)
        self.back.setText(_("To the register"))
        announce(self, said)
        self._allow()
        (self.take if self.take.isVisible() else self.back).setFocus()

    def _allow(self) -> None:
        busy = self.progress.at_work
        self.take.setEnabled(not busy and bool(self._fresh()) and not self._services.only_read)
        self.one.setEnabled(not busy and self._chosen() is not None)

    def _tell_of_one(self) -> None:
        """The line one stands on, in full: cells are short."""
        seen = self._line()
        lines = [] if seen is None else [stands(seen), *(line for line, _check in sealed_lines(seen))]
        self.about.setText(" ".join(f"{line[:1].upper()}{line[1:]}".rstrip(".") + "." for line in lines))
        self._allow()

    def _line(self) -> Seen | None:
        row = self.table.currentIndex().row()
        return self.model.seen[row] if 0 <= row < len(self.model.seen) else None

    def _chosen(self) -> Path | None:
        """The bundle on whose line one stands, where there is something to see of it."""
        seen = self._line()
        return None if seen is None or seen.opened is None else seen.path

    def _look_at_one(self) -> None:
        chosen = self._chosen()
        if chosen is not None and not self.progress.at_work:
            self.look_wanted.emit(str(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.progress.at_work:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
