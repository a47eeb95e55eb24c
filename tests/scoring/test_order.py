"""Who leads, who ties, who cannot be chosen, and what a point costs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.vocabulary import Kind, OptionId
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.result import Result
from fairness_desktop.scoring.score import score

from .builders import ONLY_OUTCOMES, hand_case, made


def scored(assessment: Assessment) -> Result:
    return score(assessment, ONLY_OUTCOMES)


def one_group(costs: dict[str, float], gains: dict[str, float]) -> Assessment:
    """Options that each do this to the one group that counts."""
    effects = {(o, "p"): {"outcomes": x} for o, x in gains.items()}
    return made({"p": (100, 1.0), "q": (100, 1.0)}, costs, effects)


def ties(result: Result) -> list[str]:
    return [f.message for f in result.findings if f.code == "tie"]


def test_that_a_tie_goes_to_the_id_that_sorts_first_and_is_said() -> None:
    result = scored(one_group({"Z": 0, "b": 0, "a": 0}, {"a": 1, "b": 1}))

    assert (result.leader, result.tied_with_leader) == ("a", ("b",))
    assert ties(result) == ["As many points as a: b. The tie goes to the id that sorts first."]


def test_that_ids_sort_by_code_point() -> None:
    assert scored(one_group({"A": 0, "é": 0, "z": 0, "Z": 0}, {"é": 1, "z": 1, "Z": 1})).leader == "Z"


def test_that_a_tie_below_the_leader_is_said_too() -> None:
    result = scored(one_group({"A": 0, "B": 0, "C": 0, "D": 0}, {"B": 2, "C": 1, "D": 1}))

    assert result.tied_with_leader == ()
    assert ties(result) == ["As many points as C: D. The tie goes to the id that sorts first."]


def test_that_ranks_are_not_shared() -> None:
    result = scored(one_group({"A": 0, "B": 0, "C": 0}, {"B": 1, "C": 1}))

    assert [(o.id, o.rank) for o in result.ranked] == [("B", 1), ("C", 2), ("A", 3)]


def test_that_points_equal_to_six_decimals_tie() -> None:
    case = one_group({"A": 0, "B": 0, "C": 0}, {"B": 1, "C": 1})
    nearly = replace(case.effects[0], reach=1 - 1e-9)

    result = scored(replace(case, effects=(nearly, case.effects[1])))

    assert result.option(OptionId("B")).points < result.option(OptionId("C")).points
    assert (result.leader, result.tied_with_leader) == ("B", ("C",))


def test_that_an_option_that_saves_too_little_is_shown_but_not_ranked() -> None:
    result = scored(replace(hand_case(), required_saving=500))

    assert [(o.id, o.feasible, o.rank) for o in result.ranked if o.feasible] == [("E", True, 1)]
    assert all(o.rank is None and o.score is not None for o in result.options if not o.feasible)
    assert result.leximin == ("E",)
    assert [o.id for o in result.ranked] == ["E", "A", "B", "C", "D"]


@pytest.mark.parametrize(("cap", "able"), [(999.99, "AE"), (1000, "ABCDE"), (-500, "E"), (-501, "")])
def test_that_a_cap_is_met_to_the_penny(cap: float, able: str) -> None:
    result = scored(replace(hand_case(), budget_cap=cap))

    assert "".join(o.id for o in result.options if o.feasible) == able


def test_that_with_none_feasible_nobody_leads_and_it_is_said() -> None:
    result = scored(replace(hand_case(), budget_cap=-501))

    assert (result.leader, result.leximin) == (None, ())
    assert result.leader_by_kind == dict.fromkeys(Kind)
    assert {o["rank"] for o in told(result)["options"]} == {None}
    assert "none_feasible" in [f.code for f in result.findings]


def test_that_the_frontier_holds_infeasible_options_too() -> None:
    assert [s.option for s in scored(replace(hand_case(), budget_cap=-501)).frontier] == ["E", "C"]


def test_that_the_highest_reach_counts_infeasible_options() -> None:
    case = one_group({"A": 0, "B": 0, "C": 9}, {"B": 1, "C": 1})
    half = replace(case, effects=(replace(case.effects[0], reach=0.5), case.effects[1]), budget_cap=5)

    assert scored(half).option(OptionId("B")).score == pytest.approx(100 / 6)


def test_that_equal_prices_both_stay_on_the_frontier() -> None:
    result = scored(one_group({"A": 0, "B": 100, "C": 200}, {"B": 1, "C": 2}))

    assert [(s.option, s.price_per_point) for s in result.frontier] == [("A", None), ("B", 1), ("C", 1)]


def test_that_a_dear_middle_option_falls_off_the_frontier() -> None:
    result = scored(one_group({"A": 0, "B": 150, "C": 200}, {"B": 1, "C": 2}))

    assert [(s.option, s.price_per_point) for s in result.frontier] == [("A", None), ("C", 1)]


def test_that_one_dear_step_can_push_out_two() -> None:
    result = scored(one_group({"A": 0, "B": 100, "C": 250, "D": 300}, {"B": 0.5, "C": 1, "D": 3}))

    assert [s.option for s in result.frontier] == ["A", "D"]


def test_that_of_two_at_one_cost_the_better_and_then_the_first_stands() -> None:
    result = scored(one_group({"A": 9, "D": 5, "B": 5, "C": 5}, {"B": 1, "C": 2, "D": 2}))

    assert [s.option for s in result.frontier] == ["C"]


def test_that_each_kind_has_its_own_leader() -> None:
    effects = {("B", "p"): {"voice": 1}, ("C", "p"): {"outcomes": 1}}
    result = score(made({"p": (9, 1), "q": (9, 1)}, {"A": 0, "B": 0, "C": 0}, effects), replace(ONLY_OUTCOMES))

    assert set(result.leader_by_kind.values()) == {"C"}


def test_that_within_a_twentieth_of_the_leader_a_choice_reads_equal() -> None:
    near = one_group({"A": 0, "B": 0, "C": 0}, {"B": 3, "C": 3})
    for reach, leads in ((0.9996, True), (0.9995, False)):
        second = replace(near.effects[1], reach=reach)
        result = scored(replace(near, effects=(near.effects[0], second)))
        assert result.standing(OptionId("C")).leads is leads
        assert result.leader == "B"


def test_that_an_infeasible_choice_never_reads_equal() -> None:
    result = scored(replace(one_group({"A": 0, "B": 0, "C": 9}, {"B": 1, "C": 1}), budget_cap=5))

    assert not result.standing(OptionId("C")).leads
    assert result.standing(OptionId("B")).leads
