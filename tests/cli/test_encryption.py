"""Encrypting the register on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairness_desktop import app

from .conftest import EXAMPLE, Run

GOOD, OTHER = "spoon ladder winter copper meadow", "llwy ysgol gaeaf copr dôl"
STORE, NEW = "FAIRNESS_DESKTOP_STORE_PASSPHRASE", "FAIRNESS_DESKTOP_NEW_PASSPHRASE"


def test_that_a_register_is_encrypted_rekeyed_and_decrypted(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = tmp_path / "data" / "register.sqlite"
    run("import", EXAMPLE)
    run("backup", "--out", tmp_path / "data" / "backups" / "register-2026-01-01-000000-asked.sqlite")
    monkeypatch.setenv(STORE, GOOD)

    encrypted = run("encrypt")
    monkeypatch.setenv(NEW, OTHER)
    changed = run("passphrase")
    monkeypatch.setenv(STORE, OTHER)
    listed = run("list", "--json")
    checked = run("check")
    decrypted = run("decrypt")
    monkeypatch.delenv(STORE)

    assert (encrypted.code, encrypted.err) == (0, "")
    assert "The register is encrypted. Strong." in encrypted.out
    assert "2 copies in" in encrypted.out
    assert "under the new passphrase" in changed.out
    assert len(listed.document) == 1
    assert checked.code == 0
    assert "no longer encrypted" in decrypted.out
    assert register.read_bytes().startswith(b"SQLite format 3")
    assert run("check").code == 0


def test_that_what_cannot_be_done_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("import", EXAMPLE)

    assert "A passphrase is needed" in run("encrypt").err
    assert "is not encrypted" in run("decrypt").refused
    assert "is not encrypted" in run("passphrase").refused
    monkeypatch.setenv(STORE, "short")
    assert "too short" in run("encrypt").refused
    monkeypatch.setenv(STORE, GOOD)
    assert run("encrypt").code == 0
    assert "encrypted already" in run("encrypt").refused
    monkeypatch.setenv(NEW, GOOD)
    assert "is the old one" in run("passphrase").refused
    monkeypatch.setenv(STORE, OTHER)
    for command in ("decrypt", "passphrase", "list"):
        assert "does not open" in run(command).refused


def test_that_a_register_in_use_is_not_encrypted(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = app.services(tmp_path / "data")
    monkeypatch.setenv(STORE, GOOD)

    refused = run("encrypt").refused

    held.close()
    assert "in use by another Fairness Desktop" in refused
