"""Charts in the record: whole, on paper as on the screen, and in words for those who do not see them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import ChartFigure, Table, texts
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.pdf.charts import INKS, SCALE, ChartFlowable, measure
from fairness_desktop.record.pdf.flowables import WIDTH
from fairness_desktop.record.pdf.tagging.tags import Element
from fairness_desktop.record.programs import programs
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.scoring.score import score_in_full
from fairness_desktop.telling.charts.scene import Bounds, Role, bounds

from ..strategies import MODEL, assessments
from ..telling.charts.drawn import every_chart, laid_over, scored
from .conftest import subject_of

TITLES = [
    "Options side by side",
    "Who gains, who loses under D",
    "How much good, and for whom",
    "How firm is the lead?",
    "What would turn the lead?",
    "What one more point costs",
]
PAGE_HEIGHT = 650
"""Points that a chart, its title and its sentence may fill."""


@pytest.fixture(scope="module")
def whole(example: Assessment, framework: Framework) -> RecordSubject:
    """The example with its draws and switching values."""
    return replace(subject_of(example, framework), result=score_in_full(example, framework))


@pytest.fixture(scope="module")
def pdf(whole: RecordSubject) -> bytes:
    return PdfRecordMaker().make(whole)


def figures(subject: RecordSubject) -> list[ChartFigure]:
    return [node for node in document(subject, programs()).nodes if isinstance(node, ChartFigure)]


def alternatives(pdf: bytes) -> list[str]:
    """What a reader that shows no pictures finds in their place, in reading order."""
    found: list[str] = []

    def look(element: Any) -> None:  # noqa: ANN401 - the library is untyped
        if element.get("/S") == "/Figure":
            found.append(str(element["/Alt"]))
        kids = element.get("/K", ())
        for i in range(len(kids)) if isinstance(kids, list) else ():
            if isinstance(kids[i], dict) and "/S" in kids[i]:
                look(kids[i])

    look(PdfFileReader(BytesIO(pdf)).root["/StructTreeRoot"]["/K"])
    return found


def test_that_every_chart_is_in_the_record(whole: RecordSubject) -> None:
    assert [figure.chart.title for figure in figures(whole)] == TITLES


def test_that_the_words_of_each_chart_stand_where_it_is_drawn(whole: RecordSubject, pdf: bytes) -> None:
    assert alternatives(pdf) == [figure.alt for figure in figures(whole)]


def test_that_what_a_chart_says_is_among_the_texts_of_the_record(whole: RecordSubject) -> None:
    said = texts(document(whole, programs()))

    for figure in figures(whole):
        assert {figure.chart.title, figure.chart.caption, figure.alt} <= set(said)


def test_that_each_chart_has_its_table_right_under_it(whole: RecordSubject) -> None:
    nodes = document(whole, programs()).nodes

    under = [nodes[i + 1] for i, node in enumerate(nodes) if isinstance(node, ChartFigure)]

    assert all(isinstance(table, Table) for table in under)
    own = [(t.header, t.rows) for t in under[1:] if isinstance(t, Table)]  # the scores have a larger one
    assert own == [(f.chart.table.header, f.chart.table.rows) for f in figures(whole)[1:]]


def test_that_without_draws_the_record_has_the_other_charts(example: Assessment, framework: Framework) -> None:
    bare = subject_of(example, framework)
    assert bare.result is not None
    bare = replace(bare, result=replace(bare.result, robustness=None, switches=None))

    assert [figure.chart.title for figure in figures(bare)] == [*TITLES[:3], TITLES[5]]


def test_that_an_option_chosen_against_the_lead_is_shown_too(whole: RecordSubject) -> None:
    decision = replace(whole.assessment.decision, chosen=OptionId("C"))
    other = replace(whole, assessment=replace(whole.assessment, decision=decision))

    titles = [figure.chart.title for figure in figures(other)]

    assert titles[1:3] == ["Who gains, who loses under D", "Who gains, who loses under C"]


@given(assessments(most=8))
def test_that_a_chart_fits_the_page_and_is_never_split(assessment: Assessment) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        flowable = ChartFlowable(chart, WIDTH, Element("Figure"))

        assert flowable.width == pytest.approx(WIDTH)
        assert flowable.height < PAGE_HEIGHT
        assert flowable.split(WIDTH, flowable.height / 2) == []


@given(assessments(most=8))
def test_that_on_paper_too_nothing_lies_over_words_or_beyond_the_sheet(assessment: Assessment) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        scene = chart.scene(WIDTH, measure, SCALE)
        sheet = Bounds(0, 0, scene.width, scene.height)

        assert laid_over(scene) == []
        assert all(bounds(mark).within(sheet, 1e-6) for mark in scene.marks)


def test_that_there_is_an_ink_for_every_role() -> None:
    assert set(INKS) == set(Role)


def test_that_the_same_charts_are_the_same_bytes(whole: RecordSubject, pdf: bytes) -> None:
    assert PdfRecordMaker().make(whole) == pdf


def test_that_a_decision_of_which_none_is_feasible_is_laid_out(example: Assessment) -> None:
    none = replace(example, required_saving=1e9)
    subject = replace(subject_of(none, MODEL), result=score_in_full(none, MODEL))

    assert PdfRecordMaker().make(subject).startswith(b"%PDF")
