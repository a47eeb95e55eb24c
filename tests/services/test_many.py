"""Many bundles at once, with other processes to help: the same comes of it as one after the other."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairness_desktop import app, shipped
from fairness_desktop.domain.errors import StoppedError
from fairness_desktop.domain.register import RegisterQuery, Standings
from fairness_desktop.domain.vocabulary import Floor, OptionId
from fairness_desktop.exchange.decoding import decode
from fairness_desktop.exchange.reading import parse
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.handing import many
from fairness_desktop.services.handing.many import Outcome
from fairness_desktop.services.handing.preparing import Preparing, Ready
from fairness_desktop.services.handing.relation import Relation

from ..made_bundles import bundle

COUNT = 60
AT_ONCE = 4
EXAMPLE = shipped.folder() / "examples" / "play-area.fairness.json"
TABLES = ("assessments", "versions", "register", "facets", "records", "blobs", "pieces", "attached", "histories",
          "frameworks", "taken_in")  # fmt: skip
NOTES = "FAIRNESS_TEST_NOTES"
STARTED, MADE = "started", "made"
prepared_by_the_program = app.preparing


class Noting(Preparing):
    """Notes how many it made ready."""

    def ready(self, path: Path) -> Ready | None:
        made = super().ready(path)
        if made is not None:
            with (Path(os.environ[NOTES]) / MADE).open("a") as file:
                file.write(f"{path.name}\n")
        return made


class Dying(Preparing):
    """Comes to its end over a file, as where there is no memory left."""

    def ready(self, path: Path) -> Ready | None:
        if path.name == "0030.fairness":
            os._exit(1)
        return super().ready(path)


def noting(also: tuple[bytes, ...]) -> Preparing:
    return started(Noting, also)


def dying(also: tuple[bytes, ...]) -> Preparing:
    return started(Dying, also)


def started(kind: type[Preparing], also: tuple[bytes, ...]) -> Preparing:
    usual = prepared_by_the_program(also)
    (Path(os.environ[NOTES]) / STARTED).touch()
    return kind(usual._frameworks, usual._make_ready)


def fixed() -> datetime:
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Sound ones, and among them one of each kind that is no matter for thousands."""
    folder, known = tmp_path_factory.mktemp("bundles"), app.known_frameworks()
    example = decode(parse(EXAMPLE.read_bytes()), known)
    framework = known[example.framework.id, example.framework.version]
    made = [folder / f"{number:04}.fairness" for number in range(COUNT)]
    for number, path in enumerate(made):
        path.write_bytes(bundle(example, framework, number))
    made[20].write_bytes(bundle(example, framework, 20, Standings(OptionId("B"), 99.0, Floor.RED)))
    made[21].write_bytes(made[21].read_bytes().replace(b"Play area", b"Pley area"))
    made[22].write_bytes(b"no bundle at all")
    made[23].write_bytes(made[19].read_bytes())
    made[24].write_bytes(bundle(example, framework, 18, Standings()))
    made[25] = folder / "there-is-none.fairness"
    made[26] = folder / "alone.fairness.json"
    made[26].write_bytes(EXAMPLE.read_bytes())
    return made


@pytest.fixture
def helped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Services]:
    """A register that takes help with few bundles."""
    monkeypatch.setenv(NOTES, str(tmp_path))
    monkeypatch.setattr(many, "MANY", AT_ONCE)
    monkeypatch.setattr(many, "TOGETHER", AT_ONCE)
    monkeypatch.setattr(app, "now", fixed)

    def made(make: Callable[[tuple[bytes, ...]], Preparing], processors: int = 2) -> Services:
        monkeypatch.setattr(app, "preparing", make)
        monkeypatch.setattr(os, "cpu_count", lambda: processors)
        return app.services(tmp_path / f"{make.__name__}-{processors}")

    return made


def started_first(folder: Path) -> Callable[[int, int], None]:
    """Goes on, once some were kept, only when a process has started."""
    pause = multiprocessing.Event()

    def progress(done: int, _of: int) -> None:
        while AT_ONCE * 2 <= done < COUNT and not (folder / STARTED).exists():
            pause.wait(0.02)

    return progress


