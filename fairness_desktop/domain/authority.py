"""Who holds the power, under which authority, and who decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .vocabulary import AuthorityKind, BodyKind, Capacity, Nation, label


@dataclass(frozen=True, slots=True)
class Body:
    """The council whose decision it is."""

    name: str = ""
    kind: BodyKind | None = None
    nation: Nation | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """Who decides: a person or a named committee, and in which capacity."""

    name: str = ""
    role: str = ""
    capacity: Capacity | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Authority:
    """What empowers the decision-maker; ``instrument`` is the minute or the line of the scheme."""

    kind: AuthorityKind | None = None
    instrument: str = ""
    decision_maker: DecisionMaker = field(default_factory=DecisionMaker)
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LegalPack:
    """Dated rules of one nation: which capacities each kind of body may let decide, and by which law.

    ``checked_by`` names the monitoring officer who checked the pack; empty where nobody has.
    """

    id: str
    nation: Nation
    date: str
    source: str
    may_decide: Mapping[BodyKind, frozenset[Capacity]]
    checked_by: str = ""

    def refusal(self, body: BodyKind, capacity: Capacity) -> str | None:
        """Why that body cannot let that capacity decide, with what it can choose instead; None where it may.

        Of a kind of body the pack does not name, only this is sure: no law lets a single member decide alone.
        """
        lawful = self.may_decide.get(body, frozenset(Capacity) - {Capacity.SINGLE_MEMBER})
        if capacity in lawful:
            return None
        instead = ", ".join(label(c).lower() for c in Capacity if c in lawful)
        return _(
            "The law does not let this be decided by {who} in a {body} ({source}). Choose one of: {instead}."
        ).format(who=label(capacity).lower(), body=label(body).lower(), source=self.source, instead=instead)
