"""Every record is PDF/UA-1 and PDF/A-3a in one file, and is read aloud as it was written: say those who judge it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs
from fairness_desktop.record.seal.aloud import read_aloud
from fairness_desktop.record.subject import RecordSubject

from ..record.conftest import NOW, PASSPHRASE, SIGNER, Council, ours, subject_of  # noqa: F401 - the same council
from . import judges
from .shapes import shapes

ALL, A_TENTH = 60, 6


@dataclass(frozen=True)
class Made:
    """What a record is of, and where it lies."""

    subject: RecordSubject
    path: Path

    @property
    def pdf(self) -> bytes:
        return self.path.read_bytes()


@pytest.fixture(scope="module")
def made(full: bool, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    """Records of every shape, unsigned."""
    folder = tmp_path_factory.mktemp("made")
    records = [Made(subject, folder / f"{i:02}.pdf") for i, subject in enumerate(shapes(ALL if full else A_TENTH))]
    for record in records:
        record.path.write_bytes(PdfRecordMaker().make(record.subject))
    return records


@pytest.fixture(scope="module")
def signed(made: list[Made], ours: Council, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:  # noqa: F811
    """Some of them again, signed."""
    folder, paths = tmp_path_factory.mktemp("signed"), []
    for i, record in enumerate(made[:: len(made) // 3]):
        subject = subject_of(record.subject.assessment, record.subject.framework, ours.signer)
        sealed = ours.identities.seal(PdfRecordMaker().make(subject), SIGNER, PASSPHRASE, "I took this decision", NOW)
        paths.append(folder / f"{i}.pdf")
        paths[-1].write_bytes(sealed)
    return paths


def test_that_they_are_read_aloud_as_they_were_written(made: list[Made]) -> None:
    for record in made:
        written = (" ".join(text.split()) for text in texts(document(record.subject, programs())))

        assert list(read_aloud(record.pdf)) == [text for text in written if text], record.path


@pytest.mark.timeout(1200)
def test_that_verapdf_finds_nothing_wrong(made: list[Made], signed: list[Path]) -> None:
    assert judges.verapdf([*(record.path for record in made), *signed]) == []


def test_that_page_validation_finds_nothing_wrong(made: list[Made], signed: list[Path]) -> None:
    for path in [*(record.path for record in made), *signed]:
        assert judges.page_validation(path.read_bytes()) == [], path


@pytest.mark.timeout(1200)
def test_that_outloud_finds_no_error(made: list[Made], signed: list[Path]) -> None:
    for path in [*(record.path for record in made), *signed]:
        assert judges.outloud(path) == [], path


def test_that_qpdf_finds_nothing_wrong(made: list[Made], signed: list[Path]) -> None:
    for path in [*(record.path for record in made), *signed]:
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert "No syntax or stream encoding errors found" in done.stdout, path


def test_that_each_of_them_sees_a_figure_without_words(made: list[Made], tmp_path: Path) -> None:
    path = tmp_path / "mute.pdf"
    path.write_bytes(judges.unpacked(made[0].pdf, tmp_path).replace(b"/Alt ", b"/Alx "))

    assert any("7.3-1" in line for line in judges.verapdf([path]))
    assert judges.page_validation(path.read_bytes()) != []
    assert judges.outloud(path) != []
