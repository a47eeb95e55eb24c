"""The public copy of an issued record: laid out anew without what it must not say, under a seal of its own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from ..domain.assessment import Assessment
from ..domain.decision import Exempt
from ..domain.errors import RecordError
from ..domain.register import IssuedRecord
from ..domain.reviewing.review import Review
from ..domain.sealing.identity import require_clock
from ..domain.sealing.verdict import Verdict
from ..domain.vocabulary import Language
from ..exchange.canonical import sha256
from ..exchange.encoding import encode
from ..i18n import _
from ..record.public import public_subject, telltales, uncounted
from ..record.tongues import in_language
from .issuing import Issuing, Prepared
from .ports import Identities, RecordMaker, SealChecker
from .timing import Timing
from .walk import Clock, Walk


@dataclass(frozen=True, slots=True)
class Preview:
    """What a public copy would leave out, for whoever is about to make it.

    ``uncounted`` are names of groups; ``telltales`` places of texts that stay although the size of such a group stands
    in them as a number: somebody has to read those.
    """

    left_out: tuple[Exempt, ...]
    uncounted: tuple[str, ...]
    telltales: tuple[str, ...]


class Publishing:
    """Makes public copies; none of them is kept, for each can be made again from the full record."""

    def __init__(
        self,
        issuing: Issuing,
        maker: RecordMaker,
        identities: Identities,
        checker: SealChecker,
        timing: Timing,
        clock: Clock,
    ) -> None:
        self._issuing, self._maker, self._identities = issuing, maker, identities
        self._checker, self._timing, self._clock = checker, timing, clock

    def preview(self, walk: Walk) -> Preview:
        """What would be left out."""
        now = walk.assessment
        names = tuple(now.group(group).name or group for group in uncounted(now))
        return Preview(now.decision.exempt, names, telltales(now))

    def draft(self, walk: Walk, language: Language | None = None) -> bytes:
        """The public copy as it would be now: unsigned, marked as a draft, and of no full record yet."""
        return self._maker.make(public_subject(self._issuing.subject(walk, (), language), ""))

    def prepare(self, walk: Walk, identity: str, language: Language | None = None) -> Prepared:
        """Lay out the public copy of the newest record; RecordError where there is none that still holds."""
        record = self._record(walk)
        signer = self._identities.require(identity)
        now = self._clock()
        signer.require_able(now)
        require_clock(now, record.issued_at, _("the decision was last signed"))
        full = self._issuing.subject(walk, (signer,), language, record)
        full = replace(full, assessment=_told(record, walk.assessment) or walk.assessment)
        subject = public_subject(full, record.sha256)
        pdf = self._maker.make(subject)
        return Prepared(pdf, hashlib.sha256(pdf).hexdigest(), subject, walk.assessment, walk)

    def sign(self, prepared: Prepared, passphrase: str) -> bytes:
        """Seal those very bytes, and see for ourselves that the seal holds."""
        if hashlib.sha256(prepared.pdf).hexdigest() != prepared.sha256:
            raise RecordError(_("The pages are not those that were shown; nothing was signed. Prepare them again."))
        with in_language(prepared.subject.language):
            reason = _("Public copy of a record")
        sealed = self._identities.seal(
            prepared.pdf, prepared.signer, passphrase, reason, self._clock(), self._timing.service()
        )
        check = self._checker.check(sealed, ())
        if check.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
            raise RecordError(_("The seal does not hold: {why} Nothing was kept.").format(why=check.why))
        return sealed

    def _record(self, walk: Walk) -> IssuedRecord:
        """The newest record, whole, sound, and of the assessment as it stands."""
        if not walk.records:
            raise RecordError(_("There is no signed record yet; a public copy is made of one. Sign the record first."))
        record = walk.records[0]
        if record.awaits:
            raise RecordError(
                _("The record waits for the signature of {name}; a public copy is made of the completed one.").format(
                    name=record.awaits
                )
            )
        if _told(record, walk.assessment) is None:
            raise RecordError(
                _("The assessment has changed since its record was signed. Issue a new record, then its public copy.")
            )
        check = self._checker.check(record.pdf, ())
        if check.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED):
            raise RecordError(_("The record kept here is not sound: {why}").format(why=check.why))
        return record


def _told(record: IssuedRecord, now: Assessment) -> Assessment | None:
    """The assessment as the record tells it, without a review written since; None where more changed."""
    told = (now, replace(now, review=Review()))
    return next((one for one in told if sha256(encode(one)) == record.document_sha256), None)
