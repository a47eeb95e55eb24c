"""What others bring for each pound of the council's own (tip 1)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.money.offers import Offer
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.money.leverage import Leverage, led_from_outside, leverage

from ..builders import hand_case

CO_OP = Offer("Play co-op", brings_hours=400, brings_money=5_000, brings_assets=3_000, accepted=True)


def option(*offers: Offer, council: float | None = 20_000, hour: float | None = 12.5) -> Option:
    return Option(OptionId("B"), "B", net_cost=0, offers=offers, council_resource=council, hour_value=hour)


def of(*offers: Offer, council: float | None = 20_000, hour: float | None = 12.5) -> Leverage:
    found = leverage(option(*offers, council=council, hour=hour))
    assert found is not None
    return found


def test_that_hours_money_and_assets_are_set_against_the_councils_own() -> None:
    assert of(CO_OP).outside == 400 * 12.5 + 5_000 + 3_000
    assert of(CO_OP).ratio == 0.65


def test_that_the_play_area_brings_two_pounds_seventy_four_for_each_pound() -> None:
    grants = (
        Offer("Landfill fund", brings_money=49_672, accepted=True),
        Offer("Third party", brings_money=5_119, accepted=True),
    )

    assert of(*grants).ratio == pytest.approx(2.73955)


def test_that_a_declined_offer_and_an_open_one_bring_nothing() -> None:
    others = (replace(CO_OP, accepted=False), replace(CO_OP, accepted=None))

    assert of(CO_OP, *others) == of(CO_OP)
    assert leverage(option(*others)) is None


def test_that_hours_without_a_value_are_left_out_and_said_to_be() -> None:
    assert of(CO_OP, hour=None) == Leverage(8_000, 20_000, hours_left_out=400)


@pytest.mark.parametrize("council", [None, 0, 1e-320])
def test_that_against_nothing_no_ratio_is_made_up(council: float | None) -> None:
    assert of(CO_OP, council=council).ratio is None


def led(*answers: bool | None) -> float | None:
    case: Assessment = hand_case()
    answered = (replace(o, from_outside=a) for o, a in zip(case.options[1:], answers, strict=True))
    return led_from_outside(replace(case, options=(case.options[0], *answered)))


def test_that_the_share_of_options_led_from_outside_leaves_the_baseline_out() -> None:
    assert led(True, False, None, False) == 0.25
    assert led(None, None, None, None) is None
