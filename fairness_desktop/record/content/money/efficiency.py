"""Whether the money is put to good use: the crude test and the wide one side by side, and what others bring."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.options import Option
from ....i18n import _
from ....scoring.inputs import scoring_inputs
from ....scoring.money.efficiency import OptionEfficiency, efficiency
from ....scoring.money.leverage import led_from_outside, leverage
from ....telling.charts.chart import Figures
from ....telling.figures import pounds
from ....telling.money.efficiency import beside, both_tests, by_agency, question, said_of
from ....telling.money.flows import agency_called
from ....telling.money.offers import brings_told, hour_told, led_told, leverage_told, standing_told
from ....telling.quality import rated_sentence
from ...subject import RecordSubject
from ..detail.quality import ratings
from ..tree import Bullets, Heading, Node, Paragraph, Table
from ..wording import named, or_gap


def efficiency_tests(subject: RecordSubject) -> Iterator[Node]:
    """Both tests, kept beside one another; nothing before it is known which kind of decision it is."""
    now, kind = subject.assessment, subject.assessment.kind
    if kind is None or not now.options:
        return
    rows = _rows(subject)
    yield Heading(_("Good use of money: the crude test and the wide one"), 2)
    yield Paragraph(
        _(
            "Outputs for the money are the crude test. Beside it stands the question proper to this kind of decision: "
            "{question}"
        ).format(question=question(kind))
    )
    yield _table(_("Two tests of efficiency"), both_tests(now, rows, kind))
    said = [option.id for option in now.options if said_of(now, option.id)]
    if said:
        yield _table(_("Who shares the cost, what prevents, what ties people"), beside(now, rows))
    yield from _agencies(rows)
    benchmarks = tuple(_benchmark(o) for o in now.options if o.efficiency.benchmark is not None)
    if benchmarks:
        yield Bullets(benchmarks)
    yield from ratings(
        tuple((str(o.id), rated_sentence(o.efficiency.satisfied, o.efficiency.rated_by)) for o in now.options)
    )


def _rows(subject: RecordSubject) -> tuple[OptionEfficiency, ...]:
    """What hangs on the score is left out where there is none, and where a public copy must not tell it."""
    result = subject.result
    inputs = None if result is None else scoring_inputs(subject.assessment, subject.framework)
    return efficiency(subject.assessment, subject.framework, inputs, result)


def _table(caption: str, figures: Figures) -> Table:
    whole = sum(figures.shares)
    return Table(caption, figures.header, figures.rows, tuple(s / whole for s in figures.shares), figures.numbers)


def _agencies(rows: tuple[OptionEfficiency, ...]) -> Iterator[Node]:
    told = tuple(
        _("{id}, net cost a year by agency: {agencies}").format(id=row.option, agencies=by_agency(row, agency_called))
        for row in rows
        if len(row.by_agency) > 1
    )
    if told:
        yield Bullets(told)


def _benchmark(option: Option) -> str:
    assert option.efficiency.benchmark is not None
    return _("{id}, benchmark: {sum} for each. Where that comes from: {source}").format(
        id=option.id,
        sum=pounds(round(option.efficiency.benchmark, 2)),
        source=or_gap(option.efficiency.benchmark_source),
    )


def offers(subject: RecordSubject) -> Iterator[Node]:
    """Each offer, taken up or declined, with the reason; what they bring for each pound of the council's."""
    now = subject.assessment
    made = [o for o in now.options if o.offers]
    led = led_told(led_from_outside(now))
    if led:
        yield Paragraph(led)
    for option in made:
        header = (_("From whom"), _("Brings"), _("Taken up"), _("Why"))
        rows = tuple((or_gap(x.giver), brings_told(x), standing_told(x), or_gap(x.reason)) for x in option.offers)
        yield Heading(_("Offers for {option}").format(option=named(now, option.id)), 2)
        yield Table(_("Offers from outside, {id}").format(id=option.id), header, rows, (0.22, 0.3, 0.14, 0.34))
        council = option.council_resource
        sums = (
            _("The council's own share: {sum}.").format(
                sum=_("not answered") if council is None else pounds(round(council, 2))
            ),
            hour_told(option),
            leverage_told(leverage(option)),
        )
        yield Bullets(tuple(text for text in sums if text))
