"""The second signature, on this laptop or another, and its way back into the register."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..domain.errors import RecordError, unreadable
from ..domain.register import IssuedRecord
from ..domain.sealing.identity import Identity, require_clock
from ..domain.sealing.verdict import Recomputed, Relaid, SealCheck, SignatureSeen, Verdict
from ..domain.vocabulary import AssessmentId, Language
from ..i18n import _
from ..record.tongues import in_language
from .checking.verifying import LARGEST_RECORD, Verifying
from .ports import Assessments, Identities, SealChecker
from .timing import Timing
from .walk import Clock


@dataclass(frozen=True, slots=True)
class HalfSigned:
    """A record that is sound and waits for its second signature: the very bytes that will be signed.

    ``fingerprint`` is of the one certificate that can sign it now.
    """

    pdf: bytes
    sha256: str
    assessment: AssessmentId
    title: str
    reference: str
    first: SignatureSeen
    awaits: str
    fingerprint: str
    language: Language


class Countersigning:
    """Needs nothing of the register: the second signer's may be empty. What the register waits for, it takes back."""

    def __init__(
        self,
        store: Assessments,
        identities: Identities,
        checker: SealChecker,
        verifying: Verifying,
        timing: Timing,
        clock: Clock,
    ) -> None:
        self._store, self._identities, self._checker = store, identities, checker
        self._verifying, self._timing, self._clock = verifying, timing, clock

    def open(self, path: Path) -> HalfSigned:
        """The record in a file, to be countersigned; RecordError says why it cannot be."""
        return self.examine(read(path), path.name)

    def examine(self, pdf: bytes, name: str) -> HalfSigned:
        """The same for bytes at hand: the first signature must be sound, its figures right, and one be awaited."""
        seal = self._checker.check(pdf, ())
        if not seal.awaits:
            raise RecordError(_cannot(name, seal))
        check = self._verifying.check_bytes(pdf, name)
        if check.recomputed is Recomputed.DIFFERS:
            raise RecordError(
                _("“{file}” cannot be countersigned: its figures do not follow from its data ({what}).").format(
                    file=name, what="; ".join(check.differences[:3])
                )
            )
        if check.relaid is Relaid.DIFFERS:
            raise RecordError(
                _("“{file}” cannot be countersigned: its pages are not those that its data make.").format(file=name)
            )
        record = _record(seal)
        waiting = record["signers"][len(seal.signatures)]
        return HalfSigned(
            pdf=pdf,
            sha256=hashlib.sha256(pdf).hexdigest(),
            assessment=AssessmentId(str(record["assessment"]["id"])),
            title=check.title,
            reference=check.reference,
            first=seal.signatures[0],
            awaits=seal.awaits,
            fingerprint=str(waiting["fingerprint"]),
            language=Language.WELSH if record.get("language") == Language.WELSH else Language.ENGLISH,
        )

    def signer(self, half: HalfSigned) -> Identity | None:
        """Whoever can sign it on this laptop, or None."""
        return self._identities.with_certificate(half.fingerprint)

    def require_signer(self, half: HalfSigned, name: str) -> Identity:
        """That identity, if it is the one the record waits for; else a sentence, before any passphrase is asked."""
        identity = self._identities.require(name)
        meant = self.signer(half)
        if meant is None or meant.name != name:
            raise RecordError(
                _("The record waits for {awaits} with the certificate {wanted}; that of {name} is {own}.").format(
                    awaits=half.awaits, wanted=half.fingerprint[:16], name=name, own=identity.fingerprint[:16]
                )
            )
        now = self._clock()
        meant.require_able(now)
        if half.first.signed_at is not None:
            require_clock(now, half.first.signed_at, _("{name} signed").format(name=half.first.signer))
        return meant

    def sign(self, half: HalfSigned, name: str, passphrase: str) -> bytes:
        """Countersign those very bytes and see that both seals hold; kept too, where this register waits for it."""
        if hashlib.sha256(half.pdf).hexdigest() != half.sha256:
            raise RecordError(_("The pages are not those that were shown; nothing was signed. Open the file again."))
        self.require_signer(half, name)
        with in_language(half.language):
            reason = _("I countersign this decision")
        sealed = self._identities.seal(half.pdf, name, passphrase, reason, self._clock(), self._timing.service())
        self._require_valid(sealed, half.title or name)
        if self._waiting(half.assessment, sealed) is not None:
            self.take_in(sealed, half.title)
        return sealed

    def bring_back(self, path: Path) -> IssuedRecord:
        """Take the completed record in from a file."""
        return self.take_in(read(path), path.name)

    def take_in(self, pdf: bytes, name: str) -> IssuedRecord:
        """Keep the completed record beside the one that waited; every other file is refused in a sentence."""
        seal = self._require_valid(pdf, name)
        try:
            assessment = AssessmentId(str(_record(seal)["assessment"]["id"]))
        except (KeyError, TypeError) as error:
            raise _not_ours(name) from error
        digest = hashlib.sha256(pdf).hexdigest()
        kept = self._store.records(assessment)
        same = next((record for record in kept if record.sha256 == digest), None)
        if same is not None:
            return same
        waiting = self._waiting(assessment, pdf)
        if waiting is None:
            raise _not_ours(name)
        if any(record.completes == waiting.sha256 for record in kept):
            raise RecordError(
                _("“{file}”: the record was completed already, by another file. Nothing was taken in.").format(
                    file=name
                )
            )
        record = IssuedRecord(
            assessment=assessment,
            sha256=digest,
            document_sha256=waiting.document_sha256,
            signer=waiting.signer,
            issued_at=self._clock(),
            pdf=pdf,
            completes=waiting.sha256,
        )
        self._store.keep_record(record)
        return record

    def _waiting(self, assessment: AssessmentId, pdf: bytes) -> IssuedRecord | None:
        """The record kept here of which the bytes are a continuation."""
        return next((r for r in self._store.records(assessment) if r.awaits and pdf.startswith(r.pdf)), None)

    def _require_valid(self, pdf: bytes, name: str) -> SealCheck:
        check = self._checker.check(pdf, ())
        if check.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
            raise RecordError(
                _("“{file}” is not a completed record: {why} Nothing was kept.").format(file=name, why=check.why)
            )
        return check


def read(path: Path) -> bytes:
    """The bytes of a record handed in; FairnessError where they cannot be read or are more than any record has."""
    try:
        if path.stat().st_size > LARGEST_RECORD:
            raise RecordError(_("“{path}” is larger than any record (64 MiB).").format(path=path))
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def _record(seal: SealCheck) -> dict[str, Any]:
    """The data attached to a record that was found sound."""
    record = json.loads(seal.attachments["record.json"])
    assert isinstance(record, dict)
    return record


def _cannot(name: str, seal: SealCheck) -> str:
    if seal.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
        return _("“{file}” bears all its signatures already; there is nothing to countersign.").format(file=name)
    return _("“{file}” cannot be countersigned: {why}").format(file=name, why=seal.why)


def _not_ours(name: str) -> RecordError:
    return RecordError(
        _("“{file}” completes no record that waits here: it does not begin with what was signed here.").format(
            file=name
        )
    )
