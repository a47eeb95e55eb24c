"""Whether what was handed in can sign a record, and which certificates stand above it."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from ....domain.errors import FairnessError, RecordError
from ....i18n import _

LEAST_RSA = 2048
CURVES = ("secp256r1", "secp384r1")
LONGEST = 8
"""Certificates above a signer's."""

PublicKey = ec.EllipticCurvePublicKey | rsa.RSAPublicKey


def require_fit(certificate: x509.Certificate, file: str) -> PublicKey:
    """The certificate's key, if both are of a kind that every reader can check, and meant for signing documents."""
    key = certificate.public_key()
    fit = isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES
    fit = fit or (isinstance(key, rsa.RSAPublicKey) and key.key_size >= LEAST_RSA)
    if not fit:
        raise RecordError(
            _(
                "“{file}” holds no key of a kind that every reader can check; take P-256, P-384 or RSA of at least "
                "2048 bits."
            ).format(file=file)
        )
    if _vouches_for_others(certificate) or not _may_sign(certificate):
        raise RecordError(
            _(
                "The certificate in “{file}” is not for signing documents. Ask whoever issued it for one whose use is "
                "“digital signature” and “non-repudiation”."
            ).format(file=file)
        )
    assert isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey)
    return key


def require_pair(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, certificate: x509.Certificate, file: str) -> None:
    """RecordError where the certificate is another key's."""
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if key.public_key().public_bytes(*form) != certificate.public_key().public_bytes(*form):
        raise RecordError(
            _("The key and the certificate in “{file}” do not belong together; have the file made again.").format(
                file=file
            )
        )


def above(certificate: x509.Certificate, others: Sequence[x509.Certificate]) -> list[x509.Certificate]:
    """The certificates above, up to a root that vouches for itself; none at all where the way there has a gap.

    A certificate for which nothing in the file vouches could be altered unseen, so it is not taken along.
    """
    way: list[x509.Certificate] = []
    now = certificate
    while not issued(now, now) and len(way) < LONGEST:
        issuer = next((other for other in others if issued(now, other)), None)
        if issuer is None:
            return []
        way.append(issuer)
        now = issuer
    return way if issued(now, now) else []


def issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether the one vouches for the other."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def certificates(raw: bytes, file: str) -> list[x509.Certificate]:
    """The certificates (one in DER, any number in PEM) of a file; FairnessError where there are none."""
    try:
        if b"-----BEGIN" in raw:
            return x509.load_pem_x509_certificates(raw)
        return [x509.load_der_x509_certificate(raw)]
    except ValueError as error:
        raise FairnessError(_("“{file}” holds no certificate.").format(file=file)) from error


def _vouches_for_others(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _may_sign(certificate: x509.Certificate) -> bool:
    """Whether it says that it vouches for what its owner signs; readers ask for that, and for no less."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.content_commitment


def issuer_of(certificate: x509.Certificate) -> str:
    """What whoever vouches for it calls itself."""
    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        found = certificate.issuer.get_attributes_for_oid(oid)
        if found:
            return str(found[0].value)
    return certificate.issuer.rfc4514_string()
