"""Laws that assessments drawn at random seldom put to the test, on cases built to do so (P5, P11, P15)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from fairness_desktop.domain.vocabulary import Floor, GroupId, OptionId
from fairness_desktop.scoring.score import score

from ..strategies import MODEL
from .builders import ONLY_OUTCOMES, Impacts, made


@given(st.integers(2, 500), st.integers(2, 500), st.data())
def test_that_leximin_counts_persons_however_they_are_grouped(n: int, times: int, data: st.DataObject) -> None:
    """P5: a gain to the few who are worst off for a loss to the many next to them puts more people at the bottom."""
    many = n * times
    at = data.draw(st.integers(1, many - 1))
    gain = {"p": {"outcomes": 1.0}, "q": {"outcomes": -1.0}, "r": {"outcomes": -1.0}}
    whole = made({"p": (n, 0.6), "q": (many, 0.7)}, {"A": 0, "B": 0, "C": 0}, {("B", g): gain[g] for g in "pq"})
    parted = made(
        {"p": (n, 0.6), "q": (at, 0.7), "r": (many - at, 0.7)},
        {"A": 0, "B": 0, "C": 0},
        {("B", g): gain[g] for g in "pqr"},
    )

    orders = [score(case, ONLY_OUTCOMES).leximin for case in (whole, parted)]

    assert orders == [("A", "C", "B"), ("A", "C", "B")]


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(-6, 6)), min_size=4, max_size=7))
def test_that_prices_never_fall_along_a_frontier_of_many_steps(rows: list[tuple[int, int]]) -> None:
    """P11."""
    costs = {"A": 0.0, **{chr(66 + i): 1000.0 * cost for i, (cost, _x) in enumerate(rows)}}
    effects = {(chr(66 + i), "p"): {"outcomes": x / 2} for i, (_cost, x) in enumerate(rows) if x}
    assume(len({x for _cost, x in rows if x > 0}) > 1)

    steps = score(made({"p": (100, 0.6), "q": (300, 1.0)}, costs, effects), ONLY_OUTCOMES).frontier

    prices = [step.price_per_point for step in steps[1:]]
    assert all(price is not None and price >= 0 for price in prices)
    assert all((after or 0) >= (before or 0) - 1e-6 for before, after in pairwise(prices))


@given(st.floats(1e-6, 1), st.sampled_from([-1.0, -1.5]))
def test_that_a_loss_in_all_things_is_red_however_few_it_reaches(reach: float, x: float) -> None:
    """P15, where no single effect is RED: only the sum over the criteria is."""
    every: Impacts = dict.fromkeys(MODEL.criterion_ids, x)
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): every}, reach)

    found = score(case, MODEL).option(OptionId("B"))

    assert found.floor is Floor.RED
    assert {r.criterion for r in found.floor_reasons} == {None}
    assert found.floor_reasons[0].group == GroupId("p")
    assert score(replace(case, effects=()), MODEL).option(OptionId("B")).floor is Floor.GREEN
