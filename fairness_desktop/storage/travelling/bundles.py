"""What comes in with a bundle and is neither a state nor a file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from ...domain.errors import NotFoundError, StorageError
from ...domain.framework import Framework
from ...domain.register import IssuedRecord
from ...domain.vocabulary import AssessmentId
from ...exchange.canonical import canonical
from ...exchange.chain import Link
from ...i18n import _
from ..keeping import reading
from ..keeping.appending import append_links, show
from ..keeping.newest import signed
from ..keeping.records import Records
from ..keeping.rows import following
from .attachments import Attachments


class Bundles(Records, Attachments):
    """Histories of other laptops, frameworks that came along, and which bundles were taken in."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything written inside is kept in one transaction, or none of it; others wait meanwhile."""
        with self._joining(), self._words_together():
            try:
                yield
            except BaseException:
                self._ready.clear()
                raise

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Inside ``together``: what fails in here is not kept, and the rest goes on."""
        waiting = list(self._waiting)
        self._db.execute("SAVEPOINT apart")
        try:
            yield
        except BaseException:
            self._ready.clear()
            self._waiting[:] = waiting  # if any of them was put in meanwhile, that goes too
            self._db.execute("ROLLBACK TO apart")
            raise
        finally:
            self._db.execute("RELEASE apart")

    def documents(self, wanted: AssessmentId) -> list[bytes]:
        """The canonical bytes of every state, one a step, oldest first."""
        n = self._known(wanted)
        return [] if n is None else self._read(wanted, lambda: [raw for _number, raw in reading.documents(self._db, n)])

    def continue_chain(self, wanted: AssessmentId, links: Iterable[Link]) -> None:
        """Go on with steps from elsewhere that follow the newest here; StorageError where they do not."""
        with self._stepping(wanted) as last:
            if not last.number:
                raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
            self._ready[wanted] = show(self._db, append_links(self._db, last, following(wanted, last, links)))

    def keep_records(self, wanted: AssessmentId, records: Sequence[IssuedRecord]) -> None:
        """Keep sealed records of another laptop, those that are here already aside; no step of ours tells of them."""
        with self._stepping(wanted) as last:
            here = {
                sha256 for (sha256,) in self._db.execute("SELECT sha256 FROM records WHERE assessment = ?", [last.n])
            }
            for record in records:
                if record.sha256 not in here:
                    self._insert(record, last.n)
            self._ready[wanted] = show(self._db, replace(last, signed=signed(self._db, last.n)))

    def whose_record(self, sha256: str) -> AssessmentId | None:
        """The assessment that has that sealed record here, or None."""
        row = self._one(
            "SELECT a.id FROM records r JOIN assessments a ON a.n = r.assessment WHERE r.sha256 = ?", [sha256]
        )
        return None if row is None else AssessmentId(row[0])

    def keep_history(self, wanted: AssessmentId, head: str, told: bytes) -> None:
        """Keep another laptop's history of an assessment, as the bundle tells it, for good."""
        with self._writing():
            self._db.execute(
                "INSERT INTO histories (head, assessment, told) SELECT ?, n, ? FROM assessments a WHERE a.id = ? "
                "AND NOT EXISTS (SELECT 1 FROM histories WHERE head = ?)",
                [bytes.fromhex(head), zlib.compress(told), wanted, bytes.fromhex(head)],
            )

    def other_histories(self, wanted: AssessmentId) -> list[tuple[str, bytes]]:
        """The histories of other laptops kept of an assessment, each with its head, in the order of these."""
        rows = self._all("SELECT head, told FROM histories WHERE assessment = ? ORDER BY head", [self._known(wanted)])
        try:
            return [(head.hex(), zlib.decompress(told)) for head, told in rows]
        except zlib.error as error:
            raise StorageError(
                _("What the register holds of {id} is not what was written; restore it from a backup.").format(
                    id=wanted
                )
            ) from error

    def keep_framework(self, framework: Framework) -> None:
        """Keep a framework that came with a bundle, unless it is here already."""
        key = bytes.fromhex(framework.sha256)
        with self._writing():
            if self._one("SELECT 1 FROM frameworks WHERE sha256 = ?", [key]) is None:
                self._db.execute(
                    "INSERT INTO frameworks (sha256, id, version, document) VALUES (?, ?, ?, ?)",
                    [key, framework.id, framework.version, canonical(framework.document).decode()],
                )

    def kept_frameworks(self) -> list[bytes]:
        """The documents of the frameworks that came with bundles, canonical."""
        rows = self._all("SELECT document FROM frameworks ORDER BY id, version")
        return [str(document).encode() for (document,) in rows]

    def remember(self, wanted: AssessmentId, bundle: str) -> None:
        """Remember that the bundle with that SHA-256 was taken in whole."""
        with self._writing():
            self._db.execute(
                "INSERT OR IGNORE INTO taken_in (sha256, assessment) SELECT ?, n FROM assessments WHERE id = ?",
                [bytes.fromhex(bundle), wanted],
            )

    def remembered(self, bundle: str) -> AssessmentId | None:
        """What the bundle with that SHA-256 brought, if it was taken in and is in the register still."""
        row = self._one(
            "SELECT a.id FROM taken_in t JOIN assessments a ON a.n = t.assessment JOIN register r ON r.n = a.n "
            "WHERE t.sha256 = ?",
            [bytes.fromhex(bundle)],
        )
        return None if row is None else AssessmentId(row[0])
