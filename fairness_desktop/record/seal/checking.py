"""What the signatures of a file say: strict, with no network, and never an exception for what is in the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from ...domain.sealing.identity import Revocation
from ...domain.sealing.verdict import Cause, SealCheck, SignatureSeen, verdict_on
from ...telling.verdicts import revoked_later, revoked_said, why
from .inside import attachments, lists_in, record_in
from .limits import BeyondLimitsError, patient_reader, require_an_end
from .quiet import whatever_is_in_it, without_network_client


def _none_known() -> Sequence[bytes]:
    return ()


class PyHankoChecker:
    """Reads signatures with pyHanko's difference policy, and our own demands on top.

    ``lists`` brings the revocation lists (DER) known here; those inside a file are looked at too.
    """

    def __init__(self, lists: Callable[[], Sequence[bytes]] = _none_known) -> None:
        self._lists = lists

    def check(self, pdf: bytes, trusted: Sequence[bytes]) -> SealCheck:
        """The verdict on the bytes; ``trusted`` are root certificates (DER or PEM)."""
        if b"%PDF-" not in pdf[:1024]:
            return _simply(Cause.NO_PDF)
        return whatever_is_in_it(lambda: _Reading(pdf, trusted, self._lists()).verdict(), partial(_broken, pdf))

    def is_certificate(self, raw: bytes) -> bool:
        """Whether the bytes are a certificate (DER or PEM)."""
        without_network_client()
        try:
            return _certificate(raw).subject is not None
        except (ValueError, StopIteration, TypeError):
            return False


def _simply(cause: Cause, what: str = "") -> SealCheck:
    """What is said of a file of which nothing else is known."""
    return SealCheck(verdict_on(cause), why(cause, what=what), cause=cause)


def _broken(pdf: bytes, error: BaseException) -> SealCheck:
    """A file that stops the library: unreadable where it never held a signature, else not valid."""
    what = str(error) if isinstance(error, BeyondLimitsError) else f"{type(error).__name__}: {error}"[:200]
    return _simply(Cause.NOT_CHECKABLE if b"/ByteRange" in pdf else Cause.DAMAGED, what)


def _fits(signature: Any) -> bool:  # noqa: ANN401 - the library is untyped
    """Whether the bytes are those signed: seen before anything else, for what was changed at random may take long."""
    from pyhanko.sign.general import find_unique_cms_attribute

    stated = find_unique_cms_attribute(signature.signer_info["signed_attrs"], "message_digest").native
    return bool(signature.compute_digest() == stated)


class _Reading:
    """One reading of one file."""

    def __init__(self, pdf: bytes, trusted: Sequence[bytes], lists: Sequence[bytes]) -> None:
        require_an_end(pdf)
        self._pdf = pdf
        self._reader = patient_reader(pdf)
        self._roots = [_certificate(raw) for raw in trusted]
        self._signatures = list(self._reader.embedded_regular_signatures)
        self._attachments = attachments(self._reader)
        self._record = record_in(self._attachments.get("record.json"))
        self._lists = [*lists, *lists_in(self._reader)]

    def verdict(self) -> SealCheck:
        """The first thing that is wrong, gravest first; else whether the signers are known here."""
        expected = self._record.get("signatures_expected")
        if not self._signatures:
            if expected:
                return self._told(Cause.STRIPPED, ())
            return self._told(Cause.DRAFT if self._record.get("draft") else Cause.NOBODY, ())
        if not all(_fits(signature) for signature in self._signatures):
            return self._told(Cause.SIGNED_BYTES, tuple(self._claimed(g) for g in self._signatures))
        statuses = [self._status(signature) for signature in self._signatures]
        seen = tuple(self._seen(g, s) for g, s in zip(self._signatures, statuses, strict=True))
        fault = self._fault(statuses, seen)
        if fault is not None:
            return self._told(fault, seen)
        if len(seen) < len(self._named()):
            return self._half_signed(seen)
        if all(s.trusted for s in seen):
            return self._told(Cause.SOUND, seen)
        if self._roots and any(self._poses_as_trusted(g) for g in self._signatures):
            return self._told(Cause.LOOK_ALIKE, seen)
        return self._told(Cause.NOT_TRUSTED, seen)

    def _told(self, cause: Cause, seen: tuple[SignatureSeen, ...]) -> SealCheck:
        expected = self._record.get("signatures_expected")
        number = expected if isinstance(expected, int) and not isinstance(expected, bool) else None
        what = ", ".join(revoked_said(s) for s in seen if not s.counts)
        later = "" if cause is Cause.REVOKED else revoked_later(seen)
        said = " ".join(part for part in (why(cause, count=len(seen), expected=number, what=what), later) if part)
        return SealCheck(verdict_on(cause), said, seen, number, self._attachments, cause=cause)

    def _status(self, signature: Any) -> Any:  # noqa: ANN401 - the library is untyped
        from pyhanko.sign.validation import validate_pdf_signature

        context = self._context(signature.self_reported_timestamp)
        return validate_pdf_signature(signature, context, ts_validation_context=self._context(None))

    def _context(self, moment: datetime | None) -> Any:  # noqa: ANN401
        from pyhanko_certvalidator import ValidationContext

        return ValidationContext(
            trust_roots=self._roots,
            allow_fetching=False,
            revocation_mode="soft-fail",
            moment=moment,
            best_signature_time=moment,
        )

    def _claimed(self, signature: Any) -> SignatureSeen:  # noqa: ANN401
        """What a signature says of itself."""
        from .trust.roots import root_above

        certificate = signature.signer_cert
        name = certificate.subject.native
        return SignatureSeen(
            signer=str(name.get("common_name", "")),
            role=str(name.get("title", "")),
            signed_at=signature.self_reported_timestamp,
            time_source="signer_clock",
            trusted=False,
            fingerprint=hashlib.sha256(certificate.dump()).hexdigest(),
            covers_whole_file=False,
            root=root_above(certificate.dump(), [c.dump() for c in signature.other_embedded_certs]),
            sealed_with=_sealed_with(signature.sig_object),
        )

    def _seen(self, signature: Any, status: Any) -> SignatureSeen:  # noqa: ANN401
        claimed, stamp = self._claimed(signature), status.timestamp_validity
        seen = replace(
            claimed,
            trusted=bool(status.trusted),
            covers_whole_file=_covers_all(status),
            revoked=self._revoked(signature),
        )
        if stamp is None:
            return seen
        return replace(seen, signed_at=stamp.timestamp, time_source="timestamp", service_trusted=bool(stamp.trusted))

    def _revoked(self, signature: Any) -> Revocation | None:  # noqa: ANN401
        """What the lists say of the signer's certificate."""
        from .revocation import found

        issuers = [*signature.other_embedded_certs, *self._roots]
        return found(signature.signer_cert.dump(), [c.dump() for c in issuers], self._lists) if self._lists else None

    def _fault(self, statuses: list[Any], seen: tuple[SignatureSeen, ...]) -> Cause | None:
        """The first thing wrong, gravest first; None where all is well."""
        if not all(s.intact for s in statuses):
            return Cause.SIGNED_BYTES
        if not all(s.valid for s in statuses):
            return Cause.BAD_SIGNATURE
        if not self._closed(statuses) or not all(s.docmdp_ok for s in statuses):
            return Cause.AFTERWARDS
        if not all(_sound(s.timestamp_validity) for s in statuses if s.timestamp_validity is not None):
            return Cause.BAD_TIME_STAMP
        expected = self._record.get("signatures_expected")
        if not isinstance(expected, int) or expected < 1:
            return Cause.NOT_OURS
        named = self._named()
        if len(named) != expected or [s.fingerprint for s in seen] != named[: len(seen)]:
            return Cause.OTHER_SIGNER
        from .container import as_we_write_it

        if not all(_as_we_write_it(self._pdf, g, as_we_write_it) for g in self._signatures):
            return Cause.CONTAINER
        return None if all(s.counts for s in seen) else Cause.REVOKED

    def _closed(self, statuses: list[Any]) -> bool:
        """Whether the last signature covers the whole file, but for what keeps a time-stamped one checkable."""
        from .afterwards import nothing_else

        stamps = list(self._reader.embedded_timestamp_signatures)
        if _covers_all(statuses[-1]):
            return not stamps
        return (
            all(s.timestamp_validity is not None for s in statuses)
            and nothing_else(self._pdf, self._reader, self._signatures[-1], stamps)
            and all(self._stamps_all(stamp) for stamp in stamps)
        )

    def _stamps_all(self, stamp: Any) -> bool:  # noqa: ANN401
        """Whether a time stamp over the document holds, and covers every byte of it."""
        from pyhanko.sign.validation import validate_pdf_timestamp

        from .container import stamp_as_written

        status = validate_pdf_timestamp(stamp, self._context(None))
        return _sound(status) and _covers_all(status) and _as_we_write_it(self._pdf, stamp, stamp_as_written)

    def _named(self) -> list[str]:
        """The fingerprints of those who were to sign, in the order in which they sign."""
        return [str(s.get("fingerprint")) for s in self._record.get("signers", ()) if isinstance(s, dict)]

    def _half_signed(self, seen: tuple[SignatureSeen, ...]) -> SealCheck:
        """Sound as far as it goes: not valid yet, or no longer."""
        awaited = self._record["signers"][len(seen)].get("name")
        return replace(self._told(Cause.HALF_SIGNED, seen), awaits=str(awaited))

    def _poses_as_trusted(self, signature: Any) -> bool:  # noqa: ANN401
        """Whether the signer's issuer has a trusted root's name; the key is another, or it would be trusted."""
        issuer = signature.signer_cert.issuer.hashable
        return any(root.subject.hashable == issuer for root in self._roots)


