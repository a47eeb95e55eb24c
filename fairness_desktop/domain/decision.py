"""What was decided, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .deciding.actions import MOST_ACTIONS, Action
from .deciding.gut import GutFeeling
from .deciding.votes import MOST_DISSENTS, Dissent, Voting
from .duties.answers import Duties
from .errors import InvalidInputError
from .vocabulary import OptionId

__all__ = ["Decision", "Duties", "Exempt", "Rejected"]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An option that was considered and not chosen, and why."""

    option: OptionId
    why: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exempt:
    """A text that is left out of the public copy of the record.

    ``where`` is its place in the exchange form, rows by their ids (``options[B].description``); ``ground`` is the rule
    that lets it be withheld, printed in the public copy; ``reason`` says why the rule is met, and is not.
    """

    where: str
    ground: str
    reason: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """The choice and its reasons, in the decider's own words.

    ``departure_reason`` says why the choice is not the leading option; ``floor_reason``, ``mitigation`` and
    ``less_harmful`` justify a choice whose floor is RED. ``dissent`` is what there is to say of it beside ``dissents``,
    who differed by name; ``gut`` what was felt before anything was worked out.
    """

    date: dt.date | None = None
    chosen: OptionId | None = None
    reasons: str = ""
    rejected: tuple[Rejected, ...] = ()
    departure_reason: str = ""
    floor_reason: str = ""
    mitigation: str = ""
    less_harmful: str = ""
    conditions: str = ""
    dissent: str = ""
    review_date: dt.date | None = None
    exempt: tuple[Exempt, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    voting: Voting = field(default_factory=Voting)
    dissents: tuple[Dissent, ...] = ()
    actions: tuple[Action, ...] = ()
    gut: GutFeeling = field(default_factory=GutFeeling)

    def __post_init__(self) -> None:
        if len(self.dissents) > MOST_DISSENTS:
            raise InvalidInputError("dissents", _("has more than 50 entries; put alike ones together"))
        if len(self.actions) > MOST_ACTIONS:
            raise InvalidInputError("actions", _("has more than 50 entries; put small ones together"))

    def why_rejected(self, option: OptionId) -> str:
        """The reason given against an option; empty where there is none yet."""
        return next((r.why for r in self.rejected if r.option == option), "")
