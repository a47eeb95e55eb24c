"""A flipped byte anywhere in what is kept is found, and named."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, SavedView, Standings
from fairness_desktop.domain.vocabulary import AssessmentId, AttachmentId, Floor, OptionId
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.storage.store import open_store

from .kept import note, record

OTHER = AssessmentId("another")


@pytest.fixture
def path(tmp_path: Path, play_area: Assessment, known: Frameworks) -> Path:
    path = tmp_path / "register.sqlite"
    store = open_store(path, known)
    for n in range(3):
        store.save(replace(play_area, title=f"Bowls {n}"), Standings(OptionId("D"), 2.5, Floor.GREEN), note())
        store.save(replace(play_area, id=OTHER, summary=f"Pool {n}"), Standings(), note())
    store.keep_record(replace(record(replace(play_area, title="Bowls 2")), history_head=store.head(play_area.id)))
    store.close()
    return path


def found(path: Path, known: Frameworks, *spoiling: str) -> list[str]:
    """What a check says once another tool has done that to the file."""
    other = sqlite3.connect(path, isolation_level=None)
    guards = other.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
    for name, _sql in guards:
        other.execute(f"drop trigger {name}")
    for statement in spoiling:
        other.execute(statement)
    for _name, sql in guards:
        other.execute(sql)
    other.close()
    store = open_store(path, known)
    faults = store.check()
    store.close()
    return faults


@pytest.mark.parametrize("column", ["at", "who", "act", "about", "leader", "floor"])
def test_that_a_changed_word_of_the_history_is_named_by_its_step(path: Path, known: Frameworks, column: str) -> None:
    spoiling = f"update versions set {column} = '2020-01-01T00:00:00+00:00' where seq = 3"  # noqa: S608
    changed = found(path, known, spoiling)

    assert any("broken at step 2" in fault for fault in changed)


@pytest.mark.parametrize("column", ["document", "changes", "hash", "packed"])
@pytest.mark.parametrize("byte", [0, 5, 20])
def test_that_a_changed_byte_of_a_version_is_named_by_its_step(
    path: Path, known: Frameworks, column: str, byte: int
) -> None:
    other = sqlite3.connect(path)
    (before,) = other.execute(f"select {column} from versions where seq = 3").fetchone()  # noqa: S608
    other.close()
    spoilt = bytearray(before)
    spoilt[byte] ^= 1

    faults = found(path, known, f"update versions set {column} = x'{spoilt.hex()}' where seq = 3")  # noqa: S608

    assert any("step 2" in fault or "Version 2" in fault for fault in faults)


@pytest.mark.parametrize(
    ("spoiling", "said"),
    [
        ("delete from versions where seq = 4", "lacks what stood before step 3"),
        ("update versions set number = number + 1 where seq = 6", "lacks what stood before"),
        ("update versions set total = zeroblob(32) where seq = 2", "broken at entry 2"),
        ("update records set pdf = zeroblob(9)", "is not what was sealed"),
        ("update records set signer = 'Somebody'", "does not tell of its record"),
        ("update records set history_head = document_sha256", "does not tell of its record"),
        ("delete from records", "does not show the newest version"),
        ("update register set title = 'Bowlz 2' where n = 1", "does not show the newest version"),
        ("update register set score = 2.6 where n = 1", "does not show the newest version"),
        ("update facets set count = count + 1", "counts of the register"),
        ("delete from register where n = 2", "does not show the newest version"),
        ("insert into search (search, rowid, title) values ('delete', 2, 'Play')", "words to search by"),
        ("insert into search (rowid, title) values (2, 'stray')", "words to search by"),
    ],
)
def test_that_whatever_else_is_changed_is_named(path: Path, known: Frameworks, spoiling: str, said: str) -> None:
    assert any(said in fault for fault in found(path, known, "pragma foreign_keys = off", spoiling))


def test_that_what_was_rebuilt_is_what_was_kept_beside_every_save(path: Path, known: Frameworks) -> None:
    store = open_store(path, known)
    tables = ("register", "facets where count > 0")
    before = [sorted(store._all(f"select * from {table}")) for table in tables]  # noqa: S608

    store.rebuild()

    after = [sorted(store._all(f"select * from {table}")) for table in tables]  # noqa: S608
    facets = {row[0]: row[1:] for row in before[1]}, {row[0]: row[1:] for row in after[1]}
    assert sorted(facets[0].values()) == sorted(facets[1].values())
    assert [(r[:2], r[3:]) for r in before[0]] == [(r[:2], r[3:]) for r in after[0]]
    assert store.check() == []
    store.close()


def test_that_a_register_spoilt_is_right_again_once_it_is_made_anew(path: Path, known: Frameworks) -> None:
    assert found(path, known, "update register set title = 'Bowlz' where n = 1")
    store = open_store(path, known)

    store.rebuild()

    assert store.check() == []
    store.close()


@pytest.fixture
def everything(tmp_path: Path, play_area: Assessment, known: Frameworks) -> Path:
    """A register that holds something of all that it can hold."""
    path = tmp_path / "register.sqlite"
    store = open_store(path, known)
    paper = b"what families said"
    digest = hashlib.sha256(paper).hexdigest()
    attached = (Attachment(AttachmentId("paper"), digest, len(paper), "A paper"),)
    numbered = replace(play_area, reference="01-26", attachments=attached)
    store.save(replace(numbered, reference=""), Standings(), note())
    store.keep_file(digest, [paper])
    store.attach(numbered.id, digest)
    waiting = replace(record(numbered), awaits="Second Signer", history_head=store.head(numbered.id))
    store.keep_record(waiting, numbered)
    signed = replace(record(numbered, b"%PDF-1.7 both"), completes=waiting.sha256, history_head=waiting.history_head)
    store.keep_record(signed)
    store.save(replace(play_area, id=OTHER), Standings(), note())
    store.save(replace(play_area, id=AssessmentId("third")), Standings(), note())
    store.erase(AssessmentId("third"), note(act=Act.ERASED, about="retention"))
    store.keep_framework(known["model", "1"])
    store.keep_view(SavedView("Mine", RegisterQuery(words="pool")))
    store.set_setting("who", "Ann")
    assert store.check() == []
    store.close()
    return path


@pytest.mark.parametrize(
    ("spoiling", "said"),
    [
        ("update numbers set number = 2", "The number 02-26 of “"),
        ("update numbers set year = 25", "The number 01-25 of “"),
        ("update numbers set body = 'another council'", "of “another council” was not given to"),
        ("update numbers set assessment = 2", "was not given to another by its history"),
        ("delete from gone", "steps erased of third"),
        ("update gone set assessment = 2", "steps erased of third"),
        ("update settings set value = CAST(x'ff' AS TEXT) where key = 'who'", "The setting “who” cannot be read"),
        ("update views set query = '{'", "The kept view “Mine” cannot be read"),
        ("""update views set query = '{"status": "sold"}'""", "The kept view “Mine” cannot be read"),
        ("update records set completes = '' where completes <> ''", "does not tell of its record"),
        ("update records set completes = document_sha256 where completes <> ''", "completes none that waits there"),
        ("update records set awaits = '' where awaits <> ''", "completes none that waits there"),
        ("update records set awaits = 'Somebody' where completes <> ''", "waits for a signature all the same"),
        ("update records set assessment = 2 where completes <> ''", "completes none that waits there"),
        ("delete from attached", "is no longer held for"),
        ("update attached set sha256 = zeroblob(32)", "A row of “attached” points to nothing"),
        ("update blobs set size = size + 1", "The attached file"),
        ("update pieces set content = x'00'", "The attached file"),
        ("update frameworks set version = '9'", "The framework “"),
        ("update assessments set id = 'renamed' where id = 'another'", "The history of renamed is broken at step 1"),
    ],
)
def test_that_a_fault_in_anything_kept_is_named(everything: Path, known: Frameworks, spoiling: str, said: str) -> None:
    assert any(said in fault for fault in found(everything, known, "pragma foreign_keys = off", spoiling))


def test_that_a_view_that_cannot_be_read_is_left_out(everything: Path, known: Frameworks) -> None:
    found(everything, known, "insert into views values ('Broken', '[]')")
    store = open_store(everything, known)

    assert [view.name for view in store.views()] == ["Mine"]
    store.close()
