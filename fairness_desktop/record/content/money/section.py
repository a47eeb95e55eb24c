"""Money over time, and how it is paid for."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.options import CashFlow, Option
from ....domain.vocabulary import OptionId
from ....i18n import _
from ....scoring.money import feasible, net_cost
from ....scoring.money.flows import FlowFigures, OptionMoney, option_money
from ....telling.charts.money.jcurve import jcurve
from ....telling.charts.money.payers import payers
from ....telling.charts.prices import frontier
from ....telling.figures import UNDEFINED, percent, pounds, whole_pounds
from ....telling.money.flows import agency_called, deepest_told, falls_to, over_the_years, payback_told, worth_today
from ...subject import RecordSubject
from ..charting import charted
from ..tree import Bullets, Heading, Node, Paragraph, Table
from ..wording import named, or_gap, yes_no
from .efficiency import efficiency_tests
from .mechanism import mechanism


def money(subject: RecordSubject) -> Iterator[Node]:
    """Net cost a year and what is feasible; then each option over the years with its mechanism; then efficiency."""
    now = subject.assessment
    yield Heading(_("Money over time, and how it is paid for"))
    yield Bullets(
        (
            _("Required saving a year: {sum}.").format(sum=_sum(now.required_saving)),
            _("Budget cap a year: {sum}.").format(sum=_sum(now.budget_cap)),
        )
    )
    yield _net_costs(subject)
    if subject.result is not None:
        yield from charted(frontier(now, subject.result))
    yield from _over_the_years(subject)
    yield from efficiency_tests(subject)


def _sum(amount: float | None) -> str:
    return _("none set") if amount is None else pounds(amount)


def _net_costs(subject: RecordSubject) -> Table:
    now, result = subject.assessment, subject.result
    rows = []
    for option in now.options:
        known = option.cost_answered or result is not None
        cost = pounds(round(net_cost(option, subject.framework), 2)) if known else _("not answered")
        fits = yes_no(feasible(net_cost(option, subject.framework), now.required_saving, now.budget_cap))
        rows.append((f"{option.id}  {option.in_short}", cost, fits if known else _("not worked out")))
    header = (_("Option"), _("Net cost a year"), _("Feasible"))
    return Table(_("Net cost"), header, tuple(rows), (0.6, 0.25, 0.15), frozenset({1}))


def _over_the_years(subject: RecordSubject) -> Iterator[Node]:
    told = {o.id: option_money(o, subject.framework) for o in subject.assessment.options}
    flows = {option: found for option, found in told.items() if found is not None}
    if flows:
        yield _summary(flows)
        yield Paragraph(
            _(
                "The net cost of a cash flow is its annual equivalent: the sum that, paid every year of the flow, is "
                "worth the same today, with later years discounted as the framework says. The deepest gap and the year "
                "of payback are cash, not discounted. Nothing else of this enters the score."
            ),
            small=True,
        )
        yield Paragraph(_discounting(subject), small=True)
    for option in subject.assessment.options:
        if option.cash_flow or option.mechanism is not None:
            yield Heading(_("Money of {option}").format(option=named(subject.assessment, option.id)), 2)
            yield from _flow(option, flows.get(option.id))
            yield from mechanism(option)


def _summary(flows: dict[OptionId, OptionMoney]) -> Table:
    header = (_("Option"), _("Worth today (NPV)"), _("Paid back"), _("Deepest gap"), _("Saving that falls to others"))
    rows = []
    for option, found in flows.items():
        rows.append((str(option), *_figures(found.plain)))
        if found.biased is not None:
            rows.append((_("{id}, with the optimism bias").format(id=option), *_figures(found.biased)))
    return Table(_("Over the years"), header, tuple(rows), (0.24, 0.19, 0.19, 0.2, 0.18), frozenset({1, 2, 3, 4}))


def _figures(figures: FlowFigures) -> tuple[str, str, str, str]:
    return (
        whole_pounds(figures.npv),
        payback_told(figures),
        deepest_told(figures),
        UNDEFINED if figures.falls_to_others is None else percent(figures.falls_to_others),
    )


def _discounting(subject: RecordSubject) -> str:
    """The schedule of the framework, as it says where it comes from."""
    bands = subject.framework.discount
    begin, told = 1, []
    for band in bands:
        rate = f"{band.rate * 100:g} %"
        if band.to_year is None:
            told.append(_("{rate} after").format(rate=rate))
        else:
            told.append(_("{rate} in years {first} to {last}").format(rate=rate, first=begin, last=band.to_year))
            begin = band.to_year + 1
    return _("Discount rates a year, by the framework, year 0 undiscounted: {rates}.").format(rates="; ".join(told))


def _flow(option: Option, found: OptionMoney | None) -> Iterator[Node]:
    if found is None or option.cash_flow is None:
        return
    yield Bullets((over_the_years(found.plain), worth_today(found.plain), *_others(found.plain), _bias(option, found)))
    yield from charted(jcurve(option.id, found))
    yield from charted(payers(option.id, found.plain))
    rows = tuple((str(c.year), _agency(c), pounds(c.amount)) for c in option.cash_flow)
    caption = _("Cash flow of {id}: an outlay is negative").format(id=option.id)
    yield Table(caption, (_("Year"), _("Agency"), _("Amount")), rows, (0.2, 0.5, 0.3), frozenset({2}))


def _agency(line: CashFlow) -> str:
    called = agency_called(line.agency)
    return _("{agency} (by the mechanism)").format(agency=called) if line.by_mechanism else called


def _others(figures: FlowFigures) -> tuple[str, ...]:
    said = falls_to(figures)
    return (said,) if said else ()


def _bias(option: Option, found: OptionMoney) -> str:
    if option.optimism_bias is None:
        return _("Optimism bias, by which outlays may turn out higher: not answered.")
    said = _("Optimism bias, by which outlays may turn out higher: {bias:g} %. Where that comes from: {source}")
    told = said.format(bias=option.optimism_bias, source=or_gap(option.optimism_bias_source).rstrip("."))
    if found.biased is None:
        return f"{told}."
    return f"{told}. {over_the_years(found.biased)}"
