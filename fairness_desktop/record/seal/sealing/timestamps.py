"""Time stamps (RFC 3161) and what keeps a signature checkable when its certificates have ended.

The one place in the whole program that opens a connection: to a service the user has set, and only at signing or when
the user has it tried.
What goes out is a hash and nothing of the record.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import secrets
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from typing import Any

from ....domain.errors import RecordError
from ....domain.sealing.levels import Level, TimeAnswer, TimeService
from ....i18n import _
from ..quiet import without_network_client

without_network_client()

from asn1crypto import core, tsp  # noqa: E402 - after the stand-in
from asn1crypto import crl as asn1_crl  # noqa: E402
from asn1crypto import x509 as asn1_x509  # noqa: E402
from pyhanko.pdf_utils.misc import PdfError  # noqa: E402
from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: E402
from pyhanko.sign import fields, signers  # noqa: E402
from pyhanko.sign.timestamps import TimeStamper  # noqa: E402
from pyhanko.sign.validation.dss import DocumentSecurityStore  # noqa: E402
from pyhanko_certvalidator import CertificateValidator, ValidationContext  # noqa: E402
from pyhanko_certvalidator.errors import PathError, ValidationError  # noqa: E402
from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: E402

from .writer import Writer  # noqa: E402

PATIENCE = 20.0
"""Seconds to wait for a service."""

LARGEST_ANSWER = 1024 * 1024
_ASKS, _ANSWERS = "application/timestamp-query", "application/timestamp-reply"


class _OverHttp(TimeStamper):  # type: ignore[misc] # the library is untyped
    """Asks a service with the standard library alone."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The service's answer; RecordError says that there is none, or that it is no time stamp."""
        if urllib.parse.urlsplit(self._url).scheme not in ("http", "https"):
            raise _no_stamp(self._url, _("the address must begin with http:// or https://"))
        asked = urllib.request.Request(self._url, req.dump(), {"Content-Type": _ASKS, "Accept": _ANSWERS})  # noqa: S310
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - the scheme is checked
                raw = answer.read(LARGEST_ANSWER)
        except OSError as error:
            why = getattr(error, "reason", None) or error.strerror or error
            raise _no_stamp(self._url, str(why)) from error
        try:
            response = tsp.TimeStampResp.load(raw, strict=True)
            response["status"]["status"].native  # noqa: B018 - the parser is lazy
        except ValueError as error:
            raise _no_stamp(self._url, _("what came back is no time stamp")) from error
        return response

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:  # noqa: ANN401
        """The token; RecordError where the service refuses, or answers another question."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            imprint = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
            same = imprint["hashed_message"].native == message_digest
            settle(token)
        except OSError as error:
            raise _no_stamp(self._url, str(error)) from error
        except (ValueError, TypeError, KeyError, AttributeError) as error:  # the last: how the library meets a replay
            raise _no_stamp(self._url, _("it answered another question than it was asked")) from error
        if not same:
            raise _no_stamp(self._url, _("it answered another question than it was asked"))
        return token


def settle(value: Any) -> None:  # noqa: ANN401
    """Read the whole of a structure, and let nothing in it count as changed.

    The library fills in a default where a token leaves one out, and takes that for a change for ever after: it then
    writes all that is above it anew, several times a level, which takes seconds for each stamp.
    """
    value.native  # noqa: B018 - the parser is lazy
    _let_rest(value)


def _let_rest(value: Any) -> None:  # noqa: ANN401
    for child in getattr(value, "children", None) or ():
        _let_rest(child)
    if isinstance(value, core.Sequence | core.SequenceOf):
        value._mutated = False  # noqa: SLF001 - there is no other way in


def _no_stamp(url: str, why: str) -> RecordError:
    return RecordError(
        _(
            "The time-stamp service {url} gave no time stamp: {why}. Nothing was signed; try again later, or sign "
            "without the service."
        ).format(url=url, why=why)
    )


def stamper(service: TimeService) -> TimeStamper:
    """What asks that service."""
    return _OverHttp(service.url)


def ask(service: TimeService) -> TimeAnswer:
    """Ask a service for the time of something at random; RecordError where it gives no good answer."""
    return asyncio.run(_asked(service))


async def _asked(service: TimeService) -> TimeAnswer:
    token = await stamper(service).async_timestamp(secrets.token_bytes(32), "sha256")
    signed = token["content"]
    above = [c.chosen for c in signed["certificates"]]
    serial = signed["signer_infos"][0]["sid"].chosen["serial_number"].native
    own = next(c for c in above if c.serial_number == serial)
    context = _context([asn1_x509.Certificate.load(root) for root in service.roots], [])
    try:
        await _stamp_path(signed, above, context)
        rooted = True
    except (PathError, ValidationError):
        rooted = False
    at = signed["encap_content_info"]["content"].parsed["gen_time"].native
    return TimeAnswer(at, str(own.subject.native.get("common_name", "")), rooted)


def keep_checkable(sealed: bytes, service: TimeService, revocations: Sequence[bytes]) -> bytes:
    """The file with certificates and revocation lists of all its signatures; under a time stamp, if so wanted.

    RecordError where a path to a root cannot be built: such a file would promise what it does not hold.
    """
    try:
        return asyncio.run(_kept_checkable(sealed, service, revocations))
    except (PathError, ValidationError) as error:
        raise RecordError(
            _(
                "The certificates above the signature or the time stamp are not all here: {why} Name the service's "
                "root certificate in the settings, or choose the level B-T. Nothing was signed."
            ).format(why=error)
        ) from error
    except (PdfError, ValueError) as error:
        raise RecordError(_("The record could not be signed: {why}.").format(why=error)) from error


async def _kept_checkable(sealed: bytes, service: TimeService, revocations: Sequence[bytes]) -> bytes:
    crls = [asn1_crl.CertificateList.load(raw) for raw in revocations]
    reader = PdfFileReader(io.BytesIO(sealed))
    writer = Writer(io.BytesIO(sealed))
    for signature in reader.embedded_regular_signatures:
        own = [c for c in signature.other_embedded_certs if c.self_issued]
        context = _context([*own, *map(asn1_x509.Certificate.load, service.roots)], crls)
        paths = [await _path(signature.signer_cert, signature.other_embedded_certs, context, "digital_signature")]
        token = stamp_of(signature)
        if token is not None:
            above = [c.chosen for c in token["certificates"]]
            paths.append(await _stamp_path(token, above, context))
        DocumentSecurityStore.supply_dss_in_writer(writer, None, paths=paths, crls=crls, validation_context=context)
    out = io.BytesIO()
    writer.write(out)
    return await _archived(out.getvalue(), service) if service.level is Level.ARCHIVED else out.getvalue()


def stamp_of(signature: Any) -> Any | None:  # noqa: ANN401
    """The signed data of the time stamp inside a signature, or None."""
    for attribute in signature.signer_info["unsigned_attrs"]:
        if attribute["type"].native == "signature_time_stamp_token":
            return attribute["values"][0]["content"]
    return None


async def _archived(pdf: bytes, service: TimeService) -> bytes:
    """The whole file under one more time stamp, out of sight as PDF/UA-1 wants it."""
    beyond = fields.InvisSigSettings(set_hidden_flag=False, set_print_flag=True, box_out_of_bounds=True)
    name = f"Timestamp-{hashlib.sha256(pdf).hexdigest()[:16]}"
    stamping = signers.PdfTimeStamper(stamper(service), field_name=name, invis_settings=beyond)
    out = io.BytesIO()
    await stamping.async_timestamp_pdf(Writer(io.BytesIO(pdf)), "sha256", output=out)
    return out.getvalue()


def _context(roots: list[asn1_x509.Certificate], crls: list[asn1_crl.CertificateList]) -> ValidationContext:
    return ValidationContext(trust_roots=roots, crls=crls, allow_fetching=False, revocation_mode="soft-fail")


async def _stamp_path(token: Any, above: list[asn1_x509.Certificate], context: ValidationContext) -> Any:  # noqa: ANN401
    """From the certificate that signed the token to a root of the service."""
    serial = token["signer_infos"][0]["sid"].chosen["serial_number"].native
    own = next(c for c in above if c.serial_number == serial)
    return await _path(own, above, context, "")


async def _path(
    certificate: asn1_x509.Certificate, others: Sequence[asn1_x509.Certificate], context: ValidationContext, use: str
) -> Any:  # noqa: ANN401
    """From a certificate to a root; PathError or ValidationError where there is no way or it does not hold."""
    between = SimpleCertificateStore()
    between.register_multiple(others)
    validator = CertificateValidator(certificate, intermediate_certs=between, validation_context=context)
    extended = set() if use else {"time_stamping"}
    return await validator.async_validate_usage({use} if use else set(), extended)
