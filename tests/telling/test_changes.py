"""Values of a history as people read them."""

from __future__ import annotations

import json

import pytest

from fairness_desktop.telling.changes import FEW, MOST, shown


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"id": "late", "name": "Late-comers", "heard": False}, "Name: Late-comers; Whether they were heard: no"),
        ([{"option": "B", "group": "late"}, {"group": "dk"}], "Option: B; Group: late · Group: dk"),
        ({"id": "late"}, "–"),
        ([], "–"),
        ({"year": 2, "amount": -1.5, "agency": None}, "Year: 2; Amount: -1.5; Agency: –"),
        (True, "yes"),
        ("A new play area", '"A new play area"'),
        ("{not a row}", '"{not a row}"'),
    ],
)
def test_that_what_came_or_went_is_told_field_by_field(value: object, told: str) -> None:
    assert shown(json.dumps(value)) == told


def test_that_there_being_nothing_is_a_dash() -> None:
    assert shown(None) == "–"


def test_that_a_long_text_and_a_long_list_are_cut_short() -> None:
    assert shown(json.dumps([{"why": "x" * 1000}])) == f"Why: {'x' * MOST}…"
    assert shown(json.dumps(list(range(FEW + 2)))) == "0 · 1 · 2 · 3 · 4 · 5 · 2 more"
