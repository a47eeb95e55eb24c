"""Money released from what is spent now: budgets cut and targeted, overhead, assets handed over, partners."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.money.mechanisms import AssetTransfer, CostCutting, Overhead, Partnership
from .working import Working, flow_lines, known, share


def cost_cutting(m: CostCutting) -> Working:
    """Part of the budget is released; of that a part goes back where need is greatest."""
    released = known(m.budget) * known(m.cut) / 100
    put_back = released * known(m.targeted) / 100
    return _released(m, released, put_back, {"released": released, "put_back": put_back})


def overhead(m: Overhead) -> Working:
    """What fewer targets and fewer managers release, less what standards and peers cost instead."""
    targets = known(m.targets_before) - known(m.targets_after)
    managers = known(m.managers_before) - known(m.managers_after)
    released = targets * known(m.cost_per_target) + managers * known(m.cost_per_manager)
    figures = {
        "targets_fewer": float(targets),
        "targets_fewer_share": share(targets, known(m.targets_before)),
        "managers_fewer": float(managers),
        "managers_fewer_share": share(managers, known(m.managers_before)),
        "released": released,
        "peer_quality": known(m.peer_quality),
    }
    return _released(m, released, known(m.peer_quality), figures)


def _released(m: CostCutting | Overhead, released: float, spent: float, figures: dict[str, float | None]) -> Working:
    """So much every year, of which some is spent again, after a cost in year 0."""
    one_off, kept, years = known(m.one_off), released - spent, range(1, known(m.years) + 1)
    later = [(year, (released, spent, 0.0, year * kept - one_off)) for year in years]
    return Working(
        lines=flow_lines([(0, m.agency, -one_off), *((year, m.agency, kept) for year in years)]),
        figures={**figures, "kept": kept, "kept_in_all": len(years) * kept - one_off},
        columns=("released", "put_back" if isinstance(m, CostCutting) else "peer_quality", "one_off", "so_far"),
        rows=((0, (0.0, 0.0, one_off, -one_off)), *later),
    )


def asset_transfer(m: AssetTransfer) -> Working:
    """What council and community each gain by it; the grant passes between them, the cost of running goes over."""
    rows = tuple(_handed_over(m))
    undervalue = known(m.value) - known(m.price)
    council, community, _so_far = rows[-1][1]
    sums = ((year, agency, x) for year, row in rows for agency, x in zip((m.agency, m.taker), row, strict=False))
    return Working(
        lines=flow_lines(sums),
        figures={
            "undervalue": undervalue,
            "undervalue_share": share(undervalue, known(m.value)),
            "council_later": council,
            "community_first": rows[1][1][1],
            "community_later": community,
        },
        columns=("council", "community", "so_far"),
        rows=rows,
    )


def _handed_over(m: AssetTransfer) -> Iterator[tuple[int, tuple[float, float, float]]]:
    """Year by year: what the council has of it, what the community, and the council so far."""
    so_far, running = known(m.price), known(m.running_cost)
    yield 0, (so_far, -so_far, so_far)
    for year in range(1, known(m.years) + 1):
        grant = known(m.support) if year <= known(m.support_years) else 0.0
        council = running - known(m.income_lost) - grant
        so_far += council
        yield year, (council, known(m.earns) + grant - running, so_far)


def partnership(m: Partnership) -> Working:
    """What the council pays and the partner brings; the partner's surplus in the open."""
    contract, raises, costs, set_up = known(m.contract), known(m.raises), known(m.costs), known(m.set_up)
    surplus, saves, years = contract + raises - costs, m.saves or 0.0, range(1, known(m.years) + 1)
    lines = [(0, m.agency, -set_up)]
    for year in years:
        lines += [(year, m.agency, -contract), (year, m.partner, surplus), (year, m.saves_for, saves)]
    later = [(year, (contract, raises, costs, surplus, saves)) for year in years]
    return Working(
        lines=flow_lines(lines),
        figures={
            "surplus": surplus,
            "surplus_share": share(surplus, contract + raises),
            "brought_per_pound": share(raises, contract),
        },
        columns=("council_pays", "raises", "partner_costs", "surplus", "saves"),
        rows=((0, (set_up, 0.0, 0.0, 0.0, 0.0)), *later),
    )
