"""Checking a record that somebody hands in: the seal, then whether its figures follow from its data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from ..domain.errors import FairnessError, InvalidInputError
from ..domain.sealing.verdict import Recomputed, RecordCheck, SealCheck, Verdict
from ..exchange.decoding import decode
from ..exchange.differences import differences
from ..exchange.reading import Reader, parse
from ..exchange.results import told
from ..frameworks.loader import framework_from
from ..i18n import _
from ..scoring.score import score_in_full
from .ports import SealChecker

LARGEST_RECORD = 256 * 1024 * 1024
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
    }
)
"""Figures that records of version 0.1 do not state."""


class Verifying:
    """Needs no register: only the file and, to trust its signer, the council's root certificate."""

    def __init__(self, checker: SealChecker) -> None:
        self._checker = checker

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
                return _unreadable(path, _("It is larger than any record (256 MiB)."))
            pdf = path.read_bytes()
        except OSError as error:
            return _unreadable(path, _("The file cannot be opened: {why}.").format(why=error.strerror or error))
        return self.check_bytes(pdf, path.name if path.name else str(path), trusted)

    def check_bytes(self, pdf: bytes, name: str, trusted: Sequence[bytes] = ()) -> RecordCheck:
        """The same for bytes already read."""
        seal = self._checker.check(pdf, trusted)
        recomputed, found, title, reference = _recompute(seal)
        return RecordCheck(
            file=name,
            verdict=seal.verdict,
            why=seal.why,
            signatures=seal.signatures,
            signatures_expected=seal.signatures_expected,
            recomputed=recomputed,
            differences=found,
            reference=reference,
            title=title,
        )


def _unreadable(path: Path, why: str) -> RecordCheck:
    return RecordCheck(file=path.name, verdict=Verdict.UNREADABLE, why=why)


def _recompute(seal: SealCheck) -> tuple[Recomputed, tuple[str, ...], str, str]:
    """Whether every figure follows from the data attached, where they differ, and what the record is about."""
    raw = seal.attachments.get("record.json")
    if raw is None:
        return Recomputed.NO_DATA, (), "", ""
    try:
        record = Reader(parse(raw))
        assessment = record.object("assessment")
        title, reference = assessment.text("title"), assessment.text("reference")
    except InvalidInputError as error:
        said = _("The data attached cannot be read: {why}").format(why=error)
        return Recomputed.DIFFERS, (said,), "", ""
    if not record.has("result"):
        return Recomputed.NO_DATA, (), title, reference
    try:
        found = tuple(_differences(record, seal.attachments.get("framework.json")))
    except FairnessError as error:
        found = (_("The figures cannot be worked out from the data attached: {why}").format(why=error),)
    return (Recomputed.DIFFERS if found else Recomputed.MATCHES), found[:MOST_DIFFERENCES], title, reference


def _differences(record: Reader, framework_raw: bytes | None) -> Iterator[str]:
    if framework_raw is None:
        yield _("The framework the record was made under is not attached.")
        return
    framework = framework_from(parse(framework_raw))
    assessment = decode(record.get("assessment"), {(framework.id, framework.version): framework})
    document = cast(dict[str, dict[str, str]], record.get("assessment"))
    if document["framework"].get("sha256") != framework.sha256:
        yield _("The framework attached is not the one the assessment names.")
        return
    again = parse_again(told(score_in_full(assessment, framework)))
    for change in differences(record.get("result"), _as_far_as_stated(again, record.get("result"))):
        if not change.where.startswith("findings"):
            yield _("{where}: the record says {old}, the data give {new}").format(
                where=change.where, old=change.old, new=change.new
            )


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
