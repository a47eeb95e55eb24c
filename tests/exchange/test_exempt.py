"""Which texts of a document can be left out, and that nothing of them stays."""

from __future__ import annotations

from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.exchange.exempt import foreign, texts, without

from ..strategies import MODEL, assessments
from .documents import example


def test_that_texts_are_found_by_places_that_name_rows_by_their_ids() -> None:
    found = texts(example())

    assert found["effects[D/dk].because"] == "They said so at the workshop."
    assert found["decision.rejected[A].why"] == "It leaves them out."
    assert "body.name" not in found
    assert "authority.decision_maker.name" not in found


def test_that_what_is_left_out_is_left_out_where_it_is_repeated_too() -> None:
    document = example() | {"summary": "We know: it leaves them out. So it does."}

    told = without(document, {"decision.rejected[A].why": "[gone]"})

    assert told["decision"]["rejected"][0]["why"] == "[gone]"
    assert told["summary"] == "We know: [gone] So it does."


def test_that_a_part_of_a_word_is_no_repetition() -> None:
    document = example() | {"interests": "Band", "summary": "The bandstand. A band."}

    assert without(document, {"interests": "[gone]"})["summary"] == "The bandstand. A [gone]."


@given(assessments(draft=True))
def test_that_every_field_we_write_is_known_as_ours(assessment: Assessment) -> None:
    document = encode(assessment)

    assert not any(foreign(key, value, MODEL.criterion_ids) for key, value in document.items())


def test_that_a_field_of_another_program_is_known_as_such() -> None:
    assert foreign("x_note", "…", ())
    assert foreign("groups[dk].x_note", "…", ())
    assert foreign("groups", [{"id": "dk", "x_note": 1}], ())
    assert not foreign("groups[x.note].name", "…", ())
