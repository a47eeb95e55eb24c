"""What a copy is made from: the sealed record itself, read back; never what the register says now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...domain.errors import RecordError
from ...domain.register import IssuedRecord
from ...domain.sealing.verdict import SealCheck, Verdict
from ...domain.vocabulary import AssessmentId, Language
from ...exchange.reading import Reader, parse
from ...i18n import _
from ...record.copies.marking import SignedAs
from ...record.data import FRAMEWORK_FILE, RECORD_FILE
from ...record.programs import Programs
from ...record.public import public_subject
from ...record.reading_back import programs_of, subject_from
from ...record.subject import RecordSubject
from ...scoring.score import score_in_full
from ..attached import taken_apart
from ..ports import Assessments, SealChecker


@dataclass(frozen=True, slots=True)
class Source:
    """A sealed record as it was found sound: what it is about, and what it was signed as."""

    full: RecordSubject
    signed: SignedAs
    programs: Programs

    def public(self, language: Language | None = None) -> RecordSubject:
        """What everyone may read of it; in the record's own language unless another is wanted."""
        spoken = replace(self.full, language=language or self.full.language)
        return public_subject(spoken, self.signed.sha256)


class Sources:
    """Sealed records, each seen to be sound before anything is made of it."""

    def __init__(self, store: Assessments, checker: SealChecker) -> None:
        self._store, self._checker = store, checker

    def signed(self, wanted: AssessmentId) -> Source:
        """The newest record that bears all its signatures; RecordError says why there is none to be had."""
        return self._read(self._newest(wanted))

    def _newest(self, wanted: AssessmentId) -> IssuedRecord:
        records = self._store.records(wanted)
        if not records:
            raise RecordError(_("It has no signed record."))
        whole = next((record for record in records if not record.awaits), None)
        if whole is None:
            raise RecordError(_("Its record waits for the signature of {name}.").format(name=records[0].awaits))
        return whole

    def _read(self, record: IssuedRecord) -> Source:
        seal = self._checker.check(record.pdf, ())
        if seal.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
            raise RecordError(_("The record kept here is not sound: {why}").format(why=seal.why))
        raw, framework = seal.attachments.get(RECORD_FILE), seal.attachments.get(FRAMEWORK_FILE)
        if raw is None or framework is None:
            raise RecordError(_("The record kept here has no data attached to make a copy from."))
        data = taken_apart(Reader(parse(raw)), framework)
        result = score_in_full(data.assessment, data.framework) if data.record.has("result") else None
        if result is not None and next(data.otherwise(result), None) is not None:
            raise RecordError(_("The figures of the record kept here do not follow from its data."))
        full = subject_from(data.record, data.assessment, data.framework, result)
        return Source(full, _signed_as(record, seal, full), programs_of(data.record))


def _signed_as(record: IssuedRecord, seal: SealCheck, full: RecordSubject) -> SignedAs:
    """When it was last signed, as its signature says, else as the store has it."""
    times = [seen.signed_at for seen in seal.signatures if seen.signed_at is not None]
    return SignedAs(record.sha256, max(times, default=record.issued_at), full.signers)