def _sealed_with(signature: Any) -> str:  # noqa: ANN401
    """The program that a signature dictionary names, and its versions; empty where it names none."""
    try:
        said = signature["/Prop_Build"]["/App"]
        return " ".join((str(said["/Name"]).removeprefix("/"), str(said["/REx"])))
    except (KeyError, TypeError):
        return ""


def _sound(stamp: Any) -> bool:  # noqa: ANN401
    return bool(stamp.intact and stamp.valid)


def _covers_all(status: Any) -> bool:  # noqa: ANN401
    from pyhanko.sign.validation import SignatureCoverageLevel

    return bool(status.coverage == SignatureCoverageLevel.ENTIRE_FILE)


def _certificate(raw: bytes) -> Any:  # noqa: ANN401
    from pyhanko.keys import load_certs_from_pemder_data

    return next(iter(load_certs_from_pemder_data(raw)))


def _as_we_write_it(pdf: bytes, signature: Any, as_written: Callable[[bytes], bool]) -> bool:  # noqa: ANN401
    """Whether the gap in the byte range is one string of hex in capitals, padded with zeros: nothing hides there."""
    start, length, after, _rest = (int(n) for n in signature.byte_range)
    gap = pdf[start + length : after]
    if not re.fullmatch(rb"<[0-9A-F]*>", gap):
        return False
    contents = bytes.fromhex(gap[1:-1].decode())
    end = _der_length(contents)
    return as_written(contents[:end]) and not contents[end:].strip(b"\0")


def _der_length(der: bytes) -> int:
    """How long the outermost DER value is, header included."""
    first = der[1]
    if first < 0x80:  # noqa: PLR2004 - the short form of X.690
        return 2 + first
    count = first & 0x7F
    return 2 + count + int.from_bytes(der[2 : 2 + count], "big")
