"""Run every check the project has: style, types, then the tests, whose own closing line comes last."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pages_judge
import private_python
import system_packages
from private_python import ROOT, Place, SetUpError, say
from starting import SET_UP_ONLY

# Tools that are missing, what is then left out, and how pytest is told. Everything here is for people's own machines:
# in CI a missing tool is a failure.
LEFT_OUT = (
    (("Xvfb", "openbox", "xdotool"), "the tests on a real screen", "not screen"),
    (
        ("strace",),
        "the tests that watch for network calls, and those on a disk that fails",
        "not network_watch and not faulty_disk",
    ),
    (("unshare",), "the tests on a disk that is full, only read, or taken away", "not small_disk"),
    (("softhsm2-util",), "the tests that sign with a card", "not card"),
    (
        ("pdfsig", "pdftotext", "pdfinfo", "pdftoppm", "qpdf", "openssl", "javac"),
        "the tests in which other programs judge our records",
        "--ignore=tests/judges",
    ),
    (("chromium", "npm"), "the tests in which a browser judges our pages", "--ignore=tests/pages"),
)


def test_program(arguments: list[str]) -> int:
    """Set up, run all checks even when one fails, and return 0 only when all passed."""
    place = Place(ROOT)
    try:
        missing = _set_up(place)
        if arguments == [SET_UP_ONLY]:
            say("Everything is set up.")
            return 0
        return _check(place, arguments, missing)
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _set_up(place: Place) -> list[str]:
    ready = private_python.is_ready(place, "tests")
    libraries = system_packages.libraries_for({"DISPLAY": "the tests open one of their own"})
    missing = system_packages.see_to(libraries, system_packages.TOOLS, environment_to_make=not ready)
    if missing and in_ci():
        raise SetUpError(f"Tools the tests need are missing, and in CI nothing is left out: {', '.join(missing)}.")
    if missing:
        say(f"Without {', '.join(missing)} some tests are left out. To run them too: {system_packages.advice(missing)}")
    if not ready:
        private_python.set_up(place, "tests")
    if "npm" not in missing:
        pages_judge.see_to(place)
    return missing


def in_ci() -> bool:
    """Whether this runs unattended, where nothing may be left out."""
    return os.environ.get("CI", "").lower() in ("true", "1")


def left_out(missing: list[str]) -> tuple[list[str], list[str]]:
    """Say what the missing tools leave out, in sentences for the person and in options for pytest."""
    sentences: list[str] = []
    markers: list[str] = []
    folders: list[str] = []
    for tools, what, told in LEFT_OUT:
        absent = [tool for tool in tools if tool in missing]
        if absent:
            sentences.append(f"Left out, as {' and '.join(absent)} cannot be found: {what}.")
            (folders if told.startswith("--") else markers).append(told)
    return sentences, [*(["-m", " and ".join(markers)] if markers else []), *folders]


def _check(place: Place, arguments: list[str], missing: list[str]) -> int:
    python = str(place.python)
    scripts = sorted(str(script.relative_to(ROOT)) for script in (ROOT / "packaging").glob("*.py"))
    results = [
        _step("style (ruff check)", [python, "-m", "ruff", "check", "."]),
        _step("layout (ruff format)", [python, "-m", "ruff", "format", "--check", "."]),
        _step("types (mypy)", [python, "-m", "mypy"]),
        _step("types of the set-up scripts (mypy)", [python, "-m", "mypy", *scripts]),
    ]
    sentences, options = left_out(missing)
    say("\nBefore the tests:")
    for line in (*results, *sentences):
        say(f"  {line}")
    failed = [line for line in results if line.startswith("FAILED")]
    # By stealing: tests that stand together share what is made once, and none waits behind a long one at the end.
    # The tests' own closing line stays the last line of a good run: it is what CI reads.
    tests = _step("tests (pytest)", [python, "-m", "pytest", "-n", "2", "--dist", "worksteal", *options, *arguments])
    if tests.startswith("FAILED") or failed:
        say("\n" + "\n".join([*failed, tests]))
        return 1
    if not in_ci():
        say(f"\nEverything passed. {' '.join(sentences)}")
    return 0


def _step(name: str, command: list[str]) -> str:
    say(f"\n== {name}")
    began = time.monotonic()
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return f"{'FAILED' if status else 'passed'}: {name}, {time.monotonic() - began:.0f} s"
