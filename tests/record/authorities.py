"""Certificates as other authorities issue them: a root, one between, a signer; and the files they come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

from .conftest import NOW, PASSPHRASE

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
SIGNS = {"digital_signature": True, "content_commitment": True}
VOUCHES = {"key_cert_sign": True, "crl_sign": True}
_USES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


@dataclass(frozen=True)
class Issued:
    """A key and its certificate."""

    key: Key
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)


def issued(
    name: str,
    issuer: Issued | None = None,
    key: Key | None = None,
    uses: dict[str, bool] | None = None,
    until: datetime = NOW + timedelta(days=400),
) -> Issued:
    """A certificate for a name; its own issuer where none is given."""
    own = key or ec.generate_private_key(ec.SECP256R1())
    uses = VOUCHES if uses is None else uses
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if issuer is None else issuer.certificate.subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=800))
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=uses is VOUCHES, path_length=None), critical=True)
    )
    if uses:
        usage = x509.KeyUsage(**{use: uses.get(use, False) for use in _USES})
        builder = builder.add_extension(usage, critical=True)
    signing = own if issuer is None else issuer.key
    digest = None if isinstance(signing, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return Issued(own, builder.sign(signing, digest))


def packed(path: Path, who: Issued, others: Sequence[Issued] = (), passphrase: str = PASSPHRASE) -> Path:
    """A PKCS#12 file of somebody, with others' certificates in it."""
    secret = BestAvailableEncryption(passphrase.encode())
    above = [other.certificate for other in others] or None
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", who.key, who.certificate, above, secret))
    return path
