"""Money over the years opened: present value, payback, the deepest gap, who pays and who saves, a loan's payments."""

from __future__ import annotations

from ...domain.money.mechanisms import Borrowing, LoanMethod
from ...domain.options import CashFlow
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.money import discount_factors
from ...scoring.money.flows import FlowFigures, biased_flow
from ...scoring.money.loans import instalments
from ...scoring.money.mechanisms import work_out
from ...scoring.rounding import fsum
from ..figures import UNDEFINED
from ..money.flows import agency_called, payback_told
from .case import Case
from .prices import flow_table, net_cost
from .tree import Explanation, Rows, exact


def money(case: Case, option: OptionId) -> Explanation:
    """Everything that a cash flow comes to."""
    found = case.result.option(option).money
    title = _("Money of {id} over the years").format(id=option)
    meaning = _("What is paid and saved year by year, as entered; none of it but the net cost a year enters the score.")
    if found is None:
        return _no_flow(f"{option}.money", title, meaning)
    parts = (npv, payback_year, deepest_gap, falls_to_others)
    return Explanation(
        f"{option}.money", title, "", meaning, "", parts=(*(p(case, option) for p in parts), net_cost(case, option))
    )


def money_with_bias(case: Case, option: OptionId) -> Explanation:
    """The present value with every outlay raised."""
    flow, found = biased_flow(case.assessment.option(option)), case.result.option(option).money
    title = _("Present value (NPV) of {id} with its optimism bias, pounds").format(id=option)
    meaning = _("The same with every outlay raised by the optimism bias, but for the terms of a loan.")
    if flow is None or found is None or found.biased is None:
        return _no_flow(f"{option}.money_with_bias", title, meaning)
    return _present_value(case, f"{option}.money_with_bias", title, meaning, flow, found.biased)


def npv(case: Case, option: OptionId) -> Explanation:
    """What the flow is worth in year 0."""
    found, flow = case.result.option(option).money, case.assessment.option(option).cash_flow
    title = _("Present value (NPV) of {id}, pounds").format(id=option)
    meaning = _("What the whole flow is worth in year 0; outlays are negative.")
    if found is None or not flow:
        return _no_flow(f"{option}.npv", title, meaning)
    return _present_value(case, f"{option}.npv", title, meaning, flow, found.plain)


def _present_value(
    case: Case, figure: str, title: str, meaning: str, flow: tuple[CashFlow, ...], found: FlowFigures
) -> Explanation:
    factors = discount_factors(found.last_year, case.framework)
    formula = _("NPV = Σ amount · discount factor of its year")
    return Explanation(figure, title, exact(found.npv), meaning, formula, table=flow_table(flow, factors, found.npv))


def payback_year(case: Case, option: OptionId) -> Explanation:
    """From which year on the sum so far is never again below nought."""
    found = case.result.option(option).money
    title = _("Year in which {id} is paid back").format(id=option)
    meaning = _("The year from which the sum so far, undiscounted, is never again below nought.")
    if found is None:
        return _no_flow(f"{option}.payback_year", title, meaning)
    told = payback_told(found.plain)
    return Explanation(f"{option}.payback_year", title, told, meaning, _so_far(), table=_years(found.plain))


def deepest_gap(case: Case, option: OptionId) -> Explanation:
    """The lowest that the sum so far ever is."""
    found = case.result.option(option).money
    title = _("Deepest gap of {id}, pounds").format(id=option)
    meaning = _("The lowest sum so far, undiscounted: what has to be found until it comes back.")
    if found is None:
        return _no_flow(f"{option}.deepest_gap", title, meaning)
    told = exact(found.plain.deepest_gap)
    return Explanation(f"{option}.deepest_gap", title, told, meaning, _so_far(), table=_years(found.plain))


def _so_far() -> str:
    return _("sum so far = Σ of all sums up to that year")


def _years(found: FlowFigures) -> Rows:
    rows = zip(found.yearly, found.so_far, strict=True)
    told = tuple((str(year), exact(sum_), exact(so_far)) for year, (sum_, so_far) in enumerate(rows))
    return Rows((_("Year"), _("sum of the year"), _("sum so far")), told)


