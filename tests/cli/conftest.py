"""The command line as it is run: a process of its own, its answers and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fairness_desktop import shipped

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests
EXAMPLE = shipped.folder() / "examples" / "play-area.fairness.json"
CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:  # noqa: ANN401 - whatever JSON it is
        return json.loads(self.out)

    @property
    def refused(self) -> str:
        """The one sentence of a command that refused; nothing else was said."""
        assert (self.code, self.out) == (1, "")
        assert "Traceback" not in self.err
        assert self.err.count("\n") == 1
        return self.err.strip()


Run = Callable[..., Answer]


def call(data: Path, *arguments: object, passphrase: str | None = PASSPHRASE) -> Answer:
    environment = {**os.environ, "FAIRNESS_DESKTOP_DATA": str(data)}
    environment.pop("FAIRNESS_DESKTOP_PASSPHRASE", None)
    if passphrase is not None:
        environment["FAIRNESS_DESKTOP_PASSPHRASE"] = passphrase
    done = subprocess.run(
        [sys.executable, "-m", "fairness_desktop", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command line over an empty data folder."""

    def over_empty(*arguments: object, passphrase: str | None = PASSPHRASE) -> Answer:
        return call(tmp_path / "data", *arguments, passphrase=passphrase)

    return over_empty


@dataclass(frozen=True)
class Office:
    """A data folder with the example signed, its record, and its root certificate."""

    data: Path
    record: Path
    root: Path

    def run(self, *arguments: object, passphrase: str | None = PASSPHRASE) -> Answer:
        return call(self.data, *arguments, passphrase=passphrase)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    made = Office(folder / "data", folder / "record.pdf", folder / "root.cer")
    assert made.run("record", EXAMPLE, "--out", made.record).code == 0
    assert made.run("identity", "export-root", "--out", made.root).code == 0
    return made


def edited(tmp_path: Path, **changes: object) -> Path:
    """The example with some top-level fields changed; None takes a field out."""
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for key, value in changes.items():
        document.pop(key, None)
        if value is not None:
            document[key] = value
    path = tmp_path / "edited.fairness.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
