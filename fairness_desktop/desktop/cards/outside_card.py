"""How many options come from outside the council, and why none does."""

from __future__ import annotations

from dataclasses import replace

from ...domain.assessment import Assessment
from ...i18n import _
from ...scoring.money.leverage import led_from_outside
from ...telling.money.offers import led_told
from ..decision.part import Part
from ..session_model import SessionModel
from ..theme import MEDIUM
from ..widgets.basics import Words
from ..widgets.inputs import TextArea

PLACE = "why_none_from_outside"


class OutsideCard(Part):
    """The share in a sentence; where it is none, room for the reason that must be written then."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("From outside the council"))
        self.says = Words("", weight=MEDIUM)
        self.box.addWidget(self.says)
        self.why = TextArea(lines=2)
        about = _("At least one option comes from outside, or it is written why none does: who was asked, and when.")
        self.ask(self.form(), PLACE, _("Why does none come from outside the council?"), self.why, about)

    def refresh(self) -> None:
        now = self.session.assessment
        others = [o for o in now.options if not o.baseline]
        told = led_told(led_from_outside(now))
        self.setVisible(bool(others))
        self.says.setText(told or _("Nobody has said yet whether any option comes from outside the council."))
        wanted = not any(o.from_outside for o in others) or bool(now.why_none_from_outside)
        self.rows[PLACE].setVisible(wanted)
        self.why.show_value(now.why_none_from_outside)

    def value(self, now: Assessment) -> Assessment:
        return replace(now, why_none_from_outside=self.why.value())
