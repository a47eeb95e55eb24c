"""In and out of the register: assessments from files, copies, tables, and pages for the council's website."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ....domain.errors import FairnessError
from ....domain.register import RegisterRow
from ....exchange.bundle.form import ENDING
from ....exchange.calendar.form import ENDING as CALENDAR
from ....i18n import _, ngettext
from ....services.bundle import Services
from ....services.handing.opening import FileKind, openable
from ....services.publications.calendars import write_days
from ....services.publications.copies import CopyKind
from ....services.publications.tables import TableKind
from ....services.shelving import Chosen
from ....services.writing import write_whole
from ....watching import Progress
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
    files_wanted = Signal(list)

    def __init__(self, services: Services, window: QWidget, chosen: Choice, progress: ProgressLine) -> None:
        super().__init__(window)
        self._services, self._window, self._chosen, self._progress = services, window, chosen, progress
        self.publishing = PublishPlace(services, window)
        self.publishing.done.connect(self._told)

    def import_files(self) -> None:
        """Show what assessments and bundles hold that the user names, before they come in."""
        paths = self.ask_files()
        if paths:
            self.take_in(paths)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in an assessment by itself; whatever else there is is shown first."""
        if len(paths) > 1 or openable(paths[0]) is FileKind.BUNDLE:
            self.files_wanted.emit(list(paths))
            return
        try:
            taken = self._services.register.take_in(paths[0])
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

    def save_calendar(self) -> None:
        """Write the days to come of the decision chosen: its review, what is to be done, checks of quality."""
        for row in islice(self._services.register.shelving.lines(self._chosen()), 1):
            path = self.ask_path(f"{row.reference or row.id}.ics", _("Calendar (*.ics)"))
            if path is not None:
                self._export(row, path)

    def save_table(self) -> None:
        """Write the lines chosen, or where that is one alone all that are shown, as a table."""
        path = self.ask_path("register.csv", _("For a spreadsheet (*.csv);;JSON (*.json)"))
        if path is None:
            return
        self._aside(Watched(self._table, self._chosen(), path), _("Writing the table…"))

    def export_bundles(self) -> None:
        """Write a bundle of each decision chosen into a folder."""
        folder = self.ask_folder()
        if folder is not None:
            self._aside(Watched(self._bundles, self._chosen(), folder), _("Writing the bundles…"))

    def _aside(self, work: Watched, said: str) -> None:
        """Beside the window, one at a time."""
        if self._progress.at_work:
            self.failed.emit(_("Something is still being done here. Wait until it has ended, or stop it."))
            return
        self._progress.run(work, said, self._told, self.failed.emit)

    def _bundles(self, chosen: Chosen, folder: Path, progress: Progress) -> str:
        wanted = [(row.id, row.reference or row.id) for row in self._services.register.shelving.lines(chosen)]
        given = self._services.handing.giving.hand_out_all(wanted, folder, progress)
        count = len(given.written)
        if given.refused and not count:
            raise FairnessError(given.refused[0])
        said = ngettext("{count} bundle written to {folder}.", "{count} bundles written to {folder}.", count)
        said = said.format(count=f"{count:,}", folder=folder)
        left = len(wanted) - count - len(given.refused)
        if left:
            said += " " + _("Stopped before the other {count}.").format(count=f"{left:,}")
        return " ".join((said, *given.refused[:1]))

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
        """Ask for a folder to write to; the one dialog for it."""
        name = QFileDialog.getExistingDirectory(self._window, _("The folder to write to"), str(Path.home()))
        return Path(name) if name else None

    def _export(self, row: RegisterRow, path: Path) -> None:
        self._aside(Watched(self._exported, row, path), _("Writing “{name}”…").format(name=path.name))

    def _exported(self, row: RegisterRow, path: Path, progress: Progress) -> str:
        """Papers make a bundle large."""
        if path.suffix.lower() in set(CopyKind):
            walk = self._services.register.open(row.id)
            copy = self._services.publications.copies.make(walk, CopyKind(path.suffix.lower()))
            write_whole(copy.content, path)
            if copy.draft:
                return _("Written to {path}: a copy of a draft, for nothing is signed yet.").format(path=path)
            return _("Written to {path}: a copy, not the signed record.").format(path=path)
        if path.suffix.lower() == CALENDAR:
            return write_days(self._services.register.open(row.id), path)
        if path.suffix.lower() == ENDING:
            self._services.handing.giving.hand_out(row.id, path, progress)
        else:
            self._services.register.hand_out(row.id, path)
        return _("Written to {path}.").format(path=path)

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
            _("Days to come, for a calendar (*.ics)"),
        )
    )
