"""Money that somebody puts up first: a loan, investors who are paid by outcome, an endowment."""

from __future__ import annotations

from ...domain.money.mechanisms import Borrowing, Endowment, SocialImpactBond
from ..rounding import fsum, rounded
from .loans import annuity, instalments
from .working import Working, flow_lines, known, share


def borrowing(m: Borrowing) -> Working:
    """Every payment of the loan, beside what pays it back; what is bought with it stands in the cash flow itself."""
    paid = instalments(known(m.principal), known(m.rate), known(m.years), known(m.method))
    starts = m.revenue_starts or 1
    revenue = {p.year: (m.revenue or 0.0) if p.year >= starts else 0.0 for p in paid}
    ratios = (share(revenue[p.year], p.payment) for p in paid if p.year >= starts)
    covers = [ratio for ratio in ratios if ratio is not None]
    lines = [(0, m.agency, known(m.principal))]
    for p in paid:
        lines += [(p.year, m.agency, -p.payment), (p.year, m.revenue_from, revenue[p.year])]
    return Working(
        lines=flow_lines(lines),
        figures={
            "first_payment": paid[0].payment,
            "last_payment": paid[-1].payment,
            "paid_in_all": fsum(p.payment for p in paid),
            "interest_in_all": fsum(p.interest for p in paid),
            "least_cover": None if m.revenue is None else min(covers, default=None),
        },
        columns=("payment", "interest", "principal", "owed", "revenue"),
        rows=tuple((p.year, (p.payment, p.interest, p.principal, p.owed, revenue[p.year])) for p in paid),
    )


def social_impact_bond(m: SocialImpactBond) -> Working:
    """Outcome payments with return and bonus if the target is reached; nothing if it is not."""
    first, last = known(m.first_payment), known(m.first_payment) + known(m.payments) - 1
    level = outcome_payment(m)
    saves, saved_to = m.saves or 0.0, first + (m.saves_years or known(m.payments)) - 1
    rows, lines = [], [(0, m.investors, -known(m.investment))]
    for year in range(1, max(last, saved_to) + 1):
        bonus = known(m.bonus) if year == last else 0.0
        due = (level if first <= year <= last else 0.0) + bonus
        saved = saves if first <= year <= saved_to else 0.0
        rows.append((year, (due, bonus, 0.0, saved)))
        lines += [(year, m.agency, -due), (year, m.investors, due), (year, m.saves_for, saved)]
    return Working(
        lines=flow_lines(lines),
        figures=_if_reached(m, level, None if m.saves is None else fsum(row[3] for _year, row in rows)),
        columns=("paid_if_reached", "of_it_bonus", "paid_if_not_reached", "saved_if_reached"),
        rows=tuple(rows),
    )


def outcome_payment(m: SocialImpactBond) -> float:
    """Each payment without the bonus: together they are worth the investment at the return agreed."""
    grown = known(m.investment)
    for _year in range(known(m.first_payment) - 1):
        grown *= 1 + known(m.rate) / 100
    return annuity(grown, known(m.rate), known(m.payments))


def _if_reached(m: SocialImpactBond, level: float, saved: float | None) -> dict[str, float | None]:
    total = level * known(m.payments) + known(m.bonus)
    return {
        "outcome_payment": level,
        "paid_if_reached": total,
        "return_if_reached": total - known(m.bonus) - known(m.investment),
        "bonus_if_reached": known(m.bonus),
        "paid_if_not_reached": 0.0,
        "expected_payment": None if m.chance is None else total * m.chance / 100,
        "saved_if_reached": saved,
        "net_if_reached": None if saved is None else saved - total,
    }


def endowment(m: Endowment) -> Working:
    """What is drawn each year while there is something left; the year in which it is used up."""
    left, wanted, rate = known(m.capital), known(m.draw), known(m.rate)
    used_up, rows = None, []
    for year in range(1, known(m.years) + 1):
        earned = left * rate / 100
        drawn = min(wanted, left + earned)
        left = rounded(left + earned - drawn)
        rows.append((year, (earned, drawn, left)))
        if used_up is None and wanted and not left:
            used_up = float(year)
        wanted *= 1 + known(m.growth) / 100
    drawn_in_all = fsum(row[1] for _year, row in rows)
    return Working(
        lines=flow_lines([(0, m.giver, -known(m.capital)), *((year, m.agency, row[1]) for year, row in rows)]),
        figures={
            "used_up_in": used_up,
            "left_at_end": left,
            "drawn_in_all": drawn_in_all,
            "drawn_per_pound": share(drawn_in_all, known(m.capital)),
            "for_ever": known(m.capital) * max(rate - known(m.growth), 0.0) / 100,
        },
        columns=("earned", "drawn", "left"),
        rows=tuple(rows),
    )
