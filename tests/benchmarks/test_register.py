"""A register of a million decisions, against the same questions asked of the same file in bare ``sqlite3``.

The file takes some minutes to make; it is made once and lies in the folder for temporary files afterwards. What opens
it comes first: one program at a time may write to a register.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.register import RegisterQuery, SortKey
from fairness_desktop.domain.vocabulary import Floor, Kind
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.storage.migrations.shape import SORTED_BY
from fairness_desktop.storage.store import SqliteStore, open_store

from .conftest import Measure
from .many import BODIES, fill

COUNT = int(os.environ.get("FAIRNESS_BENCH_COUNT", "1000000"))
PAGE = 200
COLUMNS = "id, reference, title, kind, decided_by, status, leader, score, floor, review_date, changed_at, body, year"
NEWEST = RegisterQuery()
ALPHABETIC = RegisterQuery(sort=SortKey.TITLE, descending=False)


@pytest.fixture(scope="session")
def file() -> Path:
    path = Path(tempfile.gettempdir()) / f"fairness-many-{COUNT}" / "register.sqlite"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        fill(path, COUNT)
    return path


@pytest.fixture(scope="session")
def store(file: Path, known: Frameworks) -> Iterator[SqliteStore]:
    opened = open_store(file, known)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def raw(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file)


def asked(where: str, order: str, offset: int = 0) -> str:
    return (
        f"SELECT {COLUMNS} FROM register JOIN assessments USING (n) WHERE {where} ORDER BY {order} "  # noqa: S608
        f"LIMIT {PAGE} OFFSET {offset}"
    )


MATCHING = "n IN (SELECT rowid FROM search WHERE search MATCH '{}')"
BY_TIME, BY_TITLE = "changed_at DESC, n DESC", "title COLLATE NOCASE, n"
PAGES: dict[str, tuple[RegisterQuery, int, str]] = {
    **{
        f"sorted by {key.value}": (replace(NEWEST, sort=key), 0, asked("1", f"{SORTED_BY[key.value]} DESC, n DESC"))
        for key in SortKey
    },
    "filter: floor": (replace(NEWEST, floor=Floor.RED), 0, asked("floor = 'red'", BY_TIME)),
    "filter: council, kind, year": (
        replace(NEWEST, body=BODIES[0], kind=Kind.TECHNICAL, year=2016),
        0,
        asked(f"body = '{BODIES[0]}' AND kind = 'technical' AND year = 2016", BY_TIME),
    ),
    "filter: year, by title": (replace(ALPHABETIC, year=2016), 0, asked("year = 2016", BY_TITLE)),
    "word in one line": (replace(NEWEST, words="123456"), 0, asked(MATCHING.format('"123456"*'), BY_TIME)),
    "word in 1 of 18": (replace(NEWEST, words="pool"), 0, asked(MATCHING.format('"pool"*'), BY_TIME)),
    "word in 1 of 3": (replace(NEWEST, words=BODIES[0][:6]), 0, asked(MATCHING.format(f'"{BODIES[0][:6]}"*'), BY_TIME)),
    "word in 1 of 18, by title": (replace(ALPHABETIC, words="pool"), 0, asked(MATCHING.format('"pool"*'), BY_TITLE)),
    "the middle": (NEWEST, COUNT // 2, asked("1", BY_TIME, COUNT // 2)),
    "the middle, by title": (ALPHABETIC, COUNT // 2, asked("1", BY_TITLE, COUNT // 2)),
    "the end, by title": (ALPHABETIC, COUNT - PAGE, asked("1", BY_TITLE, COUNT - PAGE)),
}


def test_opening(file: Path, known: Frameworks, side_by_side: Measure) -> None:
    def ours() -> None:
        opened = open_store(file, known)
        opened.rows(NEWEST, 0, PAGE)
        opened.close()

    def floor() -> None:
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(asked("1", BY_TIME)).fetchall()
        connection.close()

    side_by_side("opened, first page read", ours, floor, 7)


SCROLLED = """
import resource, sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from fairness_desktop import app as root
from fairness_desktop.desktop import style, theme
from fairness_desktop.desktop.views.register_view import RegisterView
app = QApplication([])
style.install(app)
theme.apply(app, theme.Theme())
begin = time.perf_counter()
view = RegisterView(root.services(Path(sys.argv[1])))
view.resize(1366, 768)
view.show()
app.processEvents()
print(f"register on show: {(time.perf_counter() - begin) * 1000:.0f} ms")
table, jumps = view.table, []
for at in range(60):
    begin = time.perf_counter()
    table.scrollTo(view.model.index((at * 7919 * 977) % view.model.rowCount(), 0))
    app.processEvents()
    table.viewport().grab()
    jumps.append((time.perf_counter() - begin) * 1000)
print(f"a jump anywhere: {sorted(jumps)[30]:.0f} ms, at worst {max(jumps):.0f}")
print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
"""


def test_the_table_scrolls(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", SCROLLED, str(file.parent)], capture_output=True, text=True, check=True, env=environment
    )
    with capsys.disabled():
        print(f"\n{told.stdout}")  # noqa: T201


@pytest.mark.parametrize("name", PAGES)
def test_a_page(name: str, store: SqliteStore, raw: sqlite3.Connection, side_by_side: Measure) -> None:
    query, offset, sql = PAGES[name]

    def floor() -> list[object]:
        return raw.execute(sql).fetchall()

    def ours() -> list[object]:
        return list(store.rows(query, offset, PAGE))

    assert len(ours()) == len(floor())
    side_by_side(f"page, {name}", ours, floor, 7)


COUNTS: dict[str, tuple[RegisterQuery, str]] = {
    "all": (NEWEST, "1"),
    "floor": (replace(NEWEST, floor=Floor.RED), "floor = 'red'"),
    "word in 1 of 18": (replace(NEWEST, words="pool"), MATCHING.format('"pool"*')),
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_count(name: str, store: SqliteStore, raw: sqlite3.Connection, side_by_side: Measure) -> None:
    query, where = COUNTS[name]
    sql = f"SELECT count(*) FROM register WHERE {where}"  # noqa: S608

    def floor() -> object:
        return raw.execute(sql).fetchone()

    def ours() -> object:
        return store.count(query)

    side_by_side(f"count, {name}", ours, floor, 7)
