"""Issuing a record: freeze, score, lay out, seal, check, keep; in that order, kept only at the end."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ..domain.assessment import Assessment
from ..domain.authority import LegalPack
from ..domain.errors import NotFoundError, NotReadyError, RecordError
from ..domain.findings import Finding
from ..domain.readiness import missing_for_signing
from ..domain.register import IssuedRecord
from ..domain.verdict import Identity, Verdict
from ..exchange.canonical import sha256
from ..exchange.encoding import encode
from ..i18n import _
from ..record.subject import RecordSubject
from ..scoring.result import Result
from ..scoring.score import in_full
from .ports import Assessments, Identities, RecordMaker, SealChecker
from .walk import Clock, Walk
from .writing import write_whole


@dataclass(frozen=True, slots=True)
class Prepared:
    """The very bytes that will be signed, with what they were made from."""

    pdf: bytes
    sha256: str
    subject: RecordSubject

    @property
    def signer(self) -> str:
        """The name of the identity in whose field the signature goes."""
        return self.subject.signers[0].name


class Issuing:
    """Makes drafts and sealed records of a walk."""

    def __init__(
        self,
        store: Assessments,
        maker: RecordMaker,
        identities: Identities,
        checker: SealChecker,
        packs: tuple[LegalPack, ...],
        clock: Clock,
    ) -> None:
        self._store, self._maker, self._identities = store, maker, identities
        self._checker, self._packs, self._clock = checker, packs, clock

    def missing(self, assessment: Assessment, result: Result | None) -> tuple[Finding, ...]:
        """Everything that stands between an assessment and a signature."""
        chosen = assessment.decision.chosen
        standing = None if result is None or chosen is None else result.standing(chosen)
        return missing_for_signing(assessment, standing, self._packs)

    def require(self, walk: Walk) -> None:
        """NotReadyError lists everything that is missing before a signature."""
        missing = self.missing(walk.assessment, walk.result)
        if missing:
            raise NotReadyError([f.message for f in missing])

    def draft(self, walk: Walk) -> bytes:
        """The record as it would be now: unsigned, and marked as a draft."""
        return self._maker.make(self._subject(walk, ()))

    def prepare(self, walk: Walk, identity: str) -> Prepared:
        """Freeze the assessment and lay out its pages; NotReadyError lists everything that is missing."""
        self.require(walk)
        signer = self._identities.named(identity)
        if signer is None:
            raise NotFoundError(_("There is no signing identity “{name}” here.").format(name=identity))
        subject = self._subject(walk, (signer,))
        pdf = self._maker.make(subject)
        return Prepared(pdf, hashlib.sha256(pdf).hexdigest(), subject)

    def sign(self, prepared: Prepared, passphrase: str) -> IssuedRecord:
        """Seal those very bytes, see for ourselves that the seal holds, and keep the record for good."""
        if hashlib.sha256(prepared.pdf).hexdigest() != prepared.sha256:
            raise RecordError(_("The pages are not those that were shown; nothing was signed. Prepare them again."))
        assessment = prepared.subject.assessment
        now = self._store.get(assessment.id)
        if now != assessment:
            raise RecordError(_("The assessment has changed since the pages were shown; look at them again."))
        signed_at = self._clock()
        reason = _("I took this decision")
        sealed = self._identities.seal(prepared.pdf, prepared.signer, passphrase, reason, signed_at)
        check = self._checker.check(sealed, ())
        if check.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
            raise RecordError(_("The seal does not hold: {why} Nothing was kept.").format(why=check.why))
        record = IssuedRecord(
            assessment=assessment.id,
            sha256=hashlib.sha256(sealed).hexdigest(),
            document_sha256=sha256(encode(assessment)),
            signer=prepared.signer,
            issued_at=signed_at,
            pdf=sealed,
        )
        self._store.keep_record(record)
        return record

    def write(self, pdf: bytes, out: Path) -> None:
        """Put a PDF where it is wanted, whole or not at all."""
        write_whole(pdf, out)

    def file_name(self, assessment: Assessment, *, draft: bool) -> str:
        """A name for the file, from reference and title, that every system takes."""
        plain = unicodedata.normalize("NFKD", assessment.title).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "record"
        reference = re.sub(r"[^A-Za-z0-9-]+", "-", assessment.reference).strip("-")
        return "-".join(part for part in (reference, slug, "draft" if draft else "") if part) + ".pdf"

    def _subject(self, walk: Walk, signers: tuple[Identity, ...]) -> RecordSubject:
        return RecordSubject(
            assessment=walk.assessment,
            framework=walk.framework,
            result=None if walk.result is None else in_full(walk.assessment, walk.framework, walk.result),
            history=tuple(self._store.history(walk.assessment.id)),
            signers=signers,
            made_at=self._clock().replace(microsecond=0),
            gaps=self.missing(walk.assessment, walk.result),
        )
