"""Thousands of bundles taken in, against a bare loop that unzips, checks hashes, parses and inserts the same.

They take a while to make; they are made once and lie in the folder for temporary files afterwards.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import shutil
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.services.handing.many import Many

from ..made_bundles import bundle

COUNT = int(os.environ.get("BUNDLES", "1000"))
"""10,000 for the figure in docs/benchmarks.md."""

TURNS = int(os.environ.get("TURNS", "3"))

SHAPE = """
create table versions (assessment text, number integer, sha256 text, step text, document text,
    primary key (assessment, number));
create table register (id text primary key, title text, body text);
create table records (sha256 text primary key, assessment text, pdf blob);
create table files (sha256 text primary key, assessment text, content blob);
"""


@pytest.fixture(scope="module")
def bundles(example: Assessment, known: Frameworks) -> list[Path]:
    framework = known[example.framework.id, example.framework.version]
    folder = Path(tempfile.gettempdir()) / f"fairness-bundles-{COUNT}"
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:05}.fairness" for number in range(COUNT)]
    for number, path in enumerate(paths):
        if not path.exists():
            path.write_bytes(bundle(example, framework, number))
    return paths


def bare(paths: Sequence[Path], out: Path) -> None:
    """The floor: nothing is asked of what comes in but its hashes."""
    db = sqlite3.connect(out, isolation_level=None)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    db.executescript(SHAPE)
    for some in itertools.zip_longest(*[iter(paths)] * 64):
        db.execute("begin immediate")
        for path in filter(None, some):
            insert(db, path)
        db.execute("commit")
    db.close()


def insert(db: sqlite3.Connection, path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sums = json.loads(parts["bundle.json"])["parts"]
    for name, digest in sums.items():
        assert hashlib.sha256(parts[name]).hexdigest() == digest
    text = parts["assessment.fairness.json"].decode()
    assessment = json.loads(text)
    json.loads(parts["framework.json"])
    steps = json.loads(parts["history.json"])["steps"]
    rows = []
    for number, step in reversed(list(enumerate(steps, 1))):
        assert hashlib.sha256(text.encode()).hexdigest() == step["document"]
        rows.append((assessment["id"], number, step["document"], json.dumps(step["changes"]), text))
        for begin, end, new in reversed(step["back"]):
            text = text[:begin] + new + text[end:]
    db.executemany("insert into versions values (?, ?, ?, ?, ?)", rows)
    db.execute(
        "insert into register values (?, ?, ?)", (assessment["id"], assessment["title"], assessment["body"]["name"])
    )
    for name in sums:
        folder, _slash, digest = name.partition("/")
        if folder in ("records", "attachments"):
            table = "files" if folder == "attachments" else folder
            db.execute(f"insert into {table} values (?, ?, ?)", (digest, assessment["id"], parts[name]))  # noqa: S608


def timed(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def alone(many: Many) -> Many:
    """The same, in this process only."""
    many._processors = 1
    return many


@pytest.mark.parametrize("helped", [True, False], ids=["processes", "one_process"])
def test_taking_bundles_in(
    bundles: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], *, helped: bool
) -> None:
    size = sum(path.stat().st_size for path in bundles) / len(bundles) / 1024
    for turn in range(TURNS):
        services = app.services(tmp_path / f"ours-{turn}")
        many = services.handing.many if helped else alone(services.handing.many)
        floor = timed(lambda turn=turn: bare(bundles, tmp_path / f"bare-{turn}.sqlite"))  # type: ignore[misc]
        ours = timed(lambda many=many: many.take(bundles))  # type: ignore[misc]
        assert services.register.count(RegisterQuery()) == len(bundles)
        again = timed(lambda many=many: many.take(bundles))  # type: ignore[misc]
        services.close()
        shutil.rmtree(tmp_path / f"ours-{turn}")
        (tmp_path / f"bare-{turn}.sqlite").unlink()
        each = [1000 * seconds / len(bundles) for seconds in (ours, floor, again)]
        with capsys.disabled():
            print(  # noqa: T201
                f"\n{len(bundles)} bundles of {size:.0f} KiB: ours {each[0]:.2f} ms each, bare {each[1]:.2f}, "
                f"at {floor / ours:.0%} of its speed; known again {each[2]:.2f}; load {os.getloadavg()[0]:.1f}"
            )