def falls_to_others(case: Case, option: OptionId) -> Explanation:
    """How much of the saving falls to others than those who pay."""
    found = case.result.option(option).money
    title = _("Share of what {id} saves that falls to others").format(id=option)
    meaning = _("0 where each agency saves in proportion to what it pays, 1 where none that saves pays.")
    if found is None:
        return _no_flow(f"{option}.falls_to_others", title, meaning)
    plain = found.plain
    figure, formula = f"{option}.falls_to_others", _("1 − Σ of the lower of both shares, agency by agency")
    if plain.falls_to_others is None:
        none = _("Nothing is paid, or nothing saved, so it is not defined.")
        return Explanation(figure, title, UNDEFINED, meaning, formula, none)
    shares = [(a, a.pays / plain.pays, a.saves / plain.saves) for a in plain.agencies]
    rows = tuple(
        (agency_called(a.agency), exact(a.pays), exact(a.saves), exact(p), exact(s), exact(min(p, s)))
        for a, p, s in shares
    )
    alike = fsum(min(p, s) for _a, p, s in shares)
    header = (_("Agency"), _("pays"), _("saves"), _("share of paying"), _("share of saving"), _("lower of both"))
    told = exact(plain.falls_to_others)
    total = (_("Sum"), exact(plain.pays), exact(plain.saves), "", "", exact(alike))
    return Explanation(figure, title, told, meaning, formula, f"{told} = 1 − {exact(alike)}", Rows(header, rows, total))


def loan_payment(case: Case, option: OptionId) -> Explanation:
    """The first payment of a loan, and all that follow."""
    loan = case.assessment.option(option).mechanism
    title = _("Payments of the loan of {id}, pounds").format(id=option)
    meaning = _("What is paid at the end of each year: interest on what is owed, and part of the loan.")
    figure = f"{option}.loan_payment"
    if not isinstance(loan, Borrowing) or work_out(loan) is None:
        return Explanation(figure, title, UNDEFINED, meaning, "", _("No loan is entered whole for this option."))
    assert loan.principal is not None
    assert loan.rate is not None
    assert loan.years is not None
    assert loan.method is not None
    paid = instalments(loan.principal, loan.rate, loan.years, loan.method)
    rows = tuple((str(p.year), exact(p.interest), exact(p.principal), exact(p.owed), exact(p.payment)) for p in paid)
    header = (_("Year"), _("interest"), _("paid back"), _("still owed"), _("payment"))
    total = (_("Sum"), exact(fsum(p.interest for p in paid)), exact(fsum(p.principal for p in paid)), "", "")
    formula, filled = _arithmetic(loan.principal, loan.rate, loan.years, loan.method)
    told = exact(paid[0].payment)
    in_all = exact(fsum(p.payment for p in paid))
    table = Rows(header, rows, (*total[:-1], in_all))
    return Explanation(figure, title, told, meaning, formula, f"{told} = {filled}", table)


def _arithmetic(principal: float, rate: float, years: int, method: LoanMethod) -> tuple[str, str]:
    """The formula of the first payment, and the same with the figures of the loan."""
    interest = f"{exact(principal)} · {exact(rate)} ÷ 100"
    if method is LoanMethod.ANNUITY and rate:
        factors = fsum((1 + rate / 100) ** -year for year in range(1, years + 1))
        formula = _("payment = loan ÷ Σ 1 ÷ (1 + rate) to the power of each year")
        return formula, f"{exact(principal)} ÷ {exact(factors)}"
    if method is LoanMethod.MATURITY and years > 1:
        return _("payment = loan · rate; all of the loan with the last"), interest
    parts = f"{exact(principal)} ÷ {years} + {interest}"
    return _("first payment = loan ÷ years + loan · rate"), parts


def _no_flow(figure: str, title: str, meaning: str) -> Explanation:
    none = _("There is no such cash flow for this option: it costs the same every year, or no bias is stated.")
    return Explanation(figure, title, UNDEFINED, meaning, "", none)
