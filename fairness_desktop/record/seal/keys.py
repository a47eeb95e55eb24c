"""Keys under a passphrase: PKCS#12 in and out, and certificates made for new ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from cryptography.hazmat.primitives.serialization.pkcs12 import PBES
from cryptography.x509.oid import NameOID

from ...domain.errors import PassphraseError, RecordError
from ...i18n import _
from .certificates import Key, fingerprint, new_member, new_root, said

__all__ = [
    "Key",
    "Opened",
    "Private",
    "der",
    "fingerprint",
    "locked",
    "named",
    "new_member",
    "new_root",
    "opened",
    "pem",
    "usable",
]

KDF_ROUNDS = 600_000
"""Rounds of PBKDF2 with SHA-256 between a passphrase and its key."""

Private = Key | rsa.RSAPrivateKey
Opened = tuple[object, x509.Certificate | None, list[x509.Certificate]]


def opened(raw: bytes, passphrase: str, what: str) -> Opened:
    """Key, certificate and the certificates above it; PassphraseError where the passphrase does not open them."""
    try:
        return pkcs12.load_key_and_certificates(raw, passphrase.encode())
    except ValueError as error:
        raise PassphraseError(
            _("The passphrase does not open “{what}”, or the file is damaged. Nothing was signed.").format(what=what)
        ) from error
    except UnsupportedAlgorithm as error:
        raise RecordError(
            _("“{what}” is encrypted in a way that cannot be read here; export it anew, with AES-256.").format(
                what=what
            )
        ) from error


def usable(key: object, file: str) -> Private:
    """The key, if it is of a kind that every reader can check; RecordError otherwise."""
    if isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        return key
    raise RecordError(
        _("“{file}” holds no key of a kind that every reader can check; take P-256, P-384 or RSA.").format(file=file)
    )


def locked(
    name: str, key: Private, certificate: x509.Certificate, others: list[x509.Certificate], secret: str
) -> bytes:
    """PKCS#12 under AES-256, the passphrase stretched."""
    strong = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(KDF_ROUNDS)
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret.encode())
    )
    return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, others or None, strong)


def der(certificate: x509.Certificate) -> bytes:
    """The certificate as it is handed out."""
    return certificate.public_bytes(serialization.Encoding.DER)


def pem(certificates: Sequence[x509.Certificate]) -> bytes:
    """Certificates one after the other, as text."""
    return b"".join(c.public_bytes(serialization.Encoding.PEM) for c in certificates)


def named(certificate: x509.Certificate) -> tuple[str, str, str, datetime]:
    """Name, role, organisation and end of a certificate."""
    parts = (said(certificate, oid) for oid in (NameOID.COMMON_NAME, NameOID.TITLE, NameOID.ORGANIZATION_NAME))
    name, role, organisation = parts
    return name, role, organisation, certificate.not_valid_after_utc
