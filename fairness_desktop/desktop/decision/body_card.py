"""Whose decision it is: the council, its nation, and how it is run."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.kinds.levels import own_level
from ...domain.law.choosing import only_nation
from ...domain.law.words import Arrangements, law_label
from ...domain.vocabulary import BodyKind, Nation, label
from ...i18n import _
from ..session_model import SessionModel
from ..widgets.choice_cards import ChoiceCards
from ..widgets.inputs import Choice, TextLine
from .part import Part

PRINCIPAL = 5
"""The level from which on a council may have a cabinet."""


class BodyCard(Part):
    """The council; how it is run is asked only of those that may be run in two ways."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Whose decision is it?"))
        form = self.form()
        self.name = TextLine(most=200)
        self.kind = Choice([(k.value, label(k)) for k in BodyKind])
        self.nation = ChoiceCards([(n.value, label(n), "") for n in Nation])
        self.arrangements = Choice([(a.value, law_label(a)) for a in Arrangements])
        self.ask(form, "body.name", _("Council"), self.name)
        self.ask(form, "body.kind", _("Kind of council"), self.kind, _("Decides who may lawfully decide."))
        self.ask(form, "body.nation", _("Nation"), self.nation)
        help_text = _("In a committee system there is no cabinet, and no cabinet member decides.")
        self.ask(form, "body.arrangements", _("How it is run"), self.arrangements, help_text)

    def refresh(self) -> None:
        body = self.session.assessment.body
        self.name.show_value(body.name)
        self.kind.show_value(body.kind)
        self.nation.show_value(body.nation)
        self.arrangements.show_value(body.arrangements)
        principal = body.kind is not None and own_level(body.kind) in (None, PRINCIPAL)
        self.rows["body.arrangements"].setVisible(principal or body.arrangements is not None)

    def value(self, now: Assessment) -> Assessment:
        kind, nation, run = self.kind.value(), self.nation.value(), self.arrangements.value()
        chosen = None if kind is None else BodyKind(kind)
        body = replace(
            now.body,
            name=self.name.value(),
            kind=chosen,
            nation=self._nation(now, chosen) if nation is None else Nation(nation),
            arrangements=None if run is None else Arrangements(run),
        )
        return replace(now, body=body)

    def _nation(self, now: Assessment, chosen: BodyKind | None) -> Nation | None:
        """Where a kind of council just chosen is found in one nation only, that nation is said with it."""
        if chosen is None or chosen is now.body.kind or now.body.nation is not None:
            return None
        return only_nation(chosen, self.session.services.packs)

    def focus_on(self, where: str) -> QWidget | None:
        if where == "body.nation":
            self.nation.buttons[Nation.ENGLAND].setFocus()
            return self.nation
        return super().focus_on(where)
