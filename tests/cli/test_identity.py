"""Signing identities on the command line: every procedure, as somebody types it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.cli.main import main
from fairness_desktop.domain.errors import PassphraseError
from fairness_desktop.domain.sealing.fingerprints import fingerprint_meant
from fairness_desktop.record.seal import FolderIdentities

from .conftest import EXAMPLE, PASSPHRASE, Run

MAKER = "Amenities Committee (example)"
ANN, COUNCIL = "Ann", "Example Parish Council"
NEW = "FAIRNESS_DESKTOP_NEW_PASSPHRASE"
ROOT = "FAIRNESS_DESKTOP_ROOT_PASSPHRASE"


@pytest.fixture
def ann(run: Run) -> Run:
    assert run("identity", "new", ANN, "--role", "Clerk", "--organisation", COUNCIL).code == 0
    return run


def identities_in(data: Path) -> FolderIdentities:
    return FolderIdentities(data / "identities", app.now)


def test_that_who_can_sign_is_listed_with_all_that_is_known(ann: Run) -> None:
    (one,) = ann("identity", "list", "--json").document

    assert (one["name"], one["role"], one["own"], one["home"], one["standing"]) == (ANN, "Clerk", True, "file", "good")
    assert one["revoked"] is None
    assert "can sign until" in ann("identity", "list").out


def test_that_fingerprints_are_said_in_words_too(ann: Run, tmp_path: Path) -> None:
    (one,) = ann("identity", "list", "--json").document
    shown = ann("identity", "show", ANN).out
    exported = ann("identity", "export-root", "--out", tmp_path / "root.cer").out

    assert fingerprint_meant(" ".join(words_of(shown))) == one["fingerprint"]
    assert fingerprint_meant(" ".join(words_of(exported))) is not None
    assert words_of(exported) == words_of(ann("identity", "root").out)


def words_of(said: str) -> list[str]:
    """The words of a fingerprint, which stand further in than all else."""
    return [word for line in said.splitlines() if line.startswith("    ") for word in line.split()]


def test_that_a_lost_key_is_revoked_and_replaced(ann: Run, tmp_path: Path) -> None:
    said = ann("identity", "revoke", ANN, "--reason", "lost", "--since", "2026-01-02").out
    refused = ann("identity", "passphrase", ANN).refused
    renewed = ann("identity", "renew", ANN)

    assert "revoked as of 2026-01-02 (key lost" in said
    assert f"give it in {NEW}" in refused
    assert renewed.code == 0
    assert ann("identity", "list", "--json").document[0]["standing"] == "good"
    assert ann("identity", "revocation-list", "--out", tmp_path / "list.crl", "--renew").code == 0
    assert (tmp_path / "list.crl").stat().st_size > 200


def test_that_who_left_signs_no_more(run: Run, tmp_path: Path) -> None:
    assert run("record", EXAMPLE, "--out", tmp_path / "one.pdf").code == 0
    assert run("identity", "revoke", MAKER, "--reason", "left").code == 0

    refused = run("record", EXAMPLE, "--out", tmp_path / "two.pdf").refused

    assert f"The certificate of {MAKER} was revoked on" in refused
    assert not (tmp_path / "two.pdf").exists()


def test_that_the_root_has_its_own_passphrase(ann: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NEW, "the root's own passphrase")
    monkeypatch.setenv(ROOT, PASSPHRASE)
    assert ann("identity", "root-passphrase").code == 0
    monkeypatch.delenv(ROOT)

    refused = ann("identity", "new", "Bea").refused
    monkeypatch.setenv(ROOT, "the root's own passphrase")

    assert "does not open the council's root" in refused
    assert ann("identity", "new", "Bea").code == 0


def test_that_a_root_is_made_first_and_made_anew_only_if_so_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ROOT, PASSPHRASE)
    assert f"Root of {COUNCIL}" in run("identity", "new-root", "--organisation", COUNCIL).out
    first = run("identity", "root").out

    assert "is a council root here already" in run("identity", "new-root", "--organisation", COUNCIL).refused
    assert run("identity", "new-root", "--organisation", COUNCIL, "--replace").code == 0
    assert run("identity", "root").out != first


def test_that_a_key_goes_to_another_computer(ann: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ann("identity", "export", ANN, "--with-key", "--out", tmp_path / "ann.p12").code == 0

    taken = identities_in(tmp_path / "there").take_in(tmp_path / "ann.p12", PASSPHRASE)

    assert taken.fingerprint == ann("identity", "list", "--json").document[0]["fingerprint"]


def test_that_a_file_comes_in_under_a_better_passphrase(
    ann: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ann("identity", "export", ANN, "--with-key", "--out", tmp_path / "ann.p12").code == 0
    there = {"FAIRNESS_DESKTOP_DATA": str(tmp_path / "there"), "FAIRNESS_DESKTOP_PASSPHRASE": PASSPHRASE}
    for name, value in {**there, NEW: "a passphrase for here"}.items():
        monkeypatch.setenv(name, value)

    assert main(["identity", "import", str(tmp_path / "ann.p12")], app.command_line()) == 0

    with pytest.raises(PassphraseError, match="does not open"):
        identities_in(tmp_path / "there").hand_over(ANN, PASSPHRASE, tmp_path / "again.p12")


def test_that_cards_without_a_library_are_said(run: Run, tmp_path: Path) -> None:
    assert "no library that reads cards" in run("identity", "cards", "--module", tmp_path / "nothing.so").refused


def test_that_nobody_of_that_name_is_said(run: Run) -> None:
    for command in (("show",), ("renew",), ("passphrase",), ("revoke", "--reason", "left")):
        assert "no signing identity “Nobody” here" in run("identity", command[0], "Nobody", *command[1:]).refused


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Somebody sits at the keyboard and types these; what is asked for afterwards stays unanswered."""
    left = list(answers)

    def prompt(*_asked: object, **_how: object) -> str:
        return left.pop(0)

    monkeypatch.setattr("sys.stdin", Keyboard())
    monkeypatch.setattr("click.prompt", prompt)
    monkeypatch.delenv("FAIRNESS_DESKTOP_PASSPHRASE", raising=False)
    return left


class Keyboard(io.StringIO):
    """Where somebody types."""

    def isatty(self) -> bool:
        return True


def at_keyboard(data: Path, *arguments: str) -> int:
    return main(["--data", str(data), *arguments], app.command_line())


def test_that_who_mistypes_a_passphrase_has_three_tries_and_loses_nothing(
    ann: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ("identity", "export", ANN, "--with-key", "--out", str(tmp_path / "ann.p12"))
    typing(monkeypatch, "wrong 1", "wrong 2", "wrong 3", PASSPHRASE)
    refused = at_keyboard(tmp_path / "data", *out)
    complaints = capsys.readouterr().err.count("does not open")
    typing(monkeypatch, "wrong 1", "wrong 2", PASSPHRASE)

    assert (refused, complaints) == (1, 3)
    assert at_keyboard(tmp_path / "data", *out) == 0


def test_that_the_root_s_passphrase_is_asked_for_where_it_is_another(
    ann: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = identities_in(tmp_path / "data").council
    council.change_passphrase(PASSPHRASE, "the root's own passphrase")

    left = typing(monkeypatch, "a passphrase for Bea", "wrong once", "the root's own passphrase")

    assert at_keyboard(tmp_path / "data", "identity", "new", "Bea", "--organisation", COUNCIL) == 0
    assert left == []
