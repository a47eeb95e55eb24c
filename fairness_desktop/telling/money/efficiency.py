"""The crude test of efficiency and the wide one beside it, in words and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...domain.assessment import Assessment
from ...domain.options import Option
from ...domain.vocabulary import Kind, OptionId
from ...i18n import N_, _
from ...scoring.money.efficiency import OptionEfficiency
from ..charts.chart import Figures
from ..charts.naming import listed, option_called
from ..charts.pen import one_line
from ..figures import UNDEFINED, number, percent, pounds, signed, whole_pounds

_QUESTIONS = {
    Kind.TECHNICAL: N_("What does one of them cost, against a benchmark?"),
    Kind.INVOLVEMENT: N_("How much good does a thousand pounds do, and what do others bring?"),
    Kind.JOINED_UP: N_("What does it cost all agencies together, and how many hand-offs go?"),
    Kind.FRAMEWORK: N_("What does a point cost here, against the next best use of the money?"),
}

_WIDE: Mapping[Kind, tuple[str, str]] = {
    Kind.TECHNICAL: (N_("Cost of one"), N_("Against the benchmark")),
    Kind.INVOLVEMENT: (N_("Points for each £1,000"), N_("£1 of the council's brings")),
    Kind.JOINED_UP: (N_("Net cost a year, all agencies"), N_("Hand-offs removed")),
    Kind.FRAMEWORK: (N_("Next best use"), N_("Each point more costs")),
}


def question(kind: Kind) -> str:
    """What to ask of money in a decision of that kind."""
    return _(_QUESTIONS[kind])


def wide_heads(kind: Kind) -> tuple[str, str]:
    """What the two figures of the wide test are called."""
    first, second = _WIDE[kind]
    return _(first), _(second)


def crude(row: OptionEfficiency, option: Option) -> str:
    """Outputs for each pound; where a pound buys less than a tenth of one, for each thousand."""
    if row.outputs_per_pound is None:
        return UNDEFINED
    unit = one_line(option.efficiency.unit)
    each = row.outputs_per_pound
    if each >= 0.1:  # noqa: PLR2004
        return _("{count} {unit} for £1").format(count=number(each, 2), unit=unit).replace("  ", " ")
    return _("{count} {unit} for £1,000").format(count=number(each * 1000, 2), unit=unit).replace("  ", " ")


def wide(row: OptionEfficiency, kind: Kind) -> tuple[str, str]:
    """The two figures of the test proper to a kind of decision."""
    return _FIGURES[kind](row)


def _technical(row: OptionEfficiency) -> tuple[str, str]:
    cost = UNDEFINED if row.unit_cost is None else pounds(round(row.unit_cost, 2))
    above, share = row.above_benchmark, row.above_benchmark_share
    if above is None:
        return cost, UNDEFINED
    said = _("{sum} above it") if above > 0 else _("{sum} below it")
    told = said.format(sum=pounds(round(abs(above), 2)))
    return cost, told if share is None else f"{told} ({signed(share * 100, 0)} %)"


def _involvement(row: OptionEfficiency) -> tuple[str, str]:
    each = UNDEFINED if row.points_per_thousand is None else signed(row.points_per_thousand, 2)
    ratio = None if row.leverage is None else row.leverage.ratio
    return each, UNDEFINED if ratio is None else pounds(round(ratio, 2))


def _joined_up(row: OptionEfficiency) -> tuple[str, str]:
    cost = UNDEFINED if row.net_cost is None else whole_pounds(row.net_cost)
    return cost, UNDEFINED if row.handoffs_removed is None else number(row.handoffs_removed, 0)


def _framework(row: OptionEfficiency) -> tuple[str, str]:
    best = row.next_best
    if best is None:
        return UNDEFINED, UNDEFINED
    if best.price is not None:
        return str(best.option), pounds(round(best.price, 2))
    more = round(best.more_points, 6) > 0
    return str(best.option), _("no more money") if more else _("that does as much or more")


_FIGURES: Mapping[Kind, Callable[[OptionEfficiency], tuple[str, str]]] = {
    Kind.TECHNICAL: _technical,
    Kind.INVOLVEMENT: _involvement,
    Kind.JOINED_UP: _joined_up,
    Kind.FRAMEWORK: _framework,
}


def both_tests(assessment: Assessment, rows: Sequence[OptionEfficiency], kind: Kind) -> Figures:
    """The crude test and the wide one, an option a row; carrying on as now is set against nothing."""
    header: tuple[str, ...] = (_("Option"), _("Crude: outputs for the money"), *wide_heads(kind))
    told: list[tuple[str, ...]] = []
    for row in rows:
        option = assessment.option(row.option)
        measured = wide(row, kind) if not option.baseline or kind is Kind.TECHNICAL else (UNDEFINED, UNDEFINED)
        told.append((f"{row.option}  {option_called(assessment, row.option)}", crude(row, option), *measured))
    if kind is Kind.INVOLVEMENT and any(row.rated is not None for row in rows):
        header = (*header, _("Rated good for £1,000, at least"))
        told = [(*told_, rated_value(row)) for told_, row in zip(told, rows, strict=True)]
    return Figures(header, tuple(told), frozenset(range(1, len(header))))


def rated_value(row: OptionEfficiency) -> str:
    """How many outputs those who rated them would call good, at least, for each £1,000."""
    return UNDEFINED if row.rated_per_thousand is None else number(row.rated_per_thousand, 2)


def beside(assessment: Assessment, rows: Sequence[OptionEfficiency]) -> Figures:
    """Who shares the cost, how much of it prevents, and what becomes of the ties between people."""
    header = (
        _("Option"),
        _("Cost to this service, £ a year"),
        _("Shared with"),
        _("Money spent on preventing"),
        _("Good done by preventing"),
        _("Good done to ties"),
        _("Ties, now and then"),
    )
    told = tuple(_beside(assessment, row) for row in rows if not assessment.option(row.option).baseline)
    return Figures(header, told, frozenset({1, 3, 4, 5}))


def _beside(assessment: Assessment, row: OptionEfficiency) -> tuple[str, ...]:
    said = assessment.option(row.option).efficiency
    shared = [f"{one_line(s.service) or UNDEFINED} {number(s.percent or 0, 0)} %" for s in said.shared_by]
    return (
        str(row.option),
        UNDEFINED if row.cost is None else whole_pounds(row.cost),
        listed(shared) or UNDEFINED,
        percent(row.prevention_spend_share),
        percent(row.shares.prevention),
        percent(row.shares.connections),
        ties_told(row, assessment.option(row.option)),
    )


def ties_told(row: OptionEfficiency, option: Option) -> str:
    """The measure of ties before and after; a dash where it is not answered."""
    said = option.efficiency
    if row.ties_gained is None or said.ties_before is None or said.ties_after is None:
        return UNDEFINED
    told = _("{before} to {after}").format(before=number(said.ties_before, 0), after=number(said.ties_after, 0))
    measure = one_line(said.ties_measure)
    return f"{measure}: {told}" if measure else told


def by_agency(row: OptionEfficiency, called: Callable[[str], str]) -> str:
    """What each agency bears of the net cost a year."""
    return "; ".join(f"{called(agency)} {whole_pounds(cost)}" for agency, cost in row.by_agency)


def said_of(assessment: Assessment, option: OptionId) -> bool:
    """Whether anything is entered from which a test of efficiency could be made."""
    found = assessment.option(option)
    return not found.efficiency.blank or bool(found.offers)
