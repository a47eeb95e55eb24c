"""Thousands of bundles taken in, against a bare loop that unzips, checks hashes, parses and inserts the same."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import sqlite3
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from fairness_desktop import app
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.history import NO_HASH, Act, Note, Step
from fairness_desktop.domain.register import IssuedRecord, RegisterQuery, Standings
from fairness_desktop.domain.vocabulary import AssessmentId, AttachmentId, Floor, OptionId
from fairness_desktop.exchange.bundle.form import Contents, write
from fairness_desktop.exchange.bundle.history_form import History
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.chain import changes_between, step_hash
from fairness_desktop.exchange.encoding import encode

COUNT = int(os.environ.get("BUNDLES", "1000"))
"""10,000 for the figure in docs/benchmarks.md."""

STEPS = 8
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SHAPE = """
create table versions (assessment text, number integer, sha256 text, step text, document text,
    primary key (assessment, number));
create table register (id text primary key, title text, body text);
create table records (sha256 text primary key, assessment text, pdf blob);
create table files (sha256 text primary key, assessment text, content blob);
"""


def bundle(example: Assessment, framework: Framework, number: int) -> bytes:
    """The example under another id, changed a few times, signed, with a paper."""
    chance = Random(number)  # noqa: S311 - data to measure with
    paper, pdf = chance.randbytes(10_000), b"%PDF-1.7" + chance.randbytes(30_000)
    digest = hashlib.sha256(paper).hexdigest()
    attached = Attachment(AttachmentId("paper"), digest, len(paper), "A paper", "paper.pdf")
    now = replace(example, id=AssessmentId(f"bundle-{number}"), reference="", attachments=(attached,))
    through = [replace(now, title=f"Play area {number}, {n}", summary=f"Summary {n}") for n in range(STEPS)]
    history, signed = history_of(through)
    record = IssuedRecord(now.id, hashlib.sha256(pdf).hexdigest(), signed, "Ann Clerk", NOW, pdf)
    file = io.BytesIO()
    write(Contents(through[-1], framework, history, (), (record,)), {digest: (len(paper), lambda: [paper])}, file)
    return file.getvalue()


def history_of(through: Sequence[Assessment]) -> tuple[History, str]:
    steps: list[Step] = []
    states: list[str] = []
    before: dict[str, object] = {}
    for number, assessment in enumerate(through, 1):
        document = encode(assessment)
        states.append(canonical(document).decode())
        sha256 = hashlib.sha256(states[-1].encode()).hexdigest()
        note = Note(NOW + timedelta(minutes=number), "Ann", Act.CHANGED if before else Act.BEGUN)
        standings = Standings(OptionId("D"), 22.593116, Floor.GREEN)
        previous = steps[-1].hash if steps else NO_HASH
        step = Step(number, note, sha256, changes_between(before, document), standings, previous)
        steps.append(replace(step, hash=step_hash(assessment.id, step)))
        before = document
    return History(tuple(steps), tuple(states)), steps[-1].document


@pytest.fixture(scope="module")
def bundles(example: Assessment, framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("bundles")
    paths = [folder / f"{number:05}.fairness" for number in range(COUNT)]
    for number, path in enumerate(paths):
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


def test_taking_bundles_in(bundles: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = sum(path.stat().st_size for path in bundles) / len(bundles) / 1024
    speeds: list[float] = []
    for turn in range(3):
        services = app.services(tmp_path / f"ours-{turn}")
        floor = timed(lambda turn=turn: bare(bundles, tmp_path / f"bare-{turn}.sqlite"))  # type: ignore[misc]
        ours = timed(lambda services=services: services.handing.many.take(bundles))  # type: ignore[misc]
        assert services.register.count(RegisterQuery()) == len(bundles)
        again = timed(lambda services=services: services.handing.many.take(bundles))  # type: ignore[misc]
        services.close()
        speeds.append(floor / ours)
        each = [1000 * seconds / len(bundles) for seconds in (ours, floor, again)]
        with capsys.disabled():
            print(  # noqa: T201
                f"\n{len(bundles)} bundles of {size:.0f} KiB: ours {each[0]:.2f} ms each, bare {each[1]:.2f}, "
                f"at {floor / ours:.0%} of its speed; known again {each[2]:.2f}"
            )
