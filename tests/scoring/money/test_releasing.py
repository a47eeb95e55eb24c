"""Budgets cut and targeted, overhead released, assets handed over, partners: each figure by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.money.asking import still_open
from fairness_desktop.domain.money.mechanisms import Mechanism
from fairness_desktop.scoring.money.mechanisms import work_out

from ...strategies import mechanisms
from .said import ALL, CUT, HALL, OVERHEAD, PARTNER, line, worked


def sums(mechanism: Mechanism) -> dict[tuple[int, str], float]:
    return {(x.year, x.agency): x.amount for x in worked(mechanism).lines}


def test_that_part_of_a_cut_goes_back_where_need_is_greatest() -> None:
    found = worked(CUT).figures

    assert (found["released"], found["put_back"], found["kept"]) == (100_000, 25_000, 75_000)
    assert found["kept_in_all"] == 4 * 75_000 - 60_000
    assert worked(CUT).lines == tuple(
        replace(x, by_mechanism=True) for x in (line(0, -60_000), *(line(year, 75_000) for year in range(1, 5)))
    )


def test_that_halving_targets_and_managers_releases_their_cost() -> None:
    found = worked(OVERHEAD).figures

    assert (found["targets_fewer"], found["targets_fewer_share"]) == (40, 0.5)
    assert (found["managers_fewer"], found["managers_fewer_share"]) == (6, 0.5)
    assert found["released"] == 40 * 1_500 + 6 * 55_000
    assert found["kept"] == 390_000 - 40_000


def test_that_more_managers_than_before_cost_more() -> None:
    assert worked(replace(OVERHEAD, managers_after=20)).figures["kept"] == 60_000 - 8 * 55_000 - 40_000


def test_that_a_service_without_targets_has_no_share_of_them() -> None:
    assert worked(replace(OVERHEAD, targets_before=0, targets_after=0)).figures["targets_fewer_share"] is None


def test_that_an_asset_goes_under_its_value() -> None:
    found = worked(HALL).figures

    assert found["undervalue"] == 179_999
    assert found["undervalue_share"] == pytest.approx(179_999 / 180_000)


def test_that_the_community_earns_what_the_council_cannot_and_takes_the_running_over() -> None:
    found = sums(HALL)

    assert (found[0, ""], found[0, "Hall trust"]) == (1, -1)
    assert (found[1, ""], found[1, "Hall trust"]) == (22_000 - 6_000 - 8_000, 30_000 + 8_000 - 22_000)
    assert (found[3, ""], found[3, "Hall trust"]) == (16_000, 8_000)


def test_that_the_grant_only_passes_from_one_to_the_other() -> None:
    without, found = sums(replace(HALL, support=0.0)), sums(HALL)

    assert found[1, ""] + found[1, "Hall trust"] == without[1, ""] + without[1, "Hall trust"]


def test_that_the_surplus_of_a_partner_is_in_the_open_in_pounds_and_percent() -> None:
    found = worked(PARTNER).figures

    assert found["surplus"] == 3_000
    assert found["surplus_share"] == pytest.approx(3_000 / 65_000)
    assert found["brought_per_pound"] == pytest.approx(0.625)


def test_that_a_partnership_sets_what_is_paid_against_what_is_saved() -> None:
    found = sums(PARTNER)

    assert found[0, ""] == -10_000
    assert (found[1, ""], found[1, "Play co-op"], found[1, "NHS"]) == (-40_000, 3_000, 18_000)


@pytest.mark.parametrize("mechanism", ALL, ids=lambda m: type(m).__name__)
def test_that_every_mechanism_has_rows_as_wide_as_its_columns(mechanism: Mechanism) -> None:
    found = worked(mechanism)

    assert {len(row) for _year, row in found.rows} == {len(found.columns)}
    assert [year for year, _row in found.rows] == sorted({year for year, _row in found.rows})


@given(mechanisms())
def test_that_any_mechanism_is_worked_out_or_says_what_is_missing(mechanism: Mechanism) -> None:
    found = work_out(mechanism)

    assert found is not None or still_open(mechanism)
    assert found is None or all(x.by_mechanism and x.amount for x in found.lines)
