"""From an assessment and its framework to the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby

from ..domain.assessment import Assessment
from ..domain.findings import Finding, Severity, gaps
from ..domain.framework import Framework
from ..domain.options import Option
from ..domain.quality.rated import rated
from ..domain.vocabulary import Floor, GroupId, Kind, OptionId
from ..i18n import _
from . import points as p
from .contradictions import contradictions
from .floor import colour, floor_reasons, most_in_need
from .focus import focus, need_share
from .frontier import frontier
from .inputs import ScoredOption, ScoringInputs, scoring_inputs
from .money import feasible
from .money.flows import option_money
from .money.leverage import leverage
from .result import OptionResult, Result
from .rounding import rounded
from .welfare import ede_change_percent, leximin


def score(assessment: Assessment, framework: Framework) -> Result:
    """Every deterministic figure but the switching values, fast; NotReadyError lists what is missing."""
    inputs = scoring_inputs(assessment, framework)
    means = _means(inputs)
    need = p.need_weights(inputs, framework.elasticity.value)
    total = p.points(inputs, means, need)
    able = _feasible(inputs)
    ranking = p.order(total, able)
    ties = _ties(ranking, total)
    leader = ranking[0] if ranking else None
    neediest = most_in_need(inputs)
    result = Result(
        leader=leader,
        tied_with_leader=next((tie[1:] for tie in ties if tie[0] == leader), ()),
        need_share=need_share(inputs, p.highest_reach(inputs), neediest),
        neediest=neediest,
        options=_with_money(assessment, framework, _options(inputs, means, total, ranking)),
        leader_by_kind=_leaders(inputs, need, able),
        leximin=leximin(inputs, means, able),
        frontier=frontier(inputs, total),
        findings=(*gaps(assessment), *_findings(leader, ties)),
        reads_equal_below=framework.reads_equal_below,
    )
    return replace(result, findings=(*result.findings, *contradictions(assessment, inputs, result)))


def leading(assessment: Assessment, framework: Framework) -> tuple[OptionId, float, Floor] | None:
    """Who leads, with its score and its floor, as ``score`` says them, for a tenth of the work; None where nobody does.

    NotReadyError lists what is missing.
    """
    inputs = scoring_inputs(assessment, framework)
    need = p.need_weights(inputs, framework.elasticity.value)
    total = p.points(inputs, _means(inputs), need)
    ranking = p.order(total, _feasible(inputs))
    if not ranking:
        return None
    leader = ranking[0]
    scores = p.scores(inputs, total, need, p.highest_reach(inputs))
    return leader, scores[leader], colour(floor_reasons(inputs, leader, p.criterion_weights(inputs, inputs.kind)))


def score_in_full(assessment: Assessment, framework: Framework) -> Result:
    """Every figure of the method: with robustness and switching values."""
    return in_full(assessment, framework, score(assessment, framework)) or score(assessment, framework)


def in_full(
    assessment: Assessment, framework: Framework, result: Result, still_wanted: Callable[[], bool] = lambda: True
) -> Result | None:
    """A result with robustness and switching values; None once it is not wanted any more (asked again and again)."""
    from .robustness.tally import robustness  # numpy: wanted only here, and slow to start with
    from .switching.leaders import switches

    inputs = scoring_inputs(assessment, framework)
    able = _feasible(inputs)
    found = robustness(inputs, able, result.leader, still_wanted)
    if found is None:
        return None
    return replace(result, robustness=found, switches=switches(inputs, _means(inputs), able))


def _means(inputs: ScoringInputs) -> p.Effects:
    return p.mean_effects(inputs, p.touched_effects(inputs, p.criterion_weights(inputs, inputs.kind)))


def _options(
    inputs: ScoringInputs, means: p.Effects, total: Mapping[OptionId, float], ranking: tuple[OptionId, ...]
) -> tuple[OptionResult, ...]:
    """The figures of every option, feasible or not."""
    need, reach = p.need_weights(inputs, inputs.framework.elasticity.value), p.highest_reach(inputs)
    weights = p.criterion_weights(inputs, inputs.kind)
    neediest = most_in_need(inputs)
    share = need_share(inputs, reach, neediest)
    weighted, plain = p.scores(inputs, total, need, reach), _unweighted(inputs, means)

    def figures(option: ScoredOption) -> OptionResult:
        falls = focus(inputs, option.id, means, neediest, share)
        reasons = floor_reasons(inputs, option.id, weights)
        return OptionResult(
            id=option.id,
            feasible=option.id in ranking,
            rank=ranking.index(option.id) + 1 if option.id in ranking else None,
            net_cost=option.net_cost,
            points=total[option.id],
            score=weighted[option.id],
            unweighted_score=plain[option.id],
            floor=colour(reasons),
            worst_case_floor=colour(floor_reasons(inputs, option.id, weights, worst_case=True)),
            benefit_share=falls.benefit_share,
            focus_ratio=falls.focus_ratio,
            burden_share=falls.burden_share,
            burden_ratio=falls.burden_ratio,
            ede_change_percent=ede_change_percent(inputs, option.id, means),
            floor_reasons=reasons,
            mean_effects={g.id: means.get((option.id, g.id), 0.0) for g in inputs.groups},
        )

    return tuple(figures(o) for o in inputs.options)


def _with_money(
    assessment: Assessment, framework: Framework, options: tuple[OptionResult, ...]
) -> tuple[OptionResult, ...]:
    """What is told beside the score of each."""
    said = {o.id: o for o in assessment.options}

    def beside(figures: OptionResult, option: Option) -> OptionResult:
        rating = rated(option.efficiency.satisfied, option.efficiency.rated_by)
        return replace(figures, money=option_money(option, framework), leverage=leverage(option), rated=rating)

    return tuple(beside(o, said[o.id]) for o in options)


def _feasible(inputs: ScoringInputs) -> tuple[OptionId, ...]:
    return tuple(o.id for o in inputs.options if feasible(o.net_cost, inputs.required_saving, inputs.budget_cap))


def _unweighted(inputs: ScoringInputs, means: p.Effects) -> Mapping[OptionId, float]:
    """The score with η = 0: every person counts the same."""
    alike = p.need_weights(inputs, 0.0)
    return p.scores(inputs, p.points(inputs, means, alike), alike, p.highest_reach(inputs))


def _leaders(
    inputs: ScoringInputs, need: Mapping[GroupId, float], able: tuple[OptionId, ...]
) -> Mapping[Kind, OptionId | None]:
    """Who would lead, were it a decision of each kind."""
    alone = p.points_by_criterion(inputs, need)
    weights = {kind: p.criterion_weights(inputs, kind) for kind in Kind}
    rankings = {kind: p.order({o: p.weighted(alone[o], weights[kind]) for o in able}, able) for kind in Kind}
    return {kind: ranking[0] if ranking else None for kind, ranking in rankings.items()}


def _ties(ranking: tuple[OptionId, ...], total: Mapping[OptionId, float]) -> tuple[tuple[OptionId, ...], ...]:
    """Neighbours in the ranking that have as many points, two or more together."""
    alike = (tuple(ids) for _points, ids in groupby(ranking, key=lambda o: rounded(total[o])))
    return tuple(ids for ids in alike if len(ids) > 1)


def _findings(leader: OptionId | None, ties: tuple[tuple[OptionId, ...], ...]) -> tuple[Finding, ...]:
    if leader is None:
        message = _("No option saves what is required within the cap; none can lead.")
        return (Finding(Severity.WARNING, "none_feasible", "required_saving", message),)
    message = _("As many points as {first}: {others}. The tie goes to the id that sorts first.")
    return tuple(
        Finding(Severity.WARNING, "tie", "options", message.format(first=tie[0], others=", ".join(tie[1:])))
        for tie in ties
    )
