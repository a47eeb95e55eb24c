"""Safe to fail: not RED at worst, and no more to lose than the cap."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.trying.care import Care
from fairness_desktop.domain.vocabulary import Floor, OptionId
from fairness_desktop.scoring.money.safety import safety, worst_loss

from ...strategies import MODEL

B = OptionId("B")
CAPPED = replace(MODEL, loss_cap=1000.0)
POUNDS = st.floats(0, 1e6)


@pytest.mark.parametrize(
    ("option", "loss"),
    [
        (Option(B, net_cost=400), 400),
        (Option(B, net_cost=-400), 0),
        (Option(B, net_cost=400, optimism_bias=50), 600),
        (Option(B, net_cost=400, care=Care(worst_cost=900)), 900),
        (Option(B, net_cost=400, care=Care(undo_cost=100)), 500),
        (Option(B, net_cost=400, care=Care(undo_months=18)), 600),
        (Option(B, net_cost=400, care=Care(undo_months=3)), 400),
        (Option(B, cash_flow=(CashFlow(0, "", -700), CashFlow(1, "", 900))), 700),
        (Option(B, cash_flow=(CashFlow(0, "", -700), CashFlow(1, "", 900)), optimism_bias=100), 1400),
        (Option(B), None),
        (Option(B, baseline=True, net_cost=5), None),
    ],
)
def test_that_the_worst_loss_takes_the_dear_end_and_the_undoing(option: Option, loss: float | None) -> None:
    assert worst_loss(option, MODEL) == loss


@pytest.mark.parametrize(
    ("net_cost", "own", "floor", "safe"),
    [
        (900, None, Floor.GREEN, True),
        (900, None, Floor.AMBER, True),
        (900, None, Floor.RED, False),
        (1000, None, Floor.GREEN, True),
        (1100, None, Floor.GREEN, False),
        (1100, 800, Floor.GREEN, True),
        (1100, 1050, Floor.GREEN, False),
        (900, None, None, None),
        (None, None, Floor.GREEN, None),
        (None, None, Floor.RED, False),
    ],
)
def test_that_the_frameworks_cap_and_the_floor_at_worst_decide(
    net_cost: float | None, own: float | None, floor: Floor | None, safe: bool | None
) -> None:
    found = safety(Option(B, net_cost=net_cost, care=Care(loss_cap=own)), CAPPED, floor)

    assert (found.safe, found.cap, found.cap_is_own) == (safe, 1000, False)


def test_that_where_the_framework_sets_no_cap_its_own_is_taken() -> None:
    found = safety(Option(B, net_cost=900, care=Care(loss_cap=800)), MODEL, Floor.GREEN)

    assert (found.safe, found.loss, found.cap, found.cap_is_own) == (False, 900, 800, True)
    assert safety(Option(B, net_cost=900), MODEL, Floor.GREEN).safe is None


@given(POUNDS, POUNDS, POUNDS)
def test_that_a_dearer_end_never_lessens_the_loss(cost: float, worst: float, undo: float) -> None:
    plain = worst_loss(Option(B, net_cost=cost), MODEL)
    dear = worst_loss(Option(B, net_cost=cost, care=Care(worst_cost=worst, undo_cost=undo)), MODEL)

    assert plain is not None
    assert dear is not None
    assert dear >= plain
