"""Charts in the record, each with its table under it."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.vocabulary import OptionId
from ...scoring.result import Result
from ...telling.charts.chart import Chart
from ...telling.charts.gains import gains
from ..subject import RecordSubject
from .tree import ChartFigure, Node, Table


def charted(chart: Chart | None) -> Iterator[Node]:
    """A chart and its table; nothing where there is none."""
    if chart is None:
        return
    yield ChartFigure(chart)
    table = chart.table
    yield Table(chart.title, table.header, table.rows, table.shares, table.numbers, spoken=True)


def who_gains(subject: RecordSubject, result: Result) -> Iterator[Node]:
    """Under the leader, or where that changes nothing under the best that does; and under the option chosen."""
    now = subject.assessment
    wanted: list[OptionId] = [o.id for o in result.ranked if not now.option(o.id).baseline][:1]
    chosen = now.decision.chosen
    if chosen is not None and chosen not in wanted and not now.option(chosen).baseline:
        wanted.append(chosen)
    for option in wanted:
        yield from charted(gains(now, subject.framework, result, option))
