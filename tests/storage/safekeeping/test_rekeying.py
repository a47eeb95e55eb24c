"""Encrypted, it cannot be read; nothing of it is lost on the way, whatever goes wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import EncryptedError, FairnessError, HeldError, PassphraseError, StoppedError
from fairness_desktop.domain.history import Note
from fairness_desktop.domain.register import Standings
from fairness_desktop.domain.safekeeping.copies import Occasion
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.services.encryption import Encryption
from fairness_desktop.storage.safekeeping.copies import FolderCopies
from fairness_desktop.storage.safekeeping.rekeying import StoreKeying
from fairness_desktop.storage.store import Opening, SqliteStore, open_store

from ..kept import NOW, record

GOOD, OTHER = "spoon ladder winter copper meadow", "llwy ysgol gaeaf copr dôl"
WORD = "Playground"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return tmp_path / "register.sqlite"


@pytest.fixture
def kept(store: SqliteStore, play_area: Assessment) -> Assessment:
    titled = replace(play_area, title=WORD)
    save(store, titled)
    store.keep_record(record(titled))
    return titled


@pytest.fixture
def copies(store: SqliteStore, register: Path, known: Frameworks) -> FolderCopies:
    return FolderCopies(register, store, known, lambda: NOW)


@pytest.fixture
def encryption(store: SqliteStore, register: Path, copies: FolderCopies) -> Encryption:
    return Encryption(StoreKeying(register, store, copies))


def save(store: SqliteStore, assessment: Assessment) -> None:
    store.save(assessment, Standings(), Note(NOW, "Ann"))


def readable(folder: Path) -> list[str]:
    """Names of files in which words of the register can be read."""
    words = (WORD.encode(), b"SQLite format 3", b"CREATE TABLE")
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]


def test_that_an_encrypted_register_holds_no_readable_text(
    encryption: Encryption, kept: Assessment, copies: FolderCopies, tmp_path: Path
) -> None:
    copies.keep(Occasion.ASKED)
    assert readable(tmp_path)

    encryption.switch_on(GOOD)

    assert readable(tmp_path) == []
    assert encryption.readable() == ()


def test_that_it_is_whole_and_goes_on_under_the_passphrase(
    encryption: Encryption, store: SqliteStore, kept: Assessment, register: Path, known: Frameworks
) -> None:
    steps, records = store.steps(kept.id), store.records(kept.id)

    encryption.switch_on(GOOD)

    assert store.check() == []
    assert (store.get(kept.id), store.steps(kept.id), store.records(kept.id)) == (kept, steps, records)
    save(store, replace(kept, title="Later"))
    store.close()
    again = open_store(register, known, Opening(GOOD))
    assert again.check() == []
    again.close()


def test_that_without_the_passphrase_it_is_one_sentence(
    encryption: Encryption, store: SqliteStore, kept: Assessment, register: Path, known: Frameworks
) -> None:
    encryption.switch_on(GOOD)
    store.close()

    with pytest.raises(EncryptedError, match="its passphrase is needed"):
        open_store(register, known)
    with pytest.raises(EncryptedError, match="does not open"):
        open_store(register, known, Opening(OTHER))


def test_that_it_can_be_read_plainly_again(
    encryption: Encryption, store: SqliteStore, kept: Assessment, register: Path
) -> None:
    encryption.switch_on(GOOD)

    encryption.switch_off(GOOD)

    assert not encryption.on
    assert store.check() == []
    assert sqlite3.connect(register).execute("SELECT count(*) FROM versions").fetchone() == (1 + 1,)


def test_that_another_passphrase_takes_the_place_of_the_old(
    encryption: Encryption, store: SqliteStore, kept: Assessment, register: Path, known: Frameworks
) -> None:
    encryption.switch_on(GOOD)

    changed = encryption.change(GOOD, OTHER)

    store.close()
    with pytest.raises(EncryptedError, match="does not open"):
        open_store(register, known, Opening(GOOD))
    for path in (register, *changed.brought):
        opened = open_store(path, known, Opening(OTHER))
        assert opened.check() == []
        opened.close()


@pytest.mark.parametrize("act", [Encryption.switch_off, lambda e, wrong: e.change(wrong, OTHER)])
def test_that_nothing_changes_for_who_does_not_know_the_passphrase(
    encryption: Encryption, kept: Assessment, act: Callable[[Encryption, str], object], register: Path
) -> None:
    encryption.switch_on(GOOD)
    before = register.read_bytes()

    with pytest.raises(PassphraseError, match="Nothing was changed"):
        act(encryption, OTHER)

    assert register.read_bytes() == before


@pytest.mark.parametrize(
    ("first", "then"),
    [(None, GOOD), (GOOD, None)],
    ids=["a plain copy into an encrypted register", "an encrypted copy into a plain register"],
)
def test_that_a_copy_from_elsewhere_is_restored_whatever_it_is_under(
    encryption: Encryption, store: SqliteStore, copies: FolderCopies, kept: Assessment, tmp_path: Path,
    first: str | None, then: str | None,
) -> None:  # fmt: skip
    if first is not None:
        encryption.switch_on(first)
    elsewhere = tmp_path / "stick.sqlite"
    copies.make(elsewhere)
    save(store, replace(kept, title="Later"))
    encryption.switch_off(first) if first else encryption.switch_on(str(then))

    copies.restore(elsewhere, first)

    assert store.get(kept.id) == kept
    assert encryption.on is (then is not None)
    assert store.check() == []


def test_that_a_copy_of_an_encrypted_register_is_encrypted_and_comes_back(
    encryption: Encryption, store: SqliteStore, copies: FolderCopies, kept: Assessment, tmp_path: Path
) -> None:
    encryption.switch_on(GOOD)
    copy = copies.keep(Occasion.ASKED)
    save(store, replace(kept, title="Later"))

    copies.restore(copy.path, None)

    assert readable(tmp_path / "backups") == []
    assert store.get(kept.id) == kept


def test_that_a_copy_that_cannot_be_brought_along_is_named_and_left(
    encryption: Encryption, kept: Assessment, copies: FolderCopies
) -> None:
    damaged = copies.folder / "register-2020-01-01-000000-asked.sqlite"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"SQLite format 3\0" + b"scrambled" * 1000)

    done = encryption.switch_on(GOOD)

    ((path, why),) = done.left
    assert path == damaged
    assert "was left as it is" in why
    assert encryption.readable() == (damaged,)


def test_that_what_is_stopped_before_the_register_is_done_changes_nothing(
    encryption: Encryption, store: SqliteStore, kept: Assessment
) -> None:
    with pytest.raises(StoppedError):
        encryption.switch_on(GOOD, _stopping_at(1))

    assert not encryption.on
    assert store.get(kept.id) == kept


def test_that_what_is_stopped_after_says_which_copies_are_left(encryption: Encryption, kept: Assessment) -> None:
    done = encryption.switch_on(GOOD, _stopping_at(2))

    assert encryption.on
    assert [path for path, _why in done.left] == [done.kept]
    assert encryption.readable() == (done.kept,)


def _stopping_at(step: int) -> Callable[[int, int], None]:
    def progress(done: int, _of: int) -> None:
        if done == step:
            raise StoppedError

    return progress


def test_that_what_is_saved_while_the_new_file_is_made_is_in_it(
    encryption: Encryption, store: SqliteStore, kept: Assessment
) -> None:
    later = replace(kept, title="Saved meanwhile")

    def progress(done: int, _of: int) -> None:
        if done == 1:
            save(store, later)

    encryption.switch_on(GOOD, progress)

    assert store.get(kept.id) == later
    assert store.check() == []


def test_that_another_process_that_reads_is_named_and_nothing_changes(
    encryption: Encryption, store: SqliteStore, kept: Assessment, register: Path
) -> None:
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
        "c.execute('SELECT count(*) FROM versions').fetchone(); print('reads', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(register)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reads\n"

        with pytest.raises(HeldError, match="still reads the register"):
            encryption.switch_on(GOOD)

        reader.communicate()
    assert not encryption.on
    save(store, replace(kept, title="Later"))
    assert store.check() == []


def test_that_a_window_that_only_reads_encrypts_nothing(
    store: SqliteStore, kept: Assessment, register: Path, known: Frameworks
) -> None:
    reading = open_store(register, known, Opening(only_read="It is in use by somebody else."))
    keying = StoreKeying(register, reading, FolderCopies(register, reading, known, lambda: NOW))

    with pytest.raises(FairnessError, match="in use by somebody else"):
        Encryption(keying).switch_on(GOOD)

    reading.close()


KILLED = """
import sys, os, signal
from datetime import UTC, datetime
from pathlib import Path
from fairness_desktop import app
services = app.services(Path(sys.argv[1]), secret=sys.argv[2] or None)
print("ready", flush=True)
if sys.argv[2]:
    services.encryption.switch_off(sys.argv[2])
