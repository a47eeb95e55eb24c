"""The days to come, told and written for a calendar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...i18n import _, ngettext
from ...services.publications.calendars import write_days
from ...telling.ahead.days import days_to_come
from ...telling.figures import day
from ..announce import announce
from ..session_model import SessionModel
from ..theme import SMALL
from ..widgets.basics import Button, Words


class CalendarPart(QWidget):
    """How many days there are, and a file that any calendar takes in."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._days, self._said = Words("", SMALL), Words("", SMALL)
        self.save = Button(_("Save for a calendar…"))
        self.save.setAccessibleDescription(
            _("A file with the review, what is to be done and the checks of quality; each reminds a week before.")
        )
        column.addWidget(self._days)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        self._said.hide()
        self.save.clicked.connect(self.save_days)

    def refresh(self) -> None:
        """Say which days there are."""
        events = days_to_come(self._session.assessment)
        self.save.setEnabled(bool(events))
        if not events:
            self._days.setText(_("No day is given yet that could stand in a calendar."))
            return
        said = ngettext(
            "{count} day for a calendar: {first}.",
            "{count} days for a calendar, from {first} to {last}.",
            len(events),
        )
        first, last = day(events[0].day), day(events[-1].day)
        self._days.setText(said.format(count=len(events), first=first, last=last))

    def save_days(self) -> None:
        """Ask where to, and write the file."""
        now = self._session.assessment
        path = self.ask_path(f"{now.reference or now.id}.ics")
        if path is None:
            return
        try:
            self._tell(write_days(self._session.walk, path), "text")
        except FairnessError as error:
            self._tell(str(error), "red")

    def ask_path(self, suggested: str) -> Path | None:
        """Ask where to; the one dialog of this part."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the days for a calendar"), str(Path.home() / suggested), _("Calendar (*.ics)")
        )
        return Path(name) if name else None

    def _tell(self, sentence: str, colour: str) -> None:
        self._said.set_colour(colour)
        self._said.setText(sentence)
        self._said.show()
        announce(self, sentence)
