"""An English and a Welsh record, countersigned, with what the judges say: ``python -m tests.judges.kept``."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from fairness_desktop import app
from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.record.seal.aloud import read_aloud
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

from . import judges

FOLDER = Path(__file__).parents[2] / "docs" / "records"
OLDER = Path(__file__).with_name("older")
"""A record of each version whose pages were others, as that version made it."""

NAMES = {Language.ENGLISH: "english", Language.WELSH: "welsh"}
PASSPHRASE = "an example for the documents"  # noqa: S105 - made up; its keys are thrown away
CLERK = "Ann Clerk (example)"


def main() -> None:
    """Make both anew; the keys are thrown away."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        given = app.services(Path(folder))
        walk = example(given)
        for language, name in NAMES.items():
            (FOLDER / f"{name}.pdf").write_bytes(countersigned(given, walk, language))
        given.identities.export_root(FOLDER / "council-root.cer")
    for name in NAMES.values():
        (FOLDER / f"{name}.aloud.txt").write_text(aloud(FOLDER / f"{name}.pdf"), encoding="utf-8")
        (FOLDER / f"{name}.judges.txt").write_text(judged(FOLDER / f"{name}.pdf"), encoding="utf-8")


def example(given: Services) -> Walk:
    """The example that ships, with all that a signature asks for."""
    walk = given.register.open_example()
    maker = walk.assessment.authority.decision_maker
    for name, role in ((maker.name, maker.role), (CLERK, "Clerk")):
        given.identities.new(name, role, walk.assessment.body.name, PASSPHRASE)
    return walk


def countersigned(given: Services, walk: Walk, language: Language) -> bytes:
    """The record in that language, signed by the decision-maker and the clerk."""
    second = given.issuing.second_signer(CLERK)
    prepared = given.issuing.prepare(walk, walk.assessment.authority.decision_maker.name, second, language)
    half = given.issuing.sign(prepared, PASSPHRASE).pdf
    return given.countersigning.sign(given.countersigning.examine(half, "record.pdf"), CLERK, PASSPHRASE)


def aloud(path: Path) -> str:
    """What a screen reader says, a line each."""
    return "\n".join(read_aloud(path.read_bytes())) + "\n"


def judged(path: Path) -> str:
    """What pdfsig, openssl, qpdf and veraPDF's engine say."""
    faults = judges.verapdf([path])
    vera = "PDF/UA-1: PASS\nPDF/A-3a: PASS" if not faults else "\n".join(faults)
    parts = {
        "pdfsig": _told("pdfsig", "-nocert", path.name, cwd=path.parent),
        "openssl cms -verify (each signature)": "\n".join(_cms(path)),
        "qpdf --check": _told("qpdf", "--check", path.name, cwd=path.parent),
        "veraPDF's engine": vera,
    }
    made = f"{datetime.now(UTC):%Y-%m-%d}"
    return f"Judged on {made}.\n" + "".join(f"\n== {title} ==\n{said.strip()}\n" for title, said in parts.items())


def _cms(path: Path) -> list[str]:
    pdf, said = path.read_bytes(), []
    for found in re.finditer(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", pdf):
        start, length, after, rest = map(int, found.groups())
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "signed").write_bytes(pdf[start : start + length] + pdf[after : after + rest])
            (Path(folder) / "cms").write_bytes(bytes.fromhex(pdf[start + length + 1 : after - 1].decode()))
            command = "openssl cms -verify -binary -inform DER -in cms -content signed -noverify -out signed.out"
            said.append(_told(*command.split(), cwd=Path(folder)).strip())
    return said


def _told(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


if __name__ == "__main__":
    main()
