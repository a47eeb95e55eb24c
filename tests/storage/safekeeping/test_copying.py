"""Copies are whole, checked and of any moment; going back to one loses nothing that is not kept aside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.history import Note
from fairness_desktop.domain.register import RegisterQuery, Standings
from fairness_desktop.domain.safekeeping.copies import Occasion
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.services.safekeeping import Safekeeping
from fairness_desktop.storage.safekeeping.copies import FolderCopies
from fairness_desktop.storage.store import SqliteStore, open_store

from ..formats import FORMATS, kept_file
from ..kept import NOW, record


class Hours:
    """A clock that goes an hour further each time it is asked."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def copies(store: SqliteStore, tmp_path: Path, known: Frameworks) -> FolderCopies:
    return FolderCopies(tmp_path / "register.sqlite", store, known, Hours())


@pytest.fixture
def kept(store: SqliteStore, play_area: Assessment) -> SqliteStore:
    save(store, play_area)
    store.keep_record(record(play_area))
    return store


def save(store: SqliteStore, assessment: Assessment) -> None:
    store.save(assessment, Standings(), Note(NOW, "Ann"))


def titles(store: SqliteStore) -> list[str]:
    return sorted(row.title for row in store.rows(RegisterQuery(), 0, 100))


def test_that_a_copy_holds_everything_and_is_one_file(
    kept: SqliteStore, copies: FolderCopies, play_area: Assessment, tmp_path: Path, known: Frameworks
) -> None:
    out = tmp_path / "elsewhere" / "copy.sqlite"

    copies.make(out)

    assert [path.name for path in out.parent.iterdir()] == ["copy.sqlite"]
    copy = open_store(out, known)
    assert copy.get(play_area.id) == play_area
    assert copy.records(play_area.id) == kept.records(play_area.id)
    assert copy.check() == []
    copy.close()


def test_that_a_copy_is_made_at_the_start_only_when_something_changed(
    kept: SqliteStore, copies: FolderCopies, play_area: Assessment
) -> None:
    keeping = Safekeeping(copies, Hours())

    made = [keeping.keep_at_start(), keeping.keep_at_start()]
    save(kept, replace(play_area, title="Another"))
    made += [keeping.keep_at_start(), keeping.keep_at_start()]
    kept.set_setting("who", "Ann")
    made += [keeping.keep_at_start(), keeping.keep_at_start()]

    assert [m is not None for m in made] == [True, False] * 3
    assert [c.occasion for c in copies.all()] == [Occasion.START] * 3


def test_that_going_back_brings_back_what_was_and_keeps_aside_what_is(
    kept: SqliteStore, copies: FolderCopies, play_area: Assessment, known: Frameworks
) -> None:
    copy = copies.keep(Occasion.ASKED)
    save(kept, replace(play_area, title="Later"))
    save(kept, replace(play_area, id=AssessmentId("late"), title="Latecomer"))

    aside = copies.restore(copy.path, None)

    assert titles(kept) == [play_area.title]
    assert kept.get(play_area.id) == play_area
    assert kept.check() == []
    other = open_store(aside, known)
    assert titles(other) == ["Latecomer", "Later"]
    other.close()


def test_that_work_goes_on_after_going_back(kept: SqliteStore, copies: FolderCopies, play_area: Assessment) -> None:
    copy = copies.keep(Occasion.ASKED)
    save(kept, replace(play_area, title="Later"))
    copies.restore(copy.path, None)

    save(kept, replace(play_area, title="On from there"))

    assert titles(kept) == ["On from there"]
    assert [step.number for step in kept.steps(play_area.id)] == [1, 2, 3]
    assert kept.check() == []


def test_that_a_preview_tells_what_would_be_lost_and_changes_nothing(
    kept: SqliteStore, copies: FolderCopies, play_area: Assessment
) -> None:
    copy = copies.keep(Occasion.ASKED)
    before = copy.path.read_bytes()
    save(kept, replace(play_area, title="Later"))
    save(kept, replace(play_area, id=AssessmentId("late"), title="Latecomer"))
    kept.keep_record(record(play_area, b"%PDF-1.7 later"))

    seen = copies.preview(copy.path, None)

    assert (seen.decisions, seen.records, seen.records_lost) == (1, 1, 1)
    assert [row.title for row in seen.newest] == [play_area.title]
    assert (seen.lost.count, [row.title for row in seen.lost.first]) == (1, ["Latecomer"])
    assert (seen.older.count, [row.title for row in seen.older.first]) == (1, ["Later"])
    assert copy.path.read_bytes() == before
    assert titles(kept) == ["Latecomer", "Later"]
    assert {path.name for path in copies.folder.iterdir()} == {copy.path.name}


def test_that_a_preview_of_the_register_as_it_is_loses_nothing(kept: SqliteStore, copies: FolderCopies) -> None:
    seen = copies.preview(copies.keep(Occasion.ASKED).path, None)

    assert (seen.lost.count, seen.older.count, seen.records_lost) == (0, 0, 0)


