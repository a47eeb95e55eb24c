"""What is said of an option beside its cost: who gets it done, how, and how it could be tried, stopped and undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ...i18n import N_, _
from ..money.asking import answered, check_answers, in_pounds, in_words, measured, one_of


class Stance(StrEnum):
    """Whether it is done to people, for them, with them, or by them."""

    TO = "to"
    FOR = "for"
    WITH = "with"
    BY = "by"


_WORDS: Mapping[Stance, str] = {
    Stance.TO: N_("to them"),
    Stance.FOR: N_("for them"),
    Stance.WITH: N_("with them"),
    Stance.BY: N_("by them"),
}


def stance_word(word: Stance) -> str:
    """How it is said."""
    return _(_WORDS[word])


@dataclass(frozen=True, slots=True)
class Care:
    """None of this enters the score.

    ``worst_cost`` is the dear end of the range of what a year of it may cost, ``loss_cap`` the sum at which it is
    stopped whatever happens; ``undo_months`` says how soon it could be undone. All sums are pounds.
    """

    done_by: str = in_words(N_("Who gets it done"))
    stance: Stance | None = one_of(N_("Done to, for, with or by those it is for"), Stance, needed=False)  # noqa: RUF009
    pilot_scope: str = in_words(N_("How it is tried small"))
    undo_months: float | None = measured(N_("Months until it is undone"), needed=False)
    undo_cost: float | None = in_pounds(N_("Cost of undoing it, £"), needed=False)
    loss_cap: float | None = in_pounds(N_("Stopped once so much is lost, £"), needed=False)
    worst_cost: float | None = in_pounds(N_("Cost of a year at worst, £"), needed=False)
    controls_added: str = in_words(N_("Controls it adds"))
    controls_removed: str = in_words(N_("Controls it takes away"))
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)

    @property
    def blank(self) -> bool:
        """Whether nothing is said."""
        return not answered(self)
