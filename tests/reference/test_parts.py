"""The parts of the second implementation against numpy's generator, RFC 8785, and published numbers."""

from __future__ import annotations

import json
import math
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from .canonical import canonical, number, sha256
from .exponentials import sign_changes
from .framework import read_framework
from .frontier import Offer, frontier
from .generator import random_raw, uniforms
from .money import annual_equivalent, discount_factors, net_present_value
from .points import normalised
from .robustness import triangular
from .welfare import equivalent

MODEL = Path(__file__).parents[2] / "resources" / "frameworks" / "model-1.json"
SCHEDULE = read_framework(json.loads(MODEL.read_text(encoding="utf-8"))).schedule

SEEDS = ("0", "1", "f" * 64, "0" * 32 + "a" * 32, hex(2**64)[2:], sha256("x"), sha256("y"), "0" * 63 + "7", "9" * 72)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_generator_is_numpys(seed: str) -> None:
    theirs = np.random.PCG64(int(seed, 16)).random_raw(1000)

    assert list(islice(random_raw(int(seed, 16)), 1000)) == [int(raw) for raw in theirs]
    assert next(uniforms(seed)) == (int(theirs[0]) >> 11) * 2.0**-53


def test_that_a_triangular_draw_is_the_inverse_of_its_distribution() -> None:
    assert [triangular(-1, 0, 1, u) for u in (0, 0.125, 0.5, 0.875)] == [-1, -0.5, 0, 0.5]
    assert triangular(1, 3, 3, 0.25) == 2  # the mode at the upper end
    assert triangular(-3, -3, -1, 0.75) == -2  # and at the lower
    assert triangular(2, 2, 2, 0.7) == 2


NUMBERS = {
    0.0: "0", 1.0: "1", 1.5: "1.5", 1e20: "100000000000000000000", 1e21: "1e+21", 1.5e300: "1.5e+300",
    1e-6: "0.000001", 1e-7: "1e-7", 1.25e-7: "1.25e-7", 0.1: "0.1", 123456.789: "123456.789", 5e-324: "5e-324",
    1.7976931348623157e308: "1.7976931348623157e+308", 9007199254740992.0: "9007199254740992",
    333333333.33333329: "333333333.3333333", 1e16: "10000000000000000", 0.00012: "0.00012",
}  # fmt: skip


@pytest.mark.parametrize(("value", "text"), NUMBERS.items())
def test_that_numbers_are_written_as_ecmascript_writes_them(value: float, text: str) -> None:
    assert number(value) == text
    assert number(-value) == ("-" + text if value else "0")


def test_that_keys_are_sorted_by_utf16_and_strings_escaped() -> None:
    value = {"\ufb33": 1, "\U0001f600": 2, "é": 3, "1": ['\r\n\t\b\f"\\/\x07\x7f€', None, True, 2.0]}

    assert (
        canonical(value) == '{"1":["\\r\\n\\t\\b\\f\\"\\\\/\\u0007\x7f€",null,true,2],"é":3,"\U0001f600":2,"\ufb33":1}'
    )


def test_that_discounting_is_the_green_books() -> None:
    factors = discount_factors(SCHEDULE, 76)
    assert [round(factors[t], 4) for t in (0, 1, 10, 30, 31, 75, 76)] == [
        1,
        0.9662,
        0.7089,
        0.3563,
        0.3459,
        0.0942,
        0.0919,
    ]
    assert math.fsum(factors[1:31]) == pytest.approx(18.3920454114, abs=1e-10)
    assert net_present_value(SCHEDULE, flow(-10, 2.5)) == pytest.approx(-0.817302, abs=5e-7)
    assert net_present_value(SCHEDULE, flow(-5, 1.5)) == pytest.approx(0.509619, abs=5e-7)


def flow(first: float, then: float) -> list[dict[str, float]]:
    return [{"year": 0, "amount": first}, *({"year": year, "amount": then} for year in range(1, 5))]


def test_that_a_cash_flow_costs_what_a_level_payment_would() -> None:
    level = [{"year": year, "amount": -100.0} for year in range(2, 40)]
    loan = 100_000 / math.fsum(discount_factors([(None, 0.05)], 15)[1:])

    assert annual_equivalent(SCHEDULE, level) == pytest.approx(100)
    assert loan == pytest.approx(9634.23, abs=0.005)


def test_that_the_equally_distributed_equivalent_is_atkinsons() -> None:
    incomes = [10, 20, 30, 40, 50]
    found = {epsilon: equivalent(incomes, [1] * 5, epsilon) for epsilon in (0.5, 1, 2)}

    assert found[0.5] == pytest.approx(28.105398233)
    assert [1 - ede / 30 for ede in found.values()] == pytest.approx([0.0631533922, 0.1316096384, 0.2700729927])


def test_that_the_office_is_found_where_goodwin_and_wright_found_it() -> None:
    v = normalised({"customers": 32, "visibility": 26, "image": 23, "size": 10, "comfort": 6, "parking": 3})
    values = {
        "A": (100, 60, 100, 75, 0, 90, 35_000), "B": (20, 80, 10, 30, 100, 30, 17_800),
        "C": (80, 70, 0, 0, 10, 100, 6_700), "D": (70, 50, 30, 55, 30, 90, 14_100),
        "E": (40, 60, 90, 100, 60, 70, 34_800), "F": (0, 0, 70, 0, 80, 0, 18_600),
        "G": (60, 100, 20, 50, 50, 80, 12_000),
    }  # fmt: skip
    offices = [Offer(o, c, sum(map(math.prod, zip(v.values(), x, strict=True)))) for o, (*x, c) in values.items()]

    assert [round(office.points, 1) for office in offices if office.option in "ACG"] == [80.8, 47.4, 60.2]
    assert [(o, p and round(p)) for o, p in frontier(offices)] == [("C", None), ("G", 414), ("A", 1117)]


def test_that_all_sign_changes_of_a_sum_of_exponentials_are_found() -> None:
    # (z − 2)(z − 2.001)(z − 5) and (z − 2)²(z − 5), z = e^η: no grid would see the first two, and a touch is none.
    near = sign_changes([(1, -3.0), (-9.001, -2.0), (24.007, -1.0), (-20.01, 0.0)], 0.0, 4.0)
    touch = sign_changes([(1, -3.0), (-9, -2.0), (24, -1.0), (-20, 0.0)], 0.0, 4.0)

    assert near == pytest.approx([math.log(2), math.log(2.001), math.log(5)], abs=1e-9)
    assert touch == pytest.approx([math.log(5)])


def test_that_a_sum_that_crosses_where_it_turns_is_found_once() -> None:
    # (z − 2)³
    assert sign_changes([(1, -3.0), (-6, -2.0), (12, -1.0), (-8, 0.0)], 0.0, 4.0) == pytest.approx(
        [math.log(2)], abs=1e-4
    )
