"""The copies of the register, as the services see them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ...domain.safekeeping.copies import Copy, Occasion, Preview
from ...domain.safekeeping.encryption import Rekeyed
from ...domain.safekeeping.places import FolderRisk
from ...watching import Progress


class Copies(Protocol):
    """Copies in a folder beside the register, and any other file that is one; StorageError says what cannot be done."""

    @property
    def folder(self) -> Path:
        """Where the copies are."""
        ...

    @property
    def register_size(self) -> int:
        """Bytes of the register."""
        ...

    def all(self) -> list[Copy]:
        """Every copy in the folder, newest first."""
        ...

    def risks(self) -> tuple[FolderRisk, ...]:
        """What is risky about where the register lies."""
        ...

    def changed(self) -> bool:
        """Whether the register holds anything else than the newest copy."""
        ...

    def keep(self, occasion: Occasion) -> Copy:
        """Keep a copy in the folder, checked; nothing is kept where the register is damaged."""
        ...

    def make(self, out: Path) -> None:
        """Keep a copy at that place; one that is there is replaced, any other file is left alone."""
        ...

    def drop(self, copy: Copy) -> None:
        """Let go of a copy in the folder."""
        ...

    def preview(self, path: Path, secret: str | None) -> Preview:
        """What is in a copy, which is left as it is, and what of today's register is not.

        EncryptedError where it is encrypted, and the passphrase is missing or does not open it.
        """
        ...

    def restore(self, path: Path, secret: str | None) -> Path:
        """Have the register hold what a copy holds; what it held is kept aside first, at the place returned."""
        ...


class Keying(Protocol):
    """What the register is encrypted with, as the services see it."""

    @property
    def encrypted(self) -> bool:
        """Whether it is encrypted now."""
        ...

    def opens(self, passphrase: str) -> bool:
        """Whether that is its passphrase."""
        ...

    def readable(self) -> tuple[Path, ...]:
        """Files in the folder of copies that anybody can read."""
        ...

    def rekey(self, new: str | None, progress: Progress) -> Rekeyed:
        """Have the register, and then its copies, under another passphrase, or none; told how many steps are done.

        Whatever ``progress`` raises stops it: before the register is done nothing has changed then.
        """
        ...
