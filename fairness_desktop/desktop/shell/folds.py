"""Which steps a form folds, and where that leads back, next and to a place."""

from __future__ import annotations

from ...domain.assessment import Assessment
from ...domain.progress import Step, step_of
from ...domain.short.form import is_short
from ...telling.short import FOLDED


class Folds:
    """The folded steps of an assessment, as it is when the walk is built."""

    def __init__(self, assessment: Assessment) -> None:
        self.form = assessment.form
        self.steps: tuple[Step, ...] = FOLDED if is_short(assessment) else ()

    def before(self, step: Step) -> Step:
        """The step before that is not folded; the same where there is none."""
        return max((s for s in Step if s < step and s not in self.steps), default=step)

    def after(self, step: Step) -> Step:
        """The step after that is not folded; the same where there is none."""
        return min((s for s in Step if s > step and s not in self.steps), default=step)

    def step_of(self, where: str) -> Step:
        """Where a place is asked: in the short form the yearly cost stands with the option."""
        return Step.OPTIONS if self.steps and where.endswith(".net_cost") else step_of(where)
