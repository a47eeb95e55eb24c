"""The council's own root: it vouches for members, and keeps the list of those for whom it no longer does."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ....domain.errors import FairnessError, NotFoundError, PassphraseError, RecordError, RootPassphraseError
from ....domain.sealing.identity import CouncilRoot, Revocation
from ....i18n import _
from .files import PUBLIC, read, write
from .passphrases import require_strong

if TYPE_CHECKING:  # the library of keys is imported when one is needed: listing who can sign needs none
    from cryptography import x509

    from ..keys import Key

    Opened = tuple[Key, x509.Certificate]

ROOT = "council-root"


class FolderRoot:
    """The root in a folder; its key is under a passphrase of its own, which may be a member's too."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder, self._clock = folder, clock
        self._key, self._certificate, self._list = (folder / f"{ROOT}{end}" for end in (".p12", ".cer", ".crl"))

    @property
    def there(self) -> bool:
        """Whether there is one: its key is written last."""
        return self._key.is_file()

    def about(self) -> CouncilRoot | None:
        """What can be said of it without its passphrase; None where there is none."""
        if not self.there:
            return None
        from cryptography import x509

        from .. import keys, revocation

        certificate = x509.load_der_x509_certificate(self._public())
        listed = self._list.read_bytes() if self._list.is_file() else None
        return CouncilRoot(
            organisation=keys.named(certificate)[2],
            fingerprint=keys.fingerprint(certificate),
            valid_until=certificate.not_valid_after_utc,
            listed_until=None if listed is None else revocation.until(listed),
            revoked=0 if listed is None else revocation.count(listed),
        )

    def make(self, organisation: str, passphrase: str) -> CouncilRoot:
        """Make it; FairnessError where there is one already."""
        if self.there:
            raise FairnessError(_("There is a council root here already."))
        require_strong(passphrase)
        from .. import keys, revocation

        now = self._clock()
        key, certificate = keys.new_root(organisation, now)
        write(self._list, revocation.made((key, certificate), None, {}, now), PUBLIC)
        write(self._certificate, keys.der(certificate), PUBLIC)
        write(self._key, keys.locked(ROOT, key, certificate, [], passphrase))
        about = self.about()
        assert about is not None
        return about

    def replace(self, organisation: str, passphrase: str) -> CouncilRoot:
        """Make another, the old one's key or passphrase being lost; its certificate and its list stay for checks."""
        if not self.there:
            raise NotFoundError(_none_yet())
        require_strong(passphrase)
        former = f"former-root-{hashlib.sha256(self._public()).hexdigest()[:16]}"
        for path in (self._list, self._certificate):
            if path.is_file():
                write(self._folder / f"{former}{path.suffix}", path.read_bytes(), PUBLIC)
        self._key.replace(self._folder / f"{former}.p12")
        return self.make(organisation, passphrase)

    def opened(self, passphrase: str) -> Opened:
        """Key and certificate, the list made fresh where it is half over; PassphraseError where they do not open."""
        if not self.there:
            raise NotFoundError(_none_yet())
        from .. import keys, revocation

        try:
            key, certificate, _others = keys.opened(self._key.read_bytes(), passphrase, ROOT)
        except PassphraseError:
            raise RootPassphraseError(
                _("This passphrase does not open the council's root, under which identities are made here.")
            ) from None
        assert isinstance(key, keys.Key)
        assert certificate is not None
        root = key, certificate
        if not self._certificate.is_file():
            write(self._certificate, keys.der(certificate), PUBLIC)
        ends = revocation.until(self._list.read_bytes()) if self._list.is_file() else None
        if ends is None or ends - self._clock() < revocation.LIST_TIME / 2:
            self._renew_list(root, {})
        return root

    def put_on_list(self, root: Opened, serials: dict[int, Revocation]) -> None:
        """Revoke certificates, by their serial numbers."""
        self._renew_list(root, serials)

    def renew_list(self, passphrase: str) -> CouncilRoot:
        """Make the list anew, so that it is good for another year."""
        self._renew_list(self.opened(passphrase), {})
        about = self.about()
        assert about is not None
        return about

    def change_passphrase(self, old: str, new: str) -> None:
        """Encrypt the key anew."""
        require_strong(new)
        from .. import keys

        key, certificate = self.opened(old)
        write(self._key, keys.locked(ROOT, key, certificate, [], new))

    def export(self, out: Path) -> str:
        """Write the certificate (DER); returns its SHA-256 fingerprint."""
        if not self.there:
            raise NotFoundError(_none_yet())
        content = self._public()
        write(out, content, PUBLIC)
        return hashlib.sha256(content).hexdigest()

    def export_list(self, out: Path) -> None:
        """Write the revocation list (DER), for those who check records elsewhere."""
        if not self._list.is_file():
            raise NotFoundError(_("There is no revocation list here yet; renew it under the council's root."))
        write(out, self._list.read_bytes(), PUBLIC)

    def certificate(self) -> bytes | None:
        """The certificate (DER), or None."""
        return self._public() if self.there else None

    def _public(self) -> bytes:
        try:
            return self._certificate.read_bytes()
        except OSError as error:
            raise RecordError(
                _("“{path}” is missing; restore the folder of identities from a backup.").format(path=self._certificate)
            ) from error

    def _renew_list(self, root: Opened, added: dict[int, Revocation]) -> None:
        from .. import revocation

        before = self._list.read_bytes() if self._list.is_file() else None
        if before is not None and not revocation.signed_by(before, root[1]):
            raise RecordError(
                _("“{path}” is damaged; restore the folder of identities from a backup.").format(path=self._list)
            )
        write(self._list, revocation.made(root, before, added, self._clock()), PUBLIC)


def lists_in(folder: Path) -> list[bytes]:
    """The revocation lists (DER) in a folder."""
    return [read(path) for path in sorted(folder.glob("*.crl"))] if folder.is_dir() else []


def _none_yet() -> str:
    return _("There is no council root here yet; it is made with the first identity.")
