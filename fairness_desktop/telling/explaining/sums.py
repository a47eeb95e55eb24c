"""Points and scores opened, from the sum over groups down to each effect on each criterion."""

from __future__ import annotations

from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.rounding import fsum
from ..figures import UNDEFINED, signed
from .case import Case
from .tree import Explanation, Rows, exact


def need_weight(case: Case) -> Explanation:
    """How much a person of each group counts."""
    elasticity = case.framework.elasticity.value
    rows = tuple((case.named(g.id), exact(g.living_standard), exact(case.need[g.id])) for g in case.groups())
    return Explanation(
        figure="need_weight",
        title=_("Need weight w"),
        value="",
        meaning=_("How much one more point counts for a person of the group; for a typical person it counts 1."),
        formula="w = y^−η",
        filled=_("η = {elasticity}; y is the living standard, where the median household has 1").format(
            elasticity=exact(elasticity)
        ),
        table=Rows((_("Group"), "y", "w"), rows),
    )


def criterion_weight(case: Case) -> Explanation:
    """How much each criterion counts in a decision of this kind."""
    swing = case.framework.kinds[case.inputs.kind].weights
    total = fsum(swing.values())
    ids = case.framework.criterion_ids
    rows = tuple((case.criterion(c), exact(swing[c]), exact(case.weights[c])) for c in ids)
    return Explanation(
        figure="criterion_weight",
        title=_("Criterion weight v"),
        value="",
        meaning=_("How much each criterion counts in a decision of this kind: its swing weight in the sum of all."),
        formula=_("v = swing weight ÷ sum of swing weights"),
        table=Rows((_("Criterion"), _("swing weight"), "v"), rows, (_("Sum"), exact(total), "1")),
    )


def touched_effect(case: Case, option: OptionId) -> Explanation:
    """A of every group the option touches, criterion by criterion."""
    ids = case.framework.criterion_ids
    rows = []
    for group in case.touched_groups(option):
        impacts = case.inputs.effects[option, group.id].impacts
        cells = (f"{exact(case.weights[c])} · {signed(impacts[c])}" if c in impacts else "0" for c in ids)
        rows.append((case.named(group.id), *cells, exact(case.touched[option, group.id])))
    return Explanation(
        figure=f"{option}.touched_effect",
        title=_("Effect a of {id} on a person it touches").format(id=option),
        value="",
        meaning=_("What happens to one touched person, all criteria together; each cell is weight times effect."),
        formula="a = Σ v · x",
        filled="" if rows else _nobody(),
        table=Rows((_("Group"), *(case.criterion(c) for c in ids), "a"), tuple(rows)) if rows else None,
        parts=(criterion_weight(case),),
    )


def points(case: Case, option: OptionId) -> Explanation:
    """T as a sum over groups."""
    rows = []
    for g in case.touched_groups(option):
        weight, reach = case.need[g.id], case.inputs.effects[option, g.id].reach
        effect = case.touched[option, g.id]
        gain = g.size * weight * reach * effect
        rows.append((case.named(g.id), f"{g.size:,}", exact(weight), exact(reach), exact(effect), exact(gain)))
    total = case.result.option(option).points
    return Explanation(
        figure=f"{option}.points",
        title=_("Points T of {id}").format(id=option),
        value=exact(total),
        meaning=_(
            "One point is a minor improvement for one typical person. Groups that are not listed are not touched."
        ),
        formula="T = Σ n · w · r · a",
        filled="" if rows else _nobody(),
        table=Rows(
            (_("Group"), _("people n"), _("weight w"), _("reach r"), _("effect a"), "n · w · r · a"),
            tuple(rows),
            (_("Sum"), "", "", "", "", exact(total)),
        )
        if rows
        else None,
        parts=(touched_effect(case, option), need_weight(case)),
    )


def _nobody() -> str:
    return _("Nobody is touched by this option, so it is 0: all others are compared with carrying on as now.")


