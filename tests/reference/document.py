"""The result document: what ``score --json`` prints, without its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .beside import beside_the_score
from .floor import floor, most_in_need, reasons, worst_case
from .focus import focus, need_share
from .framework import Framework, Weights, as_asked, read_framework
from .frontier import Offer, frontier
from .inputs import Inputs, Option, read_inputs, seed
from .points import fairness_score, feasible, leader, normalised, order, points, rounded
from .robustness import Counts, robustness, standard_error, verdict
from .switching import Switch, elasticity_switches, weight_switches
from .welfare import ede_change_percent, leximin

Document = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A decision under its framework, with what all figures share."""

    inputs: Inputs
    framework: Framework
    v: Weights
    in_need: frozenset[str]
    ranked: tuple[str, ...]
    draws: int
    counts: Mapping[str, Counts]
    beside: Mapping[str, Document]

    @property
    def leader(self) -> str | None:
        """The first of the feasible options."""
        return self.ranked[0] if self.ranked else None

    def first_share(self, option: str) -> float:
        """In what share of the draws an option comes first."""
        return self.counts[option].rank[0] / self.draws


def score(
    assessment: Mapping[str, Any], framework: Mapping[str, Any], framework_sha256: str, draws: int | None = None
) -> Document:
    """All figures of an assessment under a framework, rounded once, here, to 6 decimals."""
    case = prepared(assessment, framework, framework_sha256, draws)
    inputs, model = case.inputs, case.framework
    found = {
        "leader": case.leader,
        "verdict": None if case.leader is None else verdict(model, case.first_share(case.leader)),
        "need_share": need_share(inputs, case.in_need),
        "seed": seed(inputs),
        "draws": case.draws,
        "options": [option_figures(case, option) for option in inputs.options],
        "leader_by_kind": {k: leader(inputs, normalised(swing), model.eta) for k, swing in model.swing.items()},
        "elasticity_switches": [shown(switch) for switch in elasticity_switches(inputs, model)],
        "weight_switches": [{"criterion": c, **shown(switch)} for c, switch in weight_switches(inputs, model)],
        "leximin": leximin(inputs, case.v, model.kappa),
        "frontier": [{"option": o, "price_per_point": p} for o, p in frontier(offers(case))],
    }
    return {name: printed(value) for name, value in found.items()}


def prepared(
    assessment: Mapping[str, Any], framework: Mapping[str, Any], framework_sha256: str, draws: int | None
) -> Case:
    """The decision read, its feasible options put in order, and its draws made."""
    model = as_asked(assessment, read_framework(framework))
    inputs = read_inputs(assessment, model, framework_sha256)
    v = normalised(model.swing[inputs.kind])
    in_need = most_in_need(inputs, model.threshold)
    T = {option.id: points(inputs, option, v, model.eta) for option in inputs.options}  # noqa: N806 - its name
    N = model.robustness.draws if draws is None else draws  # noqa: N806 - its name
    counts = robustness(inputs, model, in_need, N)
    beside = {str(option["id"]): beside_the_score(option, model.schedule) for option in assessment["options"]}
    return Case(inputs, model, v, in_need, tuple(order(T, feasible(inputs))), N, counts, beside)


def option_figures(case: Case, option: Option) -> Document:
    """The figures of one option."""
    return {
        "id": option.id,
        "feasible": option in feasible(case.inputs),
        "rank": case.ranked.index(option.id) + 1 if option.id in case.ranked else None,
        **score_figures(case, option),
        **floor_figures(case, option),
        **vars(focus(case.inputs, option, case.v, case.in_need)),
        "ede_change_percent": ede_change_percent(case.inputs, option, case.v, case.framework.kappa, case.framework.eta),
        **draw_figures(case, option),
        **case.beside[option.id],
    }


def score_figures(case: Case, option: Option) -> Document:
    """Points, score, and how far the score is tilted to need."""
    eta = case.framework.eta
    weighted = fairness_score(case.inputs, option, case.v, eta)
    unweighted = fairness_score(case.inputs, option, case.v, 0.0)
    return {
        "points": points(case.inputs, option, case.v, eta),
        "score": weighted,
        "unweighted_score": unweighted,
        "fairness_premium": weighted - unweighted,
    }


def floor_figures(case: Case, option: Option) -> Document:
    """The floor, why it is not green, and what it would be at worst."""
    limits = case.framework.floor
    found = reasons(case.inputs, option, case.v, limits, case.in_need)
    lowered = worst_case(case.inputs, case.framework.half_widths)
    return {
        "floor": floor(found),
        "worst_case_floor": floor(reasons(lowered, option, case.v, limits, case.in_need)),
        "floor_reasons": [vars(reason) for reason in found],
    }


def draw_figures(case: Case, option: Option) -> Document:
    """What the draws say: shares of N."""
    counts, N = case.counts[option.id], case.draws  # noqa: N806 - its name
    return {
        "rank_acceptability": [many / N for many in counts.rank],
        "first_share_standard_error": standard_error(case.first_share(option.id), N),
        "red_share": counts.red / N,
        "beats": {other: many / N for other, many in counts.above.items()},
    }


def offers(case: Case) -> list[Offer]:
    """All options, infeasible ones included, as cost and points."""
    return [
        Offer(option.id, option.net_cost, points(case.inputs, option, case.v, case.framework.eta))
        for option in case.inputs.options
    ]


def shown(switch: Switch) -> Document:
    """A switching value in the words of the exchange form."""
    return {"at": switch.at, "from": switch.below, "to": switch.above}


def printed(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The same with every figure rounded."""
    if isinstance(value, float):
        return rounded(value)
    if isinstance(value, list):
        return [printed(item) for item in value]
    return {name: printed(item) for name, item in value.items()} if isinstance(value, dict) else value
