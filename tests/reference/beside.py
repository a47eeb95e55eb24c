"""What is told beside the score: a cash flow over the years, what others bring for each pound, and how it is rated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, isfinite, sqrt
from typing import Any

from .money import Schedule, discount_factors, net_present_value

Flow = Sequence[Mapping[str, Any]]
Document = dict[str, Any]

NORMAL = 1.959964
"""Of a normal distribution, 95 % lies within so many standard deviations."""


def beside_the_score(option: Mapping[str, Any], schedule: Schedule) -> Document:
    """The cash flow as it stands and with its optimism bias, leverage, ratings; what is not defined is left out."""
    flow, bias = option.get("cash_flow"), option.get("optimism_bias")
    told: Document = {}
    if flow:
        told["money"] = over_the_years(flow, schedule)
    if flow and bias is not None:
        told["money_with_bias"] = over_the_years(raised(flow, bias, option.get("mechanism")), schedule)
    ratio = leverage(option)
    if ratio is not None:
        told["leverage"] = ratio
    return {**told, **ratings(option.get("efficiency") or {})}


def raised(flow: Flow, bias: float, mechanism: Mapping[str, Any] | None) -> Flow:
    """Every outlay (1 + p/100) times itself, but for the terms of a loan."""
    loan = mechanism is not None and mechanism["kind"] == "borrowing"

    def amount(line: Mapping[str, Any]) -> float:
        fixed = line["amount"] >= 0 or (loan and line.get("by_mechanism", False))
        return float(line["amount"] if fixed else line["amount"] * (1 + bias / 100))

    return [{**line, "amount": amount(line)} for line in flow]


def over_the_years(flow: Flow, schedule: Schedule) -> Document:
    """The sums so far as cash, the present value, and what each agency pays and saves."""
    last = max(line["year"] for line in flow)
    yearly = [fsum(line["amount"] for line in flow if line["year"] == year) for year in range(last + 1)]
    so_far = [round(fsum(yearly[: year + 1]), 6) for year in range(last + 1)]
    below = [year for year in range(last + 1) if so_far[year] < 0]
    deepest = min(0.0, *so_far)
    told: Document = {
        "npv": net_present_value(schedule, flow),
        "payback_year": below[-1] + 1 if below and below[-1] < last else None,
        "deepest_gap": deepest,
        "deepest_year": so_far.index(deepest) if deepest < 0 else 0,
    }
    agencies = of_agencies(flow, discount_factors(schedule, last))
    paid, saved = (fsum(agency[name] for agency in agencies) for name in ("pays", "saves"))
    if paid and saved:
        proportionate = fsum(min(a["saves"] / saved, a["pays"] / paid) for a in agencies)
        told["falls_to_others"] = 1 - proportionate
    return {**told, "agencies": agencies}


def of_agencies(flow: Flow, factors: Sequence[float]) -> list[Document]:
    """Present values by agency, in the order in which they stand in the flow; the sums of a year taken together."""
    names = dict.fromkeys(line.get("agency", "").strip() for line in flow)
    told = []
    for name in names:
        own = [line for line in flow if line.get("agency", "").strip() == name]
        years = dict.fromkeys(line["year"] for line in own)
        worth = [factors[y] * fsum(line["amount"] for line in own if line["year"] == y) for y in years]
        told.append(
            {"agency": name, "pays": -fsum(w for w in worth if w < 0), "saves": fsum(w for w in worth if w > 0)}
        )
    return told


def leverage(option: Mapping[str, Any]) -> float | None:
    """What the accepted offers are worth ÷ what the council puts in."""
    accepted = [offer for offer in option.get("offers") or () if offer.get("accepted")]
    council, hour = option.get("council_resource"), option.get("hour_value") or 0
    if not accepted or not council:
        return None
    names = ("brings_money", "brings_assets")
    worth = [fsum([*(o.get(n) or 0 for n in names), (o.get("brings_hours") or 0) * hour]) for o in accepted]
    ratio = fsum(worth) / float(council)
    return ratio if isfinite(ratio) else None


def ratings(efficiency: Mapping[str, Any]) -> Document:
    """The share of those who answered that is satisfied, and Wilson's lower bound of it."""
    satisfied, answers = efficiency.get("satisfied"), efficiency.get("rated_by")
    if satisfied is None or not answers or satisfied > answers:
        return {}
    square = NORMAL**2
    root = NORMAL * sqrt(square + 4 * satisfied * (answers - satisfied) / answers)
    at_least = max(0.0, (2 * satisfied + square - root) / (2 * (answers + square)))
    told = {"satisfied": satisfied, "rated_by": answers, "share": satisfied / answers, "at_least": at_least}
    return {"rated": told}
