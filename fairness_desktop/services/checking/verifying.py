"""Checking a record that somebody hands in: the seal, then whether its figures and its pages follow from its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ...domain.errors import FairnessError, InvalidInputError
from ...domain.sealing.verdict import Cause, Recomputed, RecordCheck, Relaid, SealCheck, Verdict
from ...exchange.canonical import canonical
from ...exchange.reading import Reader, parse
from ...i18n import _
from ...record.data import FRAMEWORK_FILE, RECORD_FILE
from ...scoring.result import Result
from ...scoring.score import score_in_full
from ...telling.verdicts import why
from ..attached import Attached, taken_apart
from ..ports import Relayer, SealChecker

LARGEST_RECORD = 64 * 1024 * 1024
LARGEST_LAID = 2 * 1024 * 1024
"""Bytes of an assessment: of more, the pages would take minutes, and a stranger could keep a checker busy."""

LAID_AGAIN = frozenset({Verdict.VALID, Verdict.VALID_UNTRUSTED, Verdict.UNSIGNED})
MOST_DIFFERENCES = 20


class Verifying:
    """Needs no register: only the file and, to trust its signer, the council's root certificate."""

    def __init__(self, checker: SealChecker, relayer: Relayer) -> None:
        self._checker, self._relayer = checker, relayer

    def certificate(self, path: Path) -> bytes:
        """A root certificate (DER or PEM) from a file, to be trusted in a check."""
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise FairnessError(
                _("The certificate “{path}” cannot be read: {why}.").format(path=path, why=error.strerror or error)
            ) from error
        if not self._checker.is_certificate(raw):
            raise FairnessError(
                _("“{path}” is no certificate; take the .cer file that the council gives out.").format(path=path)
            )
        return raw

    def check_file(self, path: Path, trusted: Sequence[bytes] = (), shown: str = "") -> RecordCheck:
        """Everything that can be said of one file; what cannot be read is said to be so."""
        shown = shown or path.name or str(path)
        try:
            if path.stat().st_size > LARGEST_RECORD:
                return unreadable(shown, Cause.TOO_LARGE)
            pdf = path.read_bytes()
        except OSError as error:
            return unreadable(shown, Cause.CLOSED, str(error.strerror or error))
        return self.check_bytes(pdf, shown, trusted)

    def check_bytes(self, pdf: bytes, name: str, trusted: Sequence[bytes] = ()) -> RecordCheck:
        """The same for bytes already read."""
        seal = self._checker.check(pdf, trusted)
        check = RecordCheck(
            file=name,
            verdict=seal.verdict,
            why=seal.why,
            signatures=seal.signatures,
            signatures_expected=seal.signatures_expected,
            cause=seal.cause,
            awaits=seal.awaits,
        )
        return self._worked_out(check, seal, pdf)

    def _worked_out(self, check: RecordCheck, seal: SealCheck, pdf: bytes) -> RecordCheck:
        """Whether every figure follows from the data attached, and every page: where not, in which places."""
        raw = seal.attachments.get(RECORD_FILE)
        if raw is None:
            return check
        try:
            record = Reader(parse(raw))
            assessment = record.object("assessment")
            check = replace(check, title=assessment.text("title"), reference=assessment.text("reference"))
        except InvalidInputError as error:
            said = _("The data attached cannot be read: {why}").format(why=error)
            return replace(check, recomputed=Recomputed.DIFFERS, differences=(said,))
        framework = seal.attachments.get(FRAMEWORK_FILE)
        if framework is None:
            said = _("The framework the record was made under is not attached.")
            return replace(check, recomputed=Recomputed.DIFFERS, differences=(said,))
        try:
            data = taken_apart(record, framework)
            result = score_in_full(data.assessment, data.framework) if record.has("result") else None
            found = () if result is None else tuple(islice(data.otherwise(result), MOST_DIFFERENCES))
        except FairnessError as error:
            said = _("The figures cannot be worked out from the data attached: {why}").format(why=error)
            return replace(check, recomputed=Recomputed.DIFFERS, differences=(said,))
        if found:
            return replace(check, recomputed=Recomputed.DIFFERS, differences=found)
        if result is not None:
            check = replace(check, recomputed=Recomputed.MATCHES, options=len(result.options))
        return self._laid_again(check, seal, pdf, data, result)

    def _laid_again(
        self, check: RecordCheck, seal: SealCheck, pdf: bytes, data: Attached, result: Result | None
    ) -> RecordCheck:
        """Whether the pages are those that the data make, within bounds; of a changed file, which are not."""
        if len(canonical(data.record.get("assessment"))) > LARGEST_LAID:
            return check
        relay = self._relayer.relay if seal.awaits or seal.verdict in LAID_AGAIN else self._relayer.pages_now
        try:
            laid = relay(pdf, data.record, data.assessment, data.framework, result)
        except FairnessError as error:
            said = _("The pages cannot be laid again from the data attached: {why}").format(why=error)
            return replace(check, relaid=Relaid.DIFFERS, differences=(said,))
        if laid is None:
            return check
        return replace(
            check, relaid=laid.relaid, differences=laid.otherwise, pages=laid.pages, page_count=laid.page_count
        )


def unreadable(shown: str, cause: Cause, what: str = "") -> RecordCheck:
    """What is said of a file that could not be looked into."""
    return RecordCheck(shown, Verdict.UNREADABLE, why(cause, what=what), cause=cause)
