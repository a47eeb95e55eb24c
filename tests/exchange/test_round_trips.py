"""What is written is read again, whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange import files
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.decoding import Frameworks, decode
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.exchange.reading import parse

from ..strategies import MODEL, assessments
from .documents import drop, example, put

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.fairness.json"))
KNOWN: Frameworks = {(MODEL.id, MODEL.version): MODEL}


@given(assessments(draft=True, foreign=True))
def test_that_any_draft_comes_back_equal_with_every_field_nobody_knows(assessment: Assessment) -> None:
    assert decode(parse(files.text(assessment).encode()), KNOWN) == assessment


@given(assessments(draft=True, foreign=True))
def test_that_a_second_export_is_the_same_byte_for_byte(assessment: Assessment) -> None:
    document = encode(assessment)

    assert canonical(encode(decode(document, KNOWN))) == canonical(document)


@given(assessments())
def test_that_a_finished_assessment_comes_back_equal(assessment: Assessment) -> None:
    assert decode(encode(assessment), KNOWN) == assessment


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_that_a_case_loses_nothing_it_says(path: Path, known: Frameworks) -> None:
    before: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    after = encode(files.read(path, known))

    after["framework"].pop("sha256")
    assert canonical(after) == canonical(before)


OBJECTS = [
    "", "body", "authority", "authority.decision_maker", "framework", "groups[0]", "groups[0].need_evidence[0]",
    "groups[0].need_evidence[1].areas[0]", "overlaps[0]", "duties.equality_aims", "duties.equality_lens[0]",
    "duties.ways_of_working", "duties.prompts[0]",
    "options[1]", "options[2].cash_flow[0]", "effects[0]", "unanswered[0]", "unanswered[1]", "duties", "decision",
    "decision.rejected[0]", "options[2].offers[0]", "options[2].mechanism", "options[2].efficiency",
    "options[2].efficiency.shared_by[0]",
]  # fmt: skip


@pytest.mark.parametrize("place", OBJECTS)
def test_that_an_unknown_field_is_handed_on_from_every_object(place: str, known: Frameworks) -> None:
    document = put(put(example(), "duties.risk", "low"), f"{place}.x-new".lstrip("."), {"deep": [1, None, {"a": "é"}]})

    kept = encode(decode(document, known))

    kept["framework"].pop("sha256")
    assert canonical(kept) == canonical(document)


def test_that_half_an_answer_is_kept_with_what_nobody_knows_of_it(known: Frameworks) -> None:
    so_far = {"reach": 0.5, "impacts": {"voice": -1}, "because": "so far", "x-new": True}
    document = put(example(), "unanswered[1].so_far", so_far)

    assert encode(decode(document, known))["unanswered"][1]["so_far"] == so_far


@pytest.mark.parametrize("place", ["kind", "body.kind", "body.nation", "groups[0].size", "groups[0].need_level"])
def test_that_a_needed_field_may_be_open_when_the_draft_says_so(place: str, known: Frameworks) -> None:
    document = drop(put(example(), "unanswered", [{"field": place}]), place)

    assert encode(decode(document, known))["unanswered"] == [{"field": place}]


def test_that_a_cost_may_be_open_when_the_draft_says_so(known: Frameworks) -> None:
    document = put(example(), "unanswered", [{"field": "options[2].net_cost"}])

    nothing: list[object] = []
    for flow in (None, nothing):
        assert encode(decode(put(document, "options[2].cash_flow", flow), known))["unanswered"] == [
            {"field": "options[2].net_cost"}
        ]


def test_that_what_a_later_version_says_is_open_is_handed_on(known: Frameworks) -> None:
    later = [{"field": "duties.x-carbon", "asked": "the clerk"}]

    assert encode(decode(put(example(), "unanswered", later), known))["unanswered"] == later


def test_that_a_note_on_an_open_field_stays_while_it_is_open(known: Frameworks) -> None:
    entry = {"field": "groups[1].size", "asked": "the clerk"}
    document = put(drop(example(), "groups[1].size"), "unanswered", [entry])
    answered = put(document, "groups[1].size", 180)

    assert encode(decode(document, known))["unanswered"] == [entry]
    assert "unanswered" not in encode(decode(answered, known))


def test_that_what_is_not_said_is_not_written(known: Frameworks) -> None:
    bare = decode(drop(drop(drop(example(), "decision"), "authority"), "duties"), known)

    assert {"decision", "authority", "duties", "summary"}.isdisjoint(encode(bare))


def test_that_rows_keep_the_order_in_which_they_were_entered(known: Frameworks) -> None:
    document = example()
    document["groups"].reverse()
    document["effects"].reverse()

    kept = encode(decode(document, known))

    assert [g["id"] for g in kept["groups"]] == ["ck", "dk"]
    assert [e["group"] for e in kept["effects"]] == ["ck", "dk"]


def test_that_without_a_hash_the_shipped_framework_is_meant(known: Frameworks) -> None:
    assert decode(example(), known).framework.sha256 == MODEL.sha256