def test_that_a_register_that_was_tampered_with_gives_no_copy_and_the_good_ones_stay(
    kept: SqliteStore, copies: FolderCopies, tmp_path: Path
) -> None:
    keeping = Safekeeping(copies, Hours())
    good = keeping.keep_at_start()
    other = sqlite3.connect(tmp_path / "register.sqlite")
    other.execute("drop trigger records_no_update")
    other.execute("update records set pdf = x'00'")
    other.commit()
    other.close()
    kept.set_setting("who", "Ann")

    with pytest.raises(StorageError, match="is not as it was written"):
        keeping.keep_at_start()

    assert copies.all() == [good]
    assert len(list(copies.folder.iterdir())) == 1


def test_that_only_a_copy_is_ever_replaced(kept: SqliteStore, copies: FolderCopies, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear clerk")
    register = tmp_path / "register.sqlite"

    for there in (letter, register):
        with pytest.raises(StorageError, match="is no copy of a register"):
            copies.make(there)
    out = tmp_path / "copy.sqlite"
    copies.make(out)
    kept.set_setting("who", "Ann")
    copies.make(out)

    assert letter.read_text() == "Dear clerk"
    assert copies.preview(out, None).decisions == 1


Harm = Callable[[Path], None]


def foreign(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("create table photographs (id)")
    other.close()


def newer(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("pragma user_version = 99")
    other.close()


def cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def flipped(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("drop trigger records_no_update")
    other.execute("update records set pdf = x'00'")
    other.commit()
    other.close()


def letter(path: Path) -> None:
    path.write_text("Dear clerk, " * 1000)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def away(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (newer, "written by a newer Fairness Desktop"),
        (cut, "damaged"),
        (flipped, "is damaged, and nothing was changed. .*records_no_update"),
        (letter, "is no copy of a register"),
        (nothing, "is no copy of a register"),
        (away, "There is no file"),
    ],
)
def test_that_what_is_no_good_copy_is_refused_in_a_sentence_and_left_as_it_is(
    kept: SqliteStore, copies: FolderCopies, play_area: Assessment, tmp_path: Path, harm: Harm, said: str
) -> None:
    path = tmp_path / "copy.sqlite"
    copies.make(path)
    harm(path)
    before = path.read_bytes() if path.exists() else None

    for act in (copies.preview, copies.restore):
        with pytest.raises(StorageError, match=said):
            act(path, None)

    assert (path.read_bytes() if path.exists() else None) == before
    assert kept.get(play_area.id) == play_area
    assert list(copies.folder.glob("*")) == []


def test_that_another_program_s_database_is_refused(kept: SqliteStore, copies: FolderCopies, tmp_path: Path) -> None:
    foreign(tmp_path / "photographs.sqlite")

    with pytest.raises(StorageError, match="is no copy of a register of this program"):
        copies.restore(tmp_path / "photographs.sqlite", None)


def test_that_a_register_that_cannot_be_opened_is_kept_aside_and_replaced(
    kept: SqliteStore, copies: FolderCopies, play_area: Assessment, tmp_path: Path, known: Frameworks
) -> None:
    copy = copies.keep(Occasion.ASKED)
    kept.close()
    register = tmp_path / "register.sqlite"
    register.write_bytes(b"scrambled" * 1000)
    register.with_name("register.sqlite-wal").write_bytes(b"left over")

    aside = FolderCopies(register, None, known, Hours()).restore(copy.path, None)

    again = open_store(register, known)
    assert again.get(play_area.id) == play_area
    assert again.check() == []
    again.close()
    assert (aside / "register.sqlite").read_bytes() == b"scrambled" * 1000
    assert (aside / "register.sqlite-wal").read_bytes() == b"left over"


def test_that_a_full_disk_leaves_no_half_copy(
    kept: SqliteStore, copies: FolderCopies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Path("/dev/full")

    with pytest.raises(StorageError):
        copies.make(out / "copy.sqlite")


def test_that_the_names_of_copies_say_when_and_why(kept: SqliteStore, copies: FolderCopies) -> None:
    first = copies.keep(Occasion.START)
    clock = Hours()
    again = FolderCopies(kept._path, kept, kept._frameworks, clock).keep(Occasion.START)

    assert first.path.name == "register-2026-11-23-110000-start.sqlite"
    assert again.path.name == "register-2026-11-23-110000-start-2.sqlite"
    assert [c.path for c in copies.all()] == [again.path, first.path]
    (copies.folder / "notes.sqlite").touch()
    assert len(copies.all()) == 2


@pytest.mark.parametrize("number", FORMATS)
def test_that_a_copy_of_every_format_there_has_been_is_restored_and_left_as_it_is(
    kept: SqliteStore, copies: FolderCopies, tmp_path: Path, number: int
) -> None:
    (tmp_path / "old").mkdir()
    copy = kept_file(number, tmp_path / "old")
    before = copy.read_bytes()

    seen = copies.preview(copy, None)
    copies.restore(copy, None)

    assert seen.format == number
    assert copy.read_bytes() == before
    assert kept.count(RegisterQuery()) > 0
    assert kept.check() == []


@pytest.mark.parametrize("number", FORMATS[:-1])
def test_that_a_copy_is_kept_before_a_register_is_brought_up_to_date(
    tmp_path: Path, known: Frameworks, number: int
) -> None:
    register = kept_file(number, tmp_path)

    open_store(register, known).close()

    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name.endswith("-migration.sqlite")
    formats = []
    for path in (copy, register):
        connection = sqlite3.connect(path)
        formats += connection.execute("pragma user_version").fetchone()
        connection.close()
    assert formats == [number, FORMATS[-1]]
