"""The laws of the method that hold for figures without chance, for any assessment (P1 to P10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.kinds.profile import KindProfile
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import CriterionId, Floor, Grade, GroupId, OptionId
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.scoring.result import OptionResult
from fairness_desktop.scoring.score import score

from ..strategies import MODEL, assessments
from .builders import ONLY_OUTCOMES, OUTCOMES, Impacts, assert_alike, at_elasticity, figures, made, shuffled

COLOURS = [Floor.RED, Floor.AMBER, Floor.GREEN]
NEW = "the new one"


@st.composite
def with_an_effect(draw: st.DrawFn) -> tuple[Assessment, Effect]:
    """An assessment, and one of its effects that has some impact."""
    assessment = replace(draw(assessments()), form=None)  # the short form weighs three criteria only
    telling = [e for e in assessment.effects if e.impacts]
    assume(telling)
    return assessment, draw(st.sampled_from(telling))


def swapped(assessment: Assessment, old: Effect, new: Effect) -> Assessment:
    return replace(assessment, effects=tuple(new if e is old else e for e in assessment.effects))


@given(with_an_effect(), st.sampled_from(MODEL.criterion_ids), st.sampled_from([0.5, 1.0, 2.5]))
def test_that_raising_an_effect_raises_points_and_worsens_nothing(
    given_case: tuple[Assessment, Effect], criterion: CriterionId, by: float
) -> None:
    """P1."""
    assessment, effect = given_case
    before = effect.impacts.get(criterion, 0.0)
    assume(before + by <= 3)
    raised = swapped(assessment, effect, replace(effect, impacts={**effect.impacts, criterion: before + by}))

    old, new = (score(case, MODEL).option(effect.option) for case in (assessment, raised))

    assert new.points > old.points
    assert new.ede_change_percent >= old.ede_change_percent - 1e-9
    assert COLOURS.index(new.floor) >= COLOURS.index(old.floor)


@given(assessments())
def test_that_scores_stay_within_a_hundred_and_turn_with_their_effects(assessment: Assessment) -> None:
    """P2."""
    turned = replace(
        assessment,
        effects=tuple(replace(e, impacts={c: -x for c, x in e.impacts.items()}) for e in assessment.effects),
    )

    for one, other in zip(score(assessment, MODEL).options, score(turned, MODEL).options, strict=True):
        assert abs(one.score) <= 100 + 1e-9
        assert one.score == -other.score


@given(assessments())
def test_that_carrying_on_as_now_scores_nought(assessment: Assessment) -> None:
    """P2."""
    baseline = assessment.baseline
    assert baseline is not None

    found = score(assessment, MODEL).option(baseline.id)

    assert (found.points, found.score, found.unweighted_score) == (0, 0, 0)
    assert found.ede_change_percent == 0


@given(assessments(), st.integers(2, 9))
def test_that_k_times_the_people_leaves_all_but_points(assessment: Assessment, k: int) -> None:
    """P3."""
    more = replace(assessment, groups=tuple(replace(g, size=(g.size or 0) * k) for g in assessment.groups))

    for one, other in zip(score(assessment, MODEL).options, score(more, MODEL).options, strict=True):
        assert other.points == pytest.approx(one.points * k, rel=1e-9)
        assert_alike(
            [other.score, other.focus_ratio, other.ede_change_percent],
            [one.score, one.focus_ratio, one.ede_change_percent],
        )


@given(assessments(), st.sampled_from([0.1, 0.5, 3.0]))
def test_that_another_yardstick_of_living_standards_leaves_scores(assessment: Assessment, c: float) -> None:
    """P4."""

    def standard(group: Group) -> float:
        return group.relative_income or MODEL.living_standard(group.need_level or 0)

    scaled = replace(assessment, groups=tuple(replace(g, relative_income=c * standard(g)) for g in assessment.groups))

    for one, other in zip(score(assessment, MODEL).options, score(scaled, MODEL).options, strict=True):
        assert other.score == pytest.approx(one.score, rel=1e-9, abs=1e-9)


@given(assessments(), st.sampled_from([0.01, 3.0, 1e6]))
def test_that_swing_weights_need_not_add_up_to_anything(assessment: Assessment, c: float) -> None:
    """P4."""
    scaled = {
        kind: KindProfile(kind, profile.about, {k: c * w for k, w in profile.weights.items()})
        for kind, profile in MODEL.kinds.items()
    }

    assert_alike(figures(score(assessment, replace(MODEL, kinds=scaled))), figures(score(assessment, MODEL)))


def split(assessment: Assessment, at: int) -> Assessment:
    """The same with the first group told as two."""
    first = assessment.groups[0]
    assert first.size is not None
    halves = (replace(first, size=at), replace(first, id=GroupId(NEW), size=first.size - at))
    copies = tuple(replace(e, group=GroupId(NEW)) for e in assessment.effects if e.group == first.id)
    return replace(assessment, groups=(*halves, *assessment.groups[1:]), effects=assessment.effects + copies)


def without_groups(document: dict[str, Any]) -> dict[str, Any]:
    for option in document["options"]:
        del option["floor_reasons"]
    return document


@given(assessments(most=3), st.data())
def test_that_telling_a_group_as_two_changes_no_figure(assessment: Assessment, data: st.DataObject) -> None:
    """P5."""
    size = assessment.groups[0].size
    assume(size is not None and size > 1)
    parted = split(assessment, data.draw(st.integers(1, (size or 2) - 1)))

    one, other = (without_groups(figures(score(case, MODEL))) for case in (assessment, parted))
    assert_alike(one, other)


@given(assessments(), st.randoms(use_true_random=False))
def test_that_the_order_of_rows_changes_no_byte(assessment: Assessment, chance: Random) -> None:
    """P5."""
    mixed = shuffled(assessment, chance)

    one, other = score(assessment, MODEL), score(mixed, MODEL)
    assert canonical(figures(one)) == canonical(figures(other))


@given(st.integers(1, 1000), st.integers(1, 4), st.floats(0.1, 1), st.floats(1.05, 3), st.floats(0.1, 3))
def test_that_a_gain_moved_to_the_poorer_raises_points_only_where_need_weighs(
    n: int, times: int, y: float, gap: float, elasticity: float
) -> None:
    """P6."""
    groups = {"poor": (n, y), "rich": (n * times, y * gap)}
    start = {("B", "poor"): {"outcomes": 0.5}, ("B", "rich"): {"outcomes": 1.0}}
    moved = {("B", "poor"): {"outcomes": 0.5 + 0.5 * times}, ("B", "rich"): {"outcomes": 0.5}}

    def found(effects: Mapping[tuple[str, str], Impacts], eta: float) -> OptionResult:
        return score(made(groups, {"A": 0, "B": 0}, effects), at_elasticity(eta, ONLY_OUTCOMES)).option(OptionId("B"))

    assert found(moved, elasticity).points > found(start, elasticity).points
    assert found(moved, 0).points == pytest.approx(found(start, 0).points, rel=1e-12)
    assert found(moved, elasticity).unweighted_score == pytest.approx(found(start, elasticity).unweighted_score)


@given(assessments())
def test_that_without_elasticity_the_score_is_the_unweighted_one(assessment: Assessment) -> None:
    """P7."""
    level = score(assessment, at_elasticity(0.0))

    assert [o.score for o in level.options] == [o.unweighted_score for o in level.options]
    assert [o.unweighted_score for o in level.options] == [o.unweighted_score for o in score(assessment, MODEL).options]


@given(st.integers(-6, 6), st.integers(-6, 6), st.floats(0.35, 0.8), st.floats(1.25, 3), st.floats(0.2, 0.9))
def test_that_great_elasticity_leaves_only_the_neediest_that_any_option_touches(
    low: int, high: int, y: float, gap: float, lower: float
) -> None:
    """P7."""
    groups = {"untouched": (500, y * lower), "poor": (10, y), "rich": (9000, y * gap)}
    effects: dict[tuple[str, str], Impacts] = {
        ("B", "poor"): {"outcomes": low / 2},
        ("B", "rich"): {"outcomes": high / 2},
        ("C", "poor"): {"voice": 1},
    }
    case = made(groups, {"A": 0, "B": 0, "C": 0}, effects)

    found = score(case, at_elasticity(200.0, ONLY_OUTCOMES)).option(OptionId("B"))

    assert found.score == pytest.approx(100 / 3 * low / 2, abs=1e-6)


@given(assessments())
def test_that_a_group_nobody_touches_changes_no_order(assessment: Assessment) -> None:
    """P8."""
    beside = Group(GroupId(NEW), size=777, need_level=1)

    one, other = score(assessment, MODEL), score(replace(assessment, groups=(*assessment.groups, beside)), MODEL)

    assert [(o.id, o.rank, o.points, o.score) for o in one.options] == [
        (o.id, o.rank, o.points, o.score) for o in other.options
    ]
    assert one.leader_by_kind == other.leader_by_kind


@given(assessments(), st.sampled_from([-2.0, 0.5, 3.0]))
def test_that_a_group_touched_alike_by_all_changes_no_order_among_them(assessment: Assessment, x: float) -> None:
    """P8."""
    baseline = assessment.baseline
    assert baseline is not None
    others = [o.id for o in assessment.options if not o.baseline]
    alike = tuple(Effect(o, GroupId(NEW), 0.5, Grade.C, {OUTCOMES: x}) for o in others)
    more = replace(
        assessment,
        groups=(*assessment.groups, Group(GroupId(NEW), size=777, need_level=3)),
        effects=assessment.effects + alike,
    )

    ranks = [
        [o.id for o in score(case, MODEL).ranked if o.feasible and o.id != baseline.id] for case in (assessment, more)
    ]
    assert ranks[0] == ranks[1]


@given(assessments())
def test_that_scores_rank_as_points_do(assessment: Assessment) -> None:
    """P9."""
    by_points = sorted(score(assessment, MODEL).options, key=lambda o: (o.points, o.score))

    assert [o.score for o in by_points] == sorted(o.score for o in by_points)


@given(with_an_effect(), st.sampled_from([0.2, 0.7]))
def test_that_one_option_changes_no_points_of_another(given_case: tuple[Assessment, Effect], reach: float) -> None:
    """P10."""
    assessment, effect = given_case
    other = swapped(assessment, effect, replace(effect, reach=reach))

    for before, after in zip(score(assessment, MODEL).options, score(other, MODEL).options, strict=True):
        assert before.id == effect.option or before.points == after.points
