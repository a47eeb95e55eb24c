"""The share of those affected who were heard is weighted by need."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import GroupId
from fairness_desktop.scoring.voice import need_weight, voice_coverage

P, Q, R = GroupId("p"), GroupId("q"), GroupId("r")


def test_that_those_in_need_weigh_more(framework: Framework) -> None:
    groups = (Group(P, size=100, need_level=3, heard=True), Group(Q, size=300, need_level=1, heard=False))

    coverage = voice_coverage(groups, framework)

    weight = 0.6**-1.3
    assert coverage.share == pytest.approx(100 * weight / (100 * weight + 300))
    assert coverage.not_heard == (Q,)


def test_that_no_answer_is_neither_heard_nor_unheard(framework: Framework) -> None:
    groups = (Group(P, size=100, need_level=1, heard=True), Group(Q, size=300, need_level=1))

    coverage = voice_coverage(groups, framework)

    assert coverage.share == pytest.approx(0.25)
    assert coverage.not_heard == ()
    assert coverage.not_answered == (Q,)


def test_that_nothing_is_said_while_nobody_has_answered(framework: Framework) -> None:
    assert voice_coverage((Group(P, size=100, need_level=1),), framework).share is None
    assert voice_coverage((), framework).share is None


def test_that_a_group_of_unknown_size_or_need_weighs_nothing_yet(framework: Framework) -> None:
    groups = (Group(P, size=100, need_level=1, heard=True), Group(Q, need_level=5, heard=False), Group(R, size=9))

    coverage = voice_coverage(groups, framework)

    assert coverage.share == 1
    assert coverage.not_weighed == (Q, R)


def test_that_a_known_income_wins_over_the_ladder(framework: Framework) -> None:
    assert need_weight(Group(P, need_level=0, relative_income=0.6), framework) == pytest.approx(0.6**-1.3)
    assert need_weight(Group(P), framework) is None
