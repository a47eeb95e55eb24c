"""What changed between two documents, place by place."""

from __future__ import annotations

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.differences import differences
from fairness_desktop.exchange.encoding import encode

from ..strategies import assessments
from .documents import Document, drop, example, put


def told(old: object, new: object) -> list[tuple[str, object, object]]:
    return [(d.where, d.old, d.new) for d in differences(old, new)]


@pytest.mark.parametrize(
    ("changed", "where", "old", "new"),
    [
        (put(example(), "title", "Other"), "title", "Play area at the end of its life", "Other"),
        (put(example(), "groups[1].size", 181), "groups[ck].size", 180, 181),
        (put(example(), "effects[0].impacts.voice", -1), "effects[D/dk].impacts.voice", 1.5, -1),
        (drop(example(), "effects[0].impacts.voice"), "effects[D/dk].impacts.voice", 1.5, None),
        (drop(example(), "unanswered[0]"), "unanswered[D/dk/household_cost]", example()["unanswered"][0], None),
        (put(example(), "duties.risk", "low"), "duties.risk", None, "low"),
        (put(example(), "groups[0].heard", 0), "groups[dk].heard", False, 0),
        (put(example(), "groups[1].heard", False), "groups[ck].heard", None, False),
    ],
)
def test_that_a_change_is_told_at_its_smallest_place(changed: Document, where: str, old: object, new: object) -> None:
    assert told(example(), changed) == [(where, old, new)]


def test_that_a_row_put_elsewhere_is_told_as_a_new_order() -> None:
    turned = example()
    turned["groups"].reverse()

    assert told(example(), turned) == [("groups", ["dk", "ck"], ["ck", "dk"])]


def test_that_a_row_taken_out_is_no_new_order() -> None:
    assert [where for where, _old, _new in told(example(), drop(example(), "groups[0]"))] == ["groups[dk]"]


@given(assessments(draft=True, foreign=True))
def test_that_the_same_document_has_no_differences(assessment: Assessment) -> None:
    assert told(encode(assessment), encode(assessment)) == []


@given(assessments(), assessments())
def test_that_documents_without_differences_are_the_same_bytes(one: Assessment, other: Assessment) -> None:
    alike = canonical(encode(one)) == canonical(encode(other))

    assert (told(encode(one), encode(other)) == []) is alike
