"""People counted twice, too many of them, and areas taken for people: said, with the place where it is mended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.authority import Body
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.findings import Finding
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.people import Group, NeedEvidence
from fairness_desktop.domain.progress import Step, step_of
from fairness_desktop.domain.touched.areas import Area, suggested_level
from fairness_desktop.domain.touched.overlaps import Overlap, OverlapAnswer, asked_pairs, other_pairs, with_overlap
from fairness_desktop.domain.touched.people_findings import people_findings
from fairness_desktop.domain.vocabulary import AssessmentId, Grade, GroupId

from ...strategies import MODEL

A, B = GroupId("a"), GroupId("b")
SUGGESTS = {1: 3, 2: 3, 3: 2, 4: 2, 5: 1, 6: 1, 7: 1, 8: 1, 9: 0, 10: 0}


def case(**changes: object) -> Assessment:
    """Two groups whose names share a trait, the first of which needs more."""
    groups = (Group(A, "Disabled children", 60, 4), Group(B, "Children of tenants", 100, 1))
    base = Assessment(AssessmentId("x"), FrameworkReference("model", "1", ""), groups=groups)
    rest: dict[str, Any] = changes
    return replace(base, **rest)


def found(now: Assessment, framework: Framework = MODEL) -> list[Finding]:
    return list(people_findings(now, framework))


def codes(now: Assessment) -> list[str]:
    return [f.code for f in found(now)]


def answered(answer: OverlapAnswer | None, counted_in: GroupId | None = None) -> Assessment:
    return case(overlaps=(Overlap(B, A, answer, counted_in),))


def test_that_a_likely_pair_is_open_until_it_is_answered() -> None:
    (finding,) = found(case())

    assert (finding.code, finding.where) == ("groups_overlap", "overlaps[a/b]")
    assert step_of(finding.where) is Step.PEOPLE
    assert codes(answered(None)) == ["groups_overlap"]


def test_that_no_and_counted_once_in_the_needier_settle_it() -> None:
    assert codes(answered(OverlapAnswer.NO)) == []
    assert codes(answered(OverlapAnswer.COUNTED, A)) == []


def test_that_people_counted_twice_or_in_the_less_needy_group_are_told() -> None:
    assert codes(answered(OverlapAnswer.TWICE)) == ["counted_twice"]
    assert codes(answered(OverlapAnswer.COUNTED, B)) == ["counted_in_less_needy"]


def test_that_a_pair_somebody_asked_about_is_open_too() -> None:
    apart = case(groups=(Group(A, "Motorists", 60, 1), Group(B, "Walkers", 100, 1)))

    assert codes(apart) == []
    assert codes(replace(apart, overlaps=(Overlap(A, B),))) == ["groups_overlap"]


def test_that_an_answer_stands_once_whichever_of_the_two_is_named_first() -> None:
    first = with_overlap((), Overlap(A, B, OverlapAnswer.NO))
    second = with_overlap(first, Overlap(B, A, OverlapAnswer.TWICE))

    assert second == (Overlap(B, A, OverlapAnswer.TWICE),)
    assert asked_pairs([(A, "Children"), (B, "Children too")], second) == list(second)


def test_that_an_answer_goes_with_its_group() -> None:
    assert answered(OverlapAnswer.NO).without_group(A).overlaps == ()


@given(st.integers(2, 12))
def test_that_every_pair_is_asked_about_or_can_be(count: int) -> None:
    names = [(GroupId(str(i)), "Children" if i < 3 else f"x{i}") for i in range(count)]

    asked = asked_pairs(names, ())
    others = other_pairs([name for name, _called in names], asked)

    assert len(asked) + len(others) == count * (count - 1) // 2


@pytest.mark.parametrize(("population", "said"), [(159, True), (160, False), (None, False)])
def test_that_sizes_beyond_the_population_are_told(population: int | None, said: bool) -> None:
    now = replace(answered(OverlapAnswer.NO), body=Body(population=population))

    assert ("sizes_exceed_population" in codes(now)) is said
    assert step_of("body.population") is Step.PEOPLE


@pytest.mark.parametrize(("decile", "level"), SUGGESTS.items())
def test_that_each_decile_suggests_its_level(decile: int, level: int) -> None:
    assert MODEL.areas is not None
    assert suggested_level([Area("E1", "", decile)], MODEL.areas.suggests) == level


def test_that_most_areas_decide_and_the_needier_of_two_that_are_level() -> None:
    of = [Area(str(i), "", decile) for i, decile in enumerate((1, 1, 9, 9, 5))]

    assert suggested_level(of, SUGGESTS) == 3
    assert suggested_level([*of, Area("x", "", 10)], SUGGESTS) == 0
    assert suggested_level([], SUGGESTS) is None


@pytest.mark.parametrize("decile", [0, 11])
def test_that_there_are_ten_deciles(decile: int) -> None:
    with pytest.raises(InvalidInputError, match="decile: must be a whole number from 1 to 10"):
        Area("E1", "", decile)


def from_areas(grade: Grade, level: int, *more: NeedEvidence) -> Assessment:
    evidence = NeedEvidence(grade, "IoD", areas=(Area("E1", "", 2),))
    return case(groups=(Group(A, "Motorists", 60, level, need_evidence=(evidence, *more)),))


def test_that_an_area_is_not_its_people() -> None:
    assert codes(from_areas(Grade.A, 3)) == ["area_grade"]
    assert codes(from_areas(Grade.C, 3)) == []


def test_that_a_level_above_what_the_areas_suggest_wants_something_more() -> None:
    assert codes(from_areas(Grade.C, 4)) == ["need_above_areas"]
    assert codes(from_areas(Grade.C, 4, NeedEvidence(Grade.B, "a survey"))) == []
    assert codes(from_areas(Grade.C, 2)) == []
