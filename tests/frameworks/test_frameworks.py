"""A framework is data; a fault in it is shown with file, line and field."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from fairness_desktop.domain.errors import FrameworkError, InvalidInputError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import CriterionId, Grade, Kind
from fairness_desktop.frameworks.catalogue import frameworks
from fairness_desktop.frameworks.lines import line_of
from fairness_desktop.frameworks.loader import load_framework
from fairness_desktop.shipped import folder

SHIPPED = folder() / "frameworks" / "model-1.json"
TEXT = SHIPPED.read_text(encoding="utf-8")


def test_that_the_shipped_framework_is_the_one_of_the_method(framework: Framework) -> None:
    assert (framework.elasticity.value, framework.elasticity.low, framework.elasticity.high) == (1.3, 0.8, 2.0)
    assert [rung.living_standard for rung in framework.need_ladder] == [1.5, 1.0, 0.8, 0.6, 0.475, 0.35]
    assert (framework.need_threshold, framework.kappa) == (0.6, 0.1)
    assert list(framework.half_widths.values()) == [0.25, 0.5, 1.0, 1.5]
    assert [band.rate for band in framework.discount] == [0.035, 0.03, 0.025, 0.02, 0.015, 0.01]
    assert framework.reads_equal_below == 0.05


@pytest.mark.parametrize(
    ("kind", "weights"),
    [
        (Kind.INVOLVEMENT, [20, 15, 35, 15, 10, 5]),
        (Kind.JOINED_UP, [25, 15, 15, 25, 15, 5]),
        (Kind.TECHNICAL, [40, 20, 5, 5, 15, 15]),
        (Kind.FRAMEWORK, [30, 20, 10, 10, 15, 15]),
    ],
)
def test_that_the_swing_weights_are_those_of_the_method(kind: Kind, weights: list[int], framework: Framework) -> None:
    assert [framework.kinds[kind].weights[c] for c in framework.criterion_ids] == weights


def test_that_the_hash_is_over_the_canonical_form_not_the_file(framework: Framework, tmp_path: Path) -> None:
    squeezed = tmp_path / "model.json"
    squeezed.write_text(json.dumps(json.loads(TEXT), sort_keys=True), encoding="utf-8")

    assert framework.sha256 == hashlib.sha256(rfc8785.dumps(json.loads(TEXT))).hexdigest()
    assert load_framework(squeezed).sha256 == framework.sha256


def test_that_any_other_value_gives_another_hash(framework: Framework, tmp_path: Path) -> None:
    other = tmp_path / "model.json"
    other.write_text(TEXT.replace('"kappa": 0.1', '"kappa": 0.11'), encoding="utf-8")

    assert load_framework(other).sha256 != framework.sha256


BREAKS: list[tuple[str, str, str, str]] = [
    ('"value": 1.3', '"value": "1.3"', "elasticity.value", "must be a number"),
    ('"value": 1.3', '"value": 2.3', "elasticity.value", "must lie between low and high"),
    ('"level": 3', '"level": 4', "need_ladder[3].level", "must be 3"),
    ('"living_standard": 0.475', '"living_standard": 0', "need_ladder[4].living_standard", "must be above 0"),
    ('"need_threshold": 0.6', '"need_threshold": null', "need_threshold", "must be a number"),
    ('"red_single": -2.0', '"red_single": true', "floor.red_single", "must be a number"),
    ('"kappa": 0.1', '"kappa": 0', "kappa", "must be above 0"),
    ('"B": 0.5', '"B": -0.5', "half_widths.B", "must be 0 or more"),
    ('"draws": 10000', '"draws": 0', "robustness.draws", "must be a whole number from 1 to 1,000,000"),
    ('"weight_low": 0.75', '"weight_low": 1.75', "robustness.weight_low", "must be above 0"),
    ('"leaning": 0.6', '"leaning": 0.9', "robustness.leaning", "must not be above robust"),
    ('"to_year": 125', '"to_year": 75', "discount.schedule[2].to_year", "must rise"),
    ('"rate": 0.02\n', '"rate": 2\n', "discount.schedule[3].rate", "must be a share"),
    ('"id": "voice"', '"id": "access"', "criteria[2].id", "stands there twice"),
    ('"name": "Voice",', "", "criteria[2].name", "is missing"),
    ('"kind": "technical",\n      "about"', '"kind": "joined_up",\n      "about"', "kinds[2].kind", "twice"),
    ('"id": "t2"', '"id": "t1"', "classifier.statements[7].id", "stands there twice"),
    ('"kind": "joined_up",\n        "text"', '"kind": "x",\n        "text"', "classifier.statements[3].kind", "one of"),
    ('"otherwise": "framework"', '"otherwise": "none"', "classifier.otherwise", "one of"),
    ('"version": "1"', '"version": 1', "version", "must be text"),
    ('"format_version": 1', '"format_version": 2', "format_version", "a newer framework needs a newer"),
    ("fairness-desktop/framework", "fairness-desktop/other", "format", "must be “fairness-desktop/framework”"),
    ('"reads_equal_below": 0.05', '"reads_equal_below": -1', "reads_equal_below", "must be above 0"),
]


@pytest.mark.parametrize(("old", "new", "field", "why"), BREAKS, ids=[b[2] for b in BREAKS])
def test_that_a_fault_names_file_line_and_field(old: str, new: str, field: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "model-1.json"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    changed = 1 + next(
        i for i, (a, b) in enumerate(zip(TEXT.split("\n"), path.read_text("utf-8").split("\n"), strict=False)) if a != b
    )

    with pytest.raises(FrameworkError) as fault:
        load_framework(path)

    line = re.search(r"^model-1\.json: line (\d+): (.*?): ", str(fault.value))
    assert line is not None
    assert line.group(2) == field
    assert why in str(fault.value)
    if "missing" not in why:
        assert int(line.group(1)) in (changed, changed + old.count("\n"))


def without(change: Callable[[dict[str, Any]], object]) -> object:
    document = copy.deepcopy(json.loads(TEXT))
    change(document)
    return document


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.pop("discount"), "discount.schedule: must end with a row for all later years"),
        (lambda d: d["discount"]["schedule"].pop(), "discount.schedule: must end with a row for all later years"),
        (lambda d: d.pop("robustness"), "robustness.draws: must be a whole number from 1 to 1,000,000"),
        (lambda d: d["need_ladder"].pop(), "need_ladder: must have the six levels 0 to 5"),
        (lambda d: d.update(criteria=[]), "criteria: must name at least one criterion"),
        (lambda d: d["kinds"].pop(), "kinds: has no weights for “framework”"),
        (lambda d: d["kinds"][0]["weights"].update(voice=-1), "kinds[0].weights: must be 0 or more, and not all 0"),
        (
            lambda d: d["kinds"][0].update(weights=dict.fromkeys(d["kinds"][0]["weights"], 0)),
            "kinds[0].weights: must be 0 or more, and not all 0",
        ),
        (lambda d: d["kinds"][0]["weights"].update(beauty=1), "kinds[0].weights.beauty: is no criterion"),
        (lambda d: d["criteria"][0]["anchors"].pop("2"), "criteria[0].anchors.2: is missing"),
    ],
    ids=range(10),
)
def test_that_a_part_left_out_is_named(change: Callable[[dict[str, Any]], object], said: str, tmp_path: Path) -> None:
    path = tmp_path / "model-1.json"
    path.write_text(json.dumps(without(change), indent=1), encoding="utf-8")

    with pytest.raises(FrameworkError, match=re.escape(said)):
        load_framework(path)


def test_that_text_that_is_no_json_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text(TEXT.replace('"kappa": 0.1,', '"kappa": 0.1'), encoding="utf-8")
    line = TEXT.split('"kappa"')[0].count("\n") + 2

    with pytest.raises(FrameworkError, match=rf"broken\.json: is not JSON \(line {line},"):
        load_framework(path)


def test_that_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"none\.json.*cannot be read"):
        load_framework(tmp_path / "none.json")


def test_that_an_adoption_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ours.json"
    path.write_text(
        TEXT.replace('"adoption": null', '"adoption": {"date": "2026-05-04", "minute": "12/26"}'), encoding="utf-8"
    )

    adoption = load_framework(path).adoption

    assert adoption is not None
    assert (adoption.date, adoption.minute) == ("2026-05-04", "12/26")


def test_that_every_framework_in_a_folder_is_known_by_id_and_version() -> None:
    assert set(frameworks(SHIPPED.parent)) == {("model", "1"), ("model", "2")}


def test_that_a_framework_is_asked_by_name(framework: Framework) -> None:
    assert framework.criterion(CriterionId("voice")).name == "Voice"
    assert framework.half_widths[Grade.D] == 1.5
    with pytest.raises(InvalidInputError, match="no criterion “beauty”"):
        framework.criterion(CriterionId("beauty"))


def test_that_a_place_in_text_is_found_past_brackets_and_quotes() -> None:
    text = '{\n"a{": "]",\n"rows": [\n{"x\\"": 1},\n{"x":\n2}],\n"x": 3}'

    assert [line_of(text, where) for where in ("rows", "rows[0]", "rows[1].x", "x", "rows[1].gone", "gone")] == [
        3, 4, 5, 7, 5, 1,
    ]  # fmt: skip
