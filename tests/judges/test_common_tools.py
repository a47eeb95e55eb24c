"""What tools that are not ours say of a record: those every auditor has."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from fairness_desktop.exchange.canonical import sha256

from ..record.conftest import example, ours, sealed, subject, unsigned  # noqa: F401 - the same record
from ..reference import score as worked_out_again


@pytest.fixture
def record(sealed: bytes, tmp_path: Path) -> Path:  # noqa: F811
    path = tmp_path / "record.pdf"
    path.write_bytes(sealed)
    return path


def told(*arguments: object) -> str:
    done = subprocess.run([*map(str, arguments)], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_that_pdfsig_finds_the_signature_valid_and_over_the_whole_file(record: Path) -> None:
    said = told("pdfsig", record)

    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


def test_that_openssl_verifies_the_signed_bytes(sealed: bytes, tmp_path: Path) -> None:  # noqa: F811
    found = re.search(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", sealed)
    assert found is not None
    start, length, after, rest = map(int, found.groups())
    (tmp_path / "signed").write_bytes(sealed[start : start + length] + sealed[after : after + rest])
    (tmp_path / "cms").write_bytes(bytes.fromhex(sealed[start + length + 1 : after - 1].decode()))

    said = told(
        "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", tmp_path / "cms",
        "-content", tmp_path / "signed", "-noverify", "-out", "/dev/null",
    )  # fmt: skip

    assert "CMS Verification successful" in said


def test_that_qpdf_finds_nothing_wrong(record: Path) -> None:
    said = told("qpdf", "--check", record)

    assert "No syntax or stream encoding errors found" in said


def test_that_the_decision_can_be_read_out_of_it(record: Path) -> None:
    said = told("pdftotext", record, "-")

    assert "The decision in plain words" in said
    assert "It does most for the children who have least" in " ".join(said.split())


def test_that_the_data_can_be_taken_out_of_it(record: Path, tmp_path: Path) -> None:
    assert "2 embedded files" in told("pdfdetach", "-list", record)


def test_that_every_figure_follows_from_the_data_taken_out_of_it(record: Path, tmp_path: Path) -> None:
    """From the PDF alone: taken apart by Poppler, worked out by the second implementation."""
    told("pdfdetach", "-saveall", "-o", tmp_path, record)
    stated = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    framework = json.loads((tmp_path / "framework.json").read_text(encoding="utf-8"))

    again = worked_out_again(stated["assessment"], framework, sha256(framework))

    figures = {key: value for key, value in stated["result"].items() if key != "findings"}
    assert figures == json.loads(json.dumps(again))
    assert figures["draws"] == 10_000
