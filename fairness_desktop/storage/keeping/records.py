"""Sealed records, and the numbers under which they are issued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from ...domain.assessment import Assessment
from ...domain.errors import ConflictError, NotFoundError, StorageError
from ...domain.history import Act, Note
from ...domain.register import IssuedRecord
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import Link, ReadyChain
from ...i18n import _
from ..register.writing import put
from .appending import put_rows, same_state, state_of
from .newest import signed
from .rows import ready_chain
from .states import States, changed_meanwhile

_COLUMNS = "sha256, document_sha256, signer, issued_at, pdf, awaits, completes, history_head"
_INSERT = f"INSERT INTO records (assessment, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REFERENCE = re.compile(r"0*([1-9]\d*)-(\d\d)")


class Records(States):
    """What was issued, byte for byte, for good."""

    def keep_record(self, record: IssuedRecord, numbered: Assessment | None = None) -> None:
        """Keep a sealed record, with the step that says so; see the port."""
        act = Act.COMPLETED if record.completes else Act.ISSUED
        note = Note(record.issued_at, record.signer, act, record.sha256)
        with self._stepping(record.assessment) as last:
            if not last.number:
                raise NotFoundError(_("The register has no assessment {id}.").format(id=record.assessment))
            if act is Act.ISSUED and record.history_head not in ("", last.hash):
                raise changed_meanwhile()
            state = same_state(last)
            if numbered is not None:
                parsed, document = self._encoding.encode(numbered)
                state = state_of(document, parsed, last.standings)
                self._give_number(numbered, last.n)
            self._insert(record, last.n)
            self._step(record.assessment, replace(last, signed=signed(self._db, last.n)), state, note)

    def keep_chain(self, wanted: AssessmentId, links: Iterable[Link], records: Sequence[IssuedRecord]) -> None:
        """Keep a whole history from elsewhere, and its records; see the port."""
        self.keep_ready(ready_chain(wanted, links, records), records)

    def keep_ready(self, chain: ReadyChain, records: Sequence[IssuedRecord]) -> None:
        """The same for a chain that was made ready."""
        wanted = chain.assessment
        with self._stepping(wanted) as last:
            if last.number:
                raise StorageError(_("The register holds {id} already; nothing was taken in.").format(id=wanted))
            self._db.execute("INSERT INTO assessments (n, id) VALUES (?, ?)", [last.n, wanted])
            seq = put_rows(self._db, last.n, chain.rows)
            for record in records:
                self._insert(record, last.n)
            put(self._db, last.n, seq, chain.shown, None, self._later)

    def _insert(self, record: IssuedRecord, n: int) -> None:
        self._db.execute(
            _INSERT,
            [
                n, record.sha256, record.document_sha256, record.signer, record.issued_at.isoformat(), record.pdf,
                record.awaits, record.completes, record.history_head,
            ],
        )  # fmt: skip

    def _give_number(self, numbered: Assessment, n: int) -> None:
        """Give the number away, if it is still the next."""
        body, reference = council(numbered.body.name), _REFERENCE.fullmatch(numbered.reference)
        assert reference is not None
        number, year = int(reference[1]), int(reference[2])
        if number != self._next(body, year):
            raise ConflictError(
                _("The reference {reference} was given to another record meanwhile. Prepare the record again.").format(
                    reference=numbered.reference
                )
            )
        self._db.execute(
            "INSERT INTO numbers (body, year, number, assessment) VALUES (?, ?, ?, ?)", [body, year, number, n]
        )

    def next_reference(self, body: str, year: int) -> str:
        """The reference (``NN-YY``) that the next record of that council is issued under: nothing is reserved."""
        with self._reading():
            return f"{self._next(council(body), year % 100):02}-{year % 100:02}"

    def _next(self, body: str, year: int) -> int:
        """The first number after those given here that nothing else of the council bears."""
        given = self._db.execute(
            "SELECT coalesce(max(number), 0) FROM numbers WHERE body = ? AND year = ?", [body, year]
        ).fetchone()[0]
        number = int(given) + 1
        while self._borne(body, number, year):
            number += 1
        return number

    def _borne(self, body: str, number: int, year: int) -> bool:
        """Whether something of the council came here under that reference, or was given it by hand."""
        sql = "SELECT body FROM register WHERE reference COLLATE NOCASE IN (?, ?)"
        rows = self._db.execute(sql, [f"{number:02}-{year:02}", f"{number}-{year:02}"])
        return any(council(whose) == body for (whose,) in rows)

    def records(self, wanted: AssessmentId) -> list[IssuedRecord]:
        """The sealed records of an assessment, newest first."""
        sql = f"SELECT {_COLUMNS} FROM records WHERE assessment = ? ORDER BY issued_at DESC, rowid DESC"
        return [_record(wanted, row) for row in self._all(sql, [self._known(wanted)])]


def council(name: str) -> str:
    """A council's name as numbers are counted by it: neither case nor spaces make another council."""
    return " ".join(name.split()).casefold()


def _record(assessment: AssessmentId, row: tuple[Any, ...]) -> IssuedRecord:
    sha256, document_sha256, signer, issued_at, pdf, awaits, completes, head = row
    at = datetime.fromisoformat(issued_at)
    return IssuedRecord(assessment, sha256, document_sha256, signer, at, pdf, awaits, completes, head)
