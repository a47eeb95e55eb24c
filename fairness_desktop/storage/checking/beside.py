"""What is kept beside the chains: numbers given, what was erased, settings and kept views."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...i18n import _
from ..keeping.reading import document_at
from ..keeping.records import council
from ..library import Database
from ..register.rows import view_if_readable

_ERASED = "SELECT 1 FROM versions e WHERE e.assessment = {n} AND e.act = 'erased'"
_NUMBERS = (
    "SELECT n.body, n.year, n.number, a.id, a.n FROM numbers n JOIN assessments a ON a.n = n.assessment "
    f"WHERE NOT EXISTS ({_ERASED.format(n='a.n')}) ORDER BY n.body, n.year, n.number"
)
_ISSUED = "SELECT number FROM versions WHERE assessment = ? AND act = 'issued' ORDER BY number"
_GONE = (
    "SELECT a.id FROM assessments a WHERE coalesce("
    "(SELECT e.number - 1 FROM versions e WHERE e.assessment = a.n AND e.act = 'erased'), 0) "
    "<> (SELECT count(*) FROM gone g WHERE g.assessment = a.n)"
)


def beside(db: Database) -> Iterator[str]:
    """Everything of it that is not as it was written, as far as anything tells."""
    yield from _numbers(db)
    for (id_,) in db.execute(_GONE):
        yield _("What is kept of the steps erased of {id} does not fit its history.").format(id=id_)
    for key, value in db.execute("SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM settings"):
        if _text(key) is None or _text(value) is None:
            yield _("The setting “{key}” cannot be read; set it anew.").format(key=_shown(key))
    for name, query in db.execute("SELECT CAST(name AS BLOB), CAST(query AS BLOB) FROM views"):
        said = _text(name), _text(query)
        if None in said or view_if_readable(said) is None:
            yield _("The kept view “{name}” cannot be read; keep it anew.").format(name=_shown(name))


def _numbers(db: Database) -> Iterator[str]:
    """Every number that no record of its assessment was issued under."""
    for body, year, number, id_, n in db.execute(_NUMBERS).fetchall():
        issued = db.execute(_ISSUED, [n]).fetchall()
        if not any(_bears(db, n, step, (body, year, number)) for (step,) in issued):
            yield _("The number {number:02}-{year:02} of “{body}” was not given to {id} by its history.").format(
                number=number, year=year, body=body, id=id_
            )


def _bears(db: Database, n: int, step: int, given: tuple[str, int, int]) -> bool:
    """Whether the state issued by that step bears the number; one that cannot be read is told of by its chain."""
    try:
        document: dict[str, Any] = json.loads(document_at(db, n, step))
    except ValueError:
        return True
    body, year, number = given
    reference = str(document.get("reference", "")).lstrip("0")
    named = council(str((document.get("body") or {}).get("name") or ""))
    return (reference, named) == (f"{number}-{year:02}", body)


def _text(raw: bytes) -> str | None:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def _shown(raw: bytes) -> str:
    return raw.decode(errors="replace")
