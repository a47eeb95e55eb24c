"""The assessments, their history and their sealed records, in one file."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..domain.assessment import Assessment
from ..domain.errors import InvalidInputError, StorageError
from ..domain.register import HistoryLine, IssuedRecord, RegisterQuery, RegisterRow, Standings, Status
from ..domain.vocabulary import AssessmentId, label
from ..exchange.canonical import canonical
from ..exchange.decoding import Frameworks, decode
from ..exchange.encoding import encode
from ..exchange.reading import parse
from ..i18n import _
from .checking import faults
from .database import open_database, transaction
from .library import Database
from .rows import history_line, issued_record, order, register_row, where


class SqliteStore:
    """One writing connection to one file; calls from several threads take turns."""

    def __init__(self, db: Database, path: Path, frameworks: Frameworks) -> None:
        self._db, self._path, self._frameworks = db, path, frameworks
        self._turn = threading.RLock()

    def get(self, wanted: AssessmentId) -> Assessment | None:
        """The assessment as last saved, or None; StorageError where what is read is not what was written."""
        sql = "SELECT v.document, v.sha256 FROM register r JOIN versions v ON v.assessment = r.id AND v.rev = r.rev"
        row = self._one(f"{sql} WHERE r.id = ?", [wanted])
        if row is None:
            return None
        text = str(row["document"])
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise StorageError(
                _("What the register holds of {id} is not what was written; restore it from a backup.").format(
                    id=wanted
                )
            )
        try:
            return decode(parse(text.encode()), self._frameworks)
        except InvalidInputError as error:
            raise StorageError(
                _("{id} cannot be read from the register: {why}.").format(id=wanted, why=error)
            ) from error

    def find(self, reference_or_id: str) -> tuple[AssessmentId, ...]:
        """Ids of the assessments of that reference (or that id), newest first."""
        sql = "SELECT id FROM register WHERE id = :it OR reference = :it ORDER BY changed_at DESC, id"
        return tuple(AssessmentId(str(row["id"])) for row in self._all(sql, {"it": reference_or_id}))

    def save(self, assessment: Assessment, standings: Standings, history: Sequence[HistoryLine]) -> None:
        """Keep this state and its history lines durably, all or nothing."""
        document = canonical(encode(assessment)).decode()
        at = history[-1].at if history else datetime.now(UTC)
        with self._writing():
            rev = self._newest_rev(assessment.id) + 1
            self._db.table("versions").insert(
                {
                    "assessment": assessment.id,
                    "rev": rev,
                    "at": at.isoformat(),
                    "sha256": hashlib.sha256(document.encode()).hexdigest(),
                    "document": document,
                }
            )
            self._project(assessment, standings, rev, at)
            self._db.table("history").insert_all(
                {
                    "seq": None,
                    "assessment": assessment.id,
                    "rev": rev,
                    "at": line.at.isoformat(),
                    "who": line.who,
                    "place": line.where,
                    "old": line.old,
                    "new": line.new,
                }
                for line in history
            )

    def _newest_rev(self, assessment: AssessmentId) -> int:
        row = self._one("SELECT max(rev) AS rev FROM versions WHERE assessment = ?", [assessment])
        return int(row["rev"]) if row is not None and row["rev"] is not None else 0

    def _project(self, assessment: Assessment, standings: Standings, rev: int, at: datetime) -> None:
        """The register's line of an assessment; a signed one that changes afterwards says so."""
        signed = self._one("SELECT 1 AS one FROM records WHERE assessment = ? LIMIT 1", [assessment.id])
        maker, review = assessment.authority.decision_maker, assessment.decision.review_date
        self._db.table("register").upsert(
            {
                "id": assessment.id,
                "rev": rev,
                "reference": assessment.reference,
                "title": assessment.title,
                "kind": assessment.kind,
                "decided_by": maker.role or maker.name or (label(maker.capacity) if maker.capacity else ""),
                "status": Status.CHANGED_SINCE if signed else Status.DRAFT,
                "leader": standings.leader,
                "score": standings.score,
                "floor": standings.floor,
                "review_date": review.isoformat() if review else None,
                "changed_at": at.isoformat(),
            },
            pk="id",
        )

    def rows(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """A page of the register."""
        clause, values = where(query)
        sql = f"SELECT * FROM register {clause} ORDER BY {order(query)} LIMIT :limit OFFSET :offset"  # noqa: S608
        return [register_row(row) for row in self._all(sql, {**values, "limit": limit, "offset": offset})]

    def count(self, query: RegisterQuery) -> int:
        """How many lines of the register a query finds."""
        clause, values = where(query)
        row = self._one(f"SELECT count(*) AS n FROM register {clause}", values)  # noqa: S608
        assert row is not None
        return int(row["n"])

    def history(self, wanted: AssessmentId) -> list[HistoryLine]:
        """Every change of an assessment, oldest first."""
        rows = self._all("SELECT * FROM history WHERE assessment = ? ORDER BY seq", [wanted])
        return [history_line(row) for row in rows]

    def keep_record(self, record: IssuedRecord) -> None:
        """Keep a sealed record; it can be neither changed nor deleted afterwards."""
        with self._writing():
            self._db.table("records").insert(
                {
                    "sha256": record.sha256,
                    "assessment": record.assessment,
                    "document_sha256": record.document_sha256,
                    "signer": record.signer,
                    "issued_at": record.issued_at.isoformat(),
                    "pdf": record.pdf,
                    "awaits": record.awaits,
                    "completes": record.completes,
                }
            )
            self._db.table("register").update(record.assessment, {"status": self._status(record)})

    def _status(self, record: IssuedRecord) -> Status:
        """Where the assessment stands with this record; one completed after a change is still changed since."""
        if record.awaits:
            return Status.WAITING
        waiting = self._one("SELECT rowid FROM records WHERE sha256 = ?", [record.completes])
        now = self._one("SELECT status FROM register WHERE id = ?", [record.assessment])
        changed = waiting is not None and now is not None and now["status"] == Status.CHANGED_SINCE
        return Status.CHANGED_SINCE if changed else Status.SIGNED

    def records(self, wanted: AssessmentId) -> list[IssuedRecord]:
        """The sealed records of an assessment, newest first."""
        sql = "SELECT * FROM records WHERE assessment = ? ORDER BY issued_at DESC, rowid DESC"
        return [issued_record(row) for row in self._all(sql, [wanted])]

    def setting(self, key: str) -> str:
        """A setting of this laptop; empty where it was never set."""
        row = self._one("SELECT value FROM settings WHERE key = ?", [key])
        return "" if row is None else str(row["value"])

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of this laptop."""
        with self._writing():
            self._db.table("settings").upsert({"key": key, "value": value}, pk="key")

    def check(self) -> list[str]:
        """A sentence for everything in the file that is not as it was written; empty is good."""
        with self._turn:
            return faults(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._turn, transaction(self._db, self._path):
            yield

    def _all(self, sql: str, values: Sequence[object] | dict[str, object]) -> list[dict[str, Any]]:
        with self._turn:
            return list(self._db.query(sql, values))

    def _one(self, sql: str, values: Sequence[object] | dict[str, object]) -> dict[str, Any] | None:
        return next(iter(self._all(sql, values)), None)


def open_store(path: Path, frameworks: Frameworks) -> SqliteStore:
    """The store in a file, made if there is none; StorageError says in a sentence why it cannot be opened."""
    return SqliteStore(open_database(path), path, frameworks)
