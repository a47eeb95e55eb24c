"""Revocation lists that councils hand out: those kept here, and a new one taken in beside its root certificate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ....domain.errors import FairnessError
from ....domain.sealing.trust import ListKept, Root
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
    place = _place(whose, folder)
    if place.is_file() and not revocation.newer(raw, read(place)):
        raise FairnessError(
            _("The revocation list of {council} that is kept here is as new as that, or newer.").format(
                council=whose.called
            )
        )
    write(place, raw, PUBLIC)
    return whose


def kept(root: Root, folder: Path) -> ListKept | None:
    """What the list of that root in the folder says; None where there is none that can be read."""
    from .. import revocation

    place = _place(root, folder)
    raw = revocation.in_der(read(place)) if place.is_file() else None
    return None if raw is None else ListKept(revocation.count(raw), revocation.until(raw))


def _place(root: Root, folder: Path) -> Path:
    return folder / f"{root.fingerprint}.crl"
