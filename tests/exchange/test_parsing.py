"""What is short is looked at quickly, and taken or refused as what is long."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.exchange.parts.soundness import LONGEST_TEXT
from fairness_desktop.exchange.reading import parse

TEXTS = st.text(st.sampled_from('a"\\[]{}\0\ud800e1,:'), max_size=5)
NUMBERS = st.sampled_from(
    ["0", "-1.5", "1e400", "9007199254740991", "9007199254740993", "12345678901234567890", "0.00000000000000001", "2E3"]
)
VALUES = st.recursive(
    NUMBERS | TEXTS.map(json.dumps) | st.sampled_from(["true", "false", "null"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(",".join).map("[{}]".format)
        | st.lists(st.tuples(TEXTS.map(json.dumps), inner).map(":".join), max_size=3).map(",".join).map("{{{}}}".format)
    ),
    max_leaves=8,
)


def said_of(raw: bytes) -> object:
    try:
        return parse(raw)
    except InvalidInputError as error:
        return str(error)


@given(VALUES, st.integers(0, 70), st.integers(0, 70))
@example('"]["', 65, 0)
@example('["][",["]["]]', 63, 0)
def test_that_what_is_short_is_judged_as_what_is_long(value: str, lists: int, objects: int) -> None:
    text = "[" * lists + '{"a":' * objects + value + "}" * objects + "]" * lists
    raw = text.encode()

    assert repr(said_of(raw)) == repr(said_of(raw + b" " * LONGEST_TEXT))


@pytest.mark.parametrize(("layers", "good"), [(64, True), (65, False)])
def test_that_brackets_in_texts_hide_no_layer(layers: int, good: bool) -> None:
    raw = b'["]",' * layers + b"0" + b',"["]' * layers

    assert isinstance(said_of(raw), list) is good
