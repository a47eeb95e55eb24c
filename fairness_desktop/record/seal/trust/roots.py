"""Certificates of councils: out of a file that is handed in, and out of the signature of a record."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import NameOID

from ....domain.errors import FairnessError
from ....domain.sealing.trust import Root
from ....i18n import _
from ..certificates import fingerprint, said

MOST_ABOVE = 8
"""Certificates one above the other in a signature; a council's own has two."""


def root_in(raw: bytes, file: str) -> Root:
    """The council's certificate (DER or PEM) in a file; FairnessError where it is none, or a person's."""
    certificate = _only(raw, file)
    root = about(certificate)
    if not _certifies(certificate) and not _issued(certificate, certificate):
        raise FairnessError(
            _(
                "“{file}” is the certificate of a person, {name}, not of a council. Ask the council for its root "
                "certificate, a .cer file."
            ).format(file=file, name=root.name or root.called)
        )
    return root


def is_root(raw: bytes) -> bool:
    """Whether the bytes are such a certificate."""
    try:
        root_in(raw, "")
    except FairnessError:
        return False
    return True


def about(certificate: x509.Certificate) -> Root:
    """What a certificate says of itself."""
    return Root(
        name=said(certificate, NameOID.COMMON_NAME),
        organisation=said(certificate, NameOID.ORGANIZATION_NAME),
        fingerprint=fingerprint(certificate),
        begins=certificate.not_valid_before_utc,
        ends=certificate.not_valid_after_utc,
        der=certificate.public_bytes(serialization.Encoding.DER),
    )


def root_above(signer: bytes, others: Sequence[bytes]) -> Root | None:
    """The topmost of the certificates (DER) that a signature brings along, its issuer's issuer and so on; or None."""
    try:
        now = x509.load_der_x509_certificate(signer)
        above = [x509.load_der_x509_certificate(raw) for raw in others]
        for _step in range(MOST_ABOVE):
            if _issued(now, now):
                return about(now)
            now = next(other for other in above if other != now and _issued(other, now))
    except (ValueError, StopIteration):
        pass
    return None


def _only(raw: bytes, file: str) -> x509.Certificate:
    try:
        if b"-----BEGIN" not in raw:
            return x509.load_der_x509_certificate(raw)
        found = x509.load_pem_x509_certificates(raw)
    except ValueError as error:
        raise FairnessError(
            _("“{path}” is no certificate; take the .cer file that the council gives out.").format(path=file)
        ) from error
    if len(found) != 1:
        raise FairnessError(
            _(
                "“{file}” holds {count} certificates; take the one that is the council's root, in a file by itself."
            ).format(file=file, count=len(found))
        )
    return found[0]


def _certifies(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, ValueError):
        return False


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
