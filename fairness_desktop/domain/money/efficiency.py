"""What is asked of an option to see whether it makes good use of money: outputs, costs, hand-offs, ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import N_, _
from ..errors import InvalidInputError
from .asking import answered, check_answers, counted, in_percent, in_pounds, in_words, measured


@dataclass(frozen=True, slots=True)
class SharedCost:
    """Another service that uses what is paid for, and the share of the cost that is therefore its own."""

    service: str = in_words(N_("Service"))
    percent: float | None = in_percent(N_("Its share, %"), needed=False)
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)


@dataclass(frozen=True, slots=True)
class Efficiency:
    """Figures of one option, all for one year; each is asked only where its kind of decision can use it.

    ``shared_by`` are other services among which the cost is shared; what is left is this service's own.
    """

    outputs: float | None = measured(N_("Outputs a year"), needed=False)
    unit: str = in_words(N_("What is counted"))
    yearly_cost: float | None = in_pounds(N_("What it costs in all, £ a year"), needed=False)
    benchmark: float | None = in_pounds(N_("Benchmark, £ for each"), needed=False)
    benchmark_source: str = in_words(N_("Where the benchmark comes from"))
    handoffs_before: int | None = counted(N_("Hand-offs for one person, now"), needed=False)
    handoffs_after: int | None = counted(N_("Hand-offs for one person, then"), needed=False)
    prevention_spend: float | None = in_pounds(N_("Spent on preventing, £ a year"), needed=False)
    satisfied: int | None = counted(N_("Satisfied"), needed=False)
    rated_by: int | None = counted(N_("Of how many who answered"), needed=False)
    ties_measure: str = in_words(N_("How ties between people are measured"))
    ties_before: float | None = measured(N_("Ties, now"), needed=False)
    ties_after: float | None = measured(N_("Ties, then"), needed=False)
    shared_by: tuple[SharedCost, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_answers(self)
        if sum(s.percent or 0.0 for s in self.shared_by) > 100:  # noqa: PLR2004 - percent
            raise InvalidInputError("shared_by", _("must add up to at most 100 percent"))

    @property
    def blank(self) -> bool:
        """Whether nothing is said in it."""
        return not (answered(self) or self.shared_by or self.extra)

    @property
    def own_share(self) -> float:
        """The share of the cost that this service bears, 0 to 1."""
        return 1 - sum(s.percent or 0.0 for s in self.shared_by) / 100
