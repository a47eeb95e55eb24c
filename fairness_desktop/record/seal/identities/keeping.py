"""How an identity is put down and found again: the key first, what lists it last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ....domain.errors import FairnessError, NotFoundError
from ....domain.sealing.identity import Identity
from ....i18n import _
from .files import PUBLIC, write
from .root import FolderRoot, lists_in
from .shelf import Kept, Shelf, later_slot, slot_of

if TYPE_CHECKING:  # the library of keys is imported when one is needed: listing who can sign needs none
    from cryptography import x509

    from ..keys import Private


class Keeping:
    """The keys and certificates in one folder, under the root that is there or under others."""

    def __init__(self, folder: Path, root: FolderRoot) -> None:
        self._folder, self._root = folder, root
        self.shelf = Shelf(folder)

    def free(self, name: str) -> str:
        """The name as it is kept, if there is one and nobody has it yet."""
        name = name.strip()
        if not name:
            raise FairnessError(_("An identity needs a name; give the decision-maker's."))
        if self.shelf.named(name) is not None:
            raise FairnessError(_("“{name}” can sign here already; choose another name.").format(name=name))
        return name

    def keep(
        self,
        who: tuple[str, str, str],
        key: Private,
        certificate: x509.Certificate,
        above: list[x509.Certificate],
        passphrase: str,
        before: Kept | None = None,
    ) -> Identity:
        """Keep a key of somebody (name, role, organisation); ``before`` is what it follows, which is never lost."""
        from .. import keys
        from .chains import issued, issuer_of

        name, role, organisation = who
        fingerprint = keys.fingerprint(certificate)
        identity = Identity(
            name=name,
            role=role,
            organisation=organisation,
            fingerprint=fingerprint,
            valid_until=certificate.not_valid_after_utc,
            valid_from=certificate.not_valid_before_utc,
            issuer=issuer_of(certificate),
            chained=bool(above) or issued(certificate, certificate),
            own=bool(above) and keys.der(above[0]) == self._root.certificate(),
        )
        kept = Kept(identity, slot_of(name) if before is None else later_slot(fingerprint))
        write(self.shelf.key(kept), keys.locked(name, key, certificate, above, passphrase))
        write(self.shelf.certificate(kept), keys.der(certificate), PUBLIC)
        self.shelf.keep(kept if before is None else replace(kept, earlier=before.every))
        return identity

    def keep_card(self, kept: Kept, certificate: bytes, above: list[x509.Certificate]) -> Identity:
        """Keep where a key on a card is found, with its certificate and those above."""
        from .. import keys

        write(self.shelf.certificate(kept), certificate, PUBLIC)
        write(self.shelf.chain(kept), keys.pem(above), PUBLIC)
        self.shelf.keep(kept)
        return kept.identity

    def public(self, kept: Kept) -> bytes:
        """The certificate (DER); NotFoundError where an early version of the program kept none beside the key."""
        path = self.shelf.certificate(kept)
        if not path.is_file():
            name = kept.identity.name
            raise NotFoundError(_("The certificate of {name} is not at hand; sign something once.").format(name=name))
        return path.read_bytes()

    def put_beside(self, kept: Kept, certificate: x509.Certificate) -> None:
        """See that the certificate lies beside its key."""
        from .. import keys

        path = self.shelf.certificate(kept)
        if not path.is_file():
            write(path, keys.der(certificate), PUBLIC)

    def lists(self, issuers: Sequence[bytes] | None = None) -> list[bytes]:
        """The revocation lists kept here; with ``issuers`` (DER) those of theirs alone."""
        every = lists_in(self._folder)
        if issuers is None:
            return every
        from cryptography import x509

        from .. import revocation

        above = [x509.load_der_x509_certificate(raw) for raw in issuers]
        return [raw for raw in every if any(revocation.signed_by(raw, issuer) for issuer in above)]
