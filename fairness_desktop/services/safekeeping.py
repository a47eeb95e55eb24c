"""Keeping the register safe: copies by themselves, copies on demand, and going back to one."""

from __future__ import annotations

from pathlib import Path

from ..domain.safekeeping.copies import Copy, Occasion, Preview, superfluous
from ..domain.safekeeping.places import FolderRisk
from .ports.safekeeping import Copies
from .walk import Clock


class Safekeeping:
    """Copies of the register; every method raises StorageError with a sentence where it cannot be done."""

    def __init__(self, copies: Copies, clock: Clock) -> None:
        self._copies, self._clock = copies, clock

    @property
    def folder(self) -> Path:
        """Where copies are kept by themselves."""
        return self._copies.folder

    @property
    def register_size(self) -> int:
        """Bytes of the register."""
        return self._copies.register_size

    def copies(self) -> list[Copy]:
        """Every copy kept, newest first."""
        return self._copies.all()

    def risks(self) -> tuple[FolderRisk, ...]:
        """What is risky about where the register lies."""
        return self._copies.risks()

    def keep_at_start(self) -> Copy | None:
        """Keep a copy where anything changed since the last, and then let go of those that are too many.

        None where nothing changed. A copy is checked before any other goes.
        """
        if not self._copies.changed():
            return None
        made = self._copies.keep(Occasion.START)
        for old in superfluous(self._copies.all(), self._clock().astimezone()):
            self._copies.drop(old)
        return made

    def keep_now(self) -> Copy:
        """Keep a copy at once, in the same folder."""
        return self._copies.keep(Occasion.ASKED)

    def back_up(self, out: Path) -> None:
        """Keep a copy somewhere else; a copy that is there is replaced once the new one has been checked."""
        self._copies.make(out)

    def preview(self, path: Path, secret: str | None = None) -> Preview:
        """What is in a copy, and what of today would be lost; nothing is changed by looking."""
        return self._copies.preview(path, secret)

    def restore(self, path: Path, secret: str | None = None) -> Path:
        """Go back to a copy; returns where the register of today was kept aside."""
        return self._copies.restore(path, secret)
