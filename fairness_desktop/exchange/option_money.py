"""What an option says of money, into the exchange form and out of it: offers, bias, mechanism, efficiency.

The fields are those that the classes ask for, under the same names; ``Offer.giver`` alone is called ``from``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ..domain.money.asking import asks
from ..domain.money.efficiency import Efficiency, SharedCost
from ..domain.money.mechanisms import OF_KIND, Mechanism, MechanismKind, kind_of
from ..domain.money.offers import Offer
from ..domain.money.sums import CashFlow
from ..domain.options import Option
from ..domain.vocabulary import Grade
from ..i18n import _
from .parts.asked import answer, document_of
from .reading import Reader

Document = dict[str, Any]
Made = TypeVar("Made")

_NO_EFFICIENCY = Efficiency()


def encode_money(option: Option) -> Document:
    """What the option says of money beside its cost; nothing where it says nothing."""
    fields: Document = {
        "offers": [_offer(offer) for offer in option.offers],
        "council_resource": option.council_resource,
        "hour_value": option.hour_value,
        "hour_value_source": option.hour_value_source,
        "optimism_bias": option.optimism_bias,
        "optimism_bias_source": option.optimism_bias_source,
        "mechanism": None if option.mechanism is None else _mechanism(option.mechanism),
        "efficiency": _efficiency(option.efficiency),
    }
    return _said(fields)


def encode_flow(line: CashFlow) -> Document:
    """One line of a cash flow."""
    mark = _said({"by_mechanism": line.by_mechanism or None})
    return {"year": line.year, **_said({"agency": line.agency}), "amount": line.amount, **mark, **line.extra}


def _said(fields: Mapping[str, object]) -> Document:
    """Only what says something: 0 and false do."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}


def _offer(offer: Offer) -> Document:
    said = document_of(offer)
    giver = {"from": said.pop("giver")} if "giver" in said else {}
    reason = {"reason": said.pop("reason")} if "reason" in said else {}
    return {**giver, **said, **_said({"accepted": offer.accepted}), **reason, **offer.extra}


def _mechanism(mechanism: Mechanism) -> Document:
    return {
        "kind": kind_of(mechanism),
        **document_of(mechanism),
        **_said({"assumptions": mechanism.assumptions, "confidence": mechanism.confidence}),
        **mechanism.extra,
    }


def _efficiency(efficiency: Efficiency) -> Document:
    shared = [{**document_of(s), **s.extra} for s in efficiency.shared_by]
    return {**document_of(efficiency), **_said({"shared_by": shared}), **efficiency.extra}


def read_flow(reader: Reader) -> CashFlow:
    """One line of a cash flow."""
    year = reader.whole("year", _("must be a whole number from 0 to 1000"))
    amount = reader.number("amount")
    if year is None or amount is None:
        reader.fail("year" if year is None else "amount", _("is missing"))
    by_mechanism = bool(reader.flag("by_mechanism"))
    return reader.made(CashFlow, year, reader.text("agency"), amount, reader.rest(), by_mechanism)


def read_offer(reader: Reader) -> Offer:
    """One offer from outside."""
    answers = {name: answer(reader, "from" if name == "giver" else name, ask) for name, ask in asks(Offer).items()}
    return _made(reader, Offer, {**answers, "accepted": reader.flag("accepted")})


def read_mechanism(option: Reader) -> Mechanism | None:
    """The mechanism of an option; None where nothing is said of one."""
    if not option.has("mechanism"):
        return None
    reader = option.object("mechanism")
    kind = reader.word("kind", MechanismKind)
    if kind is None:
        reader.fail("kind", _("is missing"))
    of = OF_KIND[kind]
    answers: Document = {name: answer(reader, name, ask) for name, ask in asks(of).items()}
    answers |= {"assumptions": reader.text("assumptions"), "confidence": reader.word("confidence", Grade)}
    made: Mechanism = _made(reader, of, answers)
    return made


def read_efficiency(reader: Reader) -> Efficiency:
    """The figures of efficiency; empty where there are none."""
    if reader.empty:
        return _NO_EFFICIENCY
    answers: Document = {name: answer(reader, name, ask) for name, ask in asks(Efficiency).items()}
    answers["shared_by"] = tuple(_shared(r) for r in reader.objects("shared_by"))
    return _made(reader, Efficiency, answers)


def _shared(reader: Reader) -> SharedCost:
    return _made(reader, SharedCost, {name: answer(reader, name, ask) for name, ask in asks(SharedCost).items()})


def _made(reader: Reader, of: type[Made], answers: Document) -> Made:
    return reader.made(of, **answers, extra=reader.rest())
