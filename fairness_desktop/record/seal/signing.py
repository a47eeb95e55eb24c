"""One PAdES signature in a field that is there already; nothing else in the file changes.

A single signer certifies and locks the file. Of two, the first certifies it, leaving room for the second only; the
second approves it in a field whose lock closes the file.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from ...domain.errors import RecordError
from ...domain.sealing.levels import Level, TimeService
from ...i18n import _
from ..programs import NAME, programs
from ..tongues import in_language
from .quiet import without_network_client

without_network_client()

from asn1crypto import keys as asn1_keys  # noqa: E402 - after the stand-in
from asn1crypto import x509 as asn1_x509  # noqa: E402
from pyhanko.pdf_utils.misc import PdfError  # noqa: E402
from pyhanko.sign import fields, signers  # noqa: E402
from pyhanko.sign.general import SigningError  # noqa: E402
from pyhanko.sign.signers.pdf_byterange import BuildProps  # noqa: E402
from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: E402

from .sealing.look import look  # noqa: E402
from .sealing.places import Place, next_place  # noqa: E402
from .sealing.writer import Writer  # noqa: E402

DER = serialization.Encoding.DER


def sign(
    pdf: bytes,
    key: object,
    certificate: x509.Certificate,
    others: list[x509.Certificate],
    reason: str,
    signed_at: datetime,
    time_service: TimeService | None = None,
    revocations: Sequence[bytes] = (),
) -> bytes:
    """The file signed with a key in memory, in its owner's field; RecordError where the next field is another's."""
    return sign_with(pdf, signer_of(key, certificate, others), reason, signed_at, time_service, revocations)


def sign_with(
    pdf: bytes,
    signer: Any,  # noqa: ANN401 - any signer of the library, a card's too
    reason: str,
    signed_at: datetime,
    time_service: TimeService | None = None,
    revocations: Sequence[bytes] = (),
) -> bytes:
    """The file signed in the next field; RecordError where that is another's, and nothing is signed."""
    try:
        place = next_place(Writer(io.BytesIO(pdf)))
    except (PdfError, ValueError) as error:
        raise _not_signed(error) from error
    _require_own(place, signer)
    sealed = seal_field(pdf, place, signer, reason, signed_at, time_service)
    if time_service is None or place.first_of_several or not time_service.level.embeds:
        return sealed
    from .sealing.timestamps import keep_checkable

    return keep_checkable(sealed, time_service, revocations)


def awaited(pdf: bytes) -> str:
    """The fingerprint of the certificate that the record waits for; empty where it waits for none."""
    try:
        return next_place(Writer(io.BytesIO(pdf))).fingerprint
    except (PdfError, ValueError, RecordError):
        return ""


def _require_own(place: Place, signer: Any) -> None:  # noqa: ANN401
    """RecordError unless the record names that very certificate for the field."""
    certificate = signer.signing_cert
    if hashlib.sha256(certificate.dump()).hexdigest() != place.fingerprint:
        raise RecordError(
            _(
                "The record waits for {name}, with the certificate {fingerprint}; {other} has another certificate. "
                "Nothing was signed."
            ).format(name=place.name, fingerprint=place.fingerprint[:16], other=_part(certificate, "common_name"))
        )


def seal_field(
    pdf: bytes,
    place: Place,
    signer: Any,  # noqa: ANN401
    reason: str,
    signed_at: datetime,
    time_service: TimeService | None = None,
) -> bytes:
    """The file signed in that field by whoever it is: the check that it is theirs is the caller's."""
    certificate = signer.signing_cert
    timed = time_service is not None and time_service.level is not Level.BASIC
    with in_language(place.language):
        told = _("Signed by {name}, {role}\n{when} UTC, {clock}\n{reason}").format(
            name=_part(certificate, "common_name"),
            role=_part(certificate, "title") or _("no role given"),
            when=f"{signed_at:%Y-%m-%d %H:%M:%S}",
            clock=_("a time-stamp service confirms it") if timed else _("by the signer's clock"),
            reason=reason,
        )
    signing = _Signing(_metadata(place, reason), signer, told, signed_at, _stamper(time_service) if timed else None)
    out = io.BytesIO()
    try:
        asyncio.run(signing.async_sign_pdf(Writer(io.BytesIO(pdf)), existing_fields_only=True, output=out))
    except (SigningError, PdfError, ValueError) as error:
        raise _not_signed(error) from error
    return out.getvalue()


def _metadata(place: Place, reason: str) -> signers.PdfSignatureMetadata:
    certifies = place.number == 1
    return signers.PdfSignatureMetadata(
        field_name=place.field,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=reason,
        certify=certifies,
        app_build_props=BuildProps(NAME, programs().sealing),
        docmdp_permissions=(
            fields.MDPPerm.FILL_FORMS if certifies and place.first_of_several else fields.MDPPerm.NO_CHANGES
        ),
    )


def _stamper(time_service: TimeService | None) -> Any:  # noqa: ANN401
    from .sealing.timestamps import stamper

    assert time_service is not None
    return stamper(time_service)


def _not_signed(error: Exception) -> RecordError:
    return RecordError(_("The record could not be signed: {why}.").format(why=error))


class _Signing(signers.PdfSigner):  # type: ignore[misc] # the library is untyped
    """Signs with a visible look of our own; the time in the signature is the one shown."""

    def __init__(self, metadata: Any, signer: Any, told: str, signed_at: datetime, stamper: Any) -> None:  # noqa: ANN401
        super().__init__(metadata, signer, timestamper=stamper, stamp_style=look(told))
        self._signed_at = signed_at

    def init_signing_session(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        session = super().init_signing_session(*arguments, **named)
        session.system_time = self._signed_at
        return session


def signer_of(key: Any, certificate: x509.Certificate, others: list[x509.Certificate]) -> signers.SimpleSigner:  # noqa: ANN401
    """The library's signer over a key that is in memory only."""
    private = key.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    store = SimpleCertificateStore()
    store.register_multiple([asn1_x509.Certificate.load(c.public_bytes(DER)) for c in others])
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=store,
    )


def _part(certificate: asn1_x509.Certificate, name: str) -> str:
    value = certificate.subject.native.get(name, "")
    return value if isinstance(value, str) else str(value)
