"""A calendar file (iCalendar, RFC 5545) of whole days, each with an alarm a week before.

Nothing in it depends on when or where it is written: the same decision gives the same bytes, and an event taken in
again takes the place of the one before, for its UID stays and its SEQUENCE grows.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Sequence

from ...domain.deciding.events import Event

ENDING = ".ics"

PRODUCT = "-//Fairness Desktop//Calendar 1//EN"
MOST_OCTETS = 75
"""In a line, its end not counted; a longer one is folded."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def calendar(events: Sequence[Event], changed_at: dt.datetime, number: int) -> bytes:
    """The file; ``changed_at`` (UTC) and ``number`` are when and how often what it tells of was changed."""
    lines = [*_head(), *(line for e in events for line in _event(e, changed_at, number)), "END:VCALENDAR"]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _head() -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")


def _event(event: Event, changed_at: dt.datetime, number: int) -> Iterator[str]:
    stamp = f"{changed_at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, event.key)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{number}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.about:
        yield f"DESCRIPTION:{escaped(event.about)}"
    if event.who:
        yield f"CONTACT:{escaped(event.who)}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P7D", f"DESCRIPTION:{escaped(event.title)}", "END:VALARM")
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as the form has it: no line ends, no separators, no control characters."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets, or several that begin with a space; no letter is cut in two."""
    parts, room, length = [""], MOST_OCTETS, 0
    for letter in line:
        size = len(letter.encode())
        if length + size > room:
            parts.append("")
            room, length = MOST_OCTETS - 1, 0
        parts[-1] += letter
        length += size
    return "\r\n ".join(parts)
