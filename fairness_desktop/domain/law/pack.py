"""A legal pack: dated rules of one nation and kind of body, each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...i18n import _
from ..duties.rules import DutyRule
from ..findings import Severity
from ..vocabulary import BodyKind, Capacity, Kind, Nation, label
from .words import Check, Matter, Need, RecordField, RecordWhen


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look at, in the pack's words, with the law it comes from and the day when that was looked up.

    ``bodies`` are the kinds it holds for, all of the pack's where it is empty. Which of the others say something
    depends on ``check``: capacities allowed, words that betray a member, a matter, a kind, clear days.
    """

    id: str
    check: Check
    severity: Severity
    says: str
    source: str
    date: str
    bodies: frozenset[BodyKind] = frozenset()
    allows: frozenset[Capacity] = frozenset()
    capacity: Capacity | None = None
    words: tuple[str, ...] = ()
    matter: Matter | None = None
    kind: Kind | None = None
    days: int = 0
    exception_days: int = 0

    def holds_for(self, body: BodyKind | None) -> bool:
        """Whether it is a rule for that kind of body."""
        return not self.bodies or body in self.bodies


@dataclass(frozen=True, slots=True)
class RecordRules:
    """When a record is required, what it must hold, when the decision may be carried out, how long papers are kept.

    ``keep_record`` and ``keep_papers`` are years from the decision; ``carried_out`` a sentence.
    """

    source: str
    when: RecordWhen
    needs: Mapping[RecordField, Need]
    carried_out: str
    keep_record: int
    keep_papers: int


@dataclass(frozen=True, slots=True)
class LegalPack:
    """The rules for some kinds of body in one nation, in executive matters or in others.

    ``checked_by`` names the monitoring officer who checked the pack, and ``checked_on`` when; empty where nobody has.
    ``document`` is the file as read; ``duties`` are what has to be thought of, in the order in which it is asked.
    """

    id: str
    title: str
    nation: Nation
    date: str
    source: str
    bodies: frozenset[BodyKind]
    executive: bool
    rules: tuple[Rule, ...]
    record: RecordRules
    checked_by: str = ""
    checked_on: str = ""
    duties: tuple[DutyRule, ...] = ()
    document: Mapping[str, object] = field(default_factory=dict)

    def rules_for(self, check: Check, body: BodyKind | None) -> Iterator[Rule]:
        """The rules of that check that hold for a kind of body."""
        return (r for r in self.rules if r.check is check and r.holds_for(body))

    def may_decide(self, body: BodyKind) -> frozenset[Capacity]:
        """The capacities in which a decision of such a body may be taken.

        Of a kind of body the pack does not name, only this is sure: no law lets a single member decide alone.
        """
        allowed = [r.allows for r in self.rules_for(Check.CAPACITY, body)] if body in self.bodies else []
        return frozenset().union(*allowed) if allowed else frozenset(Capacity) - {Capacity.SINGLE_MEMBER}

    def refusal(self, body: BodyKind, capacity: Capacity) -> str | None:
        """Why that body cannot let that capacity decide, with what it can choose instead; None where it may."""
        lawful = self.may_decide(body)
        if capacity in lawful:
            return None
        source = next((r.source for r in self.rules_for(Check.CAPACITY, body)), self.source)
        return _(
            "The law does not let this be decided by {who} in a {body} ({source}). Choose one of: {instead}."
        ).format(
            who=label(capacity).lower(),
            body=label(body).lower(),
            source=_(source),
            instead=", ".join(label(c).lower() for c in Capacity if c in lawful),
        )
