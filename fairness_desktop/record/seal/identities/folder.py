"""Signing identities in a folder: each a PKCS#12 file encrypted under its owner's passphrase, or a key on a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ....domain.errors import PassphraseError, RecordError
from ....domain.sealing.identity import CardCertificate, Identity
from ....i18n import _
from .council import FolderCouncil
from .files import read, write
from .passphrases import require_strong
from .shelf import Kept

if TYPE_CHECKING:
    from ....domain.sealing.levels import TimeAnswer, TimeService


class FolderIdentities:
    """The identities in one folder; ``clock`` says when certificates begin."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.council = FolderCouncil(folder, clock)
        self._keeping = self.council.keeping
        self._shelf = self._keeping.shelf

    def all(self) -> list[Identity]:
        """Everyone who can sign here or once could, by name, each with the newest certificate."""
        return [kept.identity for kept in self._shelf.all()]

    def named(self, name: str) -> Identity | None:
        """The identity of that name, or None."""
        kept = self._shelf.named(name)
        return None if kept is None else kept.identity

    def require(self, name: str) -> Identity:
        """The identity of that name; NotFoundError where there is none."""
        return self._shelf.require(name).identity

    def with_certificate(self, fingerprint: str) -> Identity | None:
        """Whoever has that certificate here, be it one that was renewed since; or None."""
        every = (one.identity for kept in self._shelf.all() for one in kept.every)
        return next((identity for identity in every if identity.fingerprint == fingerprint), None)

    def new(
        self, name: str, role: str, organisation: str, passphrase: str, root_passphrase: str | None = None
    ) -> Identity:
        """Make an identity under the council's root, made too the first time; PassphraseError if too short.

        The root's passphrase is tried to be the same where none is given.
        """
        name = self._keeping.free(name)
        require_strong(passphrase)
        if not self.council.there:
            self.council.make(organisation, root_passphrase or passphrase)
        return self.council.certify((name, role, organisation), passphrase, root_passphrase)

    def take_in(
        self, path: Path, passphrase: str, chain: Sequence[Path] = (), keep_under: str | None = None
    ) -> Identity:
        """Take in a PKCS#12 file; PassphraseError where the passphrase does not open it.

        ``chain`` are files with certificates above it that the file lacks. ``keep_under`` is another passphrase for
        the key as it is kept here.
        """
        from .. import keys
        from .intake import from_file

        key, certificate, above = from_file(path, passphrase, chain, self._clock())
        secret = passphrase if keep_under is None else keep_under
        require_strong(secret)
        name, role, organisation, _until = keys.named(certificate)
        who = self._keeping.free(name or path.stem), role, organisation
        return self._keeping.keep(who, key, certificate, above, secret)

    def cards(self, module: Path) -> list[CardCertificate]:
        """What could sign on the cards that are in; FairnessError where the library cannot be used."""
        from .tokens import certificates_on

        return certificates_on(module)

    def usual_module(self) -> Path | None:
        """The library that reads most cards, if it is installed here."""
        from .tokens import usual_module

        return usual_module()

    def take_card(self, found: CardCertificate, module: Path, pin: str) -> Identity:
        """Sign with that card from now on; its key must be there, and the PIN be right."""
        from .intake import from_card

        name = self._keeping.free(found.identity.name or found.token)
        return self._keeping.keep_card(*from_card(found, module, pin, name))

    def change_passphrase(self, name: str, old: str, new: str) -> None:
        """Encrypt the person's keys anew; PassphraseError where the old one does not open the newest."""
        kept = self._shelf.require(name)
        if kept.card is not None:
            raise RecordError(
                _("The key of {name} is on a card; change its PIN with the card's own program.").format(name=name)
            )
        require_strong(new)
        locked = [(self._shelf.key(kept), self._locked_anew(kept, old, new))]
        for one in kept.earlier:
            try:
                locked.append((self._shelf.key(one), self._locked_anew(one, old, new)))
            except PassphraseError:
                continue  # an earlier key that was under another passphrase stays under that
        for path, content in locked:
            write(path, content)

    def _locked_anew(self, kept: Kept, old: str, new: str) -> bytes:
        from .. import keys

        name = kept.identity.name
        key, certificate, others = keys.opened(self._key(kept), old, name)
        assert certificate is not None
        return keys.locked(name, keys.usable(key, name), certificate, others, new)

    def export_root(self, out: Path) -> str:
        """Write the council's root certificate (DER); returns its SHA-256 fingerprint."""
        return self.council.export(out)

    def certificate(self, name: str) -> bytes:
        """That person's certificate (DER), to be handed to whoever is to name it; it holds no secret."""
        return self._keeping.public(self._shelf.require(name))

    def hand_over(self, name: str, passphrase: str, out: Path) -> None:
        """Write key and certificate (PKCS#12, under the same passphrase), for another computer or for safe keeping."""
        from .. import keys

        content = self._key(self._shelf.require(name))
        keys.opened(content, passphrase, name)
        write(out, content)

    def handed_over(self, path: Path) -> Identity:
        """Whoever a certificate file (DER or PEM) names; FairnessError where it is none that could sign a record."""
        from .. import revocation
        from ..handover import identity_in

        identity, certificate = identity_in(read(path), path.name)
        root = self.council.certificate()
        if root is None or not revocation.vouches(root, certificate):
            return identity
        return replace(identity, own=True, revoked=revocation.found(certificate, [root], self._keeping.lists()))

    def seal(
        self,
        pdf: bytes,
        name: str,
        passphrase: str,
        reason: str,
        signed_at: datetime,
        time_service: TimeService | None = None,
    ) -> bytes:
        """The PDF signed in that person's field; PassphraseError, or RecordError where it cannot be signed."""
        from .. import keys, signing
        from . import tokens

        kept = self._meant(self._shelf.require(name), pdf)
        kept.identity.require_able(signed_at)
        if kept.card is not None:
            above = self._shelf.above(kept)
            with tokens.signer_on(kept.card, self._keeping.public(kept), above, passphrase) as signer:
                return signing.sign_with(pdf, signer, reason, signed_at, time_service, self._keeping.lists(above))
        key, own, others = keys.opened(self._key(kept), passphrase, name)
        assert own is not None
        self._keeping.put_beside(kept, own)
        lists = self._keeping.lists([keys.der(c) for c in others])
        return signing.sign(pdf, key, own, others, reason, signed_at, time_service, lists)

    def ask_time(self, service: TimeService) -> TimeAnswer:
        """What a time-stamp service says when it is asked; RecordError where it gives no good answer."""
        from ..sealing.timestamps import ask

        return ask(service)

    def _meant(self, kept: Kept, pdf: bytes) -> Kept:
        """The certificate that the record waits for, if it is an earlier one of that person; else the newest."""
        if not kept.earlier:
            return kept
        from ..signing import awaited

        wanted = awaited(pdf)
        return next((one for one in kept.every if one.identity.fingerprint == wanted), kept)

    def _key(self, kept: Kept) -> bytes:
        path = self._shelf.key(kept)
        if kept.card is not None or not path.is_file():
            raise RecordError(_("The key of {name} is not in a file here.").format(name=kept.identity.name))
        return path.read_bytes()
