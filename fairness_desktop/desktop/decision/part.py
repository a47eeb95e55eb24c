"""What the page of step 1 asks of each of its cards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ..form import Form, Row
from ..session_model import SessionModel
from ..widgets.basics import Card, Subtitle


class Part(Card):
    """A card with some of the page's questions; ``rows`` are its fields by their places in the exchange form."""

    edited = Signal()

    def __init__(self, session: SessionModel, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: dict[str, Row] = {}
        self.box.addWidget(Subtitle(title))

    def refresh(self) -> None:
        """Show what the session says."""
        raise NotImplementedError

    def value(self, now: Assessment) -> Assessment:
        """The assessment with what was entered here."""
        raise NotImplementedError

    def focus_on(self, where: str) -> QWidget | None:
        """Put the focus on the field of a place, if it is on this card; returns what is to be brought into sight."""
        row = self.rows.get(where)
        if row is not None:
            row.field.setFocus()
        return row

    def form(self) -> Form:
        """A form at the end of the card."""
        form = Form()
        self.box.addWidget(form)
        return form

    def ask(self, form: Form, place: str, caption: str, field: QWidget, help_text: str = "") -> Row:
        """A question in a form, whose answer is told of as it is given."""
        self.rows[place] = form.add(caption, field, help_text)
        field.edited.connect(self.edited)  # type: ignore[attr-defined]
        return self.rows[place]
