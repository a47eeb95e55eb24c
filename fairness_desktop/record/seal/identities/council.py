"""The council's root and the members under it: who is certified anew, and who no longer counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ....domain.errors import FairnessError, RecordError
from ....domain.sealing.identity import Ground, Identity, Revocation
from ....i18n import _
from .keeping import Keeping
from .passphrases import require_strong
from .root import FolderRoot
from .shelf import Kept


class FolderCouncil(FolderRoot):
    """A root, and what it does for members."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        super().__init__(folder, clock)
        self.keeping = Keeping(folder, self)

    def certify(
        self,
        who: tuple[str, str, str],
        passphrase: str,
        root_passphrase: str | None = None,
        before: Kept | None = None,
    ) -> Identity:
        """A new key and certificate for somebody (name, role, organisation)."""
        from .. import keys

        require_strong(passphrase)
        root = self.opened(root_passphrase or passphrase)
        key, certificate = keys.new_member(*who, root, self._clock())
        return self.keeping.keep(who, key, certificate, [root[1]], passphrase, before)

    def renew(self, name: str, passphrase: str, root_passphrase: str | None = None) -> Identity:
        """A new key and certificate for the same person; the one before stays, for records that wait for it."""
        before = self.keeping.shelf.require(name)
        identity = before.identity
        if not identity.own:
            raise RecordError(
                _(
                    "{issuer} vouches for {name}, not the council's root kept here. Ask there for a new certificate, "
                    "and import it."
                ).format(issuer=identity.issuer or _("somebody else"), name=name)
            )
        return self.certify((name, identity.role, identity.organisation), passphrase, root_passphrase, before)

    def revoke(self, name: str, ground: Ground, root_passphrase: str = "", since: datetime | None = None) -> Revocation:
        """That all certificates of the person count for nothing, from ``since`` on or from now; the keys are deleted.

        Where another root vouches for them it is noted here only: whoever issued them has to be told.
        """
        kept, now = self.keeping.shelf.require(name), self._clock()
        if kept.identity.revoked is not None:
            raise RecordError(_("The certificate of {name} is revoked already.").format(name=name))
        if since is not None and since > now:
            raise FairnessError(_("A certificate can be revoked as of a time that has been, not of one to come."))
        revocation = Revocation(now, ground, since or now)
        if kept.identity.own:
            self._put_on_list(kept, revocation, root_passphrase)
        every = [replace(one, identity=_revoked(one.identity, revocation)) for one in kept.every]
        self.keeping.shelf.keep(replace(every[0], earlier=tuple(every[1:])))
        for one in every:
            self.keeping.shelf.key(one).unlink(missing_ok=True)
        return revocation

    def _put_on_list(self, kept: Kept, revocation: Revocation, passphrase: str) -> None:
        from cryptography import x509

        from .chains import issued

        root = self.opened(passphrase)
        certificates = [x509.load_der_x509_certificate(self.keeping.public(one)) for one in kept.every]
        self.put_on_list(root, {c.serial_number: revocation for c in certificates if issued(c, root[1])})


def _revoked(identity: Identity, revocation: Revocation) -> Identity:
    return identity if identity.revoked is not None else replace(identity, revoked=revocation)
