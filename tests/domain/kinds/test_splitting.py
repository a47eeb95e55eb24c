"""A decision of several kinds is split into parts that know one another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fairness_desktop import app
from fairness_desktop.domain.kinds.splitting import part_of
from fairness_desktop.domain.vocabulary import AssessmentId, Kind
from fairness_desktop.exchange.decoding import Frameworks

from ...desktop.sessions import play_area


def test_that_a_part_has_the_same_people_and_its_own_options(known: Frameworks) -> None:
    whole = play_area(known)

    part = part_of(whole, AssessmentId("new"), "06-26", Kind.TECHNICAL, "The drains")

    assert (part.body, part.groups, part.authority) == (whole.body, whole.groups, whole.authority)
    assert [o.baseline for o in part.options] == [True]
    assert (part.effects, part.ratings, part.decision.chosen) == ((), (), None)
    assert (part.kind, part.title, part.part_of) == (Kind.TECHNICAL, "The drains", whole.id)


def test_that_the_parts_bear_one_reference_and_the_first_names_the_others(tmp_path: Path) -> None:
    register = app.services(tmp_path).register
    walk = register.open_example()

    second = register.split(walk, Kind.TECHNICAL, "The drains")
    third = register.split(second, Kind.FRAMEWORK, "The money")

    first = register.open(walk.assessment.id).assessment
    assert first.parts == (second.assessment.id, third.assessment.id)
    assert {first.decision_reference, second.assessment.decision_reference, third.assessment.decision_reference} == {
        "07-26"
    }
    assert third.assessment.part_of == first.id
    assert register.open(third.assessment.id).assessment == third.assessment


def test_that_a_part_of_a_part_is_a_part_of_the_first(known: Frameworks) -> None:
    part = replace(play_area(known), part_of=AssessmentId("first"))

    assert part_of(part, AssessmentId("n"), "1", Kind.TECHNICAL, "").part_of == "first"
