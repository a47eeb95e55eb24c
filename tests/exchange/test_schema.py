"""The schemas say what the program says, as far as a schema can."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.money.asking import Sort, asks
from fairness_desktop.domain.money.efficiency import Efficiency
from fairness_desktop.domain.money.mechanisms import OF_KIND
from fairness_desktop.domain.money.offers import Offer
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.shipped import folder

from ..strategies import assessments
from .documents import drop, example, put
from .refusals import NEEDED, spoilt_rows

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.fairness.json"))
TOGETHER = [("options[0].baseline", False), ("options[1].baseline", True), ("options[2].net_cost", 5)]


@cache
def schema(name: str) -> Draft202012Validator:
    document: dict[str, Any] = json.loads((folder() / "schema" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


def accepts(document: object) -> bool:
    """Whether the schema takes the document as a file would hold it."""
    return schema("assessment-1.schema.json").is_valid(json.loads(json.dumps(document)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_that_every_case_fits_the_schema(path: Path) -> None:
    assert accepts(json.loads(path.read_text(encoding="utf-8")))


def test_that_the_example_of_the_contract_fits_the_schema() -> None:
    assert accepts(example())


@given(assessments(draft=True, foreign=True))
def test_that_any_export_fits_the_schema(assessment: Assessment) -> None:
    assert accepts(encode(assessment))


@given(assessments())
def test_that_any_finished_export_fits_the_schema(assessment: Assessment) -> None:
    assert accepts(encode(assessment))


@pytest.mark.parametrize(("place", "value", "_why"), spoilt_rows(), ids=lambda v: str(v)[:40])
def test_that_the_schema_refuses_what_the_program_refuses(place: str, value: object, _why: str) -> None:
    assert not accepts(put(example(), place, value))


@pytest.mark.parametrize("place", NEEDED)
def test_that_the_schema_wants_what_the_program_needs(place: str) -> None:
    assert not accepts(drop(example(), place))
    assert not accepts(put(example(), place, None))


@pytest.mark.parametrize(("place", "value"), TOGETHER)
def test_that_the_schema_wants_one_baseline_and_one_cost(place: str, value: object) -> None:
    assert not accepts(put(example(), place, value))


def test_that_a_draft_may_say_what_is_open() -> None:
    draft = drop(put(example(), "unanswered", [{"field": "groups[0].size"}]), "groups[0].size")

    assert accepts(draft)
    assert not accepts(drop(draft, "unanswered"))


def test_that_a_draft_may_be_without_groups_and_options() -> None:
    bare = example() | {"groups": [], "options": [], "effects": [], "unanswered": [], "decision": {}}

    assert accepts(bare)


def test_that_the_shipped_framework_fits_its_schema() -> None:
    shipped = json.loads((folder() / "frameworks" / "model-1.json").read_text(encoding="utf-8"))

    assert schema("framework-1.schema.json").is_valid(shipped)


@pytest.mark.parametrize("place", ["elasticity", "kappa", "criteria", "kinds[0].weights", "discount.schedule"])
def test_that_the_schema_wants_every_part_of_a_framework(place: str) -> None:
    shipped = json.loads((folder() / "frameworks" / "model-1.json").read_text(encoding="utf-8"))

    assert not schema("framework-1.schema.json").is_valid(drop(shipped, place))


@pytest.mark.parametrize(
    ("part", "of"),
    [("offer", Offer), ("efficiency", Efficiency), *(("mechanism", of) for of in OF_KIND.values())],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_that_every_field_of_money_is_in_the_schema_within_its_bounds(part: str, of: type) -> None:
    found = json.loads((folder() / "schema" / "assessment-1.schema.json").read_text(encoding="utf-8"))
    known = found["$defs"][part]["properties"]

    for name, ask in asks(of).items():
        field = known["from" if of is Offer and name == "giver" else name]
        if ask.sort is not Sort.WORDS and ask.choices is None:
            assert (field["minimum"], field["maximum"]) == (ask.low, ask.high), name
