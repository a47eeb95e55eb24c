"""What a register is opened for: only one process at a time may write to it."""

from __future__ import annotations

from enum import StrEnum


class Access(StrEnum):
    """Who opens it."""

    WRITE = "write"
    """A command that changes something: it waits for whoever writes, and then says who that is."""
    READ = "read"
    """A command that only looks: it waits for nobody, unless the file has to be made or brought up to date first."""
    WINDOW = "window"
    """The window: it writes where nobody else does, and only reads where somebody does."""
