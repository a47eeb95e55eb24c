"""Whatever an earlier version kept is opened, brought up to date, and read whole."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.errors import StoppedError
from fairness_desktop.domain.register import RegisterQuery, Standings, Status
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.storage.database import FORMAT
from fairness_desktop.storage.library import Database
from fairness_desktop.storage.migrations import migrations
from fairness_desktop.storage.store import Opening, open_store

from .formats import FORMATS, kept_file
from .kept import note

PLAY_AREA = AssessmentId("0d6f2c1e-6a0b-4a3e-9d0e-2f6f0c8d1a11")


@pytest.fixture(params=FORMATS)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return kept_file(request.param, tmp_path)


def test_that_there_is_one_of_every_format() -> None:
    assert tuple(range(1, FORMAT + 1)) == FORMATS


def test_that_every_step_up_to_date_has_a_number(tmp_path: Path) -> None:
    """A file that bears the newest number is opened without looking which steps were taken."""
    db = Database(sqlite3.connect(tmp_path / "new.sqlite"))

    assert len(migrations.pending(db)) == FORMAT


def test_that_an_old_register_is_whole_when_it_is_brought_up_to_date(path: Path, known: Frameworks) -> None:
    store = open_store(path, known)

    assert store.check() == []
    assert store._one("pragma user_version") == (FORMAT,)
    store.close()


def test_that_every_decision_of_an_old_register_is_shown_found_and_read(path: Path, known: Frameworks) -> None:
    store = open_store(path, known)

    rows = store.rows(RegisterQuery(), 0, 9)
    assert [row.title for row in rows if store.get(row.id) is not None] == [row.title for row in rows]
    assert {row.status for row in rows} >= {Status.DRAFT}
    assert [r.body for r in store.rows(RegisterQuery("gymunedol llyn"), 0, 9)] == ["Cyngor Cymuned Enghraifft"]
    store.close()


def test_that_every_state_of_an_old_register_can_still_be_gone_back_to(path: Path, known: Frameworks) -> None:
    store = open_store(path, known)

    trail = store.trail(PLAY_AREA)
    assert trail.number > 40
    states = [store.state(PLAY_AREA, number) for number in range(1, trail.number + 1)]
    assert [state.title for state in states if state is not None][:3] == [
        "Play area at the end of its life",
        "Play area, to be thought of again",
        "Play area, to be thought of again",
    ]
    assert {line.who for line in store.history(PLAY_AREA)} == {"Ann Example"}
    store.close()


@pytest.mark.parametrize("number", [1, 2])
def test_that_nothing_an_old_register_held_is_left_out(number: int, tmp_path: Path, known: Frameworks) -> None:
    path = kept_file(number, tmp_path)
    old = sqlite3.connect(path)
    versions = old.execute("select assessment, rev, document from versions").fetchall()
    lines = old.execute("select at, who, place, old, new from history where assessment = ? order by seq", [PLAY_AREA])
    history = lines.fetchall()
    records = {digest: bytes(pdf) for digest, pdf in old.execute("select sha256, pdf from records")}
    old.close()

    store = open_store(path, known)

    assert [store.document(AssessmentId(i), rev) for i, rev, _text in versions] == [t.encode() for *_k, t in versions]
    told = [(li.at.isoformat(), li.who, li.where, li.old, li.new) for li in store.history(PLAY_AREA)]
    assert told == history
    assert {r.sha256: r.pdf for r in store.records(PLAY_AREA)} == records
    store.close()


def test_that_a_register_is_worked_on_after_it_is_brought_up_to_date(path: Path, known: Frameworks) -> None:
    store = open_store(path, known)
    now = store.get(PLAY_AREA)
    assert now is not None

    store.save(replace(now, title="gone on with"), Standings(), note())

    assert [row.title for row in store.rows(RegisterQuery("gone on"), 0, 9)] == ["gone on with"]
    assert store.check() == []
    store.close()


def test_that_it_is_told_line_by_line_how_far_a_file_is_brought_up_to_date(path: Path, known: Frameworks) -> None:
    told: list[tuple[int, int]] = []
    made_by_other_rules(path)

    open_store(path, known, Opening(progress=lambda done, of: told.append((done, of)))).close()

    of = told[-1][1]
    assert told == [(done, of) for done in range(1, len(told) + 1)]
    assert of >= len(told)


def test_that_a_file_not_brought_up_to_date_to_the_end_is_so_the_next_time(path: Path, known: Frameworks) -> None:
    def stop(_done: int, _of: int) -> None:
        raise StoppedError

    open_store(path, known).close()
    made_by_other_rules(path)
    with pytest.raises(StoppedError):
        open_store(path, known, Opening(progress=stop))

    store = open_store(path, known)
    assert store.count(RegisterQuery())
    assert not store.check()
    store.close()


def made_by_other_rules(path: Path) -> None:
    """The file, if it has a register yet, as another version of the program would leave it."""
    connection = sqlite3.connect(path)
    with connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'settings'").fetchone():
            connection.execute("UPDATE settings SET value = '0' WHERE key = 'projection'")
    connection.close()
