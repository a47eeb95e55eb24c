"""Issuing a record: freeze, score, lay out, seal, check, keep; in that order, kept only at the end."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ..domain.approval.reading_findings import reading_findings
from ..domain.assessment import Assessment
from ..domain.deciding.deciding_findings import deciding_findings
from ..domain.duties.duty_findings import duty_findings
from ..domain.errors import NotFoundError, NotReadyError, RecordError
from ..domain.findings import Finding, Severity, gaps
from ..domain.framework import Framework
from ..domain.history import Step
from ..domain.kinds.kind_findings import kind_findings
from ..domain.law.checks import law_findings
from ..domain.law.choosing import pack_for
from ..domain.law.pack import LegalPack
from ..domain.progress import step_of
from ..domain.quality.quality_findings import quality_findings
from ..domain.readiness import missing_for_signing
from ..domain.register import IssuedRecord
from ..domain.sealing.identity import Identity, require_clock
from ..domain.sealing.verdict import Verdict
from ..domain.touched.people_findings import people_findings
from ..domain.vocabulary import Language
from ..exchange.approved import state_hash
from ..exchange.canonical import sha256
from ..exchange.encoding import encode
from ..i18n import _
from ..record.subject import RecordSubject
from ..record.tongues import in_language
from ..scoring.result import Result
from ..scoring.score import score_in_full
from .ports import Assessments, Identities, RecordMaker, SealChecker
from .timing import Timing
from .walk import Clock, Walk
from .writing import write_whole


def _gravest_first(finding: Finding) -> tuple[int, int]:
    return list(Severity).index(finding.severity), step_of(finding.where)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The very bytes that will be signed, with what they were made from.

    ``frozen`` is the assessment as the register has it; the one in ``subject`` bears the reference that it is given
    with the record, where it had none.
    """

    pdf: bytes
    sha256: str
    subject: RecordSubject
    frozen: Assessment
    walk: Walk

    @property
    def signer(self) -> str:
        """The name of the identity in whose field the signature goes."""
        return self.subject.signers[0].name

    @property
    def awaits(self) -> str:
        """The name of whoever countersigns afterwards; empty where one alone signs."""
        return self.subject.signers[1].name if len(self.subject.signers) > 1 else ""


