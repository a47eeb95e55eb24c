"""What every chart of every decision keeps to."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop import i18n
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Cell

from ...strategies import MODEL, assessments
from .drawn import WIDTHS, case, every_chart, laid_over, measure, scored, strays

widths = st.sampled_from(WIDTHS)
scales = st.sampled_from([0.65, 1.0, 2.0])


@given(assessments(most=8), widths, scales)
def test_that_no_mark_reaches_beyond_the_sheet(assessment: Assessment, width: float, scale: float) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        assert strays(chart.scene(width * scale, measure, scale)) == [], chart.title


@given(assessments(most=8), widths)
def test_that_no_words_are_laid_over_others(assessment: Assessment, width: float) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        assert laid_over(chart.scene(width, measure)) == [], chart.title


@given(assessments(most=6), st.data(), widths)
def test_that_gaps_are_drawn_clean(assessment: Assessment, data: st.DataObject, width: float) -> None:
    for pair in data.draw(st.sets(st.sampled_from(list(assessment.pairs())))):
        assessment = assessment.with_cell(*pair, Cell(), MODEL.criterion_ids)

    for chart in every_chart(assessment, scored(assessment)):
        scene = chart.scene(width, measure)
        assert (strays(scene), laid_over(scene)) == ([], []), chart.title


class Wordy(gettext.NullTranslations):
    """A language that takes half as many letters again."""

    def gettext(self, message: str) -> str:
        return message + " ŵŵŵŵ" * max(1, round(len(message) / 10))


@pytest.fixture
def wordy() -> Iterator[None]:
    i18n.use(Wordy())
    yield
    i18n.use(gettext.NullTranslations())


@pytest.mark.usefixtures("wordy")
@pytest.mark.parametrize("name", ["d1", "d3", "d6", "d9"])
@pytest.mark.parametrize("width", WIDTHS)
def test_that_longer_words_are_drawn_clean(name: str, width: float) -> None:
    for chart in every_chart(*case(name)):
        scene = chart.scene(width, measure)
        assert (strays(scene), laid_over(scene)) == ([], []), chart.title


@given(assessments(foreign=True), widths)
def test_that_ids_of_any_kind_are_drawn(assessment: Assessment, width: float) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        scene = chart.scene(width, measure)
        assert (strays(scene), laid_over(scene)) == ([], []), chart.title


@pytest.mark.parametrize("name", ["d1", "d6", "d9"])
@pytest.mark.parametrize("width", WIDTHS)
def test_that_real_decisions_are_drawn_clean(name: str, width: float) -> None:
    for chart in every_chart(*case(name)):
        scene = chart.scene(width, measure)
        assert (strays(scene), laid_over(scene)) == ([], []), chart.title


@pytest.mark.parametrize("name", ["d1", "d6", "d9"])
def test_that_a_larger_scale_draws_the_same_larger(name: str) -> None:
    for chart in every_chart(*case(name)):
        assert chart.scene(1000, measure, 2.0) == chart.scene(500, measure).magnified(2.0)


@given(assessments(most=8))
def test_that_every_row_of_a_table_is_as_long_as_its_header(assessment: Assessment) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        assert {len(row) for row in chart.table.rows} == {len(chart.table.header)}


@given(assessments(most=8))
def test_that_every_chart_is_told_in_whole_sentences(assessment: Assessment) -> None:
    for chart in every_chart(assessment, scored(assessment)):
        assert chart.in_words.endswith(".")
        assert chart.caption.endswith(".")
        assert "None" not in chart.in_words
