"""Every error this program raises on purpose.

FairnessError                what the person at the screen can understand and act on
├── InvalidInputError        a value that cannot be: says where, what, and what would do
├── NotReadyError            something is missing before this step; lists what
├── NotFoundError            no such assessment, identity or file
├── StorageError             the store cannot be read or written: full, locked, not ours, too new
│   ├── HeldError            another process writes to it; says who
│   ├── ReadOnlyError        it lies where nothing can be written
│   ├── EncryptedError       its passphrase is missing, or opens nothing
│   └── ConflictError        somebody else was there first: another state saved, the number given away
├── FrameworkError           a framework or legal pack that cannot be read or is another than it says
├── StoppedError             whoever asked for it stopped it in between
├── PassphraseError          the passphrase does not open the key
│   └── RootPassphraseError  nor that of the council's root, under which something was to be made
└── RecordError              a record that cannot be made, read or checked
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..i18n import _


class FairnessError(Exception):
    """Something the person at the screen can understand and act on; ``str(error)`` is a sentence fit to show."""


class InvalidInputError(FairnessError):
    """A value that cannot be.

    ``where`` is the place in the exchange form (``groups[3].size``), empty for the whole.
    """

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where
        self.message = message

    def under(self, place: str) -> InvalidInputError:
        """The same complaint, seen from the value that holds this one."""
        joint = "" if not self.where or self.where.startswith("[") else "."
        return InvalidInputError(f"{place}{joint}{self.where}", self.message)


class NotReadyError(FairnessError):
    """Something has to be there first; ``missing`` has a sentence for each thing."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(_("This is still missing: {missing}").format(missing=" ".join(missing)))
        self.missing = tuple(missing)


class NotFoundError(FairnessError):
    """No such assessment, identity or file."""


class StorageError(FairnessError):
    """The store could not be read or written: full, read-only, locked, not ours, too new."""


class HeldError(StorageError):
    """Another process writes to the store, and only one may; says which."""


class ConflictError(StorageError):
    """Somebody else was there first: what one went on from is no longer the newest. Nothing was kept."""


class ReadOnlyError(StorageError):
    """The store lies where nothing can be written; it can be read, if it is there."""


class EncryptedError(StorageError):
    """The store is encrypted, and the passphrase is missing or does not open it."""


class FrameworkError(FairnessError):
    """A fairness framework or legal pack that cannot be read, or is another than it says."""


class StoppedError(FairnessError):
    """Whoever asked for it stopped it in between."""

    def __init__(self) -> None:
        super().__init__(_("Stopped."))


class PassphraseError(FairnessError):
    """The passphrase does not open the key."""


class RootPassphraseError(PassphraseError):
    """The passphrase does not open the council's root."""


class RecordError(FairnessError):
    """A record that cannot be made, read or checked."""


def unreadable(path: Path, error: OSError) -> FairnessError:
    """What is said of a file handed in that cannot be read."""
    return FairnessError(_("“{path}” cannot be read: {why}.").format(path=path, why=error.strerror or error))


def not_taken_in(path: Path, error: InvalidInputError) -> FairnessError:
    """What is said of a file handed in that holds what cannot be."""
    joint = ": " if error.where else " "
    return FairnessError(
        _("{file}{joint}{error}. Nothing was taken in.").format(file=path.name, joint=joint, error=error)
    )
