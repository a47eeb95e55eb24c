"""The appendix: every figure worked out with the decision's own figures, down to the cells; each part once."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.options import Option
from ...i18n import _
from ...telling.explaining.case import Case, case
from ...telling.explaining.catalogue import OF_DECISION, OF_OPTION, explain
from ...telling.explaining.tree import Explanation, every_part
from ..subject import RecordSubject
from .tree import Heading, Node, Paragraph, Table
from .wording import named

FEW_COLUMNS, MANY_COLUMNS = 3, 6
OF_BASELINE = ("net_cost", "rank_acceptability")
"""All that is not nought by rule of carrying on as now."""

TOLD_ONCE = frozenset({"rank", "feasible"})
"""Figures that stand in a table of the whole decision, or under Money, already."""

SHARED = ("criterion_weight", "need_weight", "need_share", "most_possible", "most_possible_alike")
"""Parts that belong to no option; told first, so that every option can be held against them."""


def workings(subject: RecordSubject) -> Iterator[Node]:
    """First what all options share, then each option, then the lead and what would turn it."""
    if subject.result is None:
        return
    decided = case(subject.assessment, subject.framework, subject.result)
    seen: set[str] = set()
    yield Heading(_("Appendix: every figure worked out"))
    yield Paragraph(
        _(
            "Each figure with its formula, the same with the figures of this decision, and the table it is made from. "
            "Figures are shown to six decimals; the program works with all of them. w is the weight of need, r the "
            "reach, x an effect on one criterion, v its weight, a the effect on a touched person, u = r · a."
        ),
        small=True,
    )
    of_options = {o.id: [explain(decided, f"{o.id}.{f}") for f in _figures(o)] for o in subject.assessment.options}
    parts = {part.figure: part for found in of_options.values() for e in found for _depth, part in every_part(e)}
    yield Heading(_("What all options share"), 2)
    yield from _told((parts[name] for name in SHARED if name in parts), seen)
    for option, explanations in of_options.items():
        yield Heading(named(subject.assessment, option), 2)
        if subject.assessment.option(option).baseline:
            yield Paragraph(_("Carrying on as now: all others are compared with it, so its effects and points are 0."))
        yield from _told((part for e in explanations for part in _deepest_first(e)), seen)
    yield Heading(_("The lead, and what would turn it"), 2)
    yield from _told(_of_decision(decided), seen)


def _figures(option: Option) -> tuple[str, ...]:
    return OF_BASELINE if option.baseline else tuple(f for f in OF_OPTION if f not in TOLD_ONCE)


def _of_decision(decided: Case) -> Iterator[Explanation]:
    for figure in OF_DECISION:
        yield explain(decided, figure)


def _deepest_first(explanation: Explanation) -> Iterator[Explanation]:
    """What a figure is made from before the figure itself, as one works it out."""
    found = [part for _depth, part in every_part(explanation) if part.figure.rpartition(".")[2] not in TOLD_ONCE]
    yield from reversed(found)


def _told(explanations: Iterator[Explanation], seen: set[str]) -> Iterator[Node]:
    for explanation in explanations:
        if explanation.figure not in seen:
            seen.add(explanation.figure)
            yield from _nodes(explanation)


def _nodes(explanation: Explanation) -> Iterator[Node]:
    title = f"{explanation.title}: {explanation.value}" if explanation.value else explanation.title
    how = ". ".join(text.rstrip(".") for text in (explanation.formula, explanation.filled) if text)
    table = explanation.table
    if table is None or not table.rows:
        yield Paragraph(f"{title}. {how}.", small=True)
        return
    rows = (*table.rows, table.total) if table.total else table.rows
    yield Table(title, table.header, rows, _widths(len(table.header)), frozenset(range(1, len(table.header))))
    yield Paragraph(f"{how}.", small=True)


def _widths(columns: int) -> tuple[float, ...]:
    """Shares of the page: names need most; a column a criterion needs all there is, and its sum little."""
    if columns > MANY_COLUMNS:
        first, last = 0.16, 0.09
        return first, *((1 - first - last) / (columns - 2),) * (columns - 2), last
    first = 0.5 if columns <= FEW_COLUMNS else 0.3
    return first, *((1 - first) / (columns - 1),) * (columns - 1)
