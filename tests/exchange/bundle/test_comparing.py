"""The same assessment of two laptops: what differs, who changed it, and one state made of both as it is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, reject
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import GroupId, OptionId
from fairness_desktop.exchange.bundle.comparing import Point, Side, compare, places_of
from fairness_desktop.exchange.bundle.joining import joined
from fairness_desktop.exchange.decoding import decode
from fairness_desktop.exchange.differences import differences
from fairness_desktop.exchange.encoding import Document, encode

from ...strategies import MODEL, assessments
from ..documents import example, put
from .made import KNOWN

ATTEMPTS = 5


def taking(mine: Document, theirs: Document, wanted: list[Point]) -> Document:
    """The state in which those points are theirs, seen to be one that can be."""
    document = joined(mine, theirs, places_of(wanted).__contains__)
    return encode(decode(document, KNOWN))


def points(mine: Document, theirs: Document, base: Document | None = None) -> dict[str, Point]:
    return {p.where: p for p in compare(mine, theirs, base)}


@given(assessments(draft=True, foreign=True), assessments(draft=True, foreign=True))
def test_that_all_of_one_is_that_one(one: Assessment, other: Assessment) -> None:
    mine, theirs = encode(one), encode(other)
    every = list(compare(mine, theirs, None))

    assert said(taking(mine, theirs, [])) == said(mine)
    assert said(taking(mine, theirs, every)) == said(theirs)


def said(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Without what says the same as leaving it out."""
    if isinstance(value, dict):
        inner = {key: said(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if one is not None} or None
    return [said(one) for one in value] if isinstance(value, list) else value


def any_that_fit(
    mine: Document, theirs: Document, every: list[Point], data: st.DataObject
) -> tuple[list[Point], Assessment]:
    """Any of the points, and the state in which those are theirs; what was chosen and does not fit is said so."""
    for _attempt in range(ATTEMPTS):  # for two drawn anew take longer than another choice among them
        picked = data.draw(st.binary(min_size=len(every) // 8 + 1, max_size=len(every) // 8 + 1))
        wanted = [p for i, p in enumerate(every) if picked[i // 8] >> i % 8 & 1]
        try:
            return wanted, decode(joined(mine, theirs, places_of(wanted).__contains__), KNOWN)
        except InvalidInputError:
            continue
    return reject()


@given(assessments(draft=True), assessments(draft=True), st.data())
def test_that_each_place_is_as_it_was_chosen(one: Assessment, other: Assessment, data: st.DataObject) -> None:
    mine, theirs = encode(one), encode(other)
    every = list(compare(mine, theirs, None))
    wanted, made = any_that_fit(mine, theirs, every, data)
    changed = [d.where for d in differences(mine, encode(made))]  # a place may go with all that it stood in
    for place in places_of(wanted):
        taken = any(place == where or place.startswith((f"{where}.", f"{where}[")) for where in changed)
        assert taken or place.startswith(("effects", "unanswered", "ratings", "decision.rejected")), place


@given(assessments(draft=True), assessments(draft=True), st.data())
def test_that_no_pair_counts_as_not_touched_that_nobody_said_is_not(
    one: Assessment, other: Assessment, data: st.DataObject
) -> None:
    mine, theirs = encode(one), encode(other)
    _wanted, made = any_that_fit(mine, theirs, list(compare(mine, theirs, None)), data)
    said = {(e.option, e.group) for e in made.effects} | {(u.option, u.group) for u in made.unanswered}
    for pair in set(made.pairs()) - said:
        assert pair in set(one.pairs()) | set(other.pairs())


def test_that_a_difference_in_one_field_is_one_choice() -> None:
    theirs = put(example(), "groups[1].size", 200)

    assert list(points(example(), theirs)) == ["groups[ck].size"]
    point = points(example(), theirs)["groups[ck].size"]
    assert (point.mine, point.theirs, point.changed_by) == (180, 200, frozenset())


def test_that_it_is_said_who_changed_what_since_they_parted() -> None:
    base = example()
    mine = put(put(base, "title", "Mine"), "interests", "Mine")
    theirs = put(put(base, "title", "Theirs"), "groups[1].size", 200)

    found = points(mine, theirs, base)

    assert found["title"].changed_by == {Side.MINE, Side.THEIRS}
    assert found["title"].lean is None
    assert found["interests"].lean is Side.MINE
    assert found["groups[ck].size"].lean is Side.THEIRS


def test_that_what_is_said_of_an_option_goes_with_it() -> None:
    now = decode(example(), KNOWN)
    found = points(encode(now), encode(now.without_option(OptionId("E"))))

    assert list(found) == ["options[E]"]
    assert set(found["options[E]"].places) == {"options[E]", "unanswered[E/dk]"}


def test_that_what_is_said_of_a_group_goes_with_it() -> None:
    now = decode(example(), KNOWN)
    theirs = now.with_group(Group(GroupId("new"), "Newcomers"))

    assert list(points(encode(now), encode(theirs))) == ["groups[new]"]


def test_that_a_pair_answered_in_one_and_open_in_the_other_is_one_choice() -> None:
    now = decode(example(), KNOWN)
    cell = now.cell(OptionId("D"), GroupId("dk"), MODEL.criterion_ids)
    theirs = now.with_cell(OptionId("D"), GroupId("dk"), replace(cell, grade=None), MODEL.criterion_ids)
    found = points(encode(now), encode(theirs))

    assert list(found) == ["effects[D/dk]"]
    assert taking(encode(now), encode(theirs), list(found.values())) == encode(theirs)


def test_that_an_option_of_one_and_a_group_of_the_other_are_not_answered_together() -> None:
    now = decode(example(), KNOWN)
    mine = now.without_option(OptionId("E")).with_group(Group(GroupId("new"), "Newcomers", 5, 1))
    found = points(encode(mine), encode(now))

    made = decode(joined(encode(mine), encode(now), found["options[E]"].places.__contains__), KNOWN)

    assert (OptionId("E"), GroupId("new"), None) in {(u.option, u.group, u.criterion) for u in made.unanswered}


def test_that_the_baseline_of_one_is_unanswered_where_it_is_an_option_like_another() -> None:
    now = decode(example(), KNOWN)
    theirs = encode(now)
    theirs["options"][0]["baseline"], theirs["options"][2]["baseline"] = False, True
    theirs["unanswered"] = [u for u in theirs["unanswered"] if u.get("option") != "E"]
    mine = encode(now.with_group(Group(GroupId("new"), "Newcomers", 5, 1)))
    found = points(mine, theirs)
    wanted = [found["options.baseline"], found["effects[E/dk]"]]

    made = decode(joined(mine, theirs, places_of(wanted).__contains__), KNOWN)

    assert (OptionId("A"), GroupId("new"), None) in {(u.option, u.group, u.criterion) for u in made.unanswered}


def test_that_two_ways_of_saying_a_cost_are_one_choice() -> None:
    mine = encode(decode(example(), KNOWN))
    theirs = put(mine, "options[2].net_cost", 9)
    theirs["options"][2].pop("cash_flow")

    assert list(points(mine, theirs)) == ["options[E].net_cost"]
    assert taking(mine, theirs, list(points(mine, theirs).values())) == theirs


def test_that_another_order_is_a_choice() -> None:
    mine = encode(decode(example(), KNOWN))
    theirs = {**mine, "groups": list(reversed(mine["groups"]))}

    assert list(points(mine, theirs)) == ["groups"]
    assert taking(mine, theirs, list(points(mine, theirs).values())) == theirs


def test_that_rows_with_one_key_are_kept_as_they_are() -> None:
    mine = put(example(), "x-other", [{"id": 1, "a": 1}, {"id": 1, "a": 2}])
    theirs = put(example(), "x-other", [{"id": 1, "a": 3}, {"id": 1, "a": 2}])

    assert taking(mine, theirs, [])["x-other"] == mine["x-other"]
    assert list(points(mine, theirs)) == ["x-other"]


def test_that_rows_all_taken_stand_as_they_stood_there() -> None:
    row = {"characteristic": "sex", "know": "a"}
    mine = put(example(), "duties", {"equality_lens": [row]})
    theirs = put(example(), "duties", {"equality_lens": [{"characteristic": "age", "know": "b"}, row]})

    told = taking(mine, theirs, list(compare(mine, theirs, None)))

    assert told["duties"] == theirs["duties"]
