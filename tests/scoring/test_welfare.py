"""Leximin over persons, and the equally distributed equivalent."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.score import score

from .builders import ONLY_OUTCOMES, at_elasticity, made


def leximin(groups: dict[str, tuple[int, float]], effects: dict[tuple[str, str], float]) -> str:
    ids = ["A", *sorted({o for o, _group in effects} | {"C"})]
    impacts = {pair: {"outcomes": x} for pair, x in effects.items()}
    return "".join(score(made(groups, dict.fromkeys(ids, 0.0), impacts), ONLY_OUTCOMES).leximin)


def test_that_leximin_counts_persons_not_groups() -> None:
    assert leximin({"p": (10, 0.6), "q": (1000, 0.7)}, {("B", "p"): 1, ("B", "q"): -1}) == "ACB"


def test_that_leximin_looks_past_those_who_fare_alike() -> None:
    assert leximin({"p": (10, 0.5), "q": (10, 0.9)}, {("B", "q"): 1, ("C", "q"): 2}) == "CBA"


def test_that_fewer_people_at_the_bottom_is_better() -> None:
    groups = {"p": (10, 0.5), "q": (5, 0.5), "r": (10, 0.9)}

    assert leximin(groups, {("B", "p"): 1, ("C", "q"): 1}) == "BCA"


def test_that_one_who_falls_to_the_bottom_counts_against_an_option() -> None:
    assert leximin({"p": (10, 0.5), "q": (10, 0.6)}, {("B", "q"): -1, ("C", "q"): 3}) == "CAB"


def test_that_levels_that_meet_are_counted_together() -> None:
    assert leximin({"p": (10, 0.7), "q": (20, 0.8)}, {("B", "p"): 1, ("C", "q"): -1}) == "BAC"


@pytest.mark.parametrize("aversion", [0.5, 1.0, 1.3, 4.0])
def test_that_a_change_alike_for_all_who_are_alike_moves_the_equivalent_so(aversion: float) -> None:
    case = made({"p": (7, 0.8), "q": (3, 0.8)}, {"A": 0, "B": 0}, {("B", g): {"outcomes": 2} for g in "pq"})

    found = score(case, at_elasticity(aversion, ONLY_OUTCOMES)).option(OptionId("B"))

    assert found.ede_change_percent == pytest.approx(25)


def test_that_a_living_standard_is_never_taken_below_a_twentieth() -> None:
    case = made({"p": (7, 0.06), "q": (7, 0.06)}, {"A": 0, "B": 0}, {("B", g): {"outcomes": -3} for g in "pq"})

    assert score(case, ONLY_OUTCOMES).option(OptionId("B")).ede_change_percent == pytest.approx(100 * (0.05 / 0.06 - 1))
    poorer = made({"p": (7, 0.01), "q": (7, 0.01)}, {"A": 0, "B": 0}, {("B", g): {"outcomes": 1} for g in "pq"})
    assert score(poorer, ONLY_OUTCOMES).option(OptionId("B")).ede_change_percent == pytest.approx(120)


def test_that_levels_alike_but_for_the_last_binary_digit_are_a_tie() -> None:
    effects = {
        ("B", "p"): 1.0,
        ("C", "p"): 2.0,
        ("C", "q"): -1.0,
    }  # 0.7 + 0.1 is 0.7999999999999999 in binary, 0.9 − 0.1 not

    assert leximin({"p": (10, 0.7), "q": (10, 0.9)}, effects) == "BCA"
