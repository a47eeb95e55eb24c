"""Revocation lists: made by a council's root, honoured wherever a certificate under it is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from ...domain.sealing.identity import Ground, Revocation
from .certificates import Key

LIST_TIME = timedelta(days=365)
"""How long a list is good for; it is made anew whenever the root is opened and half of that is over."""

MOST_LISTS = 64
"""Lists looked at in one check."""

_FLAGS = {
    Ground.LOST_KEY: x509.ReasonFlags.key_compromise,
    Ground.LEFT: x509.ReasonFlags.affiliation_changed,
    Ground.REPLACED: x509.ReasonFlags.superseded,
}
_GROUNDS = {
    **{flag: ground for ground, flag in _FLAGS.items()},
    x509.ReasonFlags.ca_compromise: Ground.LOST_KEY,
    x509.ReasonFlags.cessation_of_operation: Ground.LEFT,
}


def made(
    root: tuple[Key, x509.Certificate], before: bytes | None, added: dict[int, Revocation], now: datetime
) -> bytes:
    """A list (DER) of all that stood in the one before and what is added, by serial number; nothing leaves a list."""
    key, certificate = root
    old = None if before is None else x509.load_der_x509_crl(before)
    number = 1 if old is None else old.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number + 1
    begins = now.replace(microsecond=0)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(certificate.subject)
        .last_update(begins)
        .next_update(begins + LIST_TIME)
        .add_extension(x509.CRLNumber(number), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
    )
    known = [] if old is None else list(old)
    listed = {entry.serial_number for entry in known}
    for entry in known:
        builder = builder.add_revoked_certificate(entry)
    for serial, revocation in added.items():
        if serial not in listed:
            builder = builder.add_revoked_certificate(_entry(serial, revocation))
    return builder.sign(key, hashes.SHA384()).public_bytes(Encoding.DER)


def _entry(serial: int, revocation: Revocation) -> x509.RevokedCertificate:
    builder = (
        x509.RevokedCertificateBuilder()
        .serial_number(serial)
        .revocation_date(revocation.at.replace(microsecond=0))
        .add_extension(x509.InvalidityDate(revocation.since.replace(microsecond=0)), critical=False)
    )
    flag = _FLAGS.get(revocation.ground)
    if flag is not None:
        builder = builder.add_extension(x509.CRLReason(flag), critical=False)
    return builder.build()


def in_der(raw: bytes) -> bytes | None:
    """A list (DER or PEM) as DER; None where it is none."""
    try:
        load = x509.load_pem_x509_crl if b"-----BEGIN" in raw else x509.load_der_x509_crl
        return load(raw).public_bytes(Encoding.DER)
    except ValueError:
        return None


def newer(raw: bytes, than: bytes) -> bool:
    """Whether a list was made after another."""
    return x509.load_der_x509_crl(raw).last_update_utc > x509.load_der_x509_crl(than).last_update_utc


def until(raw: bytes) -> datetime | None:
    """When a list wants to be renewed."""
    return x509.load_der_x509_crl(raw).next_update_utc


def count(raw: bytes) -> int:
    """How many certificates a list revokes."""
    return len(x509.load_der_x509_crl(raw))


def signed_by(raw: bytes, issuer: x509.Certificate) -> bool:
    """Whether the list (DER) is that issuer's own."""
    try:
        return _is_of(x509.load_der_x509_crl(raw), issuer)
    except ValueError:
        return False


def vouches(issuer: bytes, certificate: bytes) -> bool:
    """Whether the one certificate (DER) vouches for the other."""
    return _issued(x509.load_der_x509_certificate(certificate), x509.load_der_x509_certificate(issuer))


def found(certificate: bytes, issuers: Iterable[bytes], lists: Sequence[bytes]) -> Revocation | None:
    """What the lists (DER) say of a certificate (DER), each believed only where the certificate's own issuer made it.

    Of several that name it the one with the earliest date counts: nobody takes a revocation back.
    """
    own = x509.load_der_x509_certificate(certificate)
    above = [issuer for issuer in map(x509.load_der_x509_certificate, issuers) if _issued(own, issuer)]
    told = [_told(entry) for entry in _entries(own.serial_number, above, lists)]
    return min(told, key=_since, default=None)


def _entries(serial: int, issuers: list[x509.Certificate], lists: Sequence[bytes]) -> Iterator[x509.RevokedCertificate]:
    for raw in lists[:MOST_LISTS]:
        try:
            listed = x509.load_der_x509_crl(raw)
            entry = listed.get_revoked_certificate_by_serial_number(serial)
            if entry is not None and any(_is_of(listed, issuer) for issuer in issuers):
                yield entry
        except ValueError:
            continue  # a list that cannot be read says nothing


def _is_of(listed: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    named = listed.issuer == issuer.subject and isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey)
    return named and listed.is_signature_valid(key)  # type: ignore[arg-type] # narrowed by the line before


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _told(entry: x509.RevokedCertificate) -> Revocation:
    at = since = entry.revocation_date_utc
    ground = Ground.OTHER
    for extension in entry.extensions:
        if isinstance(extension.value, x509.InvalidityDate):
            since = extension.value.invalidity_date_utc
        elif isinstance(extension.value, x509.CRLReason):
            ground = _GROUNDS.get(extension.value.reason, Ground.OTHER)
    return Revocation(at, ground, since)


def _since(revocation: Revocation) -> datetime:
    return revocation.since
