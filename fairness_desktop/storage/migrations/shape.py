"""The tables of the third format.

The truth is in ``versions`` (every step of every assessment, with the state it reached) and ``records``; both are kept
for good. ``register``, ``facets`` and ``search`` are projections: ``rebuild`` makes them anew.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE assessments (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK (id <> '')) STRICT;

CREATE TABLE versions (
    seq INTEGER PRIMARY KEY,
    assessment INTEGER NOT NULL REFERENCES assessments (n),
    number INTEGER NOT NULL CHECK (number > 0),
    at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL CHECK (act <> ''), about TEXT NOT NULL,
    document BLOB NOT NULL CHECK (length(document) = 32),
    changes BLOB NOT NULL,
    leader TEXT, score REAL, floor TEXT,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    total BLOB NOT NULL CHECK (length(total) = 32),
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    packed BLOB NOT NULL,
    UNIQUE (assessment, number)
) STRICT;

CREATE TABLE gone (
    seq INTEGER PRIMARY KEY, assessment INTEGER NOT NULL REFERENCES assessments (n),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE records (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    assessment INTEGER NOT NULL REFERENCES assessments (n),
    document_sha256 TEXT NOT NULL, signer TEXT NOT NULL, issued_at TEXT NOT NULL, pdf BLOB NOT NULL,
    awaits TEXT NOT NULL, completes TEXT NOT NULL, history_head TEXT NOT NULL
) STRICT;
CREATE INDEX records_of ON records (assessment, issued_at);
CREATE INDEX records_completing ON records (completes);

CREATE TABLE numbers (
    body TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
    assessment INTEGER NOT NULL UNIQUE REFERENCES assessments (n),
    PRIMARY KEY (body, year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE facets (
    facet INTEGER PRIMARY KEY,
    shelf TEXT NOT NULL CHECK (shelf IN ('live', 'archive', 'trash')),
    body TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL CHECK (status <> ''), floor TEXT NOT NULL,
    year INTEGER NOT NULL,
    count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
    UNIQUE (shelf, body, kind, status, floor, year)
) STRICT;

CREATE TABLE register (
    n INTEGER PRIMARY KEY REFERENCES assessments (n),
    version INTEGER NOT NULL REFERENCES versions (seq),
    facet INTEGER NOT NULL REFERENCES facets (facet),
    reference TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, decided_by TEXT NOT NULL,
    kind TEXT NOT NULL, status TEXT NOT NULL, floor TEXT NOT NULL, year INTEGER NOT NULL,
    leader TEXT, score REAL, review_date TEXT, changed_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
    title, reference, body, decided_by, reasons, names,
    content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE views (name TEXT PRIMARY KEY CHECK (name <> ''), query TEXT NOT NULL) STRICT;
"""

SORTED_BY = {
    "changed_at": "changed_at",
    "reference": "reference COLLATE NOCASE",
    "title": "title COLLATE NOCASE",
    "body": "body COLLATE NOCASE",
    "decided_by": "decided_by COLLATE NOCASE",
    "kind": "kind",
    "status": "status",
    "floor": "floor",
    "year": "year",
    "score": "score",
    "review_date": "review_date",
}
"""The columns of the register that have an index, and how each is put in order."""

INDEXES = (
    *(f"CREATE INDEX register_by_{name} ON register ({order}, n, facet)" for name, order in SORTED_BY.items()),
    "CREATE INDEX register_by_facet ON register (facet)",
)
