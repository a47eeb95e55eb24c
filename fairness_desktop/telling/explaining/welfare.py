"""Welfare opened: the equally distributed equivalent, and the order by the worst-off person."""

from __future__ import annotations

from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.rounding import fsum
from ...scoring.welfare import LEAST_STANDARD, equally_distributed_equivalent, from_the_worst_off
from .case import Case
from .sums import touched_effect
from .tree import Explanation, Rows, exact


def ede_change_percent(case: Case, option: OptionId) -> Explanation:
    """How much the option moves the living standard that, had by all alike, would be worth as much."""
    kappa, aversion = case.framework.kappa, case.framework.elasticity.value
    total = fsum(g.size for g in case.groups())
    before, after, rows = [], [], []
    for g in case.groups():
        old = max(g.living_standard, LEAST_STANDARD)
        mean = case.means.get((option, g.id), 0.0)
        new = max(g.living_standard + kappa * mean, LEAST_STANDARD)
        before.append((float(g.size), old))
        after.append((float(g.size), new))
        rows.append((case.named(g.id), exact(g.size / total), exact(old), exact(mean), exact(new)))
    found = case.result.option(option).ede_change_percent
    then, now = (equally_distributed_equivalent(people, aversion) for people in (after, before))
    return Explanation(
        figure=f"{option}.ede_change_percent",
        title=_("Equally distributed equivalent under {id}, change in %").format(id=option),
        value=exact(found),
        meaning=_(
            "How much the living standard would change that, if all had it alike, would be worth as much as what "
            "people have; it falls with inequality."
        ),
        formula="100 · (E(y + κ·u) ÷ E(y) − 1), E(z) = (Σ p · z^(1−ε))^(1÷(1−ε))",
        filled=f"{exact(found)} = 100 · ({exact(then, 9)} ÷ {exact(now, 9)} − 1)"
        f"; κ = {exact(kappa)}, ε = {exact(aversion)}",
        table=Rows(
            (_("Group"), _("share of people p"), _("living standard y"), _("mean effect u"), "y + κ·u"), tuple(rows)
        ),
        parts=(touched_effect(case, option),),
    )


def leximin(case: Case) -> Explanation:
    """The order by how the worst-off person fares, then the next."""
    rows = tuple(
        (option, "; ".join(_said(*step) for step in from_the_worst_off(case.inputs, option, case.means)))
        for option in case.result.leximin
    )
    return Explanation(
        figure="leximin",
        title=_("Worst-off person first (leximin)"),
        value=" › ".join(case.result.leximin),
        meaning=_("Options by how the worst-off person fares, then the next; the first difference decides."),
        formula=_("each group's y + κ·u counts once for each person in it; lists from the lowest up are compared"),
        table=Rows((_("Option"), _("living standards from the lowest up, with how many people have each")), rows),
    )


def _said(standard: float, fewer: int) -> str:
    return _("{standard} for {people}").format(standard=exact(standard, 9), people=f"{-fewer:,}")
