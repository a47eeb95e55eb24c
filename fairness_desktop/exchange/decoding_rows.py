"""The rows of a document in the exchange form: groups, options, effects, and what is not answered yet."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.effects import Cell, Effect, Rating, Unanswered
from ..domain.options import Option
from ..domain.people import Group
from ..domain.trying.care import Care
from ..domain.vocabulary import CriterionId, Grade, GroupId, OptionId
from ..i18n import _
from .option_money import read_efficiency, read_flow, read_mechanism, read_offer
from .parts import asked
from .parts.people import evidence
from .reading import Reader

_NO_CARE = Care()


def group(reader: Reader) -> Group:
    """One of the groups."""
    for key in ("id", "name", "size"):
        reader.need(key)
    if not reader.has("relative_income"):
        reader.need("need_level")
    return reader.made(
        Group,
        id=GroupId(identifier(reader, "id")),
        name=reader.text("name"),
        size=reader.whole("size", _("must be a whole number above 0")),
        need_level=reader.whole("need_level", _("must be a whole number from 0 to 5")),
        relative_income=reader.number("relative_income"),
        need_evidence=tuple(evidence(e) for e in reader.objects("need_evidence")),
        heard=reader.flag("heard"),
        heard_how=reader.text("heard_how"),
        extra=reader.rest(),
    )


def identifier(reader: Reader, key: str) -> str:
    """An id: a text that is not empty."""
    value = reader.text(key)
    if not value:
        reader.fail(key, _("must be a text that is not empty"))
    return value


def option(reader: Reader) -> Option:
    """One of the options."""
    for key in ("id", "name", "baseline"):
        reader.need(key)
    if not reader.has("cash_flow"):
        reader.need("net_cost")
    if reader.get("cash_flow") == [] and not reader.has("net_cost") and not reader.excused("net_cost"):
        reader.fail("cash_flow", _("must hold at least one sum"))
    cash_flow = tuple(read_flow(r) for r in reader.objects("cash_flow")) if reader.has("cash_flow") else None
    return reader.made(
        Option,
        id=OptionId(identifier(reader, "id")),
        name=reader.text("name"),
        baseline=bool(reader.flag("baseline")),
        net_cost=reader.number("net_cost"),
        cash_flow=cash_flow,
        short_name=reader.text("short_name"),
        description=reader.text("description"),
        delivery=reader.text("delivery"),
        from_outside=reader.flag("from_outside"),
        offered_by=reader.text("offered_by"),
        pilot=reader.flag("pilot"),
        undo=reader.text("undo"),
        stop_rule=reader.text("stop_rule"),
        offers=tuple(read_offer(r) for r in reader.objects("offers")),
        council_resource=reader.number("council_resource"),
        hour_value=reader.number("hour_value"),
        hour_value_source=reader.text("hour_value_source"),
        optimism_bias=reader.number("optimism_bias"),
        optimism_bias_source=reader.text("optimism_bias_source"),
        mechanism=read_mechanism(reader),
        efficiency=read_efficiency(reader.object("efficiency")),
        care=asked.read(reader.object("care"), Care) if reader.has("care") else _NO_CARE,
        extra=reader.rest(),
    )


def effect(reader: Reader, known: frozenset[CriterionId]) -> Effect:
    """One of the effects; ``known`` are the framework's criteria."""
    for key in ("option", "group", "reach", "grade", "impacts"):
        if not reader.has(key):
            reader.fail(key, _("is missing"))
    grade = reader.word("grade", Grade)
    reach = reader.number("reach")
    assert grade is not None
    assert reach is not None
    return reader.made(
        Effect,
        option=OptionId(reader.text("option")),
        group=GroupId(reader.text("group")),
        reach=reach,
        grade=grade,
        impacts=_impacts(reader.object("impacts"), known),
        because=reader.text("because"),
        extra=reader.rest(),
    )


def _impacts(reader: Reader, known: frozenset[CriterionId]) -> Mapping[CriterionId, float]:
    impacts: dict[CriterionId, float] = {}
    for key in reader:
        if key not in known:
            reader.fail(key, _("is no criterion of the framework"))
        impact = reader.number(key)
        if impact is None:
            reader.fail(key, _("must be a number from −3 to 3 in halves"))
        impacts[CriterionId(key)] = impact
    return impacts


def unanswered(reader: Reader, known: frozenset[CriterionId]) -> Unanswered:
    """One of the things not answered yet."""
    for key in ("option", "group"):
        if not reader.has(key):
            reader.fail(key, _("is missing"))
    criterion = reader.text("criterion") or None
    if criterion is not None and criterion not in known:
        reader.fail("criterion", _("is no criterion of the framework"))
    return Unanswered(
        option=OptionId(reader.text("option")),
        group=GroupId(reader.text("group")),
        criterion=None if criterion is None else CriterionId(criterion),
        so_far=_so_far(reader.object("so_far"), known),
        extra=reader.rest(),
    )


def _so_far(reader: Reader, known: frozenset[CriterionId]) -> Cell | None:
    cell = reader.made(
        Cell,
        reach=reader.number("reach"),
        grade=reader.word("grade", Grade),
        impacts=_impacts(reader.object("impacts"), known),
        because=reader.text("because"),
        extra=reader.rest(),
    )
    return None if cell.blank and not cell.extra else cell


def rating(reader: Reader, known: frozenset[CriterionId]) -> Rating:
    """What one assessor thinks of a pair, apart from what was agreed."""
    for key in ("assessor", "option", "group", "impacts"):
        if not reader.has(key):
            reader.fail(key, _("is missing"))
    return reader.made(
        Rating,
        assessor=reader.text("assessor"),
        option=OptionId(reader.text("option")),
        group=GroupId(reader.text("group")),
        reach=reader.number("reach"),
        impacts=_impacts(reader.object("impacts"), known),
        because=reader.text("because"),
        extra=reader.rest(),
    )
