"""How far something is that takes a while, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much; raises StoppedError to stop."""


def unwatched(_done: int, _of: int) -> None:
    """Nobody looks on."""
