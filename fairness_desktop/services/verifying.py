"""Checking a record that somebody hands in: the seal, then whether its figures and its pages follow from its data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import cast

from ..domain.assessment import Assessment
from ..domain.errors import FairnessError, InvalidInputError
from ..domain.framework import Framework
from ..domain.sealing.verdict import Recomputed, RecordCheck, Relaid, SealCheck, Verdict
from ..exchange.canonical import canonical
from ..exchange.decoding import decode
from ..exchange.differences import differences
from ..exchange.reading import Reader, parse
from ..exchange.results import told
from ..frameworks.loader import framework_from
from ..i18n import _
from ..record.data import FRAMEWORK_FILE, RECORD_FILE
from ..scoring.result import Result
from ..scoring.score import score_in_full
from .ports import Relayer, SealChecker

LARGEST_RECORD = 64 * 1024 * 1024
LARGEST_LAID = 2 * 1024 * 1024
"""Bytes of an assessment: of more, the pages would take minutes, and a stranger could keep a checker busy."""

LAID_AGAIN = frozenset({Verdict.VALID, Verdict.VALID_UNTRUSTED, Verdict.UNSIGNED})
MOST_DIFFERENCES = 20
ADDED_FIGURES = frozenset(
    {
        "verdict",
        "draws",
        "elasticity_switches",
        "weight_switches",
        "rank_acceptability",
        "first_share_standard_error",
        "red_share",
        "beats",
        "money",
        "money_with_bias",
        "leverage",
    }
)
"""Figures that records of version 0.1 do not state."""


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

    def files(self, paths: Sequence[Path]) -> list[Path]:
        """The files meant: each as it is, a folder as the PDFs below it in order."""
        found: list[Path] = []
        for path in paths:
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf") if path.is_dir() else [path]
            found.extend(inside)
        return found

    def check_file(self, path: Path, trusted: Sequence[bytes] = ()) -> RecordCheck:
        """Everything that can be said of one file; what cannot be read is said to be so."""
        try:
            if path.stat().st_size > LARGEST_RECORD:
                return _unreadable(path, _("It is larger than any record (64 MiB)."))
            pdf = path.read_bytes()
        except OSError as error:
            return _unreadable(path, _("The file cannot be opened: {why}.").format(why=error.strerror or error))
        return self.check_bytes(pdf, path.name if path.name else str(path), trusted)

    def check_bytes(self, pdf: bytes, name: str, trusted: Sequence[bytes] = ()) -> RecordCheck:
        """The same for bytes already read."""
        seal = self._checker.check(pdf, trusted)
        check = RecordCheck(
            file=name,
            verdict=seal.verdict,
            why=seal.why,
            signatures=seal.signatures,
            signatures_expected=seal.signatures_expected,
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
            data = _data(record, framework)
            result = score_in_full(data.assessment, data.framework) if record.has("result") else None
            found = () if result is None else tuple(islice(data.found(result), MOST_DIFFERENCES))
        except FairnessError as error:
            said = _("The figures cannot be worked out from the data attached: {why}").format(why=error)
            return replace(check, recomputed=Recomputed.DIFFERS, differences=(said,))
        if found:
            return replace(check, recomputed=Recomputed.DIFFERS, differences=found)
        matches = Recomputed.NO_DATA if result is None else Recomputed.MATCHES
        return self._laid_again(replace(check, recomputed=matches), seal, pdf, data, result)

    def _laid_again(
        self, check: RecordCheck, seal: SealCheck, pdf: bytes, data: _Data, result: Result | None
    ) -> RecordCheck:
        """Whether the pages are those that the data make; only of a file that nobody changed, and within bounds."""
        large = len(canonical(data.record.get("assessment"))) > LARGEST_LAID
        if large or not (seal.awaits or seal.verdict in LAID_AGAIN):
            return check
        try:
            laid = self._relayer.relay(pdf, data.record, data.assessment, data.framework, result)
        except FairnessError as error:
            said = _("The pages cannot be laid again from the data attached: {why}").format(why=error)
            return replace(check, relaid=Relaid.DIFFERS, differences=(said,))
        return replace(check, relaid=laid.relaid, differences=laid.otherwise)


def _unreadable(path: Path, why: str) -> RecordCheck:
    return RecordCheck(file=path.name, verdict=Verdict.UNREADABLE, why=why)


@dataclass(frozen=True, slots=True)
class _Data:
    """The data attached to a record, taken apart."""

    record: Reader
    assessment: Assessment
    framework: Framework

    def found(self, result: Result) -> Iterator[str]:
        """Where the figures stated are not those that the data give."""
        document = cast(dict[str, dict[str, str]], self.record.get("assessment"))
        if document["framework"].get("sha256") != self.framework.sha256:
            yield _("The framework attached is not the one the assessment names.")
            return
        stated = self.record.get("result")
        again = parse_again(told(result))
        for change in differences(stated, _as_far_as_stated(again, stated)):
            if not change.where.startswith("findings"):
                yield _("{where}: the record says {old}, the data give {new}").format(
                    where=change.where, old=change.old, new=change.new
                )


def _data(record: Reader, framework_raw: bytes) -> _Data:
    """FairnessError where the data cannot be worked with."""
    framework = framework_from(parse(framework_raw))
    return _Data(record, decode(record.get("assessment"), {(framework.id, framework.version): framework}), framework)


def _as_far_as_stated(again: object, stated: object) -> object:
    """Without the figures that the first records did not state: that a later program adds one is no difference."""
    if isinstance(again, dict) and isinstance(stated, dict):
        known = (key for key in again if key in stated or key not in ADDED_FIGURES)
        return {key: _as_far_as_stated(again[key], stated.get(key)) for key in known}
    if isinstance(again, list) and isinstance(stated, list) and len(again) == len(stated):
        return [_as_far_as_stated(*both) for both in zip(again, stated, strict=True)]
    return again


def parse_again(document: object) -> object:
    """The document as it reads after it has been written: words are plain text, not members of an enumeration."""
    import json

    return cast(object, json.loads(json.dumps(document)))
