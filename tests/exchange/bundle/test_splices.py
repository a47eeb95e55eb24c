"""A state told as what differs from the next one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.exchange.bundle.splices import spliced, splices
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.encoding import encode

from ...strategies import assessments


@given(st.text(max_size=60), st.text(max_size=60))
def test_that_any_text_is_made_of_any_other(one: str, other: str) -> None:
    assert spliced(one, splices(one, other)) == other


@given(assessments(draft=True, foreign=True), assessments(draft=True, foreign=True))
def test_that_any_state_is_made_of_any_other(one: Assessment, other: Assessment) -> None:
    here, there = (canonical(encode(a)).decode() for a in (one, other))

    assert spliced(here, splices(here, there)) == there


def test_that_each_field_is_told_apart() -> None:
    assert splices('{"a":"one","b":[1,2],"c":3}', '{"a":"ore","b":[1,2],"c":4}') == [(7, 8, "r"), (25, 26, "4")]


def test_that_what_is_the_same_takes_no_room() -> None:
    assert splices('{"a":1}', '{"a":1}') == []


@pytest.mark.parametrize(
    "changes",
    [
        [[0, 9, ""]],
        [[3, 2, ""]],
        [[-1, 2, ""]],
        [[0, 3, ""], [2, 4, ""]],
        [[0, 1]],
        [["0", 1, ""]],
        [[0, 1, 5]],
        [[True, 1, ""]],
        [5],
    ],
)
def test_that_splices_that_do_not_fit_are_refused(changes: list[object]) -> None:
    with pytest.raises(InvalidInputError, match="holds a change of a state"):
        spliced("abcd", changes)
