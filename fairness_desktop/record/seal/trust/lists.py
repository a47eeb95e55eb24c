"""Revocation lists that councils hand out: those kept here, and a new one taken in beside its root certificate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ....domain.errors import FairnessError
from ....domain.sealing.trust import Root
from ....i18n import _
from ..identities.files import PUBLIC, read, write
from ..identities.root import lists_in


class FolderLists:
    """The revocation lists (DER) in some folders, which need not be there; read anew each time."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders

    def __call__(self) -> list[bytes]:
        """All of them."""
        return [raw for folder in self._folders for raw in lists_in(folder)]


def take_in(path: Path, roots: Sequence[Root], folder: Path) -> Root:
    """Keep the list in a file, if one of those roots made it and none newer is kept; returns whose it is."""
    from cryptography import x509

    from .. import revocation

    raw = revocation.in_der(read(path))
    certificates = [(root, x509.load_der_x509_certificate(root.der)) for root in roots] if raw is not None else []
    whose = next((root for root, c in certificates if raw is not None and revocation.signed_by(raw, c)), None)
    if raw is None:
        raise FairnessError(
            _("“{file}” is no revocation list; take the .crl file that the council gives out.").format(file=path.name)
        )
    if whose is None:
        raise FairnessError(
            _("“{file}” is the list of no council that is trusted here. Trust its root certificate first.").format(
                file=path.name
            )
        )
    kept = folder / f"{whose.fingerprint}.crl"
    if kept.is_file() and not revocation.newer(raw, read(kept)):
        raise FairnessError(
            _("The revocation list of {council} that is kept here is as new as that, or newer.").format(
                council=whose.called
            )
        )
    write(kept, raw, PUBLIC)
    return whose
