"""One change saved durably, against a bare sqlite3 transaction of the same bytes with the same pragmas."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.history import Note
from fairness_desktop.domain.register import Standings
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.storage.store import open_store

from .conftest import Measure

SHAPE = """
create table versions
    (assessment text, rev integer, at text, sha256 text, document text, primary key (assessment, rev));
create table register (id text primary key, rev integer, title text, changed_at text);
create table history (seq integer primary key, assessment text, rev integer, at text, who text, place text, new text);
"""


def test_saving_one_change(side_by_side: Measure, example: Assessment, known: Frameworks, tmp_path: Path) -> None:
    store = open_store(tmp_path / "ours.sqlite", known)
    raw = sqlite3.connect(tmp_path / "raw.sqlite", isolation_level=None)
    raw.execute("pragma journal_mode = wal")
    raw.execute("pragma synchronous = full")
    raw.executescript(SHAPE)
    turn, now = itertools.count(1), datetime.now(UTC)

    def ours() -> None:
        changed = replace(example, title=f"Play area {next(turn)}")
        store.save(changed, Standings(), Note(now, "somebody"))

    document = canonical(encode(example)).decode()
    digest = hashlib.sha256(document.encode()).hexdigest()

    def floor() -> None:
        """The same text whole, a line of the register, a line of history: all made beforehand."""
        rev = next(turn)
        raw.execute("begin immediate")
        raw.execute("insert into versions values (?, ?, ?, ?, ?)", (example.id, rev, str(now), digest, document))
        raw.execute(
            "insert into register values (?, ?, ?, ?) on conflict do update set rev = excluded.rev",
            (example.id, rev, "Play area", str(now)),
        )
        values = (example.id, rev, str(now), "somebody", "title", "Play area")
        raw.execute("insert into history (assessment, rev, at, who, place, new) values (?, ?, ?, ?, ?, ?)", values)
        raw.execute("commit")

    side_by_side("one change saved", ours, floor, 400)
