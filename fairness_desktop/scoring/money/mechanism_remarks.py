"""What each mechanism, worked out, gives to think about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from ...domain.findings import Finding, Severity
from ...domain.money.mechanisms import (
    AssetTransfer,
    Borrowing,
    CostCutting,
    Endowment,
    Overhead,
    Partnership,
    SocialImpactBond,
)
from ...domain.options import Option
from ...i18n import _
from ..rounding import fsum, rounded
from .working import Working, known


def of_mechanism(where: str, option: Option, working: Working) -> Iterator[Finding]:
    """The remarks on the mechanism of an option."""
    yield from _on(option.mechanism, f"{where}.mechanism", option, working)


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


@singledispatch
def _on(mechanism: object, where: str, option: Option, working: Working) -> Iterator[Finding]:
    raise TypeError(mechanism)


@_on.register
def _cutting(m: CostCutting, where: str, option: Option, _working: Working) -> Iterator[Finding]:
    if m.cut and not m.targeted:
        message = _("{id}: nothing of what is cut goes back to those who need most.")
        yield Finding(Severity.NOTE, "cut_without_target", f"{where}.targeted", message.format(id=option.id))


@_on.register
def _overhead(_m: Overhead, where: str, option: Option, working: Working) -> Iterator[Finding]:
    if known(working.figures["kept"]) < 0:
        message = _("{id}: the change of management costs more than it releases.")
        yield _warning("overhead_rises", f"{where}.targets_after", message.format(id=option.id))


@_on.register
def _transfer(_m: AssetTransfer, where: str, option: Option, working: Working) -> Iterator[Finding]:
    if known(working.figures["community_later"]) < 0:
        message = _("{id}: once the grant ends the community runs it at a loss of £{loss:,.0f} a year.")
        loss = -known(working.figures["community_later"])
        yield _warning("community_at_loss", f"{where}.earns", message.format(id=option.id, loss=loss))


@_on.register
def _loan(m: Borrowing, where: str, option: Option, working: Working) -> Iterator[Finding]:
    if m.asset_life is not None and known(m.years) > m.asset_life:
        message = _("{id}: the loan runs to year {last}, what it buys lasts to year {life}: it is paid for when gone.")
        said = message.format(id=option.id, last=m.years, life=m.asset_life)
        yield _warning("loan_beyond_life", f"{where}.years", said)
    cover = working.figures["least_cover"]
    if cover is not None and rounded(cover) < 1:
        message = _("{id}: what is to pay the loan back covers only {share:.0f} % of a payment.")
        said = message.format(id=option.id, share=cover * 100)
        yield _warning("loan_not_covered", f"{where}.revenue", said)
    own = [line for line in option.cash_flow or () if not line.by_mechanism and line.amount < 0]
    in_flow = any(line.by_mechanism for line in option.cash_flow or ())
    if in_flow and -fsum(line.amount for line in own) < known(m.principal):
        message = _("{id}: the loan is in the cash flow, but not all that is bought with it.")
        where_flow = where.removesuffix(".mechanism") + ".cash_flow"
        yield Finding(Severity.NOTE, "loan_not_spent", where_flow, message.format(id=option.id))


@_on.register
def _partner(_m: Partnership, where: str, option: Option, working: Working) -> Iterator[Finding]:
    surplus = known(working.figures["surplus"])
    if surplus < 0:
        message = _("{id}: the partner works at a loss of £{loss:,.0f} a year.")
        yield _warning("partner_at_loss", f"{where}.costs", message.format(id=option.id, loss=-surplus))


@_on.register
def _bond(_m: SocialImpactBond, where: str, option: Option, working: Working) -> Iterator[Finding]:
    net = working.figures["net_if_reached"]
    if net is not None and net < 0:
        message = _("{id}: even if the outcome is reached, it saves £{loss:,.0f} less than is paid for it.")
        yield _warning("bond_dearer_than_saving", f"{where}.saves", message.format(id=option.id, loss=-net))


@_on.register
def _endowment(m: Endowment, where: str, option: Option, working: Working) -> Iterator[Finding]:
    used_up = working.figures["used_up_in"]
    if used_up is not None and used_up < known(m.years):
        message = _("{id}: the endowment is used up in year {year:.0f}, but is to last to year {last}.")
        said = message.format(id=option.id, year=used_up, last=m.years)
        yield _warning("endowment_used_up", f"{where}.draw", said)
