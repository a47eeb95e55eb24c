"""Reading a bundle that somebody else made: nothing of it is believed before its hash is seen to be right."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import BinaryIO

from ...domain.assessment import Assessment
from ...domain.errors import InvalidInputError
from ...domain.framework import Framework
from ...domain.register import IssuedRecord
from ...domain.vocabulary import AssessmentId
from ...i18n import _
from ..decoding import Frameworks, decode
from ..reading import Reader, parse
from .archive import Archive, refused
from .form import (
    ASSESSMENT,
    ATTACHMENTS,
    FORMAT,
    FORMAT_VERSION,
    FRAMEWORK,
    HISTORIES,
    HISTORY,
    LIST,
    RECORDS,
    Contents,
    largest,
    record_name,
)
from .history_form import History, history_from

FrameworkFrom = Callable[[object], Framework]


class BundleFile:
    """A bundle that is open; InvalidInputError says in words what is wrong with it, and in which part."""

    def __init__(self, file: BinaryIO) -> None:
        self._archive = Archive(file, largest)
        if LIST not in self._archive.entries:
            raise refused(_("is no bundle of Fairness Desktop (it has no {part})").format(part=LIST))
        self._list = Reader(_parsed(LIST, self._archive.read(LIST)))
        if self._list.get("format") != FORMAT:
            raise refused(_("is no bundle of Fairness Desktop"))
        version = self._list.whole("format_version", _("must be a whole number"))
        if version is None or version > FORMAT_VERSION:
            raise refused(_("was written by a newer Fairness Desktop; open it with that one"))
        self._sums = self._listed()

    def _listed(self) -> dict[str, str]:
        parts = self._list.object("parts")
        sums = {name: parts.text(name) for name in parts}
        for name in (ASSESSMENT, FRAMEWORK, HISTORY, *sums):
            if name not in self._archive.entries:
                raise refused(_("is missing from the bundle"), name)
        for name in self._archive.entries:
            if name != LIST and name not in sums:
                raise refused(_("is not in the list of parts"), name)
        return sums

    def contents(self, known: Frameworks, framework_from: FrameworkFrom) -> Contents:
        """All but the bytes of the attachments, every hash checked.

        ``framework_from`` reads a framework that is not known here. It need not be known; a known one of the same name
        and another text is refused.
        """
        raw = self._part(ASSESSMENT)
        framework = self._framework(known, framework_from)
        assessment = _assessment(raw, framework)
        self._check_attachments(assessment)
        history = history_from(self._part(HISTORY), assessment.id, HISTORY, raw.decode())
        others = tuple(self._others(assessment.id))
        records = tuple(self._records(assessment.id))
        for record in records:
            if record.history_head and not any(h.tells_of(record) for h in (history, *others)):
                raise refused(_("is told of by no history in the bundle"), record_name(record.sha256))
        return Contents(assessment, framework, history, others, records)

    @property
    def attachments(self) -> dict[str, int]:
        """Sizes in bytes of the attachments that it brings, by their SHA-256."""
        sizes = {name: entry.size for name, entry in self._archive.entries.items()}
        return {n.removeprefix(ATTACHMENTS): size for n, size in sizes.items() if n.startswith(ATTACHMENTS)}

    def attachment(self, sha256: str) -> Iterator[bytes]:
        """The bytes of an attachment, piece after piece; InvalidInputError at the end where their hash is another."""
        name, digest = f"{ATTACHMENTS}{sha256}", hashlib.sha256()
        for piece in self._archive.pieces(name):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != sha256:
            raise _other_hash(name)

    def _part(self, name: str) -> bytes:
        raw = self._archive.read(name)
        if hashlib.sha256(raw).hexdigest() != self._sums[name]:
            raise _other_hash(name)
        return raw

    def _framework(self, known: Frameworks, framework_from: FrameworkFrom) -> Framework:
        raw = self._part(FRAMEWORK)
        ours = next((f for f in known.values() if f.sha256 == self._sums[FRAMEWORK]), None)
        if ours is not None:
            return ours
        try:
            framework = framework_from(_parsed(FRAMEWORK, raw))
        except InvalidInputError as error:
            raise _in(FRAMEWORK, error) from error
        if framework.sha256 != self._sums[FRAMEWORK]:
            raise refused(_("is not in canonical form"), FRAMEWORK)
        if (framework.id, framework.version) in known:
            raise refused(
                _("is another text of the framework “{id}”, version {version}, than the one known here").format(
                    id=framework.id, version=framework.version
                ),
                FRAMEWORK,
            )
        return framework

    def _check_attachments(self, assessment: Assessment) -> None:
        sizes = {a.sha256: a.size for a in assessment.attachments}
        for digest, size in self.attachments.items():
            name = f"{ATTACHMENTS}{digest}"
            if self._sums[name] != digest:
                raise _other_hash(name)
            if digest not in sizes:
                raise refused(_("is attached to nothing"), name)
            if sizes[digest] != size:
                raise refused(_("is not as large as the assessment says"), name)

    def _others(self, assessment: AssessmentId) -> Iterator[History]:
        for name in sorted(self._sums):
            if name.startswith(HISTORIES):
                other = history_from(self._part(name), assessment, name)
                if name != f"{HISTORIES}{other.head}.json":
                    raise _other_hash(name)
                yield other

    def _records(self, assessment: AssessmentId) -> Iterator[IssuedRecord]:
        found: dict[str, IssuedRecord] = {}
        for row in self._list.objects("records"):
            record = self._record(assessment, row)
            if record.sha256 in found:
                row.fail("sha256", _("“{id}” stands there twice").format(id=record.sha256))
            if record.completes and record.completes not in {r.sha256 for r in found.values() if r.awaits}:
                row.fail("completes", _("names no record that waits"))
            if record.completes and record.completes in {r.completes for r in found.values()}:
                row.fail("completes", _("“{id}” stands there twice").format(id=record.completes))
            found[record.sha256] = record
        for name in self._sums:
            if name.startswith(RECORDS) and name not in {record_name(sha256) for sha256 in found}:
                raise refused(_("is not in the list of records"), name)
        return iter(found.values())

    def _record(self, assessment: AssessmentId, row: Reader) -> IssuedRecord:
        name = record_name(row.text("sha256"))
        if name not in self._sums:
            raise refused(_("is missing from the bundle"), name)
        if self._sums[name] != row.text("sha256"):
            raise _other_hash(name)
        return IssuedRecord(
            assessment=assessment,
            sha256=row.text("sha256"),
            document_sha256=row.text("document_sha256"),
            signer=row.text("signer"),
            issued_at=_time(row),
            pdf=self._part(name),
            awaits=row.text("awaits"),
            completes=row.text("completes"),
            history_head=row.text("history_head"),
        )


def _assessment(raw: bytes, framework: Framework) -> Assessment:
    try:
        return decode(parse(raw), {(framework.id, framework.version): framework})
    except InvalidInputError as error:
        raise _in(ASSESSMENT, error) from error


def _parsed(name: str, raw: bytes) -> object:
    try:
        return parse(raw)
    except InvalidInputError as error:
        raise _in(name, error) from error


def _in(name: str, error: InvalidInputError) -> InvalidInputError:
    """The same complaint, seen from the bundle."""
    return InvalidInputError(f"{name}: {error.where}" if error.where else name, error.message)


def _other_hash(name: str) -> InvalidInputError:
    return refused(_("is not what was written: its hash is another"), name)


def _time(row: Reader) -> datetime:
    try:
        at = datetime.fromisoformat(row.text("issued_at"))
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or at.isoformat() != row.text("issued_at"):
        row.fail("issued_at", _("must be a time such as 2026-11-23T10:00:00+00:00"))
    return at
