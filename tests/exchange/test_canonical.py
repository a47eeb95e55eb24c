"""One byte sequence for one value: whichever of the two writes it."""

from __future__ import annotations

from enum import StrEnum

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from fairness_desktop.exchange.canonical import canonical

NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner) | st.tuples(inner, inner),
    max_leaves=20,
)


class Word(StrEnum):
    ONE = "wörd"


@given(VALUES)
@example(
    {"a": -0.0, "b": 5e-324, "c": 1e21, "d": 1e-7, "e": 123456789012345680.0, "f": 0.0001, "g": 333333333.33333329}
)
@example({"\U0001f600": 1, "\ufb33": 2, "é": 3})
@example(['\u007f\u0000\u001f"\\/\b\f\n\r\t\u2028', Word.ONE, {"k": Word.ONE}])
@example({"flag": True, "one": 1, "whole": 1.0})
def test_that_the_fast_way_writes_what_the_library_of_the_form_writes(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, "\ud800", {1: "a"}, {"a": {2: 3}}, object()])
def test_that_what_is_no_json_is_refused(value: object) -> None:
    with pytest.raises((rfc8785.CanonicalizationError, UnicodeEncodeError)):
        canonical(value)
