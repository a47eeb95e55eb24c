"""The lists of a draft: criteria come, go, move and are renamed with their weights; nothing that cannot be is kept."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.app import known_frameworks
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.vocabulary import Kind
from fairness_desktop.frameworks.catalogue import SHIPPED
from fairness_desktop.services.adopting import rows
from fairness_desktop.services.adopting.editing import Document, checked, draft_of, rows_at, value_at, with_value

MODEL = draft_of(known_frameworks()[SHIPPED], "3")
CRITERIA = ("criteria",)


def ids(document: Document) -> list[str]:
    return [row["id"] for row in rows_at(document, CRITERIA)]


def named(document: Document, at: int) -> Document:
    """The draft with a criterion that says everything it has to."""
    for key, words in (("name", "Nature"), ("asks", "green places")):
        document = with_value(document, ("criteria", at, key), words)
    for size in ("1", "2", "3"):
        document = with_value(document, ("criteria", at, "anchors", size), "some")
    return document


def test_that_a_criterion_comes_with_a_weight_of_0_in_every_kind() -> None:
    made = checked(named(rows.with_criterion(MODEL), 6))
    assert made.criterion_ids[-1] == "criterion_7"
    assert [made.kinds[kind].weights[made.criterion_ids[-1]] for kind in Kind] == [0, 0, 0, 0]


def test_that_a_criterion_takes_its_weights_with_it_when_it_goes() -> None:
    made = checked(rows.without_criterion(MODEL, 2))
    assert "voice" not in made.criterion_ids
    assert all("voice" not in made.kinds[kind].weights for kind in Kind)


def test_that_a_criterion_called_otherwise_keeps_its_weights() -> None:
    made = checked(rows.with_criterion_called(MODEL, 2, "say"))
    assert [made.kinds[kind].weights[made.criterion_ids[2]] for kind in Kind] == [35, 15, 5, 10]


@pytest.mark.parametrize(
    ("id_", "said"), [("access", "another one already"), ("Ärger!", "small letters"), ("", "small")]
)
def test_that_a_short_name_that_cannot_be_is_refused(id_: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        rows.with_criterion_called(MODEL, 2, id_)


def test_that_the_last_criterion_stays() -> None:
    draft = MODEL
    for _time in range(5):
        draft = rows.without_criterion(draft, 0)
    with pytest.raises(InvalidInputError, match="The last criterion cannot be taken away"):
        rows.without_criterion(draft, 0)


def test_that_there_are_no_more_criteria_than_a_grid_can_show() -> None:
    draft = MODEL
    for _time in range(rows.MOST_CRITERIA - 6):
        draft = rows.with_criterion(draft)
    with pytest.raises(InvalidInputError, match="More than 12 criteria"):
        rows.with_criterion(draft)


def test_that_taking_one_away_says_what_follows() -> None:
    assert "The short form asks for it" in rows.told_removal(MODEL, 1)
    assert "The short form" not in rows.told_removal(MODEL, 2)
    assert "keep it, and their effects on it" in rows.told_removal(MODEL, 2)


steps = st.lists(
    st.one_of(
        st.tuples(st.just("add")),
        st.tuples(st.just("drop"), st.integers(0, 11)),
        st.tuples(st.just("move"), st.integers(0, 11), st.sampled_from([-1, 1])),
        st.tuples(st.just("call"), st.integers(0, 11), st.sampled_from(["say", "nature", "voice"])),
    ),
    max_size=12,
)


def done(draft: Document, step: tuple[object, ...]) -> Document:
    what, *how = step
    at = int(str(how[0])) % len(ids(draft)) if how else 0
    if what == "add":
        return rows.with_criterion(draft)
    if what == "drop":
        return rows.without_criterion(draft, at)
    if what == "move":
        return rows.with_row_moved(draft, CRITERIA, at, int(str(how[1])))
    return rows.with_criterion_called(draft, at, str(how[1]))


@given(steps)
def test_that_whatever_is_done_to_the_criteria_makes_a_framework_with_a_weight_for_each(
    taken: list[tuple[object, ...]],
) -> None:
    draft = MODEL
    for step in taken:
        before = copy.deepcopy(draft)
        try:
            after = done(draft, step)
        except InvalidInputError:
            after = before
        assert draft == before, "a draft is changed by making another"
        draft = after
    assert len(set(ids(draft))) == len(ids(draft))
    for kind in rows_at(draft, ("kinds",)):
        assert set(kind["weights"]) == set(ids(draft))


@given(st.lists(st.integers(0, 100), min_size=6, max_size=6).filter(any))
def test_that_weights_that_add_up_to_100_keep_their_shares(weights: list[int]) -> None:
    draft = with_value(MODEL, ("kinds", 0, "weights"), dict(zip(ids(MODEL), weights, strict=True)))
    made = value_at(rows.with_weights_to_100(draft, 0), ("kinds", 0, "weights"))
    assert sum(made.values()) == pytest.approx(100)
    for id_, weight in zip(ids(MODEL), weights, strict=True):
        assert made[id_] == pytest.approx(100 * weight / sum(weights), abs=0.5)
