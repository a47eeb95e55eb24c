"""Good use of money opened: the crude test, the one proper to the kind, what others bring, and how it is rated."""

from __future__ import annotations

from dataclasses import replace

from ...domain.options import Option
from ...domain.quality.rated import Z, rated
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.money.efficiency import THOUSAND, OptionEfficiency, efficiency
from ...scoring.money.leverage import worth
from ...scoring.rounding import fsum
from ..figures import UNDEFINED
from .case import Case
from .prices import net_cost
from .sums import points
from .tree import Explanation, Rows, exact


def _of(case: Case, option: OptionId) -> tuple[OptionEfficiency, Option]:
    rows = efficiency(case.assessment, case.framework, case.inputs, case.result)
    return next(row for row in rows if row.option == option), case.assessment.option(option)


def _told(figure: str, title: str, meaning: str, formula: str, value: float | None, filled: str) -> Explanation:
    """A figure with its sum, or why there is none."""
    if value is None:
        none = _("Something it is made from is not answered, or there is nothing to divide by.")
        return Explanation(figure, title, UNDEFINED, meaning, formula, none)
    return Explanation(figure, title, exact(value), meaning, formula, f"{exact(value)} = {filled}")


def outputs_per_pound(case: Case, option: OptionId) -> Explanation:
    """The crude test."""
    row, said = _of(case, option)
    return _told(
        f"{option}.outputs_per_pound",
        _("Outputs of {id} for each pound").format(id=option),
        _("The crude test: how many there are for the money, whoever they are for."),
        _("outputs ÷ cost in all"),
        row.outputs_per_pound,
        f"{exact(said.efficiency.outputs)} ÷ {exact(said.efficiency.yearly_cost)}",
    )


def unit_cost(case: Case, option: OptionId) -> Explanation:
    """What one output costs this service."""
    row, said = _of(case, option)
    return _told(
        f"{option}.unit_cost",
        _("Cost of one output of {id}, pounds").format(id=option),
        _("What one of them costs this service; the shares of other services are taken off."),
        _("cost in all · own share ÷ outputs"),
        row.unit_cost,
        f"{exact(said.efficiency.yearly_cost)} · {exact(said.efficiency.own_share)} ÷ {exact(said.efficiency.outputs)}",
    )


def above_benchmark(case: Case, option: OptionId) -> Explanation:
    """How far the cost of one lies above the benchmark."""
    row, said = _of(case, option)
    found = _told(
        f"{option}.above_benchmark",
        _("Cost of one output of {id} above the benchmark, pounds").format(id=option),
        _("Below 0 it is cheaper than the benchmark."),
        _("cost of one − benchmark"),
        row.above_benchmark,
        f"{exact(row.unit_cost)} − {exact(said.efficiency.benchmark)}",
    )
    return _with_parts(found, unit_cost(case, option))


def points_per_thousand(case: Case, option: OptionId) -> Explanation:
    """The good that a thousand pounds does."""
    row, _said = _of(case, option)
    figures = case.result.option(option)
    cost = figures.net_cost if row.cost is None else row.cost
    found = _told(
        f"{option}.points_per_thousand",
        _("Points of {id} for each £1,000").format(id=option),
        _("Over the cost to this service, or over the net cost where no cost in all is told."),
        _("points T · 1,000 ÷ cost"),
        row.points_per_thousand,
        f"{exact(figures.points)} · {THOUSAND} ÷ {exact(cost)}",
    )
    return _with_parts(found, points(case, option), net_cost(case, option))


def leverage(case: Case, option: OptionId) -> Explanation:
    """What others bring for each pound of the council's."""
    row, said = _of(case, option)
    title = _("What others bring to {id} for each £1 of the council's").format(id=option)
    meaning = _("Of the offers that are taken up: money, assets, and hours at their worth.")
    figure, formula = f"{option}.leverage", _("outside ÷ what the council puts in")
    brought = row.leverage
    if brought is None or brought.ratio is None:
        return _told(figure, title, meaning, formula, None, "")
    taken = [o for o in said.offers if o.accepted]
    hour = exact(said.hour_value or 0.0)
    rows = tuple(
        (
            o.giver or UNDEFINED,
            exact(o.brings_money or 0.0),
            exact(o.brings_assets or 0.0),
            f"{exact(o.brings_hours or 0.0)} · {hour}",
            exact(worth(o, said.hour_value)),
        )
        for o in taken
    )
    header = (_("From"), _("money"), _("assets"), _("hours"), _("worth"))
    table = Rows(header, rows, (_("Sum"), "", "", "", exact(brought.outside)))
    filled = f"{exact(brought.ratio)} = {exact(brought.outside)} ÷ {exact(brought.council)}"
    return Explanation(figure, title, exact(brought.ratio), meaning, formula, filled, table)


