"""What is to be decided, in a line and in a few."""

from __future__ import annotations

from dataclasses import replace

from ...domain.assessment import Assessment
from ...i18n import _
from ..session_model import SessionModel
from ..widgets.inputs import TextArea, TextLine
from .part import Part


class WhatCard(Part):
    """Title and summary."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("What is to be decided"))
        form = self.form()
        self.title, self.summary = TextLine(most=300), TextArea(lines=3)
        self.ask(form, "title", _("Decision in one line"), self.title, _("As it will stand in the register."))
        help_text = _("Two or three plain sentences for someone who was not there.")
        self.ask(form, "summary", _("What it is about"), self.summary, help_text)

    def refresh(self) -> None:
        now = self.session.assessment
        self.title.show_value(now.title)
        self.summary.show_value(now.summary)

    def value(self, now: Assessment) -> Assessment:
        return replace(now, title=self.title.value(), summary=self.summary.value())
