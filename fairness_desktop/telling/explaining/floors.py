"""The floor opened: what happens to each touched group most in need, against the framework's limits."""

from __future__ import annotations

from ...domain.effects import WORST
from ...domain.vocabulary import GroupId, OptionId, label
from ...i18n import _
from ...scoring.inputs import ScoredEffect, ScoredGroup
from ...scoring.points import for_limits, touched_effect
from ..figures import UNDEFINED
from .case import Case
from .sums import touched_effect as touched_effect_explained
from .tree import Explanation, Rows, exact


def floor(case: Case, option: OptionId) -> Explanation:
    """The floor as the effects stand."""
    return _floor(case, option, worst_case=False)


def worst_case_floor(case: Case, option: OptionId) -> Explanation:
    """The floor with every effect at the low end of its evidence."""
    return _floor(case, option, worst_case=True)


def _floor(case: Case, option: OptionId, *, worst_case: bool) -> Explanation:
    figures, limits = case.result.option(option), case.framework.floor
    found = figures.worst_case_floor if worst_case else figures.floor
    title = _("Worst-case floor of {id}") if worst_case else _("Floor of {id}")
    meaning = _("Whether anyone most in need is left worse off, which no average can hide.")
    if worst_case:
        meaning += " " + _("Every effect is lowered by the half-width of its evidence grade, not below −3.")
    return Explanation(
        figure=f"{option}.{'worst_case_floor' if worst_case else 'floor'}",
        title=title.format(id=option),
        value=label(found),
        meaning=meaning,
        formula=_("RED if any a ≤ {mean} or any x ≤ {single}; AMBER if any a < {amber}; else GREEN").format(
            mean=exact(limits.red_mean), single=exact(limits.red_single), amber=exact(limits.amber_mean)
        ),
        table=_table(case, option, worst_case=worst_case),
        parts=(touched_effect_explained(case, option),),
    )


def _table(case: Case, option: OptionId, *, worst_case: bool) -> Rows:
    rows = tuple(_row(case, option, g.id, worst_case=worst_case) for g in _touched_in_need(case, option))
    nobody = (_("No group most in need is touched"), UNDEFINED, UNDEFINED)
    header = (_("Group most in need, touched"), _("effect a, all criteria"), _("worst single effect x"))
    return Rows(header, rows or (nobody,))


def _touched_in_need(case: Case, option: OptionId) -> list[ScoredGroup]:
    return [g for g in case.touched_groups(option) if g.id in case.result.neediest]


def _row(case: Case, option: OptionId, group: GroupId, *, worst_case: bool) -> tuple[str, ...]:
    effect = case.inputs.effects[option, group]
    if worst_case:
        half_width = case.framework.half_widths[effect.grade]
        lowered = {c: max(x - half_width, WORST) for c, x in effect.impacts.items()}
        effect = ScoredEffect(effect.reach, effect.grade, lowered)
    worst = min(effect.impacts, key=lambda c: (effect.impacts[c], c))
    whole = for_limits(touched_effect(effect, case.weights))
    return case.named(group), exact(whole, 9), f"{exact(effect.impacts[worst])} ({case.criterion(worst)})"


def red_share(case: Case, option: OptionId) -> Explanation:
    """How often the floor is RED among the versions."""
    drawn = case.result.robustness
    share = None if drawn is None else drawn.red_share[option]
    return Explanation(
        figure=f"{option}.red_share",
        title=_("Share of versions in which the floor of {id} is RED").format(id=option),
        value=exact(share),
        meaning=_("Of all plausible versions drawn, those in which the floor is RED, with their effects and weights."),
        formula=_("versions with a RED floor ÷ all versions"),
        filled=""
        if drawn is None or share is None
        else f"{exact(share)} = {round(share * drawn.draws):,} ÷ {drawn.draws:,}",
        parts=(floor(case, option),),
    )
