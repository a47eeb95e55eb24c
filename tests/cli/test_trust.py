"""The trust list on the command line, and what it does to verdicts."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from fairness_desktop.domain.sealing.fingerprints import grouped, in_words

from .conftest import Office, Run


@pytest.fixture
def fingerprint(office: Office) -> str:
    return sha256(office.root.read_bytes()).hexdigest()


def verdict(run: Run, office: Office) -> tuple[int, str]:
    answer = run("verify", office.record, "--json")
    return answer.code, answer.document[0]["verdict"]


def test_that_nobody_is_trusted_at_first(run: Run) -> None:
    assert run("trust", "list", "--json").document == []
    assert "No council is trusted here yet." in run("trust", "list").out


@pytest.mark.parametrize("said", ["digits", "words"])
def test_that_a_record_is_valid_once_its_council_is_trusted(
    run: Run, office: Office, fingerprint: str, said: str
) -> None:
    before = verdict(run, office)
    given = grouped(fingerprint) if said == "digits" else " ".join(in_words(fingerprint))

    added = run("trust", "add", office.root, "--fingerprint", given)

    assert added.code == 0
    assert (before, verdict(run, office)) == ((0, "valid_untrusted"), (0, "valid"))
    (listed,) = run("trust", "list", "--json").document
    assert (listed["organisation"], listed["fingerprint"]) == ("Example Parish Council", fingerprint)
    assert listed["words"].split() == list(in_words(fingerprint))


def test_that_no_register_is_made_for_it(run: Run, office: Office, fingerprint: str, tmp_path: Path) -> None:
    run("trust", "add", office.root, "--fingerprint", fingerprint)
    verdict(run, office)

    assert [path.name for path in (tmp_path / "data").iterdir()] == ["trusted-councils"]


@pytest.mark.parametrize("which", ["name", "digits", "beginning"])
def test_that_trust_is_taken_back(run: Run, office: Office, fingerprint: str, which: str) -> None:
    run("trust", "add", office.root, "--fingerprint", fingerprint)
    said = {"name": "example parish council", "digits": grouped(fingerprint), "beginning": fingerprint[:12]}[which]

    assert run("trust", "remove", said).code == 0

    assert verdict(run, office) == (0, "valid_untrusted")
    assert "No council" in run("trust", "remove", said).refused


def test_that_another_fingerprint_than_the_certificate_s_is_refused(run: Run, office: Office) -> None:
    assert "another fingerprint" in run("trust", "add", office.root, "--fingerprint", "00" * 32).refused
    assert "is no fingerprint" in run("trust", "add", office.root, "--fingerprint", "certainly").refused
    assert run("trust", "list", "--json").document == []


def test_that_nothing_is_trusted_where_nobody_can_compare(run: Run, office: Office) -> None:
    assert "Compare the fingerprint" in run("trust", "add", office.root).refused
    assert run("trust", "list", "--json").document == []


def test_that_the_root_can_be_taken_from_a_record_under_it(run: Run, office: Office, fingerprint: str) -> None:
    assert run("trust", "add", office.record, "--fingerprint", fingerprint).code == 0

    assert verdict(run, office) == (0, "valid")


def test_that_no_root_is_taken_from_a_file_that_was_changed(run: Run, office: Office, tmp_path: Path) -> None:
    (tmp_path / "changed.pdf").write_bytes(office.record.read_bytes() + b"%")

    assert "a sound record" in run("trust", "add", tmp_path / "changed.pdf", "--fingerprint", "00" * 32).refused


def test_that_a_namesake_of_a_trusted_council_is_not_valid(run: Run, office: Office, tmp_path: Path) -> None:
    run("identity", "new", "Namesake", "--organisation", "Example Parish Council")
    run("identity", "export-root", "--out", tmp_path / "namesake.cer")
    other = sha256((tmp_path / "namesake.cer").read_bytes()).hexdigest()
    run("trust", "add", tmp_path / "namesake.cer", "--fingerprint", other)

    assert verdict(run, office) == (1, "invalid")


def test_that_trust_for_one_check_stands_beside_the_list(run: Run, office: Office, fingerprint: str) -> None:
    answer = run("verify", office.record, "--trust", office.root, "--json")

    assert (answer.code, answer.document[0]["verdict"]) == (0, "valid")
    assert run("trust", "list", "--json").document == []


def test_that_what_to_do_next_is_said_with_the_words_to_compare(run: Run, office: Office, fingerprint: str) -> None:
    told = run("verify", office.record).out

    assert " ".join(in_words(fingerprint)[:8]) in told
    assert "1. Telephone Example Parish Council" in told
    assert "pages laid again from the data: they match" in told


def test_that_a_file_s_own_words_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred\u202efdp.pdf").write_bytes(b"")

    told = run("verify", tmp_path).out

    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "red" in told


def test_that_a_bar_is_shown_on_a_terminal_and_ctrl_c_leaves_nothing_half_written(
    office: Office, tmp_path: Path
) -> None:
    for i in range(6):
        (tmp_path / f"{i}.pdf").write_bytes(office.record.read_bytes())
    main, theirs = pty.openpty()
    command = [sys.executable, "-m", "fairness_desktop", "verify", str(tmp_path), "--csv", str(tmp_path / "out.csv")]
    environment = {**os.environ, "FAIRNESS_DESKTOP_DATA": str(office.data), "COLUMNS": "80", "LINES": "24"}
    process = subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE, env=environment, text=True)
    os.close(theirs)
    told = _until(main, "1/6")

    process.send_signal(2)
    said = told + _rest(main)
    out, _nothing = process.communicate(timeout=60)

    assert process.returncode == 130
    assert "Checking" in said
    assert "Stopped after" in said
    assert (out, (tmp_path / "out.csv").exists()) == ("", False)


def _until(terminal: int, wanted: str) -> str:
    told = ""
    watch = threading.Timer(60, os.close, [terminal])
    watch.start()
    while wanted not in told:
        told += os.read(terminal, 4096).decode()
    watch.cancel()
    return told


def _rest(terminal: int) -> str:
    told = ""
    try:
        while part := os.read(terminal, 4096):
            told += part.decode()
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(terminal)
    return told
