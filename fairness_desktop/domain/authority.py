"""Who holds the power, under which authority, and who decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .errors import InvalidInputError
from .law.answers import CallIn, KeyDecision, RecordQuestions, Urgency
from .law.words import Arrangements, Matter
from .people import MOST_PEOPLE
from .vocabulary import AuthorityKind, BodyKind, Capacity, Nation


@dataclass(frozen=True, slots=True)
class Body:
    """The council whose decision it is; ``population`` is how many people live in its area."""

    name: str = ""
    kind: BodyKind | None = None
    nation: Nation | None = None
    arrangements: Arrangements | None = None
    population: int | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.population is not None and not 0 < self.population <= MOST_PEOPLE:
            raise InvalidInputError("population", _("must be a whole number from 1 to 1,000,000,000"))


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """Who decides: a person or a named committee, and in which capacity."""

    name: str = ""
    role: str = ""
    capacity: Capacity | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Authority:
    """What empowers the decision-maker; ``instrument`` is the minute or the line of the scheme.

    ``matter`` says whether it is one that the law does not let anybody but full council decide.
    """

    kind: AuthorityKind | None = None
    instrument: str = ""
    decision_maker: DecisionMaker = field(default_factory=DecisionMaker)
    matter: Matter | None = None
    questions: RecordQuestions = field(default_factory=RecordQuestions)
    key_decision: KeyDecision = field(default_factory=KeyDecision)
    call_in: CallIn = field(default_factory=CallIn)
    urgency: Urgency = field(default_factory=Urgency)
    extra: Mapping[str, object] = field(default_factory=dict)
