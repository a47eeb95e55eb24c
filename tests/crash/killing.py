"""Starts a program, kills it at a random moment, and counts what is missing afterwards."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from fairness_desktop import app
from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.domain.vocabulary import AssessmentId
from fairness_desktop.services.bundle import Services

from . import working
from .said import Said, heard, is_ready
from .working import EXAMPLE, PASSPHRASE, prepared

FOLDER_LASTS = 20
"""Kills after which a new data folder is begun, so that a register also sees one crash upon another."""
IMPORTED = ("fairness_desktop.record.pdf.engine", "fairness_desktop.record.seal.signing")
GET_READY = 300.0
"""Seconds that a program may take to begin, on a machine that does much else."""
MOST_ROWS = 1_000
MOST_RUNS = 4
"""Runs for each kill that is wanted: a short program may be over before its moment comes."""
POLL = 0.002
WHOLE = (Verdict.VALID, Verdict.VALID_UNTRUSTED, Verdict.UNSIGNED)


@dataclass(frozen=True)
class Victim:
    """A program that was started: ``pid`` is killed where it ``runs`` still, ``wait`` returns when it is gone."""

    pid: int
    runs: Callable[[], bool]
    wait: Callable[[], object]


Job = Callable[[Path, Path, Path, int], None]
Starter = Callable[[Path, Path, Path, int], Victim]


@dataclass(frozen=True)
class Kind:
    """A way to run the program, how often it is killed, and within how many seconds after it has said it is ready."""

    name: str
    times: int
    start: Starter
    within: float
    says_ready: bool = True
    begins: bool = False
    """Whether each run begins with no data folder at all."""


@dataclass
class Tally:
    """What came of all the kills of one kind."""

    kills: int = 0
    over: int = 0
    """Programs that had come to their end before they could be killed: judged as well, and not counted as kills."""
    saves: int = 0
    records: int = 0
    files: int = 0
    amidst: Counter[str] = field(default_factory=Counter)
    """What the program was doing when it was killed, as far as it had said."""
    cut: int = 0
    """Registers whose log was then cut off at a random place, as a loss of power may leave it."""
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        """Everything that was lost, broken or half done."""
        return [*self.lost, *self.broken, *self.halves]


def without_screen(job: Job) -> Starter:
    """The program's services, in a process of its own that a server with everything imported gives birth to."""

    def start(data: Path, out: Path, said: Path, seed: int) -> Victim:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.crash.working", *IMPORTED])
        process = context.Process(target=job, args=(data, out, said, seed), daemon=True)
        process.start()
        assert process.pid is not None
        return Victim(process.pid, process.is_alive, process.join)

    return start


def in_the_window(data: Path, _out: Path, said: Path, seed: int) -> Victim:
    """The window, typed into."""
    return _started("-m", "tests.crash.windowed", str(data), str(said), str(seed))


def by_command(data: Path, out: Path, _said: Path, seed: int) -> Victim:
    """``record``: takes a decision in that is new here, scores, stores, signs and writes."""
    document = json.loads(EXAMPLE.read_text("utf-8"))
    file = out.with_suffix(".fairness.json")
    file.write_text(json.dumps({**document, "id": f"{document['id']}-{seed}", "reference": ""}), "utf-8")
    record = out / "record.pdf"
    return _started("-m", "fairness_desktop", "--data", str(data), "record", str(file), "--out", str(record))


def _started(*arguments: str) -> Victim:
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, "FAIRNESS_DESKTOP_PASSPHRASE": PASSPHRASE, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )

    def wait() -> None:
        assert process.stderr is not None
        process.wait()
        process.stderr.close()

    def runs() -> bool:
        return process.poll() is None

    return Victim(process.pid, runs, wait)


KINDS = (
    Kind("saving and exporting, without a screen", 100, without_screen(working.save_and_export), within=0.4),
    Kind("signing and writing records, without a screen", 100, without_screen(working.sign_and_write), within=4.0),
    Kind("typing into the window", 60, in_the_window, within=0.4),
    Kind("`record` on the command line", 60, by_command, within=6.0, says_ready=False),
    Kind("the first start of all", 60, without_screen(working.begin), within=0.5, says_ready=False, begins=True),
)


