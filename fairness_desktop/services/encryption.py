"""Encrypting the register at rest: switched on, switched off, under another passphrase."""

from __future__ import annotations

from pathlib import Path

from ..domain.errors import FairnessError, PassphraseError
from ..domain.safekeeping.encryption import Rekeyed, require_usable
from ..i18n import _
from ..watching import Progress, unwatched
from .ports.safekeeping import Keying


class Encryption:
    """Whether the register can be read without a passphrase; StorageError says what stands in the way of a change.

    Every change makes a checked copy first, then a whole new file that is checked before it takes the place of the old
    one, and at last brings the copies in the folder along. ``progress`` counts these steps; stopping lets go of what
    is not done yet, which is copies only once the register itself is done.
    """

    def __init__(self, keying: Keying) -> None:
        self._keying = keying

    @property
    def on(self) -> bool:
        """Whether the register is encrypted now."""
        return self._keying.encrypted

    def readable(self) -> tuple[Path, ...]:
        """Files in the folder of copies that anybody can read."""
        return self._keying.readable()

    def switch_on(self, passphrase: str, progress: Progress = unwatched) -> Rekeyed:
        """Encrypt the register and its copies."""
        if self.on:
            raise FairnessError(_("The register is encrypted already. Its passphrase can be changed."))
        require_usable(passphrase)
        return self._keying.rekey(passphrase, progress)

    def change(self, old: str, new: str, progress: Progress = unwatched) -> Rekeyed:
        """Encrypt both under another passphrase; PassphraseError where the old one is not it."""
        self._require(old)
        require_usable(new)
        if self._keying.opens(new):
            raise FairnessError(_("The new passphrase is the old one. Nothing was changed."))
        return self._keying.rekey(new, progress)

    def switch_off(self, passphrase: str, progress: Progress = unwatched) -> Rekeyed:
        """Have both as files that anybody can read who gets at them; PassphraseError where it is not the passphrase."""
        self._require(passphrase)
        return self._keying.rekey(None, progress)

    def _require(self, passphrase: str) -> None:
        if not self.on:
            raise FairnessError(_("The register is not encrypted."))
        if not self._keying.opens(passphrase):
            raise PassphraseError(_("That is not the passphrase of the register. Nothing was changed."))