else:
    services.encryption.switch_on(sys.argv[3])
print("done", flush=True)
sys.stdin.read()
"""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("before", ["", GOOD], ids=["switched on", "switched off"])
def test_that_a_kill_in_the_middle_leaves_one_readable_register(
    tmp_path: Path, before: str, known: Frameworks, play_area: Assessment, *, full: bool
) -> None:
    outcomes = set()
    for milliseconds in range(0, 1200, 40 if full else 200):
        folder = tmp_path / f"after-{milliseconds}"
        register = _made(folder, known, play_area, before)

        _kill_after(folder, before, timedelta(milliseconds=milliseconds))

        secret = None if register.read_bytes()[:6] == b"SQLite" else GOOD
        outcomes.add(secret)
        opened = open_store(register, known, Opening(secret))
        assert (opened.check(), opened.get(play_area.id)) == ([], play_area)
        opened.close()
        assert not (folder / ".register.sqlite.new").exists()
    assert outcomes


def _made(folder: Path, known: Frameworks, play_area: Assessment, secret: str) -> Path:
    register = folder / "register.sqlite"
    store = open_store(register, known)
    save(store, play_area)
    if secret:
        copies = FolderCopies(register, store, known, lambda: NOW)
        Encryption(StoreKeying(register, store, copies)).switch_on(secret)
    store.close()
    return register


def _kill_after(folder: Path, before: str, wait: timedelta) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), before, GOOD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        try:
            victim.wait(wait.total_seconds())
        except subprocess.TimeoutExpired:
            os.kill(victim.pid, signal.SIGKILL)