def rated_share(case: Case, option: OptionId) -> Explanation:
    """Wilson's lower bound of the share of those satisfied."""
    said = case.assessment.option(option).efficiency
    found = rated(said.satisfied, said.rated_by)
    title = _("Share satisfied with {id}, at least").format(id=option)
    meaning = _("The lower end of Wilson's 95 % interval: what so many answers allow one to say.")
    formula = "(p + z² ÷ 2n − z · √(p · (1 − p) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n)"
    figure = f"{option}.rated"
    if found is None:
        return _told(figure, title, meaning, formula, None, "")
    p, n, zz = f"({found.satisfied} ÷ {found.answers})", found.answers, exact(Z * Z)
    root = f"√({p} · (1 − {p}) ÷ {n} + {zz} ÷ (4 · {n} · {n}))"
    filled = f"({p} + {zz} ÷ (2 · {n}) − {exact(Z)} · {root}) ÷ (1 + {zz} ÷ {n})"
    return _told(figure, title, meaning, formula, found.at_least, filled)


def rated_per_thousand(case: Case, option: OptionId) -> Explanation:
    """How many outputs are rated good, at least, for each thousand pounds."""
    row, said = _of(case, option)
    least = None if row.rated is None else row.rated.at_least
    found = _told(
        f"{option}.rated_per_thousand",
        _("Outputs of {id} rated good for each £1,000, at least").format(id=option),
        _("The outputs that those who rated them would call good, for what they cost this service."),
        _("outputs · share at least · 1,000 ÷ cost"),
        row.rated_per_thousand,
        f"{exact(said.efficiency.outputs)} · {exact(least)} · {THOUSAND} ÷ {exact(row.cost)}",
    )
    return _with_parts(found, rated_share(case, option))


def handoffs_removed(case: Case, option: OptionId) -> Explanation:
    """How many hand-offs go for one person."""
    row, said = _of(case, option)
    before, after = said.efficiency.handoffs_before, said.efficiency.handoffs_after
    return _told(
        f"{option}.handoffs_removed",
        _("Hand-offs removed by {id}").format(id=option),
        _("How often one person is handed on, now and then."),
        _("now − then"),
        None if row.handoffs_removed is None else float(row.handoffs_removed),
        f"{before} − {after}",
    )


def net_cost_by_agency(case: Case, option: OptionId) -> Explanation:
    """The net cost a year, agency by agency."""
    row, _said = _of(case, option)
    found = net_cost(case, option)
    if not row.by_agency:
        return found
    rows = tuple((agency or _("The council"), exact(cost)) for agency, cost in row.by_agency)
    total = (_("Sum"), exact(fsum(cost for _agency, cost in row.by_agency)))
    return Explanation(
        f"{option}.net_cost_by_agency",
        _("Net cost of {id} by agency, pounds a year").format(id=option),
        found.value,
        _("What each agency bears of the annual equivalent; a saving is negative."),
        _("(pays − saves) ÷ Σ discount factors over the years of the flow"),
        table=Rows((_("Agency"), _("net cost")), rows, total),
        parts=(found,),
    )


def next_best(case: Case, option: OptionId) -> Explanation:
    """What a point more costs than the next best use of the money."""
    row, _said = _of(case, option)
    best = row.next_best
    title = _("Each point more of {id} than the next best use of the money, pounds").format(id=option)
    meaning = _("The next best use is the option that costs no more and does most good of those.")
    figure, formula = f"{option}.next_best", _("difference in net cost ÷ difference in points")
    if best is None or best.price is None:
        return _told(figure, title, meaning, formula, None, "")
    filled = f"{exact(best.more_cost)} ÷ {exact(best.more_points)}"
    return _with_parts(_told(figure, title, meaning, formula, best.price, filled), points(case, best.option))


def _with_parts(found: Explanation, *parts: Explanation) -> Explanation:
    return replace(found, parts=parts)


def value(case: Case, option: OptionId) -> Explanation:
    """Every test of efficiency of one option."""
    tests = (outputs_per_pound, unit_cost, above_benchmark, points_per_thousand, leverage, rated_per_thousand)
    more = (handoffs_removed, net_cost_by_agency, next_best)
    found = [test(case, option) for test in (*tests, *more)]
    return Explanation(
        f"{option}.efficiency",
        _("Good use of money by {id}").format(id=option),
        "",
        _("The crude test, and those proper to each kind of decision, as far as they are answered."),
        "",
        parts=tuple(part for part in found if part.value != UNDEFINED),
    )
