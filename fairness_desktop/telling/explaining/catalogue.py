"""Which figures can be explained, by their names in ``score --json``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ...domain.errors import InvalidInputError
from ...domain.vocabulary import OptionId
from ...i18n import _
from . import floors, lead, money, prices, shares, sums, value, welfare
from .case import Case
from .tree import Explanation, every_part

OF_OPTION: Mapping[str, Callable[[Case, OptionId], Explanation]] = MappingProxyType(
    {
        "rank": sums.rank,
        "points": sums.points,
        "score": sums.score,
        "unweighted_score": sums.unweighted_score,
        "fairness_premium": sums.fairness_premium,
        "floor": floors.floor,
        "worst_case_floor": floors.worst_case_floor,
        "red_share": floors.red_share,
        "benefit_share": shares.benefit_share,
        "focus_ratio": shares.focus_ratio,
        "burden_share": shares.burden_share,
        "burden_ratio": shares.burden_ratio,
        "ede_change_percent": welfare.ede_change_percent,
        "rank_acceptability": lead.rank_acceptability,
        "first_share_standard_error": lead.first_share_standard_error,
        "beats": lead.beats,
        "net_cost": prices.net_cost,
        "feasible": prices.feasible,
        "touched_effect": sums.touched_effect,
    }
)
"""Figures of one option, asked for as ``C.score``."""

OF_MONEY: Mapping[str, Callable[[Case, OptionId], Explanation]] = MappingProxyType(
    {
        "money": money.money,
        "npv": money.npv,
        "money_with_bias": money.money_with_bias,
        "payback_year": money.payback_year,
        "deepest_gap": money.deepest_gap,
        "falls_to_others": money.falls_to_others,
        "loan_payment": money.loan_payment,
        "efficiency": value.value,
        "outputs_per_pound": value.outputs_per_pound,
        "unit_cost": value.unit_cost,
        "above_benchmark": value.above_benchmark,
        "points_per_thousand": value.points_per_thousand,
        "leverage": value.leverage,
        "rated": value.rated_share,
        "rated_per_thousand": value.rated_per_thousand,
        "handoffs_removed": value.handoffs_removed,
        "net_cost_by_agency": value.net_cost_by_agency,
        "next_best": value.next_best,
    }
)
"""Figures of the money of one option, beside the score; the record works them out in its section of money."""

OF_DECISION: Mapping[str, Callable[[Case], Explanation]] = MappingProxyType(
    {
        "leader": lead.leader,
        "verdict": lead.verdict,
        "need_share": shares.need_share,
        "leader_by_kind": lead.leader_by_kind,
        "elasticity_switches": lead.elasticity_switches,
        "weight_switches": lead.weight_switches,
        "leximin": welfare.leximin,
        "frontier": prices.frontier,
        "need_weight": sums.need_weight,
        "criterion_weight": sums.criterion_weight,
    }
)
"""Figures of the whole decision, asked for by name."""


def explain(case: Case, wanted: str) -> Explanation:
    """The explanation of ``OPTION.FIGURE`` or ``FIGURE``; InvalidInputError names what can be explained instead."""
    if wanted in OF_DECISION:
        return OF_DECISION[wanted](case)
    option, _dot, figure = wanted.rpartition(".")
    known = [str(o.id) for o in case.assessment.options]
    names = ", ".join(OF_DECISION)
    if option not in known:
        message = _("must begin with an option ({options}), as in {example}; or be one of {figures}")
        raise InvalidInputError(
            wanted,
            message.format(options=", ".join(known), example=f"{known[0]}.score", figures=names),
        )
    known_figures = {**OF_OPTION, **OF_MONEY}
    if figure not in known_figures:
        message = _("there is no figure “{figure}”; take one of {figures}")
        raise InvalidInputError(wanted, message.format(figure=figure, figures=", ".join(known_figures)))
    return known_figures[figure](case, OptionId(option))


def in_lines(explanation: Explanation) -> list[str]:
    """The explanation and all it is made from as lines of text, indented by depth."""
    lines: list[str] = []
    for depth, part in every_part(explanation):
        pad = "    " * depth
        lines.append(pad + (f"{part.title}: {part.value}" if part.value else part.title))
        lines += [f"{pad}  {text}" for text in (part.meaning, part.formula, part.filled) if text]
        if part.table is not None:
            rows = [part.table.header, *part.table.rows, *([part.table.total] if part.table.total else [])]
            lines += [f"{pad}  {line}" for line in _aligned(rows)]
        lines.append("")
    return lines[:-1]


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]).rstrip()
        for row in rows
    ]
