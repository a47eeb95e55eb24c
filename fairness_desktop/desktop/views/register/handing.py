"""In and out of the register: assessments from files, copies, tables, and pages for the council's website."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ....domain.errors import FairnessError
from ....domain.register import RegisterRow
from ....exchange.bundle.form import ENDING
from ....i18n import _, ngettext
from ....services.bundle import Services
from ....services.handing.progress import Progress
from ....services.publications.copies import CopyKind
from ....services.publications.tables import TableKind
from ....services.shelving import Chosen
from ....services.writing import write_whole
from ...widgets.progress_line import ProgressLine
from ...workers import Watched
from .deeds import Choice
from .publish_sheet import PublishPlace

TABLES = {".csv": TableKind.SPREADSHEET, ".json": TableKind.JSON}


class Handing(QObject):
    """Does it, and tells what came of it; what takes long goes on beside the window."""

    done = Signal(str)
    failed = Signal(str)
    changed = Signal()
    bundle_wanted = Signal(str)

    def __init__(self, services: Services, window: QWidget, chosen: Choice, progress: ProgressLine) -> None:
        super().__init__(window)
        self._services, self._window, self._chosen, self._progress = services, window, chosen, progress
        self.publishing = PublishPlace(services, window)
        self.publishing.done.connect(self._told)

    def import_files(self) -> None:
        """Take in assessments that the user names."""
        for path in self.ask_files():
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Take in one; a bundle is shown first."""
        if path.suffix.lower() == ENDING:
            self.bundle_wanted.emit(str(path))
            return
        try:
            taken = self._services.register.take_in(path)
        except FairnessError as error:
            self.failed.emit(str(error))
            return
        self.changed.emit()
        said = _("Taken in: {title}") if taken.new else _("The same assessment is here already: {title}")
        self.done.emit(said.format(title=taken.assessment.title))

    def export(self) -> None:
        """Write the decision chosen: by the ending a copy of the record, a bundle, or the exchange form."""
        for row in islice(self._services.register.shelving.lines(self._chosen()), 1):
            path = self.ask_path(f"{row.reference or row.id}.fairness", _kinds())
            if path is not None:
                self._export(row, path)

    def save_table(self) -> None:
        """Write the lines chosen, or where that is one alone all that are shown, as a table."""
        path = self.ask_path("register.csv", _("For a spreadsheet (*.csv);;JSON (*.json)"))
        if path is None:
            return
        if self._progress.at_work:
            self.failed.emit(_("Something is still being done here. Wait until it has ended, or stop it."))
            return
        work = Watched(self._table, self._chosen(), path)
        work.failed.connect(self.failed)
        work.finished_with.connect(self._told)
        self._progress.follow(work, _("Writing the table…"))

    def publish(self) -> None:
        """Ask how pages of what is chosen are to be published."""
        self.publishing.open(self._chosen(), self.ask_folder)

    def ask_files(self) -> list[Path]:
        """Ask which to take in; the one dialog for it."""
        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            _("Import assessments"),
            str(Path.home()),
            _("Bundles and assessments (*.fairness *.fairness.json *.json)"),
        )
        return [Path(name) for name in names]

    def ask_path(self, suggested: str, kinds: str) -> Path | None:
        """Ask where to write; the one dialog for it."""
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Where to write it"), str(Path.home() / suggested), kinds
        )
        return Path(name) if name else None

    def ask_folder(self) -> Path | None:
        """Ask for the folder of the website; the one dialog for it."""
        name = QFileDialog.getExistingDirectory(self._window, _("The folder of the pages"), str(Path.home()))
        return Path(name) if name else None

    def _export(self, row: RegisterRow, path: Path) -> None:
        try:
            said = self._exported(row, path)
        except FairnessError as error:
            self.failed.emit(str(error))
        else:
            self.done.emit(said.format(path=path))

    def _exported(self, row: RegisterRow, path: Path) -> str:
        if path.suffix.lower() in set(CopyKind):
            walk = self._services.register.open(row.id)
            copy = self._services.publications.copies.make(walk, CopyKind(path.suffix.lower()))
            write_whole(copy.content, path)
            if copy.draft:
                return _("Written to {path}: a copy of a draft, for nothing is signed yet.")
            return _("Written to {path}: a copy, not the signed record.")
        if path.suffix.lower() == ENDING:
            self._services.handing.giving.hand_out(row.id, path)
        else:
            self._services.register.hand_out(row.id, path)
        return _("Written to {path}.")

    def _table(self, chosen: Chosen, path: Path, progress: Progress) -> str:
        tables, register = self._services.publications.tables, self._services.register
        if chosen.count <= 1:
            chosen = Chosen(chosen.query, ((0, register.count(chosen.query) - 1),))
        kind = TABLES.get(path.suffix.lower(), TableKind.SPREADSHEET)
        count = tables.write(_watched(register.shelving.lines(chosen), chosen.count, progress), path, kind)
        said = ngettext("{count} decision written to {path}.", "{count} decisions written to {path}.", count)
        return said.format(count=f"{count:,}", path=path)

    def _told(self, said: object) -> None:
        self.done.emit(str(said))


def _watched(rows: Iterable[RegisterRow], of: int, progress: Progress) -> Iterator[RegisterRow]:
    for done, row in enumerate(rows):
        progress(done, of)
        yield row


def _kinds() -> str:
    """What a decision can be written as, each with its ending."""
    return ";;".join(
        (
            _("Everything, to hand on (*.fairness)"),
            _("Exchange form (*.fairness.json)"),
            _("Copy for a word processor (*.docx)"),
            _("Copy as text for minutes (*.txt)"),
            _("Copy as a page (*.html)"),
        )
    )
