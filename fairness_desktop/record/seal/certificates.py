"""A council's own certificates: a root, and members under it."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""RFC 9336."""

ROOT_YEARS, MEMBER_YEARS = 20, 3
_YEAR = timedelta(days=365)
_LONGEST_NAME = 64
"""Characters that X.520 allows in a name."""

Key = ec.EllipticCurvePrivateKey


def new_root(organisation: str, now: datetime) -> tuple[Key, x509.Certificate]:
    """A root for a council: P-384, twenty years, signs members and nothing below them."""
    key = ec.generate_private_key(ec.SECP384R1())
    name = _name(f"{organisation[:40]} record root {now.year}".strip(), organisation)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        _builder(name, name, key, now, ROOT_YEARS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(certifies=True), critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, hashes.SHA384())
    )
    return key, certificate


def new_member(
    person: str, role: str, organisation: str, root: tuple[Key, x509.Certificate], now: datetime
) -> tuple[Key, x509.Certificate]:
    """A member's certificate: P-256, three years, for signing documents."""
    root_key, root_certificate = root
    key = ec.generate_private_key(ec.SECP256R1())
    purposes = x509.ExtendedKeyUsage([DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())
    certificate = (
        _builder(_name(person, organisation, role), root_certificate.subject, key, now, MEMBER_YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(certifies=False), critical=True)
        .add_extension(purposes, critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(authority, critical=False)
        .sign(root_key, hashes.SHA384())
    )
    return key, certificate


def _builder(subject: x509.Name, issuer: x509.Name, key: Key, now: datetime, years: int) -> x509.CertificateBuilder:
    begins = now.replace(microsecond=0) - timedelta(minutes=5)  # a signature at once is not before its certificate
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + years * _YEAR)
    )


def _usage(*, certifies: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certifies,
        content_commitment=not certifies,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certifies,
        crl_sign=certifies,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str, organisation: str, title: str = "") -> x509.Name:
    parts = [
        (NameOID.COUNTRY_NAME, "GB"),
        (NameOID.ORGANIZATION_NAME, organisation),
        (NameOID.TITLE, title),
        (NameOID.COMMON_NAME, common),
    ]
    return x509.Name([x509.NameAttribute(oid, text[:_LONGEST_NAME]) for oid, text in parts if text])


def said(certificate: x509.Certificate, oid: ObjectIdentifier) -> str:
    """A part of the subject's name; empty where it has none."""
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def fingerprint(certificate: x509.Certificate) -> str:
    """SHA-256 over the certificate, 64 lower-case hex digits."""
    return certificate.fingerprint(hashes.SHA256()).hex()
