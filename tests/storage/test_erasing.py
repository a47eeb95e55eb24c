"""What is erased is gone, and the chain still says that it was there."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import NotFoundError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, Standings
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.storage.store import SqliteStore

from .kept import note, record

GONE = note(act=Act.ERASED, about="six years after the decision")


@pytest.fixture
def erased(store: SqliteStore, play_area: Assessment) -> SqliteStore:
    """Two decisions, of which the signed one was erased after many changes."""
    other = replace(play_area, id=AssessmentId("other"), title="Stays")
    for n in range(35):
        store.save(replace(play_area, title=f"Xylophone {n}"), Standings(), note())
        store.save(replace(other, summary=str(n)), Standings(), note())
    store.keep_record(record(replace(play_area, title="Xylophone 34")))
    store.erase(play_area.id, GONE)
    return store


def test_that_nothing_is_left_of_it_but_that_it_was_there(erased: SqliteStore, play_area: Assessment) -> None:
    assert (erased.get(play_area.id), erased.records(play_area.id)) == (None, [])
    assert [row.title for row in erased.rows(RegisterQuery(), 0, 9)] == ["Stays"]
    assert erased.count(RegisterQuery("xylophone")) == 0
    assert [(s.note.act, s.note.about, s.changes) for s in erased.steps(play_area.id)] == [
        (Act.ERASED, "six years after the decision", ())
    ]


def test_that_the_chain_is_whole_without_it(erased: SqliteStore, play_area: Assessment) -> None:
    erased.save(replace(play_area, id=AssessmentId("third")), Standings(), note())

    assert erased.check() == []


def test_that_no_word_of_it_is_left_in_the_file(erased: SqliteStore, tmp_path: Path) -> None:
    erased.close()

    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert b"ylophone" not in held


def test_that_what_is_erased_can_be_neither_brought_back_nor_erased_twice(
    erased: SqliteStore, play_area: Assessment
) -> None:
    with pytest.raises(NotFoundError, match="was erased on 2026-11-23"):
        erased.erase(play_area.id, GONE)
    with pytest.raises(NotFoundError, match="six years after the decision"):
        erased.mark(play_area.id, note(act=Act.RESTORED))
    with pytest.raises(NotFoundError, match="cannot come back"):
        erased.save(play_area, Standings(), note())


def test_that_only_what_the_chain_says_to_be_erased_can_go(erased: SqliteStore, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "register.sqlite", isolation_level=None)

    for attempt in ("delete from versions", "delete from versions where act = 'erased'", "delete from gone"):
        with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
            other.execute(attempt)

    other.close()
