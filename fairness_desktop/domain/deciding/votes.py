"""Who voted how, who differed and why, and whether what was chosen was carried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ...i18n import N_, _
from ..errors import InvalidInputError
from ..law.answers import Interest
from ..money.asking import in_words, one_of
from ..vocabulary import Capacity

MOST_VOTES = 200
"""The largest council of England has fewer members."""

MOST_DISSENTS = 50

VOTING = (
    Capacity.FULL_COUNCIL,
    Capacity.COMMITTEE,
    Capacity.SUB_COMMITTEE,
    Capacity.JOINT_COMMITTEE,
    Capacity.EXECUTIVE,
)
"""Those who decide together; an officer or one cabinet member does not vote."""


class Cast(StrEnum):
    """How somebody voted; ``interest`` is of one who declared an interest and so took no part."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    INTEREST = "interest"


class Casting(StrEnum):
    """How whoever is in the chair used the casting vote."""

    FOR = "for"
    AGAINST = "against"


_WORDS: Mapping[StrEnum, str] = {
    Cast.FOR: N_("For"),
    Cast.AGAINST: N_("Against"),
    Cast.ABSTAINED: N_("Abstained"),
    Cast.ABSENT: N_("Absent"),
    Cast.INTEREST: N_("Interest: no vote"),
}


def cast_word(word: Cast | Casting) -> str:
    """How a vote is said."""
    return _(_WORDS[Cast(word)])


@dataclass(frozen=True, slots=True)
class Vote:
    """One member's vote on the option chosen."""

    id: str
    who: str = in_words(N_("Member"))
    cast: Cast | None = one_of(N_("Vote"), Cast, needed=False)  # noqa: RUF009
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dissent:
    """Somebody who differed and wished that to be recorded, and why."""

    id: str
    who: str = in_words(N_("Who differed"))
    why: str = in_words(N_("Why"))
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voting:
    """The vote on the option chosen, member by member; ``casting_by`` is who was in the chair."""

    votes: tuple[Vote, ...] = ()
    casting: Casting | None = one_of(N_("Casting vote"), Casting, needed=False)  # noqa: RUF009
    casting_by: str = in_words(N_("Cast by"))
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.votes) > MOST_VOTES:
            raise InvalidInputError("votes", _("has more than 200 entries; no council has so many members"))

    def count(self, how: Cast) -> int:
        """How many voted so."""
        return sum(vote.cast is how for vote in self.votes)

    @property
    def tied(self) -> bool:
        """Whether as many voted for as against, and some did."""
        return self.count(Cast.FOR) == self.count(Cast.AGAINST) > 0

    @property
    def carried(self) -> bool | None:
        """Whether the vote carries what was chosen; None while nobody voted, or a vote is still open."""
        if not self.votes or any(vote.cast is None for vote in self.votes):
            return None
        if self.tied:
            return self.casting is Casting.FOR
        return self.count(Cast.FOR) > self.count(Cast.AGAINST)


def votes_are_taken(capacity: Capacity | None) -> bool:
    """Whether those who decide in that capacity vote."""
    return capacity in VOTING


def barred(who: str, declared: Sequence[Interest]) -> bool:
    """Whether a member of that name declared an interest that keeps them from voting, with no dispensation."""
    name = _folded(who)
    return bool(name) and any(
        interest.pecuniary and not interest.dispensation.strip() and _folded(interest.who) == name
        for interest in declared
    )


def _folded(name: str) -> str:
    """A name as it is told from others: “Cllr A. Jones” and “Councillor A Jones” are one."""
    words = name.casefold().replace(".", " ").replace(",", " ").split()
    return " ".join(word for word in words if word not in ("cllr", "councillor", "cyng", "cynghorydd"))
