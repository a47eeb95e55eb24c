"""Every act in every state: what it leads to, or that it cannot be done there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.approval.machine import (
    ReadingAct,
    ReadingState,
    act_word,
    after,
    open_acts,
    state_sentence,
)
from fairness_desktop.domain.approval.reading import Entry, SecondReading, is_author
from fairness_desktop.domain.approval.reading_findings import reading_findings
from fairness_desktop.domain.errors import InvalidInputError

NOW, READ, CHANGED = datetime(2026, 11, 23, 10, tzinfo=UTC), "0" * 64, "1" * 64
AUTHORS = ("Ann Example",)

LEADS_TO = """
            requested  sent_back  withdrawn  approved  refused
not_asked   waiting    -          -          -         -
waiting     -          sent_back  withdrawn  approved  refused
sent_back   waiting    -          withdrawn  -         -
withdrawn   waiting    -          -          -         -
approved    waiting    -          withdrawn  -         -
refused     waiting    -          withdrawn  -         -
"""
WAYS = {
    ReadingState.NOT_ASKED: "",
    ReadingState.WAITING: "requested",
    ReadingState.SENT_BACK: "requested sent_back",
    ReadingState.WITHDRAWN: "requested withdrawn",
    ReadingState.APPROVED: "requested approved",
    ReadingState.REFUSED: "requested refused",
}
"""A way into each state."""


def table() -> list[tuple[ReadingState, ReadingAct, str]]:
    acts, *rows = (line.split() for line in LEADS_TO.strip().splitlines())
    return [(ReadingState(row[0]), ReadingAct(act), to) for row in rows for act, to in zip(acts, row[1:], strict=True)]


def entry(act: ReadingAct, by: str = "Bob Example", reasons: str = "Because.", override: str = "") -> Entry:
    return Entry("", act, by, NOW, READ, reasons, override=override)


def reading_in(state: ReadingState) -> SecondReading:
    reading = SecondReading()
    for act in WAYS[state].split():
        reading = reading.with_entry(entry(ReadingAct(act)), AUTHORS)
    return reading


@pytest.mark.parametrize(("state", "act", "to"), table())
def test_that_every_act_in_every_state_leads_where_the_table_says(
    state: ReadingState, act: ReadingAct, to: str
) -> None:
    reading = reading_in(state)
    assert reading.state is state
    if to == "-":
        with pytest.raises(InvalidInputError, match="What can be done now: "):
            reading.with_entry(entry(act), AUTHORS)
    else:
        assert reading.with_entry(entry(act), AUTHORS).state is ReadingState(to)


@pytest.mark.parametrize("state", ReadingState)
def test_that_no_state_is_a_dead_end(state: ReadingState) -> None:
    assert open_acts(state)
    assert state_sentence(state)


@given(st.lists(st.sampled_from(ReadingAct), max_size=12))
def test_that_every_path_can_be_walked_to_an_approval(acts: list[ReadingAct]) -> None:
    reading = SecondReading()
    for act in acts:
        if after(reading.state, act) is not None:
            reading = reading.with_entry(entry(act), AUTHORS)
    if reading.state is not ReadingState.WAITING:
        reading = reading.with_entry(entry(ReadingAct.REQUESTED), AUTHORS)
    assert reading.with_entry(entry(ReadingAct.APPROVED), AUTHORS).state is ReadingState.APPROVED


@pytest.mark.parametrize("act", [ReadingAct.SENT_BACK, ReadingAct.APPROVED, ReadingAct.REFUSED])
def test_that_an_author_is_not_the_second_reader_but_by_an_override_that_is_said(act: ReadingAct) -> None:
    waiting = reading_in(ReadingState.WAITING)
    with pytest.raises(InvalidInputError, match="ann  example had a hand in this"):
        waiting.with_entry(entry(act, by="ann  example"), AUTHORS)
    told = waiting.with_entry(entry(act, by="ann  example", override="Nobody else is there."), AUTHORS)
    assert told.last is not None
    assert told.last.override == "Nobody else is there."


@pytest.mark.parametrize("act", [ReadingAct.SENT_BACK, ReadingAct.REFUSED])
def test_that_sending_back_and_refusing_want_reasons(act: ReadingAct) -> None:
    with pytest.raises(InvalidInputError, match="Write the reasons"):
        reading_in(ReadingState.WAITING).with_entry(entry(act, reasons=" "), AUTHORS)


def test_that_nobody_acts_without_a_name() -> None:
    with pytest.raises(InvalidInputError, match="Say who does it"):
        SecondReading().with_entry(entry(ReadingAct.REQUESTED, by=" "), AUTHORS)


def test_that_an_approval_is_of_one_state_only() -> None:
    approved = reading_in(ReadingState.APPROVED)
    assert not approved.stale(READ)
    assert approved.stale(CHANGED)
    assert not reading_in(ReadingState.REFUSED).stale(CHANGED)


@pytest.mark.parametrize(
    ("state", "current", "stops"),
    [
        (ReadingState.NOT_ASKED, READ, False),
        (ReadingState.WAITING, READ, True),
        (ReadingState.SENT_BACK, READ, True),
        (ReadingState.WITHDRAWN, READ, False),
        (ReadingState.APPROVED, READ, False),
        (ReadingState.APPROVED, CHANGED, True),
        (ReadingState.REFUSED, READ, True),
    ],
)
def test_that_what_was_asked_for_has_to_be_answered_before_signing(
    state: ReadingState, current: str, stops: bool
) -> None:
    assert bool(list(reading_findings(reading_in(state), current))) is stops


def test_that_acts_that_cannot_follow_are_refused_with_their_row() -> None:
    with pytest.raises(InvalidInputError) as refused:
        SecondReading((entry(ReadingAct.REQUESTED), entry(ReadingAct.REQUESTED)))
    assert refused.value.where == "second_reading[1].act"


def test_that_a_name_is_the_same_whatever_its_case_and_space() -> None:
    assert is_author(" ANN\texample", AUTHORS)
    assert not is_author("Ann", AUTHORS)
    assert act_word(ReadingAct.APPROVED) == "Approved"
