"""What a mechanism asks and what it comes to, in words; every figure under one name for window and record."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ...domain.money.asking import Ask, Sort, asks
from ...domain.money.mechanisms import Mechanism, MechanismKind, choice_word, kind_of
from ...domain.vocabulary import label
from ...i18n import N_, _
from ...scoring.money.working import Working
from ..charts.chart import Figures
from ..figures import UNDEFINED, brief, number, percent, pounds, whole_pounds
from .flows import agency_called

_ABOUT = {
    MechanismKind.COST_CUTTING: N_("Release part of a budget, and put some of it back where need is greatest."),
    MechanismKind.OVERHEAD: N_("Fewer targets and fewer managers; quality by professional standards and by peers."),
    MechanismKind.ASSET_TRANSFER: N_("Hand a building or land to the community, which can earn with it."),
    MechanismKind.BORROWING: N_("Borrow now, and pay the loan out of what costs less later."),
    MechanismKind.SOCIAL_ENTERPRISE: N_("Work with a social enterprise or a charity that brings money of its own."),
    MechanismKind.SOCIAL_IMPACT_BOND: N_("Investors pay first; they are paid back only if the outcome is reached."),
    MechanismKind.ENDOWMENT: N_("Set a capital sum aside, and live on its return."),
}

_FIGURES = {
    "released": N_("Released a year"),
    "put_back": N_("Put back where need is greatest, a year"),
    "peer_quality": N_("Standards and peers instead, a year"),
    "kept": N_("Left over a year"),
    "kept_in_all": N_("Left over in all, the cost of the change taken off"),
    "targets_fewer": N_("Fewer targets"),
    "targets_fewer_share": N_("of those reported now"),
    "managers_fewer": N_("Fewer managers"),
    "managers_fewer_share": N_("of those there are now"),
    "undervalue": N_("Given away under its value"),
    "undervalue_share": N_("of its value"),
    "council_later": N_("The council gains a year, once the grant has ended"),
    "community_first": N_("The community has left in year 1"),
    "community_later": N_("The community has left a year, once the grant has ended"),
    "first_payment": N_("First payment"),
    "last_payment": N_("Last payment"),
    "paid_in_all": N_("Paid in all"),
    "interest_in_all": N_("of it interest"),
    "least_cover": N_("What pays it back covers at least"),
    "surplus": N_("The partner's surplus a year"),
    "surplus_share": N_("of all it takes in"),
    "brought_per_pound": N_("The partner brings for each £1 of the council's"),
    "outcome_payment": N_("Each payment, without the bonus"),
    "paid_if_reached": N_("Paid in all if reached"),
    "return_if_reached": N_("of it return"),
    "bonus_if_reached": N_("of it bonus"),
    "paid_if_not_reached": N_("Paid if not reached"),
    "expected_payment": N_("Paid on the average, by how likely it is"),
    "saved_if_reached": N_("Saved if reached"),
    "net_if_reached": N_("Left over if reached"),
    "used_up_in": N_("Used up"),
    "left_at_end": N_("Left at the end"),
    "drawn_in_all": N_("Drawn in all"),
    "drawn_per_pound": N_("Drawn for each £1 given"),
    "for_ever": N_("First draw that could go on for ever"),
}

_COLUMNS = {
    "released": N_("released"),
    "put_back": N_("put back"),
    "peer_quality": N_("standards and peers"),
    "one_off": N_("cost of the change"),
    "so_far": N_("so far"),
    "council": N_("the council"),
    "community": N_("the community"),
    "payment": N_("payment"),
    "interest": N_("interest"),
    "principal": N_("paid back"),
    "owed": N_("still owed"),
    "revenue": N_("what pays it"),
    "council_pays": N_("the council pays"),
    "raises": N_("the partner brings"),
    "partner_costs": N_("it costs"),
    "surplus": N_("surplus"),
    "saves": N_("saved"),
    "paid_if_reached": N_("paid if reached"),
    "of_it_bonus": N_("of it bonus"),
    "paid_if_not_reached": N_("paid if not"),
    "saved_if_reached": N_("saved if reached"),
    "earned": N_("earned"),
    "drawn": N_("drawn"),
    "left": N_("left"),
}

_SHARES = frozenset({"least_cover"})
_COUNTS = frozenset({"targets_fewer", "managers_fewer"})
_PER_POUND = frozenset({"brought_per_pound", "drawn_per_pound"})


def about(kind: MechanismKind) -> str:
    """What a mechanism does, in a sentence."""
    return _(_ABOUT[kind])


def figures_told(working: Working) -> tuple[tuple[str, str], ...]:
    """Every figure with its name; those that are not defined for want of an answer are left out."""
    return tuple(
        (_(_FIGURES[name]), _told(name, value))
        for name, value in working.figures.items()
        if value is not None or name == "used_up_in"
    )


def _told(name: str, value: float | None) -> str:
    if name == "used_up_in":
        return _("not within these years") if value is None else _("in year {year:.0f}").format(year=value)
    assert value is not None
    if name in _SHARES or name.endswith("_share"):
        return percent(value).replace("-", "−")
    if name in _COUNTS:
        return number(value, 0)
    return pounds(round(value, 2))


def year_by_year(working: Working) -> Figures:
    """The table of a mechanism."""
    header = (_("Year"), *(_(_COLUMNS[name]) for name in working.columns))
    rows = tuple((str(year), *(whole_pounds(x) if x else "0" for x in row)) for year, row in working.rows)
    return Figures(header, rows, frozenset(range(1, len(header))))


def answers_told(mechanism: Mechanism) -> tuple[tuple[str, str], ...]:
    """What was entered, in the order asked; what is not answered says so only where it is needed."""
    told = []
    for name, ask in asks(type(mechanism)).items():
        value = getattr(mechanism, name)
        if value in (None, ""):
            if name in ("agency", "revenue_from", "saves_for"):
                told += [(_(ask.caption), agency_called(""))] if _meant(mechanism, name) else []
            elif ask.needed:
                told.append((_(ask.caption), _("not answered")))
        else:
            told.append((_(ask.caption), answer_told(ask, value)))
    return tuple(told)


def _meant(mechanism: Mechanism, name: str) -> bool:
    """Whether an agency that is left empty, and so the council itself, has any part in it."""
    part = {"revenue_from": "revenue", "saves_for": "saves"}.get(name)
    return part is None or getattr(mechanism, part) is not None


def answer_told(ask: Ask, value: object) -> str:
    """One answer, as its kind is written."""
    if isinstance(value, StrEnum):
        return choice_word(value)
    if isinstance(value, int | float):
        if ask.sort is Sort.POUNDS:
            return pounds(round(value, 2))
        return f"{brief(value)} %" if ask.sort is Sort.PERCENT else number(value, 0 if value == round(value) else 2)
    return str(value)


def headline(mechanism: Mechanism, working: Working) -> str:
    """What the mechanism comes to, in a sentence."""
    sums = {name: UNDEFINED if x is None else whole_pounds(x) for name, x in working.figures.items()}
    kind = kind_of(mechanism)
    if kind is MechanismKind.ENDOWMENT:
        used_up = working.figures["used_up_in"]
        if used_up is None:
            return _("It lasts: {left} is left at the end.").format(left=sums["left_at_end"])
        return _("It is used up in year {year:.0f}.").format(year=used_up)
    if kind is MechanismKind.BORROWING and sums["first_payment"] == sums["last_payment"]:
        said = _("{payment} a year: {all} in all, of it {interest} interest.")
        payment = pounds(round(working.figures["first_payment"] or 0.0, 2))
        return said.format(payment=payment, all=sums["paid_in_all"], interest=sums["interest_in_all"])
    return _(_HEADLINES[kind]).format(**sums)


_HEADLINES: Mapping[MechanismKind, str] = {
    MechanismKind.COST_CUTTING: N_("It releases {released} a year; {put_back} of that goes where need is greatest."),
    MechanismKind.OVERHEAD: N_("It releases {released} a year; {peer_quality} of that goes into standards and peers."),
    MechanismKind.ASSET_TRANSFER: N_(
        "In the end the council gains {council_later} a year, and the community has {community_later} a year left."
    ),
    MechanismKind.BORROWING: N_(
        "From {first_payment} to {last_payment} a year: {paid_in_all} in all, of it {interest_in_all} interest."
    ),
    MechanismKind.SOCIAL_ENTERPRISE: N_("The partner's surplus is {surplus} a year, in the open."),
    MechanismKind.SOCIAL_IMPACT_BOND: N_("If the outcome is reached {paid_if_reached} is paid; if not, nothing."),
}


def confidence_told(mechanism: Mechanism) -> str:
    """How good the evidence for it is."""
    grade = mechanism.confidence
    return _("not answered") if grade is None else f"{grade}: {label(grade)}"
