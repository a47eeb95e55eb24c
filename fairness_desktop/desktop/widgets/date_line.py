"""A date as people write it, or nothing yet."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from ...domain.errors import InvalidInputError
from ...i18n import _
from .inputs import TextLine

_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")


class DateLine(TextLine):
    """Takes 2026-11-23, 23/11/2026 or 23 November 2026; an empty field is *not answered yet*."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, most=40)
        self.setPlaceholderText(_("not answered yet (23/11/2026)"))

    def date(self) -> dt.date | None:
        """The date typed, None where the field is empty; InvalidInputError where it is none."""
        text = self.text().strip()
        if not text:
            return None
        for form in _FORMS:
            try:
                return dt.datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
            except ValueError:
                continue
        raise InvalidInputError("", _("“{text}” is no date; write it as 23/11/2026.").format(text=text))

    def show_date(self, date: dt.date | None) -> None:
        """Show a date, day first; a date already written so stays as it was typed."""
        try:
            if self.date() == date:
                return
        except InvalidInputError:
            if self.hasFocus():
                return
        self.show_value("" if date is None else date.strftime("%d/%m/%Y"))
