"""Keys that somebody else made: from a PKCS#12 file, or on a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cryptography import x509

from ....domain.errors import RecordError
from ....domain.sealing.identity import CardCertificate
from ....i18n import _
from .. import keys
from . import chains, tokens
from .files import read
from .shelf import Kept, OnCard, slot_of

FromFile = tuple[keys.Private, x509.Certificate, list[x509.Certificate]]


def from_file(path: Path, passphrase: str, chain: Sequence[Path], now: datetime) -> FromFile:
    """Key, certificate and those above it; PassphraseError or RecordError where nothing can be signed with them.

    ``chain`` are files with certificates that the first one lacks.
    """
    key, certificate, inside = keys.opened(read(path), passphrase, path.name)
    if certificate is None or key is None:
        raise RecordError(
            _("“{file}” holds no key with its certificate. Export both together, as PKCS#12.").format(file=path.name)
        )
    good = keys.usable(key, path.name)
    chains.require_fit(certificate, path.name)
    chains.require_pair(good, certificate, path.name)
    if now > certificate.not_valid_after_utc:
        raise RecordError(
            _("The certificate in “{file}” ended on {day}; ask for a new one.").format(
                file=path.name, day=certificate.not_valid_after_utc.date().isoformat()
            )
        )
    given = [c for file in chain for c in chains.certificates(read(file), file.name)]
    return good, certificate, chains.above(certificate, [*inside, *given])


def from_card(found: CardCertificate, module: Path, pin: str, name: str) -> tuple[Kept, bytes, list[x509.Certificate]]:
    """What is to be kept of a card: its key must be there, and the PIN be right."""
    place = OnCard(str(module), found.token, found.serial, found.key_id.hex())
    tokens.prove(place, found.certificate, pin)
    others = [x509.load_der_x509_certificate(raw) for raw in tokens.above_on(module, found.token, found.serial)]
    above = chains.above(x509.load_der_x509_certificate(found.certificate), others)
    identity = replace(found.identity, name=name, chained=bool(above))
    return Kept(identity, slot_of(name), place), found.certificate, above
