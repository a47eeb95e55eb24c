"""Letting go of what need not be kept any longer, so that the chain still says that it was there."""

from __future__ import annotations

from ...domain.errors import NotFoundError
from ...domain.history import Act, Note
from ...domain.vocabulary import AssessmentId
from ...i18n import _
from ..register.writing import take_out
from ..travelling.attachments import forget
from .appending import append, next_step, same_state
from .records import Records


class Erasing(Records):
    """The one way out of the store."""

    def erase(self, wanted: AssessmentId, note: Note) -> None:
        """Keep a last step that says so, and nothing else of the assessment; see the port."""
        with self._stepping(wanted) as last:
            if not last.number or last.shown is None:
                raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
            if note.act is not Act.ERASED:
                raise ValueError(note.act)
            take_out(self._db, last.n, last.shown)
            step = next_step(wanted, last, same_state(last), note)
            append(self._db, last, same_state(last), step)
            mine = [last.n, step.number]
            self._db.execute("PRAGMA secure_delete = ON")
            for statement in (
                "INSERT INTO gone SELECT seq, assessment, hash FROM versions WHERE assessment = ? AND number < ?",
                "DELETE FROM versions WHERE assessment = ? AND number < ?",
            ):
                self._db.execute(statement, mine)
            self._db.execute("DELETE FROM records WHERE assessment = ?", [last.n])
            forget(self._db, last.n)
            self._db.execute("INSERT INTO search (search) VALUES ('optimize')")
        self._ready.pop(wanted, None)