def dump(services: Services) -> Iterator[tuple[object, ...]]:
    with closing(sqlite3.connect(services.data_folder / app.REGISTER_FILE)) as db:
        for table in TABLES:
            yield from db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608


def told(outcomes: list[Outcome]) -> list[tuple[str, Relation | None, str]]:
    return [(outcome.path.name, outcome.relation, outcome.refused) for outcome in outcomes]


def test_that_the_same_comes_of_it_with_help_and_without(
    helped: Callable[..., Services], paths: list[Path], tmp_path: Path
) -> None:
    with closing(helped(noting)) as several, closing(helped(noting, processors=1)) as one:
        theirs = several.handing.many.take(paths, started_first(tmp_path))
        ours = one.handing.many.take(paths)

        assert told(theirs) == told(ours)
        assert list(dump(several)) == list(dump(one))
        assert len((tmp_path / MADE).read_text().splitlines()) > COUNT // 2
        assert several.register.check() == []
        assert several.register.count(RegisterQuery(words="area")) == one.register.count(RegisterQuery(words="area"))


def test_that_each_is_told_for_itself(helped: Callable[..., Services], paths: list[Path], tmp_path: Path) -> None:
    with closing(helped(noting)) as services:
        outcomes = services.handing.many.take(paths, started_first(tmp_path))

        assert [outcome.path for outcome in outcomes] == paths
        assert [outcome.relation for outcome in outcomes[20:27]] == [
            Relation.NEW, None, None, Relation.SAME, Relation.MORE, None, Relation.NEW,
        ]  # fmt: skip
        row = services.register.rows(RegisterQuery(words="20"), 0, 1)[0]
        assert (row.standings.leader, row.standings.floor) == ("D", Floor.GREEN)


def test_that_one_that_dies_leaves_the_rest_to_the_one_who_keeps(
    helped: Callable[..., Services], paths: list[Path], tmp_path: Path
) -> None:
    with closing(helped(dying)) as services, closing(helped(noting, processors=1)) as one:
        theirs = services.handing.many.take(paths, started_first(tmp_path))

        assert told(theirs) == told(one.handing.many.take(paths))
        assert list(dump(services)) == list(dump(one))


def test_that_one_may_stop_and_go_on_later(helped: Callable[..., Services], paths: list[Path], tmp_path: Path) -> None:
    wait = started_first(tmp_path)

    def stop(done: int, of: int) -> None:
        wait(done, of)
        if done >= COUNT // 2:
            raise StoppedError

    with closing(helped(noting)) as services:
        before = services.handing.many.take(paths, stop)

        assert COUNT // 2 <= len(before) < COUNT
        assert services.register.count(RegisterQuery()) == sum(one.relation is Relation.NEW for one in before)
        assert multiprocessing.active_children() == []
        after = services.handing.many.take(paths)
        assert [one.relation for one in after[: len(before)]] == [one.relation and Relation.SAME for one in before]
        assert all(one.relation is Relation.NEW for one in after[len(before) :])


def test_that_a_few_start_no_process(helped: Callable[..., Services], paths: list[Path], tmp_path: Path) -> None:
    seen: list[int] = []

    def look(_done: int, _of: int) -> None:
        seen.append(len(multiprocessing.active_children()))

    with closing(helped(noting)) as services:
        services.handing.many.take(paths[:AT_ONCE], look)

    assert set(seen) == {0}
    assert not (tmp_path / STARTED).exists()


def test_that_what_is_known_again_needs_no_help(
    helped: Callable[..., Services], paths: list[Path], tmp_path: Path
) -> None:
    few = paths[: AT_ONCE * 2]
    with closing(helped(noting)) as services:
        for begin in (0, AT_ONCE):
            services.handing.many.take(few[begin : begin + AT_ONCE])

        assert {one.relation for one in services.handing.many.take(few * AT_ONCE)} == {Relation.SAME}

    assert not (tmp_path / STARTED).exists()
