"""The signature's container, byte for byte as we write it.

Parts of it are under no signature (versions, algorithm names, the certificates above the signer's): left unchecked, a
byte there could be changed without a word. So it is built again from what is verified, and compared.
"""

from __future__ import annotations

from typing import Any

from asn1crypto import algos, cms
from cryptography import x509
from cryptography.exceptions import InvalidSignature


def as_we_write_it(der: bytes) -> bool:
    """Whether the container (DER) is what its verified parts make, and every certificate in it is vouched for."""
    signed = cms.ContentInfo.load(der)["content"]
    certificates = [choice.chosen for choice in signed["certificates"]]
    try:
        return _rebuilt(signed, certificates) == der and vouched([c.dump() for c in certificates])
    except (ValueError, TypeError, KeyError, StopIteration):
        return False


def _rebuilt(signed: Any, certificates: list[Any]) -> bytes:  # noqa: ANN401 - the library is untyped
    """The container with everything that could be otherwise set to what we write."""
    (signer,) = signed["signer_infos"]
    serial = signer["sid"].chosen["serial_number"].native
    own = next(c for c in certificates if c.serial_number == serial)
    issuer = cms.IssuerAndSerialNumber({"issuer": own.issuer, "serial_number": own.serial_number})
    algorithm = signer["signature_algorithm"]["algorithm"].native
    information = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": issuer}),
            "digest_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}),
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": algorithm}),
            "signed_attrs": signer["signed_attrs"],
            "signature": signer["signature"].native,
        }
    )
    whole = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms([algos.DigestAlgorithm({"algorithm": "sha256"})]),
            "encap_content_info": cms.ContentInfo({"content_type": "data"}),
            "certificates": certificates,
            "signer_infos": [information],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": whole}).dump())


def vouched(certificates: list[bytes]) -> bool:
    """Whether each certificate above the first signer's is signed by one of them, itself included (DER)."""
    loaded = [x509.load_der_x509_certificate(raw) for raw in certificates]
    above = [c for c in loaded if any(_issued(other, c) for other in loaded)]
    return all(any(_issued(c, issuer) for issuer in loaded) for c in above) and len(above) >= len(loaded) - 1


def _issued(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True
