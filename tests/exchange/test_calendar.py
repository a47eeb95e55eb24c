"""A calendar file says to another program what it was given, and keeps to RFC 5545."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from fairness_desktop.domain.deciding.events import Event
from fairness_desktop.exchange.calendar.form import calendar, escaped, folded

CHANGED = dt.datetime(2026, 11, 23, 10, 5, tzinfo=dt.UTC)
DAY = dt.date(2027, 5, 10)

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=300)
events = st.builds(Event, st.text(max_size=20), st.dates(dt.date(1900, 1, 1), dt.date(9999, 12, 31)), texts, texts)


def read(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


@given(st.lists(events, max_size=3))
def test_that_another_program_reads_what_was_written(written: list[Event]) -> None:
    found = read(calendar(written, CHANGED, 7))

    assert [(e["DTSTART"].dt, str(e["SUMMARY"]), str(e.get("DESCRIPTION", ""))) for e in found] == [
        (e.day, e.title, e.about) for e in written
    ]


@given(st.lists(events, max_size=3))
def test_that_no_line_is_longer_than_75_octets_and_each_ends_as_it_must(written: list[Event]) -> None:
    content = calendar(written, CHANGED, 7)

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    for line in content.split(b"\r\n"):
        line.decode()  # no letter is cut in two


@pytest.mark.parametrize("letter", ["a", "ŵ", "€", "\N{GRINNING FACE}", ","])
def test_that_a_long_line_is_folded_as_late_as_it_may_be(letter: str) -> None:
    lines = folded(escaped(letter * 200)).split("\r\n")

    assert max(len(line.encode()) for line in lines) <= 75
    assert min(len(line.encode()) for line in lines[:-1]) > 75 - 4
    assert "".join(line.removeprefix(" ") for line in lines) == escaped(letter * 200)


@given(texts)
def test_that_a_folded_line_is_the_same_unfolded(text: str) -> None:
    line = escaped(text)

    assert folded(line).replace("\r\n ", "") == line


def test_that_every_event_is_a_whole_day_with_an_alarm_a_week_before() -> None:
    event = read(calendar([Event("k", DAY, "Review", "What was promised", "Clerk")], CHANGED, 7))[0]
    alarm = event.walk("VALARM")[0]

    assert type(event["DTSTART"].dt) is dt.date
    assert "DTEND" not in event
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", dt.timedelta(days=-7))
    assert event["CONTACT"] == "Clerk"
    assert event["TRANSP"] == "TRANSPARENT"


def test_that_an_event_taken_in_again_takes_the_place_of_the_one_before() -> None:
    before = read(calendar([Event("k", DAY, "Review")], CHANGED, 7))[0]
    after = read(calendar([Event("k", DAY.replace(month=6), "Review, later")], CHANGED + dt.timedelta(1), 8))[0]
    other = read(calendar([Event("l", DAY, "Review")], CHANGED, 7))[0]

    assert before["UID"] == after["UID"] != other["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt == CHANGED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a;b,c\\d", r"a\;b\,c\\d"),
        ("one\r\ntwo\rthree", r"one\ntwo\nthree"),
        ("bell\x07\x00", "bell"),
        ("tab\t", "tab\t"),
    ],
)
def test_that_what_would_end_a_value_is_escaped(text: str, said: str) -> None:
    assert escaped(text) == said


def test_that_a_title_cannot_smuggle_in_a_line_of_its_own() -> None:
    found = read(calendar([Event("k", DAY, "Review\r\nATTENDEE:mailto:a@example.org")], CHANGED, 7))[0]

    assert "ATTENDEE" not in found
