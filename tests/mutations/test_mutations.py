"""Every law goes red when the code is changed to break it; all of them under ``--full``, the first in every run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .catalogue import LAWS, MUTATIONS, Mutation, as_markdown

ROOT = Path(__file__).parents[2]
COPIED = ("fairness_desktop", "resources", "tests/scoring", "tests/cases", "tests/reference")
PARTS = 4
"""Of the long loop, so that every processor has some of them."""
FILES = ("pyproject.toml", "tests/__init__.py", "tests/conftest.py", "tests/strategies.py", "tests/source.py")


def copy(folder: Path) -> Path:
    """What the properties need of the project, in a folder of its own."""
    unwanted = shutil.ignore_patterns("__pycache__")
    for part in COPIED:
        shutil.copytree(ROOT / part, folder / part, ignore=unwanted)
    for name in FILES:
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:randomly", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=900)


def goes_red(mutation: Mutation, folder: Path) -> None:
    """Exit code 1 is a test that failed; 2 and more would be one that could not even begin."""
    path = copy(folder) / "fairness_desktop" / "scoring" / mutation.file
    path.write_text(path.read_text(encoding="utf-8").replace(mutation.old, mutation.new), encoding="utf-8")

    done = run(folder, "--hypothesis-profile=red", mutation.node)

    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
    assert mutation.test in done.stdout


def test_that_each_law_has_a_mutation() -> None:
    assert {m.law for m in MUTATIONS} == set(LAWS)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: f"{m.law} {m.file}")
def test_that_what_a_mutation_changes_stands_once_in_the_code(mutation: Mutation) -> None:
    code = (ROOT / "fairness_desktop" / "scoring" / mutation.file).read_text(encoding="utf-8")
    law = (ROOT / "tests" / "scoring" / mutation.module).read_text(encoding="utf-8")

    assert code.count(mutation.old) == 1
    assert f"def {mutation.test}(" in law


def test_that_the_table_in_the_method_is_this_one() -> None:
    assert as_markdown() in (ROOT / "docs" / "method.md").read_text(encoding="utf-8")


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(PARTS))
def test_that_laws_go_red(part: int, full: bool, tmp_path: Path) -> None:
    """A tenth of them in every run, which is two: the first, and one of the second part."""
    for i, mutation in enumerate(MUTATIONS[part::PARTS] if full else MUTATIONS[:2][part::PARTS]):
        goes_red(mutation, tmp_path / str(i))


@pytest.mark.timeout(1800)
def test_that_without_a_mutation_all_of_them_hold(full: bool, tmp_path: Path) -> None:
    nodes = sorted({m.node for m in MUTATIONS})

    done = run(copy(tmp_path), *(nodes if full else nodes[:1]))

    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
