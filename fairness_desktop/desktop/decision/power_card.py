"""Who decides, and by what power; what the law says of it at once."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from ...domain.assessment import Assessment
from ...domain.authority import Authority
from ...domain.law.words import Matter, law_label
from ...domain.vocabulary import AuthorityKind, Capacity, label
from ...i18n import _
from ...telling.law import source_sentence
from ..session_model import SessionModel
from ..widgets.inputs import Choice, TextLine
from .lawful import Lawful
from .part import Part

Word = TypeVar("Word", bound=StrEnum)

_MAKER = "authority.decision_maker"
_OF_THIS_CARD = ("authority.decision_maker", "body.kind")
"""Places whose findings are told here."""


class PowerCard(Part):
    """Matter, capacity, name, role, authority, instrument; and the lawful answer."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Who decides, and by what power?"))
        form = self.form()
        self.capacity = Choice([(c.value, label(c)) for c in Capacity])
        self.matter = Choice([(m.value, law_label(m)) for m in Matter])
        self.name, self.role = TextLine(most=200), TextLine(most=200)
        self.kind = Choice([(k.value, label(k)) for k in AuthorityKind])
        self.instrument = TextLine(most=500)
        self.lawful = Lawful()
        self.ask(form, f"{_MAKER}.capacity", _("Decided by"), self.capacity)
        form.add_widget(self.lawful)
        matters = _("Precept, borrowing and the code of conduct are for full council alone.")
        self.ask(form, "authority.matter", _("Is it one of these matters?"), self.matter, matters)
        named = _("The person, or the committee as it is called.")
        self.ask(form, f"{_MAKER}.name", _("Name"), self.name, named)
        self.ask(form, f"{_MAKER}.role", _("Role"), self.role, _("For example: Clerk, or Chair of the committee."))
        self.ask(form, "authority.kind", _("Authority"), self.kind)
        written = _("The minute, or the line of the scheme of delegation. For example: Minute 41/26.")
        self.ask(form, "authority.instrument", _("Where it is written"), self.instrument, written)

    def refresh(self) -> None:
        now = self.session.assessment
        maker, authority = now.authority.decision_maker, now.authority
        self.capacity.show_value(maker.capacity)
        self.matter.show_value(authority.matter)
        self.name.show_value(maker.name)
        self.role.show_value(maker.role)
        self.kind.show_value(authority.kind)
        self.instrument.show_value(authority.instrument)
        pack = self.session.pack
        asked = maker.capacity is not None and now.body.kind is not None and pack is not None
        findings = [f for f in self.session.law() if f.where.startswith(_OF_THIS_CARD)]
        self.lawful.show_answer(findings, source_sentence(pack) if pack else "", asked=asked)

    def value(self, now: Assessment) -> Assessment:
        return replace(now, authority=self._authority(now.authority))

    def _authority(self, old: Authority) -> Authority:
        maker = replace(
            old.decision_maker,
            name=self.name.value(),
            role=self.role.value(),
            capacity=_word(Capacity, self.capacity.value()),
        )
        return replace(
            old,
            decision_maker=maker,
            matter=_word(Matter, self.matter.value()),
            kind=_word(AuthorityKind, self.kind.value()),
            instrument=self.instrument.value(),
        )


def _word(words: type[Word], value: str | None) -> Word | None:
    return None if value is None else words(value)
