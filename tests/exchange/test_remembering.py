"""What was encoded before is encoded the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.chain.remembering import Remembering
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.exchange.files import read

from ..strategies import assessments

CASES = Path(__file__).parents[1] / "cases"
DRAFTS = assessments(draft=True, foreign=True)


@settings(max_examples=25)
@given(st.lists(DRAFTS, min_size=1, max_size=3), st.lists(st.integers(0, 2), max_size=4))
def test_that_states_one_after_another_are_encoded_as_each_by_itself(some: list[Assessment], more: list[int]) -> None:
    remembering = Remembering()

    for one in (*some, *(some[n % len(some)] for n in more)):
        for state in (one, replace(one, title="Another"), replace(one, groups=one.groups[1:])):
            document, text = remembering.encode(state)
            assert document == encode(state)
            assert text == canonical(encode(state))


def test_that_the_parts_that_stay_are_the_very_same(known: Frameworks) -> None:
    example = read(CASES / "d6.fairness.json", known)
    remembering = Remembering()

    before, _text = remembering.encode(example)
    after, _text = remembering.encode(replace(example, title="Another", groups=example.groups[1:]))

    assert all(a is b for a, b in zip(before["effects"], after["effects"], strict=True))
    assert after["groups"][0] is before["groups"][1]
