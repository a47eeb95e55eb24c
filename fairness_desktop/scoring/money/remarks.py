"""What of the money does not fit together, or wants a look: each said once, leading to its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...domain.assessment import Assessment
from ...domain.findings import Finding, Severity
from ...domain.framework import Framework
from ...domain.money.asking import asks, still_open
from ...domain.money.sums import CashFlow
from ...domain.options import Option
from ...domain.vocabulary import Form
from ...i18n import _
from .flows import FlowFigures, option_money
from .leverage import leverage
from .mechanism_remarks import of_mechanism
from .mechanisms import work_out
from .working import Working

MOST_TO_OTHERS = 0.5
"""Share of a saving that may fall to others before it is worth asking them to share the cost."""

PENNY = 0.005


def money_remarks(assessment: Assessment, framework: Framework) -> tuple[Finding, ...]:
    """Every one of them, option by option."""
    return (
        *_no_bias(assessment),
        *(f for i, o in enumerate(assessment.options) for f in _of_option(f"options[{i}]", o, framework)),
    )


def _of_option(where: str, option: Option, framework: Framework) -> Iterator[Finding]:
    working = work_out(option.mechanism)
    yield from _of_offers(where, option)
    yield from _of_flow(where, option, framework)
    yield from _of_bias(where, option)
    yield from _of_terms(where, option, working)
    if working is not None:
        yield from _in_the_flow(where, option, working)
        yield from of_mechanism(where, option, working)
    yield from _of_efficiency(where, option)


def warning(code: str, where: str, message: str) -> Finding:
    """A finding that wants a look."""
    return Finding(Severity.WARNING, code, where, message)


def note(code: str, where: str, message: str) -> Finding:
    """A finding for information."""
    return Finding(Severity.NOTE, code, where, message)


def _no_bias(assessment: Assessment) -> Iterator[Finding]:
    """Said once for the whole decision, and not in the short form."""
    open_still = [
        (i, o)
        for i, o in enumerate(assessment.options)
        if o.optimism_bias is None and any(line.amount < 0 for line in o.cash_flow or ())
    ]
    if open_still and assessment.form is not Form.SHORT:
        message = _("No optimism bias is stated for {ids}: costs of new things mostly turn out higher.")
        ids = ", ".join(o.id for _i, o in open_still)
        yield note("no_optimism_bias", f"options[{open_still[0][0]}].optimism_bias", message.format(ids=ids))


def _of_offers(where: str, option: Option) -> Iterator[Finding]:
    for i, offer in enumerate(option.offers):
        giver = offer.giver.strip() or _("nobody named yet")
        if offer.accepted is None:
            message = _("Say whether the offer of {giver} is taken up (option {id}).")
            yield warning("offer_open", f"{where}.offers[{i}].accepted", message.format(giver=giver, id=option.id))
        elif not offer.accepted and not offer.reason.strip():
            message = _("Say why the offer of {giver} is declined (option {id}).")
            yield warning("offer_declined", f"{where}.offers[{i}].reason", message.format(giver=giver, id=option.id))
    found = leverage(option)
    if found is None:
        return
    if found.hours_left_out:
        message = _("{id}: say what an hour is worth; until then the hours offered count for nothing ({hours:,.0f}).")
        yield warning(
            "hours_not_valued", f"{where}.hour_value", message.format(id=option.id, hours=found.hours_left_out)
        )
    if found.council is None:
        message = _("{id}: say what the council itself puts in, so that what others bring can be set against it.")
        yield note("council_resource_open", f"{where}.council_resource", message.format(id=option.id))


def _of_flow(where: str, option: Option, framework: Framework) -> Iterator[Finding]:
    found = option_money(option, framework)
    if found is None:
        return
    plain = found.plain
    if plain.stays_below and plain.turns:
        message = _("{id} never pays back: after its last year, {year}, £{gap:,.0f} is still missing.")
        yield warning(
            "never_pays_back",
            f"{where}.cash_flow",
            message.format(id=option.id, year=plain.last_year, gap=-plain.so_far[-1]),
        )
    elif found.biased is not None and not plain.stays_below and found.biased.stays_below:
        message = _("{id} pays back as entered, but no longer once its costs rise by the optimism bias of {bias:g} %.")
        yield warning(
            "no_payback_with_bias",
            f"{where}.optimism_bias",
            message.format(id=option.id, bias=option.optimism_bias),
        )
    yield from _to_others(where, option, plain)


def _to_others(where: str, option: Option, figures: FlowFigures) -> Iterator[Finding]:
    falls = figures.falls_to_others
    if falls is None or falls < MOST_TO_OTHERS:
        return
    most = max(figures.agencies, key=lambda a: a.saves / figures.saves - a.pays / figures.pays)
    message = _(
        "{share:.0f} % of what {id} saves falls to others than those who pay for it, most of it to {agency}: ask them "
        "to share the cost."
    )
    said = message.format(share=falls * 100, id=option.id, agency=most.agency or _("the council"))
    yield note("saving_falls_to_others", f"{where}.cash_flow", said)


def _of_bias(where: str, option: Option) -> Iterator[Finding]:
    if option.optimism_bias and not option.optimism_bias_source.strip():
        message = _("{id}: say where the optimism bias of {bias:g} % comes from.")
        said = message.format(id=option.id, bias=option.optimism_bias)
        yield note("bias_without_source", f"{where}.optimism_bias_source", said)


def _of_terms(where: str, option: Option, working: Working | None) -> Iterator[Finding]:
    """What the mechanism itself still lacks."""
    mechanism = option.mechanism
    if mechanism is None:
        return
    gaps = still_open(mechanism)
    if gaps:
        asked = "; ".join(_(asks(type(mechanism))[name].caption) for name in gaps)
        message = _("The mechanism of {id} cannot be worked out yet. Not answered: {asked}.")
        said = message.format(id=option.id, asked=asked)
        yield warning("mechanism_incomplete", f"{where}.mechanism.{gaps[0]}", said)
    elif working is None:
        message = _("The mechanism of {id} comes to sums that no council handles: look at its rates and years.")
        yield warning("mechanism_beyond_measure", f"{where}.mechanism", message.format(id=option.id))
    elif not mechanism.assumptions.strip() or mechanism.confidence is None:
        message = _("Say what the mechanism of {id} takes for granted, and how good the evidence for it is.")
        yield note("mechanism_unargued", f"{where}.mechanism.assumptions", message.format(id=option.id))


def _in_the_flow(where: str, option: Option, working: Working) -> Iterator[Finding]:
    """Whether the cash flow holds what the mechanism works out."""
    ours = [line for line in option.cash_flow or () if line.by_mechanism]
    if not ours:
        message = _("What the mechanism of {id} works out is not in its cost: put it into the cash flow.")
        yield note("mechanism_not_in_flow", f"{where}.mechanism", message.format(id=option.id))
    elif not same_sums(ours, working.lines):
        message = _("The cash flow of {id} holds other sums than its mechanism works out now: put them in anew.")
        yield warning("mechanism_disagrees", f"{where}.cash_flow", message.format(id=option.id))


def same_sums(lines: Sequence[CashFlow], others: Sequence[CashFlow]) -> bool:
    """Whether two flows come to the same for every agency in every year, to the penny."""
    balance: dict[tuple[int, str], float] = {}
    for sign, flow in ((1, lines), (-1, others)):
        for line in flow:
            place = line.year, line.agency.strip()
            balance[place] = balance.get(place, 0.0) + sign * line.amount
    return all(abs(left) < PENNY for left in balance.values())


def _of_efficiency(where: str, option: Option) -> Iterator[Finding]:
    said = option.efficiency
    if said.benchmark is not None and not said.benchmark_source.strip():
        message = _("{id}: say where the benchmark comes from.")
        yield note("benchmark_without_source", f"{where}.efficiency.benchmark_source", message.format(id=option.id))
    if said.prevention_spend is not None and said.yearly_cost is not None and said.prevention_spend > said.yearly_cost:
        message = _("{id}: more is spent on preventing than it costs in all.")
        yield warning("prevention_above_cost", f"{where}.efficiency.prevention_spend", message.format(id=option.id))
