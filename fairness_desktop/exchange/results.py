"""A result as the command line, the record and open data tell it: figures to 6 decimals, nothing invented."""

from __future__ import annotations

from typing import Any

from ..domain.assessment import Assessment
from ..domain.quality.rated import Rated, rated
from ..domain.vocabulary import OptionId
from ..scoring.money.flows import FlowFigures
from ..scoring.result import OptionResult, Result
from ..scoring.robustness.shares import Robustness
from ..scoring.rounding import rounded

_FIGURES = (
    "points",
    "score",
    "unweighted_score",
    "fairness_premium",
    "floor",
    "worst_case_floor",
    "benefit_share",
    "focus_ratio",
    "burden_share",
    "burden_ratio",
    "ede_change_percent",
)


def rated_document(found: Rated) -> dict[str, Any]:
    """How many are satisfied of those who answered, the share, and what so few allow one to say."""
    return {
        "satisfied": found.satisfied,
        "rated_by": found.answers,
        "share": rounded(found.share),
        "at_least": rounded(found.at_least),
    }


def rated_checks(assessment: Assessment) -> list[dict[str, Any]]:
    """The checks of the quality plan that rest on ratings."""
    found = ((check, rated(check.satisfied, check.rated_by)) for check in assessment.quality.checks)
    return [
        {"check": check.id, "element": check.element, **rated_document(rating)} for check, rating in found if rating
    ]


def told(result: Result) -> dict[str, Any]:
    """The document of ``score --json``."""
    return {
        "leader": result.leader,
        **_drawn(result),
        "need_share": rounded(result.need_share),
        "options": [_option(o, result.robustness) for o in result.options],
        "leader_by_kind": dict(result.leader_by_kind),
        **_switches(result),
        "leximin": list(result.leximin),
        "frontier": [
            {"option": step.option, "price_per_point": rounded(step.price_per_point)} for step in result.frontier
        ],
        "findings": [
            {"severity": f.severity, "code": f.code, "where": f.where, "message": f.message} for f in result.findings
        ],
    }


def _drawn(result: Result) -> dict[str, Any]:
    found = result.robustness
    return {} if found is None else {"verdict": found.verdict, "seed": found.seed, "draws": found.draws}


def _switches(result: Result) -> dict[str, Any]:
    found = result.switches
    if found is None:
        return {}
    return {
        "elasticity_switches": [{"at": rounded(s.at), "from": s.before, "to": s.after} for s in found.elasticity],
        "weight_switches": [
            {"criterion": s.criterion, "at": rounded(s.at), "from": s.before, "to": s.after} for s in found.weights
        ],
    }


def _option(option: OptionResult, drawn: Robustness | None) -> dict[str, Any]:
    figures = {name: getattr(option, name) for name in _FIGURES}
    return {
        "id": option.id,
        "feasible": option.feasible,
        "rank": option.rank,
        **{name: rounded(value) if isinstance(value, float) else value for name, value in figures.items()},
        **({} if drawn is None else _shares(option.id, drawn)),
        **_money(option),
        "floor_reasons": [
            {"group": r.group, "criterion": r.criterion, "effect": rounded(r.effect), "floor": r.floor}
            for r in option.floor_reasons
        ],
    }


def _money(option: OptionResult) -> dict[str, Any]:
    """What is told beside the score: the cash flow over the years, what others bring, and how it is rated."""
    found, brought = option.money, None if option.leverage is None else option.leverage.ratio
    told_: dict[str, Any] = {} if found is None else {"money": _flow(found.plain)}
    if found is not None and found.biased is not None:
        told_["money_with_bias"] = _flow(found.biased)
    if brought is not None:
        told_["leverage"] = rounded(brought)
    return told_ if option.rated is None else {**told_, "rated": rated_document(option.rated)}


def _flow(figures: FlowFigures) -> dict[str, Any]:
    falls = figures.falls_to_others
    return {
        "npv": rounded(figures.npv),
        "payback_year": figures.payback_year,
        "deepest_gap": rounded(figures.deepest_gap),
        "deepest_year": figures.deepest_year,
        **({} if falls is None else {"falls_to_others": falls}),
        "agencies": [
            {"agency": a.agency, "pays": rounded(a.pays), "saves": rounded(a.saves)} for a in figures.agencies
        ],
    }


def _shares(option: OptionId, drawn: Robustness) -> dict[str, Any]:
    return {
        "rank_acceptability": [rounded(share) for share in drawn.rank_acceptability[option]],
        "first_share_standard_error": rounded(drawn.standard_error(option)),
        "red_share": rounded(drawn.red_share[option]),
        "beats": {other: rounded(share) for other, share in drawn.beats[option].items()},
    }
