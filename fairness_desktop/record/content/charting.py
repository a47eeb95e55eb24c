"""Charts in the record, each with its table under it."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.vocabulary import OptionId
from ...scoring.result import Result
from ...telling.charts.chart import Chart, Figures
from ...telling.charts.gains import gains
from ..subject import RecordSubject
from .tree import ChartFigure, Node, Table

SHORTEST, LONGEST = 8, 36
"""Characters a column is made for; longer cells take more lines."""


def charted(chart: Chart | None) -> Iterator[Node]:
    """A chart and its table; nothing where there is none."""
    if chart is None:
        return
    yield ChartFigure(chart)
    table = chart.table
    widths = tuple(_width(table, column) for column in range(len(table.header)))
    yield Table(chart.title, table.header, table.rows, widths, table.numbers, spoken=True)


def _width(table: Figures, column: int) -> float:
    """The room a column asks for, in characters and the space beside them; a number is never broken."""
    longest = max(*(len(row[column]) for row in table.rows), len(table.header[column]) // 2, SHORTEST)
    return min(longest, LONGEST) + (6 if column in table.numbers else 2)


def who_gains(subject: RecordSubject, result: Result) -> Iterator[Node]:
    """Under the leader, or where that changes nothing under the best that does; and under the option chosen."""
    now = subject.assessment
    wanted: list[OptionId] = [o.id for o in result.ranked if not now.option(o.id).baseline][:1]
    chosen = now.decision.chosen
    if chosen is not None and chosen not in wanted and not now.option(chosen).baseline:
        wanted.append(chosen)
    for option in wanted:
        yield from charted(gains(now, subject.framework, result, option))
