"""Register, counts, numbers and words to search by, against what the versions say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from ...i18n import _
from ..library import Database
from ..register.projection import Facet, Texts
from ..register.rebuilding import projections as shown_by_versions
from ..register.writing import INTO_SEARCH, SHOWN, row_of

_TWIN = "temp.search_twin"


def projections(db: Database) -> Iterator[str]:
    """Every line that does not show what it should; all of this can be made anew."""
    try:
        yield from _lines(db)
        yield from _counts(db)
    finally:
        db.execute(f"DROP TABLE IF EXISTS {_TWIN}")
        db.execute("DROP TABLE IF EXISTS temp.twin_words")
        db.execute("DROP TABLE IF EXISTS temp.kept_words")


def _lines(db: Database) -> Iterator[str]:
    """The register line by line; the words that its lines are found by, all together."""
    _make_twin(db)
    columns = ", ".join(f"r.{name}" for name in SHOWN[:-1])
    facet = ", ".join(f"f.{name}" for name in Facet._fields)
    there = f"SELECT {columns}, {facet} FROM register r JOIN facets f ON f.facet = r.facet WHERE r.n = ?"
    count = 0
    for n, version, shown in shown_by_versions(db):
        count += 1
        row = db.execute(there, [n]).fetchone()
        waits = db.execute("SELECT whom FROM waits WHERE n = ?", [n]).fetchone()
        if row != (*row_of(version, 0, shown)[:-1], *shown.facet) or shown.waits != (waits and waits[0]):
            id_ = db.execute("SELECT id FROM assessments WHERE n = ?", [n]).fetchone()[0]
            yield _("The register does not show the newest version of {id}.").format(id=id_)
        db.execute(INTO_SEARCH.replace("INTO search ", f"INTO {_TWIN} "), [n, *shown.texts])
    if db.execute("SELECT count(*) FROM register").fetchone()[0] != count:
        yield _("The register shows a line that no version stands behind.")
    if not _same_words(db):
        yield _("The words to search by are not those of the versions. Make the register anew.")


def _make_twin(db: Database) -> None:
    """Another index of the same words, in memory, made from the versions."""
    columns = ", ".join(Texts._fields)
    db.execute(
        f"CREATE VIRTUAL TABLE {_TWIN} USING fts5({columns}, content = '', tokenize = 'unicode61 remove_diacritics 2')"
    )
    db.execute("CREATE VIRTUAL TABLE temp.twin_words USING fts5vocab('temp', 'search_twin', 'instance')")
    db.execute("CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab('main', 'search', 'instance')")


def _same_words(db: Database) -> bool:
    """Whether both indexes hold every word at the same places, in the order in which they hold them."""
    sql = "SELECT term, doc, col, offset FROM temp.{}"
    pairs = zip_longest(db.execute(sql.format("kept_words")), db.execute(sql.format("twin_words")))
    return all(kept == twin for kept, twin in pairs)


def _counts(db: Database) -> Iterator[str]:
    sql = "SELECT 1 FROM facets f WHERE f.count <> (SELECT count(*) FROM register r WHERE r.facet = f.facet) LIMIT 1"
    if db.execute(sql).fetchone() is not None:
        yield _("The counts of the register are not those of its lines. Make the register anew.")
