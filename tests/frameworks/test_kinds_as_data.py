"""What kinds of decision ask for, and the levels, are data of the framework; version 1 keeps its bytes."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fairness_desktop.domain.errors import FrameworkError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.profile import EfficiencyTest, Fit, Headline
from fairness_desktop.domain.kinds.profile import QualityMechanism as Quality
from fairness_desktop.domain.vocabulary import Grade, Kind
from fairness_desktop.frameworks.catalogue import SHIPPED
from fairness_desktop.frameworks.loader import load_framework
from fairness_desktop.shipped import folder

FILE = folder() / "frameworks" / "model-2.json"
DOCUMENT: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def test_that_version_1_is_the_one_old_records_name(framework: Framework) -> None:
    assert framework.sha256 == "70afbcce410a1a67e31c17b994c2cb7050d7ed2f76d5a7e8319117a4623c55d6"
    assert (framework.levels, framework.kinds[Kind.TECHNICAL].headline) == ((), None)


def test_that_new_assessments_are_made_under_version_2() -> None:
    assert SHIPPED == ("model", "2")


def test_that_version_2_counts_as_version_1_does(framework: Framework, newest: Framework) -> None:
    for name in ("elasticity", "need_ladder", "criteria", "floor", "kappa", "half_widths", "robustness", "discount"):
        assert getattr(newest, name) == getattr(framework, name), name
    assert [newest.kinds[k].weights for k in Kind] == [framework.kinds[k].weights for k in Kind]


@pytest.mark.parametrize(
    ("kind", "headline", "test", "best"),
    [
        (Kind.INVOLVEMENT, Headline.VOICE_COVERAGE, EfficiencyTest.VALUE_PER_POUND, Quality.PEER_REVIEW),
        (
            Kind.JOINED_UP,
            Headline.NET_COST,
            EfficiencyTest.NET_COST_ACROSS_AGENCIES,
            Quality.PROFESSIONAL_STANDARDS,
        ),
        (Kind.TECHNICAL, Headline.FIRST_RANK_SHARE, EfficiencyTest.UNIT_COST, Quality.PROFESSIONAL_STANDARDS),
        (Kind.FRAMEWORK, Headline.FOCUS_RATIO, EfficiencyTest.POINTS_PER_POUND, Quality.DEMOCRATIC),
    ],
)
def test_that_each_kind_has_its_headline_its_efficiency_and_its_quality(
    kind: Kind, headline: Headline, test: EfficiencyTest, best: Quality, newest: Framework
) -> None:
    profile = newest.kinds[kind]

    assert (profile.headline, profile.efficiency) == (headline, test)
    assert profile.quality is not None
    assert set(profile.quality) == set(Quality)
    assert profile.quality[best] is Fit.FIRST
    assert len(profile.before_scoring) == 2
    assert profile.red_flags


@pytest.mark.parametrize("kind", [Kind.INVOLVEMENT, Kind.JOINED_UP, Kind.FRAMEWORK])
def test_that_management_measures_alone_fit_technical_decisions_only(kind: Kind, newest: Framework) -> None:
    quality, technical = newest.kinds[kind].quality, newest.kinds[Kind.TECHNICAL].quality

    assert quality is not None
    assert technical is not None
    assert quality[Quality.MANAGEMENT_MEASURES] is Fit.NOT_ALONE
    assert technical[Quality.MANAGEMENT_MEASURES] is Fit.FIRST


def test_that_an_area_suggests_a_level_and_never_better_than_grade_c(newest: Framework) -> None:
    assert newest.areas is not None
    assert list(newest.areas.suggests.values()) == [3, 3, 2, 2, 1, 1, 1, 1, 0, 0]
    assert newest.areas.best_grade is Grade.C


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d["levels"].pop(), "levels: must have the seven levels 0 to 6"),
        (lambda d: d["levels"][2].update(level=3), "levels[2].level: must be 2"),
        (lambda d: d["levels"][0].pop("name"), "levels[0].name: is missing"),
        (lambda d: d["kinds"][0].update(closest_level=7), "kinds[0].closest_level: must be a whole number from 0 to 6"),
        (lambda d: d["kinds"][0]["headline"].update(figure="x"), "kinds[0].headline.figure: must be one of"),
        (lambda d: d["kinds"][0]["red_flags"][0].update(condition="x"), "red_flags[0].condition: must be one of"),
        (lambda d: d["kinds"][0]["red_flags"][0].pop("says"), "kinds[0].red_flags[0].says: is missing"),
        (lambda d: d["kinds"][1]["quality"][0].pop("fit"), "kinds[1].quality[0].fit: is missing"),
        (lambda d: d["kinds"][1]["quality"].append(d["kinds"][1]["quality"][0]), "kinds[1].quality[5].mechanism"),
        (lambda d: d["kinds"][3]["efficiency"].update(test="x"), "kinds[3].efficiency.test: must be one of"),
        (lambda d: d["classifier"].update(scale=[3, 0]), "classifier.scale: must be the lowest and the highest"),
        (lambda d: d["classifier"].update(scale="0-3"), "classifier.scale: must be the lowest and the highest"),
        (lambda d: d["need_evidence"]["deprivation_deciles"].pop("4"), "deprivation_deciles.4: must be a whole"),
        (lambda d: d["need_evidence"].pop("best_grade_from_area"), "best_grade_from_area: is missing"),
    ],
    ids=range(14),
)
def test_that_a_fault_in_it_is_named(change: Callable[[dict[str, Any]], object], said: str, tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")

    with pytest.raises(FrameworkError, match=re.escape(said)):
        load_framework(path)


def test_that_a_framework_without_any_of_it_is_read(tmp_path: Path) -> None:
    document = {k: v for k, v in DOCUMENT.items() if k not in ("levels", "need_evidence")}
    document["classifier"] = {k: v for k, v in document["classifier"].items() if k != "scale"}
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(document), encoding="utf-8")

    read = load_framework(path)

    assert (read.levels, read.areas, read.classifier.high) == ((), None, 3)


@pytest.mark.parametrize("path", sorted(FILE.parent.glob("*.json")), ids=lambda path: path.name)
def test_that_the_shipped_frameworks_fit_the_schema(path: Path) -> None:
    schema = json.loads((folder() / "schema" / "framework-1.schema.json").read_text(encoding="utf-8"))

    Draft202012Validator(schema).validate(json.loads(path.read_text(encoding="utf-8")))
