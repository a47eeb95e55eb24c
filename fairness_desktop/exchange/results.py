"""A result as the command line, the record and open data tell it: figures to 6 decimals, nothing invented."""

from __future__ import annotations

from typing import Any

from ..scoring.result import OptionResult, Result
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


def told(result: Result) -> dict[str, Any]:
    """The document of ``score --json``."""
    return {
        "leader": result.leader,
        "need_share": rounded(result.need_share),
        "seed": result.seed,
        "options": [_option(o) for o in result.options],
        "leader_by_kind": dict(result.leader_by_kind),
        "leximin": list(result.leximin),
        "frontier": [
            {"option": step.option, "price_per_point": rounded(step.price_per_point)} for step in result.frontier
        ],
        "findings": [
            {"severity": f.severity, "code": f.code, "where": f.where, "message": f.message} for f in result.findings
        ],
    }


def _option(option: OptionResult) -> dict[str, Any]:
    figures = {name: getattr(option, name) for name in _FIGURES}
    return {
        "id": option.id,
        "feasible": option.feasible,
        "rank": option.rank,
        **{name: rounded(value) if isinstance(value, float) else value for name, value in figures.items()},
        "floor_reasons": [
            {"group": r.group, "criterion": r.criterion, "effect": rounded(r.effect), "floor": r.floor}
            for r in option.floor_reasons
        ],
    }
