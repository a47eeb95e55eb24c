"""The signature's container, byte for byte as we write it.

Parts of it are under no signature (versions, algorithm names, the certificates above the signer's): left unchecked, a
byte there could be changed without a word. So it is built again from what is verified, and compared.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from asn1crypto import (
    cms,
    core,
    tsp,  # noqa: F401 - before any name is looked up: the library learns those of time stamps by this import alone
)
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, rsa

_Signed = TypeVar("_Signed", x509.Certificate, x509.CertificateRevocationList)
_SEQUENCE, _SET, _OCTETS, _EXPLICIT, _EXPLICIT_1 = 0x30, 0x31, 0x04, 0xA0, 0xA1
_ONE, _THREE = core.Integer(1).dump(), core.Integer(3).dump()
_SIGNED_DATA = cms.ContentType("signed_data").dump()
_CONTENT = cms.ContentInfo({"content_type": "data"}).dump()
_STAMP_CONTENT = core.ObjectIdentifier("1.2.840.113549.1.9.16.1.4").dump()
"""id-ct-TSTInfo (RFC 3161), by number: the library knows the name only if none was looked up before it learned it."""


def as_we_write_it(der: bytes) -> bool:
    """Whether the container (DER) is what its verified parts make, and every certificate in it is vouched for.

    A time stamp in it is for the caller to verify; here it is seen to be one, with nothing beside it.
    """
    try:
        signed = cms.ContentInfo.load(der)["content"]
        (signer,) = signed["signer_infos"]
        return _container(signed, _ONE, _CONTENT, (*_named(signer, signed), *_stamped(signer))) == der
    except (ValueError, TypeError, KeyError, StopIteration):
        return False


def stamp_as_written(der: bytes) -> bool:
    """The same of a time stamp (RFC 3161), whose algorithms its service chose."""
    try:
        signed = cms.ContentInfo.load(der)["content"]
        (signer,) = signed["signer_infos"]
        told = bytes(signed["encap_content_info"]["content"])
        content = _der(_SEQUENCE, _STAMP_CONTENT, _der(_EXPLICIT, _der(_OCTETS, told)))
        return _container(signed, _THREE, content, _named(signer, signed)) == der
    except (ValueError, TypeError, KeyError, StopIteration):
        return False


def _container(signed: Any, version: bytes, content: bytes, signer: tuple[bytes, ...]) -> bytes:  # noqa: ANN401
    """Signed data with one signer; ValueError where a certificate in it is not vouched for."""
    certificates = [choice.chosen.dump() for choice in signed["certificates"]]
    if not vouched(certificates):
        raise ValueError
    digest = signer[1]
    parts = (_der(_SET, digest), content, _der(_EXPLICIT, *certificates), _der(_SET, _der(_SEQUENCE, _ONE, *signer)))
    return _der(_SEQUENCE, _SIGNED_DATA, _der(_EXPLICIT, _der(_SEQUENCE, version, *parts)))


def _named(signer: Any, signed: Any) -> tuple[bytes, ...]:  # noqa: ANN401 - the library is untyped
    """What a signer's information says after its version: who, how, what was signed, and the signature."""
    serial = signer["sid"].chosen["serial_number"].native
    certificates = (choice.chosen for choice in signed["certificates"])
    own = next(c for c in certificates if c.serial_number == serial)
    return (
        _der(_SEQUENCE, own.issuer.dump(), core.Integer(serial).dump()),
        _algorithm(signer["digest_algorithm"]),
        _der(_EXPLICIT, signer["signed_attrs"].contents),
        _algorithm(signer["signature_algorithm"]),
        _der(_OCTETS, signer["signature"].native),
    )


def _stamped(signer: Any) -> tuple[bytes, ...]:  # noqa: ANN401
    """The one thing that may stand under no signature: a time stamp, written as such; ValueError otherwise."""
    if not len(signer["unsigned_attrs"]):
        return ()
    (attribute,) = signer["unsigned_attrs"]
    (token,) = attribute["values"]
    written = token.dump()
    if attribute["type"].native != "signature_time_stamp_token" or not stamp_as_written(written):
        raise ValueError
    return (_der(_EXPLICIT_1, _der(_SEQUENCE, attribute["type"].dump(), _der(_SET, written))),)


def _algorithm(algorithm: Any) -> bytes:  # noqa: ANN401
    """An algorithm by its name alone: its parameters are null or not there, as it was."""
    null = core.Null().dump() if isinstance(algorithm["parameters"], core.Null) else b""
    return _der(_SEQUENCE, algorithm["algorithm"].dump(), null)


def _der(tag: int, *parts: bytes) -> bytes:
    """A value with its length, the one way DER has."""
    content = b"".join(parts)
    size = len(content)
    if size < 0x80:  # noqa: PLR2004 - the short form of X.690
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def vouched(certificates: list[bytes]) -> bool:
    """Whether each certificate above the first signer's is signed by one of them, itself included (DER)."""
    loaded = _exactly(x509.load_der_x509_certificate, certificates)
    above = [c for c in loaded if any(_issued(other, c) for other in loaded)]
    return all(any(_issued(c, issuer) for issuer in loaded) for c in above) and len(above) >= len(loaded) - 1


def all_vouched(certificates: list[bytes], lists: list[bytes]) -> bool:
    """Whether each certificate and each revocation list (DER) is signed by one of the certificates."""
    loaded = _exactly(x509.load_der_x509_certificate, certificates)
    listed = _exactly(x509.load_der_x509_crl, lists)
    return all(any(_issued(c, issuer) for issuer in loaded) for c in loaded) and all(
        any(_listed(crl, issuer) for issuer in loaded) for crl in listed
    )


def _exactly(load: Callable[[bytes], _Signed], written: list[bytes]) -> list[_Signed]:
    """What is loaded (DER); ValueError where a signature is not whole bytes to the end, which the library lets pass."""
    loaded = [load(der) for der in written]
    if not all(der.endswith(b"\0" + signed.signature) for der, signed in zip(written, loaded, strict=True)):
        raise ValueError
    return loaded


def _listed(revocations: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
    key = issuer.public_key()
    return isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey) and revocations.is_signature_valid(key)


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