def most_possible(case: Case, *, alike: bool) -> Explanation:
    """What a score is held against: all that the groups within reach could gain."""
    rows, terms = [], []
    for g in case.groups():
        weight = 1.0 if alike else case.need[g.id]
        terms.append(g.size * case.reach[g.id] * weight)
        rows.append((case.named(g.id), f"{g.size:,}", exact(case.reach[g.id]), exact(weight), exact(terms[-1])))
    return Explanation(
        figure="most_possible_alike" if alike else "most_possible",
        title=_("People within reach, each counted as one") if alike else _("People within reach, weighted by need"),
        value=exact(fsum(terms)),
        meaning=_("The largest share of each group that any option touches, infeasible options included."),
        formula="Σ n · r̄" if alike else "Σ n · r̄ · w",
        table=Rows(
            (_("Group"), _("people n"), _("highest reach r̄"), _("weight w"), "n · r̄ · w"),
            tuple(rows),
            (_("Sum"), "", "", "", exact(fsum(terms))),
        ),
        parts=() if alike else (need_weight(case),),
    )


def score(case: Case, option: OptionId) -> Explanation:
    """S from points and the most that could be gained."""
    figures, most = case.result.option(option), most_possible(case, alike=False)
    return Explanation(
        figure=f"{option}.score",
        title=_("Fairness score S of {id}").format(id=option),
        value=exact(figures.score),
        meaning=_("From −100 to +100: +100 would be a life-changing gain for everyone within reach. Carrying on is 0."),
        formula="S = 100/3 · T ÷ Σ n · r̄ · w",
        filled=_filled(figures.score, figures.points, most.value),
        parts=(points(case, option), most),
    )


def _filled(score: float, total: float, most: str) -> str:
    if most == "0":
        return _("Nobody is touched by any option, so the score is 0.")
    return f"{exact(score)} = 100/3 · {exact(total)} ÷ {most}"


def unweighted_score(case: Case, option: OptionId) -> Explanation:
    """The score with every person counted alike."""
    rows, gains = [], []
    for g in case.touched_groups(option):
        reach, effect = case.inputs.effects[option, g.id].reach, case.touched[option, g.id]
        gains.append(g.size * reach * effect)
        rows.append((case.named(g.id), f"{g.size:,}", exact(reach), exact(effect), exact(gains[-1])))
    figures, most = case.result.option(option), most_possible(case, alike=True)
    return Explanation(
        figure=f"{option}.unweighted_score",
        title=_("Unweighted score of {id}").format(id=option),
        value=exact(figures.unweighted_score),
        meaning=_("The same score with every person counted alike (η = 0)."),
        formula="100/3 · Σ n · r · a ÷ Σ n · r̄",
        filled=_filled(figures.unweighted_score, fsum(gains), most.value),
        table=Rows(
            (_("Group"), _("people n"), _("reach r"), _("effect a"), "n · r · a"),
            tuple(rows),
            (_("Sum"), "", "", "", exact(fsum(gains))),
        ),
        parts=(touched_effect(case, option), most),
    )


def fairness_premium(case: Case, option: OptionId) -> Explanation:
    """How much weighing need adds."""
    figures = case.result.option(option)
    return Explanation(
        figure=f"{option}.fairness_premium",
        title=_("Fairness premium of {id}").format(id=option),
        value=exact(figures.fairness_premium),
        meaning=_("How much the score gains by weighing need; above 0 the option is tilted to those in need."),
        formula=_("score − unweighted score"),
        filled=f"{exact(figures.fairness_premium)} = {exact(figures.score)} − ({exact(figures.unweighted_score)})",
        parts=(score(case, option), unweighted_score(case, option)),
    )


def rank(case: Case, option: OptionId) -> Explanation:
    """Where the option stands, and why."""
    rows = tuple((o.id, exact(o.points), str(o.rank or UNDEFINED)) for o in case.result.ranked)
    found = case.result.option(option).rank
    return Explanation(
        figure=f"{option}.rank",
        title=_("Rank of {id}").format(id=option),
        value=UNDEFINED if found is None else str(found),
        meaning=_("Feasible options by points, the most first; a tie to 6 decimals goes to the id that sorts first."),
        formula=_("order by T, highest first"),
        table=Rows((_("Option"), _("points T"), _("rank")), rows),
        parts=(points(case, option),),
    )
