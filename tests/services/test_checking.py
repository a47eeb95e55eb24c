"""Folders of records, looked at by several processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from fairness_desktop.domain.sealing.trust import Root
from fairness_desktop.domain.sealing.verdict import Cause, RecordCheck, Verdict
from fairness_desktop.services.checking import workers
from fairness_desktop.services.checking.checking import FEW, Checking
from fairness_desktop.services.checking.files import File, files

from .checkers import by_name


class Nobody:
    """A trust list; empty unless it is given certificates."""

    def __init__(self, *certificates: bytes) -> None:
        self._certificates = certificates

    def all(self) -> list[Root]:
        return []

    def certificates(self) -> tuple[bytes, ...]:
        return self._certificates

    def examine(self, path: Path) -> Root:
        raise AssertionError(path)

    def list_kept(self, root: Root) -> None:
        raise AssertionError(root)

    def add(self, root: Root) -> None:
        raise AssertionError(root)

    def add_list(self, path: Path) -> Root:
        raise AssertionError(path)

    def remove(self, fingerprint: str) -> None:
        raise AssertionError(fingerprint)


def named(*names: str) -> list[File]:
    return [File(Path(f"{name}.pdf"), name) for name in names]


def plenty(*names: str) -> list[File]:
    """So many that other processes look at them."""
    return named(*names, *(f"f{i:02}" for i in range(2 * FEW - len(names))))


def found(meant: Sequence[File], *trusted: bytes, processors: int = 2) -> list[RecordCheck]:
    return list(Checking(by_name, Nobody(*trusted), processors).checks(meant))


def test_that_a_folder_stands_for_every_pdf_below_it_each_with_its_way_there(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.PDF", "notes.txt", "deep/c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    meant = files([tmp_path, Path("somewhere/named.pdf")])

    assert [file.shown for file in meant] == ["a.PDF", "b.pdf", "deep/c.pdf", "named.pdf"]


def test_that_several_processes_find_the_same_in_the_same_order() -> None:
    meant = plenty("slow")

    several, one = found(meant), found(meant, processors=1)

    assert [c.file for c in several] == [c.file for c in one] == [f.shown for f in meant]
    assert len({c.why for c in several}) == 2
    assert len({c.why for c in one}) == 1


def test_that_few_files_start_no_other_process() -> None:
    assert len({c.why for c in found(named("a", "b"))}) == 1


def test_that_other_processes_know_whom_to_trust() -> None:
    assert {c.verdict for c in found(plenty(), b"root")} == {Verdict.VALID}


def test_that_a_file_that_kills_a_process_is_said_to_and_stops_nothing_else() -> None:
    checks = found(plenty("a", "kills", "kills too"))

    assert [c.cause for c in checks[:3]] == [Cause.SOUND, Cause.STOPPED, Cause.STOPPED]
    assert {c.cause for c in checks[3:]} == {Cause.SOUND}
    assert checks[1].verdict is Verdict.UNREADABLE


def test_that_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LONGEST", 3.0)

    checks = found(plenty("hangs"))

    assert [c.cause for c in checks] == [Cause.STOPPED, *[Cause.SOUND] * (len(checks) - 1)]


def test_that_processes_are_replaced_after_so_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FILES_A_WORKER", 4)

    checks = found(plenty())

    assert len(checks) == 2 * FEW
    assert len({c.why for c in checks}) >= 4


def test_that_it_can_be_stopped_and_leaves_no_process_behind() -> None:
    import multiprocessing

    stop, seen = Event(), []
    for check in Checking(by_name, Nobody(), 2).checks(plenty(*(f"slow{i}" for i in range(FEW + 2))), stop=stop):
        seen.append(check.file)
        stop.set()

    assert 1 <= len(seen) < FEW
    assert multiprocessing.active_children() == []


def test_that_stopping_leaves_what_is_checked_here() -> None:
    stop = Event()
    checks = Checking(by_name, Nobody(), 1).checks(plenty(), stop=stop)

    next(checks)
    stop.set()

    assert list(checks) == []
