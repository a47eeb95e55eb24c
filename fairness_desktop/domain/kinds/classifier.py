"""Which kind of decision it is, by short statements that are scored; the margin says how clear that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import _
from ..errors import InvalidInputError
from ..vocabulary import Kind

TELLING = 2
"""The score from which on a statement is given as a reason for the kind it speaks for."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that may be true of a decision, and the kind it speaks for."""

    id: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Classifier:
    """The statements, the scale they are scored on, and what is taken where they do not settle it.

    With a margin under ``least_margin`` the kind is ``otherwise``, or the decision is split.
    """

    low: int
    high: int
    least_margin: float
    otherwise: Kind
    statements: tuple[Statement, ...]

    def in_turn(self) -> tuple[Statement, ...]:
        """The statements in the order in which they are asked: one a kind, then again, so that none is led on."""
        rows = [[s for s in self.statements if s.kind is kind] for kind in Kind]
        longest = max(map(len, rows), default=0)
        return tuple(row[i] for i in range(longest) for row in rows if i < len(row))


@dataclass(frozen=True, slots=True)
class Answers:
    """How far each statement holds of this decision, by its id, and why the kind taken is another, if it is."""

    scores: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def with_score(self, statement: str, score: int | None) -> Answers:
        """The same answers with another one to that statement; None takes it back."""
        kept = {k: v for k, v in self.scores.items() if k != statement}
        return Answers(kept if score is None else {**kept, statement: score}, self.reason, self.extra)


@dataclass(frozen=True, slots=True)
class Classification:
    """What the answers come to.

    ``totals`` are the sums by kind; ``first`` and ``second`` the kinds with the highest, None until every statement
    is answered, as is ``margin`` between them. ``kind`` is what is to be taken.
    """

    totals: Mapping[Kind, int]
    open: tuple[Statement, ...]
    first: Kind | None = None
    second: Kind | None = None
    margin: int | None = None
    clear: bool = False
    kind: Kind | None = None
    because: tuple[Statement, ...] = ()


def classify(classifier: Classifier, answers: Answers) -> Classification:
    """What the answers come to; of kinds with as many points that come first the earlier in the list is named first."""
    scores = answers.scores
    totals = {kind: sum(scores.get(s.id, 0) for s in classifier.statements if s.kind is kind) for kind in Kind}
    still = tuple(s for s in classifier.in_turn() if s.id not in scores)
    if still or not classifier.statements:
        return Classification(totals, still)
    first, second, *_others = sorted(Kind, key=lambda kind: -totals[kind])
    margin = totals[first] - totals[second]
    clear = margin >= classifier.least_margin
    kind = first if clear else classifier.otherwise
    because = tuple(s for s in classifier.statements if s.kind is kind and scores[s.id] >= TELLING)
    return Classification(totals, (), first, second, margin, clear, kind, because)


def check_scores(classifier: Classifier, scores: Mapping[str, int]) -> None:
    """Refuse an answer to no statement, and one that is not on the scale."""
    known = {s.id for s in classifier.statements}
    for statement, score in scores.items():
        if statement not in known:
            raise InvalidInputError(f"answers.{statement}", _("is no statement of the framework"))
        if not classifier.low <= score <= classifier.high:
            message = _("must be a whole number from {low} to {high}")
            raise InvalidInputError(f"answers.{statement}", message.format(low=classifier.low, high=classifier.high))