class Issuing:
    """Makes drafts and sealed records of a walk."""

    def __init__(
        self,
        store: Assessments,
        maker: RecordMaker,
        identities: Identities,
        checker: SealChecker,
        packs: tuple[LegalPack, ...],
        timing: Timing,
        clock: Clock,
    ) -> None:
        self._store, self._maker, self._identities = store, maker, identities
        self._checker, self._packs, self._timing, self._clock = checker, packs, timing, clock

    def missing(self, assessment: Assessment, result: Result | None) -> tuple[Finding, ...]:
        """Everything that stands between an assessment and a signature."""
        chosen = assessment.decision.chosen
        standing = None if result is None or chosen is None else result.standing(chosen)
        reading = tuple(reading_findings(assessment.second_reading, state_hash(assessment)))
        return (*missing_for_signing(assessment, standing, self._packs), *reading)

    def findings(self, assessment: Assessment, framework: Framework) -> tuple[Finding, ...]:
        """Gaps, and what does not fit the law or the kind of decision; errors first, each in the order of the walk."""
        found = (
            *gaps(assessment),
            *law_findings(assessment, self._packs),
            *kind_findings(assessment, framework),
            *people_findings(assessment, framework),
            *quality_findings(assessment, framework),
            *deciding_findings(assessment),
            *duty_findings(assessment, self._packs),
        )
        return tuple(sorted(found, key=_gravest_first))

    def require(self, walk: Walk) -> None:
        """NotReadyError lists everything that is missing before a signature."""
        missing = self.missing(walk.assessment, walk.result)
        if missing:
            raise NotReadyError([f.message for f in missing])

    def draft(self, walk: Walk, language: Language | None = None) -> bytes:
        """The record as it would be now: unsigned, and marked as a draft."""
        return self._maker.make(self.subject(walk, (), language))

    def second_signer(self, name_or_file: str) -> Identity:
        """Whoever is to countersign: an identity of this laptop by its name, or a certificate file handed over."""
        known = self._identities.named(name_or_file)
        if known is not None:
            return known
        path = Path(name_or_file)
        if path.is_file():
            return self._identities.handed_over(path)
        raise NotFoundError(
            _(
                "“{name}” is neither a signing identity here nor a certificate file; ask the second signer for the "
                ".cer file of their identity."
            ).format(name=name_or_file)
        )

    def prepare(
        self, walk: Walk, identity: str, second: Identity | None = None, language: Language | None = None
    ) -> Prepared:
        """Freeze the assessment and lay out its pages; NotReadyError lists everything that is missing.

        With a ``second`` signer the pages hold two fields, and the record is valid only with both signatures.
        """
        self.require(walk)
        signer = self._identities.require(identity)
        self._require_time(walk.assessment, signer)
        if second is not None:
            self._require_another(signer, second)
        frozen = walk.assessment
        subject = self.subject(walk, (signer,) if second is None else (signer, second), language)
        subject = replace(subject, assessment=self._numbered(frozen))
        pdf = self._maker.make(subject)
        return Prepared(pdf, hashlib.sha256(pdf).hexdigest(), subject, frozen, walk)

    def _numbered(self, assessment: Assessment) -> Assessment:
        """With the reference it is issued under; one that it has, its own or another register's, stays."""
        if assessment.reference:
            return assessment
        reference = self._store.next_reference(assessment.body.name, self._clock().year)
        return replace(assessment, reference=reference)

    def _require_another(self, first: Identity, second: Identity) -> None:
        if first.fingerprint == second.fingerprint:
            raise RecordError(_("{name} cannot countersign their own signature.").format(name=first.name))
        second.require_able(self._clock())

    def _require_time(self, assessment: Assessment, signer: Identity) -> datetime:
        """Now; RecordError where the signer cannot sign now, or the clock stands before what was done already."""
        now = self._clock()
        signer.require_able(now)
        for record in self._store.records(assessment.id)[:1]:
            require_clock(now, record.issued_at, _("the decision was last signed"))
        changed = max((line.at for line in self._store.history(assessment.id)), default=now)
        require_clock(now, changed, _("the assessment was last changed"))
        return now

    def sign(self, prepared: Prepared, passphrase: str) -> IssuedRecord:
        """Seal those very bytes, see for ourselves that the seal holds, and keep the record for good.

        ConflictError where its reference was given to another record meanwhile: prepare it again, nothing was kept.
        """
        if hashlib.sha256(prepared.pdf).hexdigest() != prepared.sha256:
            raise RecordError(_("The pages are not those that were shown; nothing was signed. Prepare them again."))
        assessment = prepared.subject.assessment
        if self._store.get(assessment.id) != prepared.frozen:
            raise RecordError(_("The assessment has changed since the pages were shown; look at them again."))
        signed_at = self._require_time(assessment, prepared.subject.signers[0])
        with in_language(prepared.subject.language):
            reason = _("I took this decision")
        sealed = self._identities.seal(
            prepared.pdf, prepared.signer, passphrase, reason, signed_at, self._timing.service()
        )
        self._require_sound(sealed, prepared.awaits)
        record = IssuedRecord(
            assessment=assessment.id,
            sha256=hashlib.sha256(sealed).hexdigest(),
            document_sha256=sha256(encode(assessment)),
            signer=prepared.signer,
            issued_at=signed_at,
            pdf=sealed,
            awaits=prepared.awaits,
            history_head=prepared.subject.history_head,
        )
        self._store.keep_record(record, None if assessment == prepared.frozen else assessment)
        prepared.walk.catch_up()
        return record

    def _require_sound(self, sealed: bytes, awaits: str) -> None:
        """RecordError unless nothing is wrong with the file but that somebody has yet to countersign it."""
        check = self._checker.check(sealed, ())
        sound = check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED) and not awaits
        if not sound and (not awaits or check.awaits != awaits):
            raise RecordError(_("The seal does not hold: {why} Nothing was kept.").format(why=check.why))

    def write(self, pdf: bytes, out: Path) -> None:
        """Put a PDF where it is wanted, whole or not at all."""
        write_whole(pdf, out)

    def file_name(self, assessment: Assessment, *, draft: bool) -> str:
        """A name for the file, from reference and title, that every system takes."""
        plain = unicodedata.normalize("NFKD", assessment.title).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "record"
        reference = re.sub(r"[^A-Za-z0-9-]+", "-", assessment.reference).strip("-")
        return "-".join(part for part in (reference, slug, "draft" if draft else "") if part) + ".pdf"

    def subject(
        self,
        walk: Walk,
        signers: tuple[Identity, ...],
        language: Language | None = None,
        record: IssuedRecord | None = None,
    ) -> RecordSubject:
        """What a record is about; in the assessment's own language unless another is wanted.

        The history of a copy of a ``record`` ends where that of the record does.
        """
        spoken = language or walk.assessment.language or Language.ENGLISH
        steps = told_in(record, self._store.steps(walk.assessment.id))
        with in_language(spoken):
            gaps = self.missing(walk.assessment, walk.result)
            result = None if walk.result is None else score_in_full(walk.assessment, walk.framework)
        return RecordSubject(
            assessment=walk.assessment,
            framework=walk.framework,
            result=result,
            history=tuple(line for step in steps for line in step.lines),
            signers=signers,
            made_at=self._clock().replace(microsecond=0),
            gaps=gaps,
            language=spoken,
            history_head=steps[-1].hash if steps else "",
            pack=pack_for(walk.assessment, self._packs),
        )


def told_in(record: IssuedRecord | None, steps: list[Step]) -> list[Step]:
    """The steps that a record tells; of one made before there was a chain, those before it was issued."""
    if record is None:
        return steps
    head = next((step.number for step in steps if step.hash == record.history_head), None)
    if head is not None:
        return steps[:head]
    return [step for step in steps if step.note.at <= record.issued_at]
