"""A folder of records: how much faster several processes are than one, and that memory stays flat."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from threading import Event

import pytest

from fairness_desktop import app
from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.services.checking.checking import Checking
from fairness_desktop.services.checking.files import File, files
from fairness_desktop.services.checking.workers import Workers

from ..attacks.target import ours, target

FILES = int(os.environ.get("FAIRNESS_BENCH_FILES", "200"))
"""Records in the folder; FAIRNESS_BENCH_FILES=2000 takes its time."""

SAMPLE = 60
"""Records that one process is timed with, before and after: the machine has other work, too."""

LOOKED_AT = 0.5
"""Seconds between two looks at what all processes hold."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many records of two signers, in folders of a hundred."""
    made = tmp_path_factory.mktemp("records")
    (made / "one.pdf").write_bytes(target(2).pdf)
    for number in range(FILES - 1):
        (made / f"{number // 100:03}").mkdir(exist_ok=True)
        shutil.copy(made / "one.pdf", made / f"{number // 100:03}" / f"{number:05}.pdf")
    return made


def rate(checking: Checking, meant: list[File]) -> float:
    """Records a second."""
    begun = time.perf_counter()
    verdicts = {check.verdict for check in checking.checks(meant, (ours().root,))}
    assert verdicts == {Verdict.VALID}
    return len(meant) / (time.perf_counter() - begun)


def held() -> int:
    """KiB that this process's children hold now; Linux only."""
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return sum(_resident(child) for child in listed)


def _resident(process: str) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)


@pytest.mark.timeout(4 * 3600)
def test_a_folder_by_two_processes(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    trust = app.checking(tmp_path).trust
    meant, alone = files([folder]), Checking(app.verifying, trust, processors=1)
    rate(alone, meant[:5])
    before = rate(alone, meant[:SAMPLE])
    several, memory = _watched(meant)
    after = rate(alone, meant[:SAMPLE])

    one = (before + after) / 2
    told = f"{several:.2f} a second by two processes, {one:.2f} by one: ratio {several / one:.2f}"
    tenth = max(1, len(memory) // 10)
    early, late = max(memory[tenth : 3 * tenth]) // 1024, max(memory[-3 * tenth :]) // 1024
    flat = f"MiB held by the workers: {early} at most early, {late} late"
    with capsys.disabled():
        print(f"\n{len(meant)} records: {told}; {flat}")  # noqa: T201


def _watched(meant: list[File]) -> tuple[float, list[int]]:
    """The rate of two processes, and what they held from time to time."""
    memory, looked = [], 0.0
    begun = time.perf_counter()
    for check in Workers(app.verifying, (ours().root,), 2).checks(meant, Event()):
        assert check.verdict is Verdict.VALID
        if time.perf_counter() - looked > LOOKED_AT:
            looked = time.perf_counter()
            memory.append(held())
    return len(meant) / (time.perf_counter() - begun), memory


MEMORY = """
import json, sys
def most():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
from pathlib import Path
from fairness_desktop import app
from tests.judges import kept
given = app.services(Path(sys.argv[1]))
walk = kept.example(given)
maker = walk.assessment.authority.decision_maker.name
before = most()
given.issuing.sign(given.issuing.prepare(walk, maker), kept.PASSPHRASE)
print(before, most(), most() - before)
"""


def test_memory_added_by_an_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Laid out, signed, checked and kept, in a process that has its register open and its identities made."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", MEMORY, str(tmp_path)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)

    with capsys.disabled():
        print(f"\nMiB before, at most, and added by an export: {done.stdout.strip()}")  # noqa: T201


def test_size_of_a_record_of_eight_pages(capsys: pytest.CaptureFixture[str]) -> None:
    import pypdfium2

    for signers in (1, 2):
        pdf = target(signers).pdf
        with capsys.disabled():
            print(f"\n{len(pypdfium2.PdfDocument(pdf))} pages, {signers} to sign: {len(pdf) / 1000:.0f} kB")  # noqa: T201
