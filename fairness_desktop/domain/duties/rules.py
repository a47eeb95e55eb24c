"""The duties that a legal pack names, how far each binds, and when it applies to a decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...i18n import N_, _
from ..assessment import Assessment
from ..money.mechanisms import AssetTransfer
from ..vocabulary import BodyKind, Capacity, Kind


class DutyId(StrEnum):
    """A duty by its name in the packs."""

    EQUALITY = "equality"
    SOCIO_ECONOMIC = "socio_economic"
    WAYS_OF_WORKING = "ways_of_working"
    WELL_BEING_GOALS = "well_being_goals"
    WELSH_LANGUAGE = "welsh_language"
    BEST_VALUE = "best_value"
    SOCIAL_VALUE = "social_value"
    CRIME_AND_DISORDER = "crime_and_disorder"
    BIODIVERSITY = "biodiversity"
    DISPOSAL = "disposal"
    SECTION_137 = "section_137"
    PERSONAL_DATA = "personal_data"
    HUMAN_RIGHTS = "human_rights"


WITH_A_PLACE = frozenset(
    {
        DutyId.EQUALITY,
        DutyId.SOCIO_ECONOMIC,
        DutyId.WAYS_OF_WORKING,
        DutyId.WELL_BEING_GOALS,
        DutyId.WELSH_LANGUAGE,
    }
)
"""Duties that have fields of their own; what was thought of under the others stands among the prompts."""


class Force(StrEnum):
    """How far a duty binds: it must be thought of; it is encouraged; only by choice; only where it bears on it."""

    REQUIRED = "required"
    ENCOURAGED = "encouraged"
    BY_CHOICE = "by_choice"
    WHERE_IT_BEARS = "where_it_bears"


class DutyWhen(StrEnum):
    """What has to be so of a decision for a duty to apply."""

    ALWAYS = "always"
    STRATEGIC = "strategic"
    ASSET_TRANSFER = "asset_transfer"
    BUYING = "buying"


@dataclass(frozen=True, slots=True)
class DutyRule:
    """One duty, in the pack's words, with the law it comes from and the day when that was looked up."""

    id: DutyId
    force: Force
    says: str
    source: str
    date: str
    when: DutyWhen = DutyWhen.ALWAYS
    bodies: frozenset[BodyKind] = frozenset()

    @property
    def place(self) -> str:
        """Where below ``duties`` what was thought stands."""
        return self.id.value if self.id in WITH_A_PLACE else f"prompts[{self.id}]"

    def applies(self, assessment: Assessment) -> bool:
        """Whether it is to be thought of in that decision; for a body not named yet all of the pack's are."""
        body = assessment.body.kind
        of_body = not self.bodies or body is None or body in self.bodies
        return of_body and _WHEN[self.when](assessment)


def _always(_now: Assessment) -> bool:
    return True


def _strategic(now: Assessment) -> bool:
    """On the framework, a key decision, or one of full council or cabinet: as near to strategic as can be seen."""
    whole = now.authority.decision_maker.capacity in (Capacity.FULL_COUNCIL, Capacity.EXECUTIVE)
    return now.kind is Kind.FRAMEWORK or bool(now.authority.key_decision.is_key) or whole


def _asset_transfer(now: Assessment) -> bool:
    return any(isinstance(o.mechanism, AssetTransfer) for o in now.options)


def _buying(now: Assessment) -> bool:
    return any(o.delivery not in ("", "in_house") for o in now.options if not o.baseline)


_WHEN: Mapping[DutyWhen, Callable[[Assessment], bool]] = {
    DutyWhen.ALWAYS: _always,
    DutyWhen.STRATEGIC: _strategic,
    DutyWhen.ASSET_TRANSFER: _asset_transfer,
    DutyWhen.BUYING: _buying,
}

_NAMES: Mapping[StrEnum, str] = {
    DutyId.EQUALITY: N_("Equality"),
    DutyId.SOCIO_ECONOMIC: N_("Socio-economic duty"),
    DutyId.WAYS_OF_WORKING: N_("Five ways of working"),
    DutyId.WELL_BEING_GOALS: N_("Well-being goals"),
    DutyId.WELSH_LANGUAGE: N_("The Welsh language"),
    DutyId.BEST_VALUE: N_("Best value"),
    DutyId.SOCIAL_VALUE: N_("Social value in buying"),
    DutyId.CRIME_AND_DISORDER: N_("Crime and disorder"),
    DutyId.BIODIVERSITY: N_("Nature"),
    DutyId.DISPOSAL: N_("Land and buildings"),
    DutyId.SECTION_137: N_("Spending under section 137"),
    DutyId.PERSONAL_DATA: N_("Personal data"),
    DutyId.HUMAN_RIGHTS: N_("Human rights"),
    Force.REQUIRED: N_("required"),
    Force.ENCOURAGED: N_("encouraged, not required"),
    Force.BY_CHOICE: N_("not in force here; by choice"),
    Force.WHERE_IT_BEARS: N_("only where it bears on the decision"),
}


def duty_label(word: DutyId | Force) -> str:
    """How a duty, or how far it binds, is said."""
    return _(_NAMES[word])
