"""A day on which something of a decision is to be looked at or done, as a calendar has it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day; ``key`` tells it from its likes and stays the same, ``who`` sees to it."""

    key: str
    day: dt.date
    title: str
    about: str = ""
    who: str = ""
