"""What must not happen to the file: changed rows, lost rows, strangers, a full disk, a second writer."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.register import Standings
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.storage.database import APPLICATION_ID, FORMAT
from fairness_desktop.storage.keeping import packing
from fairness_desktop.storage.library import Database
from fairness_desktop.storage.migrations import GUARDS, migrations
from fairness_desktop.storage.store import SqliteStore, open_store

from .kept import NOW, note, record

HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("begin immediate")
print("held", flush=True)
sys.stdin.read()
"""


def raw(tmp_path: Path) -> sqlite3.Connection:
    """Another tool at the same file, with none of our settings."""
    connection = sqlite3.connect(tmp_path / "register.sqlite", isolation_level=None)
    connection.execute("pragma recursive_triggers = off")
    return connection


@pytest.fixture
def filled(store: SqliteStore, play_area: Assessment) -> SqliteStore:
    store.save(play_area, Standings(), note())
    store.keep_record(record(play_area))
    return store


@pytest.mark.parametrize(
    "attempt",
    [
        "update versions set document = zeroblob(32)",
        "delete from versions",
        "insert or replace into versions select * from versions",
        "update records set pdf = x'00'",
        "delete from records",
        "insert or replace into records select * from records",
        "update assessments set id = 'another'",
        "delete from assessments",
        "insert or replace into assessments select * from assessments",
    ],
)
def test_that_what_is_kept_for_good_cannot_be_changed(filled: SqliteStore, tmp_path: Path, attempt: str) -> None:
    other = raw(tmp_path)

    with pytest.raises(sqlite3.IntegrityError, match=r"kept as they are|follow one another"):
        other.execute(attempt)

    other.close()
    assert filled.check() == []


def test_that_the_file_is_opened_for_safety(filled: SqliteStore) -> None:
    pragmas = [filled._one(f"pragma {name}") for name in ("journal_mode", "synchronous", "foreign_keys")]

    assert pragmas == [("wal",), (2,), (1,)]


def test_that_a_clean_file_has_nothing_to_tell(filled: SqliteStore) -> None:
    assert filled.check() == []


def test_that_a_flipped_letter_is_found_and_never_read_as_good(
    filled: SqliteStore,
    play_area: Assessment,
    tmp_path: Path,
) -> None:
    other = raw(tmp_path)
    other.execute("drop trigger versions_no_update")
    (packed,) = other.execute("select packed from versions where number = 1").fetchone()
    spoilt = packing.whole(packing.unpacked(packed, b"").replace(b"Teenagers", b"Teenagerz"))
    other.execute("update versions set packed = ? where number = 1", [spoilt])
    other.close()

    found = filled.check()

    assert any("Version 1" in fault for fault in found)
    assert any("versions_no_update" in fault for fault in found)
    with pytest.raises(StorageError, match="not what was written"):
        filled.state(play_area.id, 1)


def test_that_a_changed_record_is_found(filled: SqliteStore, tmp_path: Path) -> None:
    other = raw(tmp_path)
    other.execute("drop trigger records_no_update")
    other.execute("update records set pdf = x'255044462d'")
    other.close()

    assert any("not what was sealed" in fault for fault in filled.check())


def test_that_a_file_without_its_guards_is_not_opened(filled: SqliteStore, tmp_path: Path, known: Frameworks) -> None:
    filled.close()
    other = raw(tmp_path)
    other.execute("drop trigger records_no_delete")
    other.close()

    with pytest.raises(StorageError, match="records_no_delete"):
        open_store(tmp_path / "register.sqlite", known)


def test_that_a_waiting_record_is_completed_once_only(filled: SqliteStore, play_area: Assessment) -> None:
    first = replace(record(play_area, b"%PDF-1.7 twice"), completes=record(play_area).sha256)
    filled.keep_record(first)

    with pytest.raises(sqlite3.IntegrityError, match="completed once"):
        filled.keep_record(replace(record(play_area, b"%PDF-1.7 another"), completes=first.completes))