def kill_often(kind: Kind, times: int, folder: Path, seed: int) -> Tally:
    """So many kills of one kind, unless the program is over before them again and again."""
    tally = Tally()
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    for run in range(times * MOST_RUNS):
        if tally.kills == times:
            break
        data = folder / f"data-{run if kind.begins else run // FOLDER_LASTS}"
        if not data.exists() and not kind.begins:
            prepared(data)
        out = folder / f"out-{run}"
        out.mkdir()
        said, killed = _kill_once(kind, data, out, chance.random() * kind.within, run + 1)
        tally.kills, tally.over = tally.kills + killed, tally.over + (not killed)
        if killed:
            tally.amidst[said.amidst] += 1
        when = f"{kind.name}, seed {seed}, kill {run}"
        _cut_log(tally, data, folder / "cut", chance, when)
        _judge(tally, data, out, said, when)
        shutil.rmtree(out)
    return tally


def _cut_log(tally: Tally, data: Path, beside: Path, chance: random.Random, when: str) -> None:
    """Cut off the end of the log in a copy of the folder: what is left must be a whole state, if an older one."""
    if not data.exists():
        return
    shutil.copytree(data, beside)
    log = beside / f"{app.REGISTER_FILE}-wal"
    if log.exists() and log.stat().st_size:
        os.truncate(log, chance.randrange(log.stat().st_size))
        tally.cut += 1
        with closing(app.services(beside)) as given:
            tally.broken += [f"{when}, log cut: {fault}" for fault in given.register.check()]
    shutil.rmtree(beside)


def _kill_once(kind: Kind, data: Path, out: Path, after: float, seed: int) -> tuple[Said, bool]:
    """What it had said, and whether it was killed before it came to its end by itself."""
    path = out.with_suffix(".said")
    victim = kind.start(data, out, path, seed)
    until = time.monotonic() + GET_READY
    while kind.says_ready and not is_ready(path):
        assert victim.runs(), f"{kind.name} ended before it was ready"
        assert time.monotonic() < until, f"{kind.name} does not get ready"
        time.sleep(POLL)
    time.sleep(after)
    killed = victim.runs()
    with suppress(ProcessLookupError):  # over just now
        os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    return heard(path), killed


def _judge(tally: Tally, data: Path, out: Path, said: Said, when: str) -> None:
    """Open the register as the program does, and look for everything that was said to be done."""
    tally.saves += len(said.saves)
    tally.records += len(said.records)
    tally.files += len(said.files) or len(list(out.glob("[!.]*")))  # a command says nothing but by its file
    with closing(app.services(data)) as given:
        tally.broken += [f"{when}: {fault}" for fault in given.register.check()]
        tally.lost += [f"{when}: {what}" for what in _missing(given, said)]
        tally.halves += [f"{when}: {what}" for what in _halves(given, out, said)]


def _missing(given: Services, said: Said) -> list[str]:
    missing = []
    for assessment in {id_ for id_, _number in said.saves}:
        walk = given.register.open(AssessmentId(assessment))
        told = "".join(line.new or "" for line in walk.history if line.where == "summary")
        numbers = {n for id_, n in said.saves if id_ == assessment}
        missing += [
            f"save {n} of {assessment}" for n in sorted(numbers) if f'"{n} ' not in told and f'"{n}"' not in told
        ]
        now = int(walk.assessment.summary.split(" ")[0])
        missing += [f"save {n} is newer than what is shown" for n in numbers if n > now]
    for assessment, sha256 in said.records:
        kept = {r.sha256 for r in given.register.open(AssessmentId(assessment)).records}
        missing += [] if sha256 in kept else [f"record {sha256}"]
    return missing


def _halves(given: Services, out: Path, said: Said) -> list[str]:
    """Files under their final names that are not whole, or not what was said to be written."""
    found = []
    for path in sorted(out.glob("[!.]*")):
        content = path.read_bytes()
        whole = _whole_pdf(given, path) if path.suffix == ".pdf" else _whole_export(given, path)
        if not whole:
            found.append(f"{path.name}, {len(content)} bytes")
    gone = [name for name in said.files if not (out / name).exists()]
    return [*found, *(f"{name} is gone" for name in gone)]


def _whole_pdf(given: Services, path: Path) -> bool:
    """Sealed ones are in the register too, byte for byte; drafts can be read to their end."""
    check = given.verifying.check_file(path)
    if check.verdict not in WHOLE:
        return False
    if check.verdict is Verdict.UNSIGNED:
        return True
    rows = given.register.rows(RegisterQuery(), 0, MOST_ROWS)
    kept = {record.sha256 for row in rows for record in given.register.open(row.id).records}
    return hashlib.sha256(path.read_bytes()).hexdigest() in kept


def _whole_export(given: Services, path: Path) -> bool:
    try:
        given.register.read(path)
    except FairnessError:
        return False
    return True
