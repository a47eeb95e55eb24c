"""What a passphrase has to be."""

from __future__ import annotations

from ....domain.errors import PassphraseError
from ....i18n import _

LEAST = 8


def require_strong(passphrase: str) -> None:
    """PassphraseError where it is shorter than any passphrase may be."""
    if len(passphrase) < LEAST:
        raise PassphraseError(_("The passphrase is too short; choose at least {count} characters.").format(count=LEAST))
