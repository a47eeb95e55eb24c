"""Evidence and background papers: files that belong to the decision, listed in its record with their hashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from ...domain.assessment import Assessment
from ...domain.attachments import LARGEST_ATTACHMENTS, Attachment, total, with_attachment
from ...domain.errors import InvalidInputError
from ...domain.vocabulary import AttachmentId
from ...i18n import _, ngettext
from ...services.handing.papers import safe_name
from ..announce import announce
from ..decision.part import Part
from ..decision.row_list import RowFields, RowList
from ..safekeeping.wording import size
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, current
from ..widgets.basics import Hint, Words
from ..widgets.progress_line import ProgressLine
from ..workers import Watched
from .opening import OpenedCopies, can_be_opened
from .paper_fields import PaperFields

MIB = 1024 * 1024


class PaperList(RowList[Attachment]):
    """The papers listed; which file a new one is has to be asked first."""

    add_wanted = Signal()

    def __init__(self) -> None:
        none = _("Nothing is attached yet: a report, a map, a letter, minutes of a hearing.")
        super().__init__(none, _("Add papers…"), _nothing, PaperFields)
        self.add.setAccessibleDescription(_("They can also be dropped here."))

    def _begin(self) -> None:
        self.add_wanted.emit()


class PapersCard(Part):
    """Kept beside the window, with progress and a way to stop; listing one is a change like any other."""

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(session, _("Evidence and background papers"), parent)
        self._waiting: list[Path] = []
        self._copies = OpenedCopies()
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Papers"))
        self._build()
        self.list.edited.connect(self.edited)
        self.list.add_wanted.connect(self._choose)
        self.refresh()

    def _build(self) -> None:
        self.box.addWidget(
            Hint(
                _("Each is listed in the record with its hash, so that nobody can exchange it later. Drop files here.")
            )
        )
        self.list = PaperList()
        self.box.addWidget(self.list)
        self.progress = ProgressLine()
        self.box.addWidget(self.progress)
        self.problem = Words("", BODY, MEDIUM, "red")
        self.problem.hide()
        self.box.addWidget(self.problem)
        self._sum = Hint()
        self._room = QProgressBar()
        self._room.setTextVisible(False)
        self._room.setFixedHeight(current().px(8))
        self._room.setRange(0, LARGEST_ATTACHMENTS // MIB)
        self._room.setAccessibleName(_("Room taken by the papers"))
        self.box.addWidget(self._sum)
        self.box.addWidget(self._room)

    def refresh(self) -> None:
        """Show what the session says."""
        now = self.session.assessment
        before = set(self.list.rows)
        self.list.show_rows(now.attachments)
        here = self.session.services.handing.papers.here(now.id) if now.attachments else frozenset()
        for row in self.list.rows:
            assert isinstance(row, PaperFields)
            row.say_here(here=row.shown.sha256 in here)
            if row not in before:
                row.open_wanted.connect(self._open)
                row.save_wanted.connect(self._save)
        count, taken = len(now.attachments), total(now.attachments)
        said = ngettext("{count} paper, {size} of 200 MB", "{count} papers, {size} of 200 MB", count)
        self._sum.setText(said.format(count=count, size=size(taken)))
        self._room.setValue(-(-taken // MIB))
        for widget in (self._sum, self._room):
            widget.setVisible(count > 0)

    def value(self, now: Assessment) -> Assessment:
        """The assessment with the papers as they are called here."""
        return replace(now, attachments=self.list.value())

    def focus_on(self, where: str) -> QWidget | None:
        """Put the focus on the field of a place, if it is on this card; returns what is to be brought into sight."""
        if not where.startswith("attachments"):
            return None
        at, _dot, field = where.removeprefix("attachments[").partition("].")
        return self.list.focus_on(int(at) if at.isdigit() else len(self.list.rows), field)

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files, one after the other."""
        self._waiting += paths
        if not self.progress.at_work:
            self.problem.hide()
            self._next()

    def ask_files(self) -> list[Path]:
        """Ask which files; a dialog of the system."""
        names, _kind = QFileDialog.getOpenFileNames(self, _("Attach papers"), str(Path.home()))
        return [Path(name) for name in names]

    def ask_place(self, suggested: str) -> Path | None:
        """Ask where to; a dialog of the system."""
        name, _kind = QFileDialog.getSaveFileName(self, _("Save the paper"), str(Path.home() / suggested))
        return Path(name) if name else None

    def _choose(self) -> None:
        self.attach(self.ask_files())

    def _next(self) -> None:
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        if path.is_dir():
            self.tell(_("“{name}” is a folder. Attach the files in it.").format(name=path.name))
            return
        work = Watched(self.session.services.handing.papers.keep, self.session.assessment, path)
        self._follow(work, self._kept, _("Attaching “{name}”…").format(name=path.name))

    def _follow(self, work: Watched, done: Callable[[object], None], said: str) -> None:
        self.destroyed.connect(work.leave.set)  # of a page that is gone nobody lists what was kept
        self.progress.run(work, said, done, self.tell)

    def _kept(self, paper: object) -> None:
        assert isinstance(paper, Attachment)
        now = self.session.assessment
        known = next((a for a in now.attachments if a.sha256 == paper.sha256), None)
        if known is not None:
            self.tell(_("“{name}” is attached already, as “{title}”.").format(name=paper.file_name, title=known.called))
            return
        try:
            attachments = with_attachment(now.attachments, paper)
        except InvalidInputError as error:
            self.tell(_("“{name}” was not attached: {why}.").format(name=paper.file_name, why=error))
            return
        if self.session.change(replace(now, attachments=attachments)):
            announce(self, _("Attached: {name}").format(name=paper.file_name))
            self.list.rows[-1].asked["title"].setFocus()
        self._next()

    def tell(self, sentence: str) -> None:
        """Say what went wrong; what waits is not attached either."""
        left = len(self._waiting)
        if left:
            more = ngettext("{count} more was not attached.", "{count} more were not attached.", left)
            sentence = f"{sentence} {more.format(count=left)}"
        self._waiting.clear()
        self.problem.setText(sentence)
        self.problem.show()
        announce(self, sentence)

    def _paper(self) -> Attachment | None:
        row = self.sender()
        return row.shown if isinstance(row, RowFields) else None

    def _open(self) -> None:
        paper = self._paper()
        if paper is None or self.progress.at_work:
            return
        self.problem.hide()
        if not can_be_opened(paper):
            self.tell(
                _("“{name}” is no document, so it is not opened from here: it could run. Save it first.").format(
                    name=paper.file_name
                )
            )
            return
        place = self._copies.place(paper)
        if place is None:
            self.tell(_("There is no room for a copy to open. Save it somewhere else instead."))
        elif place.exists():
            self._show_copy(place)
        else:
            self._write(paper, place, opened=True)

    def _save(self) -> None:
        paper = self._paper()
        if paper is None or self.progress.at_work:
            return
        self.problem.hide()
        place = self.ask_place(safe_name(paper))
        if place is not None:
            self._write(paper, place, opened=False)

    def _write(self, paper: Attachment, place: Path, *, opened: bool) -> None:
        work = Watched(partial(self._written, paper, place))
        self._follow(work, self._show_copy if opened else self._saved, _("Writing “{name}”…").format(name=place.name))

    def _written(self, paper: Attachment, place: Path, *told: object) -> Path:
        papers = self.session.services.handing.papers
        papers.write(paper, self.session.assessment.id, place, *told)  # type: ignore[arg-type]
        return place

    def _saved(self, place: object) -> None:
        announce(self, _("Saved as {path}.").format(path=place))

    def _show_copy(self, place: object) -> None:
        assert isinstance(place, Path)
        if not self._copies.show(place):
            self.tell(_("There is no program here that shows “{name}”. Save it instead.").format(name=place.name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


def _nothing(fresh: str) -> Attachment:
    """Never listed: a paper begins with its file."""
    return Attachment(AttachmentId(fresh), "0" * 64, 0)
