"""Files, other histories and frameworks: kept once, kept as they came, and seen when they are not."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, Standings
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.exchange.chain import Link, changes_text
from fairness_desktop.storage.store import SqliteStore

from ..exchange.bundle.made import history_of, states
from .kept import note

PIECES = [b"one " * 1000, b"two " * 1000, b"three"] * 9
DIGEST = hashlib.sha256(b"".join(PIECES)).hexdigest()
HEAD = "ab" * 32


@pytest.fixture
def saved(store: SqliteStore, play_area: Assessment) -> Assessment:
    store.save(play_area, Standings(), note(act=Act.BEGUN))
    return play_area


def raw(tmp_path: Path) -> sqlite3.Connection:
    return sqlite3.connect(tmp_path / "register.sqlite", isolation_level=None)


def test_that_a_file_comes_back_as_it_was(store: SqliteStore) -> None:
    store.keep_file(DIGEST, PIECES)

    assert b"".join(store.file(DIGEST)) == b"".join(PIECES)


def test_that_a_file_of_nothing_is_a_file(store: SqliteStore, saved: Assessment) -> None:
    empty = hashlib.sha256().hexdigest()
    store.keep_file(empty, [])
    store.attach(saved.id, empty)

    assert (list(store.file(empty)), store.files(saved.id)) == ([], {empty: 0})


def test_that_a_file_is_kept_once(store: SqliteStore) -> None:
    store.keep_file(DIGEST, PIECES)

    def never() -> Iterator[bytes]:
        raise AssertionError
        yield b""

    store.keep_file(DIGEST, never())


def test_that_a_file_other_than_its_hash_is_not_kept(store: SqliteStore, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="changed while it was read"):
        store.keep_file(DIGEST, PIECES[:-1])

    assert raw(tmp_path).execute("SELECT (SELECT count(*) FROM pieces), (SELECT count(*) FROM blobs)").fetchone() == (
        0,
        0,
    )


def test_that_one_may_stop_in_between(store: SqliteStore, tmp_path: Path) -> None:
    def stopped() -> Iterator[bytes]:
        yield from PIECES[:-1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.keep_file(DIGEST, stopped())

    assert raw(tmp_path).execute("SELECT count(*) FROM pieces").fetchone() == (0,)


def test_that_what_a_killed_program_left_is_written_over(store: SqliteStore, tmp_path: Path) -> None:
    raw(tmp_path).execute("INSERT INTO pieces VALUES (?, 0, x'00')", [bytes.fromhex(DIGEST)])

    store.keep_file(DIGEST, PIECES)

    assert b"".join(store.file(DIGEST)) == b"".join(PIECES)


def test_that_a_file_is_held_for_an_assessment(store: SqliteStore, saved: Assessment) -> None:
    store.keep_file(DIGEST, PIECES)
    store.attach(saved.id, DIGEST)
    store.attach(saved.id, DIGEST)

    assert store.files(saved.id) == {DIGEST: len(b"".join(PIECES))}
    assert store.files(AssessmentId("another")) == {}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pieces SET content = x'00'",
        "DELETE FROM pieces",
        "INSERT OR REPLACE INTO pieces SELECT sha256, piece, x'00' FROM pieces",
        "INSERT INTO pieces SELECT sha256, 99, x'00' FROM blobs",
        "UPDATE blobs SET size = 1",
        "INSERT OR REPLACE INTO blobs SELECT sha256, 1 FROM blobs",
        "DELETE FROM blobs",
        "DELETE FROM attached",
        "UPDATE attached SET assessment = 9",
        "DELETE FROM histories",
        "UPDATE histories SET told = x'00'",
        "INSERT OR REPLACE INTO histories SELECT head, assessment, x'00' FROM histories",
        "DELETE FROM frameworks",
        "UPDATE frameworks SET document = ''",
        "INSERT OR REPLACE INTO frameworks SELECT sha256, id, version, '' FROM frameworks",
    ],
)
def test_that_nothing_of_it_can_be_changed_by_any_tool(
    store: SqliteStore, saved: Assessment, tmp_path: Path, statement: str
) -> None:
    store.keep_file(DIGEST, PIECES)
    store.attach(saved.id, DIGEST)
    store.keep_history(saved.id, HEAD, b"{}")
    store.keep_framework(store._frameworks["model", "1"])
    other = raw(tmp_path)
    other.execute("PRAGMA foreign_keys = ON")
    other.execute("PRAGMA recursive_triggers = ON")

    with pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)


def test_that_a_flipped_bit_in_a_file_is_found(store: SqliteStore, tmp_path: Path) -> None:
    store.keep_file(DIGEST, PIECES)
    flipped(tmp_path, "pieces_no_update", "UPDATE pieces SET content = x'00' WHERE piece = 1")

    assert f"The attached file {DIGEST[:16]} is not what was kept." in store.check()
    with pytest.raises(StorageError, match="is not what was kept"):
        list(store.file(DIGEST))


def flipped(tmp_path: Path, guard: str, statement: str) -> None:
    """Change what a guard protects, and put the guard back."""
    other = raw(tmp_path)
    (guarding,) = other.execute("SELECT sql FROM sqlite_master WHERE name = ?", [guard]).fetchone()
    other.execute(f"DROP TRIGGER {guard}")
    other.execute(statement)
    other.execute(guarding)
    other.close()


def test_that_a_history_or_framework_that_is_not_what_came_is_found(
    store: SqliteStore, saved: Assessment, tmp_path: Path
) -> None:
    store.keep_history(saved.id, HEAD, b"{}")
    store.keep_framework(store._frameworks["model", "1"])
    flipped(tmp_path, "frameworks_no_update", "UPDATE frameworks SET document = document || ' '")

    assert store.check() == [
        f"The history of {saved.id} on another laptop is not what was taken in.",
        "The framework “model” is not what was taken in.",
    ]


def test_that_a_history_is_kept_once_and_comes_back(store: SqliteStore, saved: Assessment) -> None:
    for _time in range(2):
        store.keep_history(saved.id, HEAD, b'{"told": true}')

    assert store.other_histories(saved.id) == [(HEAD, b'{"told": true}')]


def test_that_what_is_kept_together_is_kept_or_not(store: SqliteStore, saved: Assessment) -> None:
    def fail() -> None:
        with store.together():
            store.save(replace(saved, title="Second"), Standings(), note())
            store.keep_file(DIGEST, PIECES)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()

    assert (store.get(saved.id), len(store.steps(saved.id))) == (saved, 1)
    store.save(replace(saved, title="Third"), Standings(), note())
    assert store.check() == []


def test_that_one_of_several_that_fails_leaves_the_others(store: SqliteStore, saved: Assessment) -> None:
    def fail() -> None:
        with store.apart():
            store.save(replace(saved, id=AssessmentId("bad")), Standings(), note())
            raise KeyboardInterrupt

    with store.together():
        store.save(replace(saved, id=AssessmentId("one")), Standings(), note())
        with pytest.raises(KeyboardInterrupt):
            fail()
        store.save(replace(saved, id=AssessmentId("two")), Standings(), note())

    assert [store.get(AssessmentId(i)) is None for i in ("one", "bad", "two")] == [False, True, False]
    assert store.check() == []


def test_that_a_bundle_is_remembered_while_what_it_brought_is_in_the_register(
    store: SqliteStore, saved: Assessment
) -> None:
    store.remember(saved.id, HEAD)

    assert (store.remembered(HEAD), store.remembered(DIGEST)) == (saved.id, None)


def chain(title: str) -> tuple[AssessmentId, list[Link]]:
    """A history from elsewhere of one step."""
    begun = replace(states()[0], id=AssessmentId(title), title=title)
    history = history_of([begun])
    step, state = history.steps[0], history.states[0].encode()
    return begun.id, [Link(begun.id, step, state, changes_text(step.changes))]


def test_that_what_came_in_together_is_found_by_its_words_and_what_failed_is_not(store: SqliteStore) -> None:
    def fail() -> None:
        with store.apart():
            store.keep_chain(*chain("Cherry"), [])
            store.mark(AssessmentId("Apple"), note(act=Act.ARCHIVED))
            raise KeyboardInterrupt

    with store.together():
        store.keep_chain(*chain("Apple"), [])
        with pytest.raises(KeyboardInterrupt):
            fail()
        store.keep_chain(*chain("Banana"), [])

    found = {word: store.count(RegisterQuery(words=word)) for word in ("Apple", "Banana", "Cherry")}
    assert found == {"Apple": 1, "Banana": 1, "Cherry": 0}
    assert store.check() == []


def test_that_a_link_of_another_assessment_is_refused_and_nothing_is_kept(store: SqliteStore) -> None:
    _id, links = chain("Apple")

    with pytest.raises(StorageError, match="broken at step 1"):
        store.keep_chain(AssessmentId("Banana"), links, [])

    assert store.count(RegisterQuery()) == 0
    assert store.check() == []
