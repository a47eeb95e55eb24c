"""The trust list: a folder of certificates, one file each, named by its fingerprint. It needs no register.

Whoever looks after many computers may put certificates there by other means: a file of any name counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ....domain.errors import FairnessError, NotFoundError
from ....i18n import _

if TYPE_CHECKING:  # the library of certificates is imported when one is looked at
    from ....domain.sealing.trust import ListKept, Root

LARGEST_CERTIFICATE = 1024 * 1024
ENDING = ".cer"


class FolderTrust:
    """The council certificates in one folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[Root]:
        """Those trusted, by the council's name; a file that is no such certificate is trusted by nobody."""
        return sorted(self._kept().values(), key=_by_name)

    def certificates(self) -> tuple[bytes, ...]:
        """The same as certificates (DER)."""
        return tuple(root.der for root in self.all())

    def examine(self, path: Path) -> Root:
        """The council's certificate in a file, to be looked at before it is trusted; FairnessError where it is none."""
        from .roots import root_in

        return root_in(_read(path), path.name)

    def add(self, root: Root) -> None:
        """Trust it from now on, and every signer under it."""
        path = self._folder / f"{root.fingerprint}{ENDING}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(root.der)  # one cut short is no certificate, and so trusted by nobody
        except OSError as error:
            why = error.strerror or error
            raise FairnessError(_("“{path}” cannot be written: {why}.").format(path=path, why=why)) from error

    def add_list(self, path: Path) -> Root:
        """Take in the revocation list of a council that is trusted; FairnessError where it is none, or an old one."""
        from .lists import take_in

        return take_in(path, self.all(), self._folder)

    def list_kept(self, root: Root) -> ListKept | None:
        """The revocation list of a council that was taken in; None where there is none."""
        from .lists import kept

        return kept(root, self._folder)

    def remove(self, fingerprint: str) -> None:
        """Trust it no more; NotFoundError where it never was."""
        paths = [path for path, root in self._kept().items() if root.fingerprint == fingerprint]
        if not paths:
            raise NotFoundError(_("No council of that fingerprint is trusted here."))
        for path in paths:
            try:
                path.unlink()
            except OSError as error:
                why = error.strerror or error
                raise FairnessError(_("“{path}” cannot be taken away: {why}.").format(path=path, why=why)) from error

    def _kept(self) -> dict[Path, Root]:
        return dict(self._readable())

    def _readable(self) -> Iterator[tuple[Path, Root]]:
        from .roots import root_in

        for path in sorted(self._folder.glob("*")) if self._folder.is_dir() else ():
            if path.suffix.lower() in (ENDING, ".crt", ".pem", ".der"):
                try:
                    yield path, root_in(_read(path), path.name)
                except FairnessError:
                    continue


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_CERTIFICATE)
    except OSError as error:
        raise FairnessError(
            _("The certificate “{path}” cannot be read: {why}.").format(path=path, why=error.strerror or error)
        ) from error


def _by_name(root: Root) -> tuple[str, str]:
    return root.called.casefold(), root.fingerprint