def test_that_a_register_of_the_first_format_is_brought_up_to_date_with_its_records(
    tmp_path: Path, play_area: Assessment, known: Frameworks
) -> None:
    path = tmp_path / "register.sqlite"
    old = Database(sqlite3.connect(path, isolation_level=None))
    migrations.apply(old, stop_before="m002_records_that_wait_for_a_second_signature")
    old.execute("insert into versions values (?, 1, ?, ?, '{}')", [play_area.id, str(NOW), "0" * 64])
    old.execute(
        "insert into register (id, rev, reference, title, decided_by, status, changed_at) "
        "values (?, 1, '', '', '', 'signed', ?)",
        [play_area.id, NOW.isoformat()],
    )
    kept = record(play_area)
    old.execute(
        "insert into records values (?, ?, ?, ?, ?, ?)",
        [kept.sha256, kept.assessment, kept.document_sha256, kept.signer, NOW.isoformat(), kept.pdf],
    )
    old.execute(f"pragma application_id = {APPLICATION_ID}")
    old.execute("pragma user_version = 1")
    old.close()

    store = open_store(path, known)

    assert store.records(play_area.id) == [kept]
    assert store._one("pragma user_version") == (FORMAT,)
    store.close()


def test_that_every_guard_is_made(filled: SqliteStore) -> None:
    made = {name for (name,) in filled._all("select name from sqlite_master where type = 'trigger'")}

    assert made == GUARDS


def test_that_a_full_disk_leaves_the_last_save_whole(filled: SqliteStore, play_area: Assessment) -> None:
    pages = filled._one("pragma page_count")
    assert pages is not None
    filled._one(f"pragma max_page_count = {pages[0]}")

    with pytest.raises(StorageError, match="the disk is full"):
        filled.save(replace(play_area, summary="".join(map(str, range(100_000)))[:99_999]), Standings(), note())

    assert filled.get(play_area.id) == play_area
    assert len(filled.steps(play_area.id)) == 2


def test_that_a_second_writer_is_named_in_a_sentence(
    filled: SqliteStore,
    play_area: Assessment,
    tmp_path: Path,
) -> None:
    filled._db.conn.execute("pragma busy_timeout = 200")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "register.sqlite")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"

        with pytest.raises(StorageError, match="another program is writing"):
            filled.save(replace(play_area, title="late"), Standings(), note())

    assert filled.get(play_area.id) == play_area


def test_that_a_row_that_fails_takes_everything_back(filled: SqliteStore, play_area: Assessment) -> None:
    before = filled.head(play_area.id)
    nobody = replace(note(), who=None)  # type: ignore[arg-type]

    with pytest.raises(sqlite3.IntegrityError):
        filled.save(replace(play_area, title="half"), Standings(), nobody)

    assert filled.get(play_area.id) == play_area
    assert filled.head(play_area.id) == before


def test_that_what_is_no_database_is_refused_unharmed(tmp_path: Path, known: Frameworks) -> None:
    path = tmp_path / "register.sqlite"
    path.write_bytes(b"this is a letter, not a database" * 100)

    with pytest.raises(StorageError, match="it is no database"):
        open_store(path, known)

    assert path.read_bytes() == b"this is a letter, not a database" * 100


def test_that_another_program_s_database_is_refused_unharmed(tmp_path: Path, known: Frameworks) -> None:
    path = tmp_path / "register.sqlite"
    other = sqlite3.connect(path)
    other.execute("create table photographs (id)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(StorageError, match="another program"):
        open_store(path, known)

    assert path.read_bytes() == before


def test_that_a_newer_file_is_refused_unharmed(filled: SqliteStore, tmp_path: Path, known: Frameworks) -> None:
    filled.close()
    other = raw(tmp_path)
    other.execute("pragma user_version = 99")
    other.close()
    before = (tmp_path / "register.sqlite").read_bytes()

    with pytest.raises(StorageError, match="written by a newer Fairness Desktop"):
        open_store(tmp_path / "register.sqlite", known)

    assert (tmp_path / "register.sqlite").read_bytes() == before


def test_that_a_folder_that_cannot_be_made_is_said(known: Frameworks) -> None:
    with pytest.raises(StorageError, match="cannot be used"):
        open_store(Path("/dev/null/here/register.sqlite"), known)


def test_that_a_limit_on_file_size_is_said_and_loses_nothing(tmp_path: Path, known: Frameworks) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from fairness_desktop import app\n"
        "from fairness_desktop.domain.errors import StorageError\n"
        "from fairness_desktop.domain.vocabulary import Form\n"
        "from dataclasses import replace\n"
        "register = app.services(Path(sys.argv[1])).register\n"
        "walk = register.new(Form.FULL)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "try:\n"
        "    for n in range(1000): walk.change(replace(walk.assessment, summary=f'{n} ' + 'x' * 50_000))\n"
        "except StorageError as error: print(error)\n"
    )
    assert resource.RLIMIT_FSIZE is not None
    told = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )

    store = open_store(tmp_path / "register.sqlite", known)
    assert "cannot be used" in told.stdout
    assert store.check() == []
    store.close()
