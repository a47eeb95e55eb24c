"""Signing identities in a folder: each a PKCS#12 file encrypted under its owner's passphrase, never in clear."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.errors import FairnessError, NotFoundError, PassphraseError, RecordError
from ...domain.sealing.identity import Identity
from ...i18n import _

if TYPE_CHECKING:  # the library of keys is imported when one is needed: listing who can sign needs none
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import rsa

    from ...domain.sealing.levels import TimeService
    from .keys import Key

LEAST_PASSPHRASE = 8
ROOT = "council-root"
_LARGEST_IMPORT = 1024 * 1024


class FolderIdentities:
    """The identities in one folder; ``clock`` says when certificates begin."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._folder, self._clock = folder, clock

    def all(self) -> list[Identity]:
        """Everyone who can sign here, by name."""
        cards = sorted(self._folder.glob("signer-*.json")) if self._folder.is_dir() else []
        return sorted((self._card(path) for path in cards), key=_by_name)

    def named(self, name: str) -> Identity | None:
        """The identity of that name, or None."""
        return next((i for i in self.all() if i.name == name), None)

    def new(self, name: str, role: str, organisation: str, passphrase: str) -> Identity:
        """Make an identity under the council's root, made too the first time; PassphraseError if too short."""
        name = name.strip()
        if not name:
            raise FairnessError(_("An identity needs a name; give the decision-maker's."))
        if self.named(name) is not None:
            raise FairnessError(_("“{name}” can sign here already; choose another name.").format(name=name))
        if len(passphrase) < LEAST_PASSPHRASE:
            raise PassphraseError(
                _("The passphrase is too short; choose at least {count} characters.").format(count=LEAST_PASSPHRASE)
            )
        from . import keys

        root = self._root(organisation, passphrase)
        key, certificate = keys.new_member(name, role, organisation, root, self._clock())
        return self._keep(name, role, organisation, key, certificate, [root[1]], passphrase)

    def take_in(self, path: Path, passphrase: str) -> Identity:
        """Take in a PKCS#12 file; PassphraseError where the passphrase does not open it."""
        try:
            raw = path.read_bytes()[:_LARGEST_IMPORT]
        except OSError as error:
            why = error.strerror or error
            raise FairnessError(_("“{path}” cannot be read: {why}.").format(path=path, why=why)) from error
        from . import keys

        key, certificate, others = keys.opened(raw, passphrase, path.name)
        good = keys.usable(key if certificate is not None else None, path.name)
        assert certificate is not None
        name, role, body, _until = keys.named(certificate)
        name = name or path.stem
        if self.named(name) is not None:
            raise FairnessError(_("“{name}” can sign here already.").format(name=name))
        return self._keep(name, role, body, good, certificate, others, passphrase)

    def export_root(self, out: Path) -> str:
        """Write the council's root certificate (DER); returns its SHA-256 fingerprint."""
        path = self._folder / f"{ROOT}.cer"
        if not path.is_file():
            raise NotFoundError(_("There is no council root here yet; it is made with the first identity."))
        content = path.read_bytes()
        _write(out, content, mode=0o644)
        return hashlib.sha256(content).hexdigest()

    def certificate(self, name: str) -> bytes:
        """That person's certificate (DER), to be handed to whoever is to name it; it holds no secret."""
        if self.named(name) is None:
            raise NotFoundError(_("There is no signing identity “{name}” here.").format(name=name))
        path = self._folder / f"{_slot(name)}.cer"
        if not path.is_file():
            raise NotFoundError(_("The certificate of {name} is not at hand; sign something once.").format(name=name))
        return path.read_bytes()

    def handed_over(self, path: Path) -> Identity:
        """Whoever a certificate file (DER or PEM) names; FairnessError where it is none that could sign a record."""
        from .handover import identity_in

        try:
            raw = path.read_bytes()[:_LARGEST_IMPORT]
        except OSError as error:
            why = error.strerror or error
            raise FairnessError(_("“{path}” cannot be read: {why}.").format(path=path, why=why)) from error
        return identity_in(raw, path.name)

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
        from . import keys
        from .signing import sign

        identity = self.named(name)
        if identity is None:
            raise NotFoundError(_("There is no signing identity “{name}” here.").format(name=name))
        if signed_at > identity.valid_until:
            raise RecordError(
                _("The certificate of {name} ended on {day}; make a new identity.").format(
                    name=name, day=identity.valid_until.date().isoformat()
                )
            )
        raw = (self._folder / f"{_slot(name)}.p12").read_bytes()
        key, certificate, others = keys.opened(raw, passphrase, name)
        assert key is not None
        assert certificate is not None
        public = self._folder / f"{_slot(name)}.cer"
        if not public.is_file():
            _write(public, keys.der(certificate), mode=0o644)
        return sign(pdf, key, certificate, others, reason, signed_at, time_service, self._revocations())

    def _revocations(self) -> list[bytes]:
        """The revocation lists (DER) of the roots kept here."""
        return [path.read_bytes() for path in sorted(self._folder.glob("*.crl"))]

    def _root(self, organisation: str, passphrase: str) -> tuple[Key, x509.Certificate]:
        from . import keys

        path = self._folder / f"{ROOT}.p12"
        if path.is_file():
            try:
                key, certificate, _others = keys.opened(path.read_bytes(), passphrase, ROOT)
            except PassphraseError:
                raise PassphraseError(
                    _("This passphrase does not open the council's root, under which identities are made here.")
                ) from None
            assert isinstance(key, keys.Key)
            assert certificate is not None
            return key, certificate
        key, certificate = keys.new_root(organisation, self._clock())
        _write(path, keys.locked(ROOT, key, certificate, [], passphrase))
        _write(self._folder / f"{ROOT}.cer", keys.der(certificate), mode=0o644)
        return key, certificate

    def _keep(
        self,
        name: str,
        role: str,
        organisation: str,
        key: Key | rsa.RSAPrivateKey,
        certificate: x509.Certificate,
        others: list[x509.Certificate],
        passphrase: str,
    ) -> Identity:
        """Key first, card last: an identity without its key is never listed."""
        from . import keys

        slot = _slot(name)
        _write(self._folder / f"{slot}.p12", keys.locked(name, key, certificate, others, passphrase))
        _write(self._folder / f"{slot}.cer", keys.der(certificate), mode=0o644)
        card = {
            "name": name,
            "role": role,
            "organisation": organisation,
            "fingerprint": keys.fingerprint(certificate),
            "valid_until": certificate.not_valid_after_utc.isoformat(),
        }
        _write(self._folder / f"{slot}.json", json.dumps(card, ensure_ascii=False).encode())
        return self._card(self._folder / f"{slot}.json")

    def _card(self, path: Path) -> Identity:
        try:
            card = json.loads(path.read_bytes())
            until = datetime.fromisoformat(card["valid_until"])
            return Identity(card["name"], card["role"], card["organisation"], card["fingerprint"], until)
        except (ValueError, KeyError, TypeError) as error:
            raise RecordError(
                _("“{path}” is damaged; restore the folder of identities from a backup.").format(path=path)
            ) from error


def _by_name(identity: Identity) -> str:
    return identity.name.casefold()


def _slot(name: str) -> str:
    """A file name that no two names share, whatever their letters and whatever the system folds."""
    return f"signer-{hashlib.sha256(name.encode()).hexdigest()[:24]}"


def _write(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Whole or not at all, durably, and readable by nobody else unless meant to be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except OSError as error:
        why = error.strerror or error
        raise FairnessError(_("“{path}” cannot be written: {why}.").format(path=path, why=why)) from error
