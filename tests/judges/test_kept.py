"""The records kept in docs/records still verify, and say what is kept beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.sealing.verdict import Recomputed, Relaid, Verdict

from . import kept


@pytest.mark.parametrize("name", kept.NAMES.values())
def test_that_a_kept_record_is_valid_and_follows_from_its_data(name: str) -> None:
    root = (kept.FOLDER / "council-root.cer").read_bytes()

    check = app.verifying().check_file(kept.FOLDER / f"{name}.pdf", (root,))

    assert (check.verdict, check.recomputed, len(check.signatures)) == (Verdict.VALID, Recomputed.MATCHES, 2)
    assert check.relaid in (Relaid.MATCHES, Relaid.OTHER_VERSION)


@pytest.mark.parametrize("folder", sorted(kept.OLDER.iterdir()), ids=lambda folder: folder.name)
def test_that_a_record_of_an_earlier_version_is_still_valid(folder: Path) -> None:
    root = (folder / "council-root.cer").read_bytes()

    check = app.verifying().check_file(folder / "english.pdf", (root,))

    assert (check.verdict, check.recomputed) == (Verdict.VALID, Recomputed.MATCHES)
    assert check.relaid is Relaid.OTHER_VERSION


@pytest.mark.parametrize("name", kept.NAMES.values())
def test_that_it_is_read_aloud_as_kept(name: str) -> None:
    assert (kept.FOLDER / f"{name}.aloud.txt").read_text(encoding="utf-8") == kept.aloud(kept.FOLDER / f"{name}.pdf")


@pytest.mark.parametrize("name", kept.NAMES.values())
def test_that_the_judges_found_it_good(name: str) -> None:
    said = (kept.FOLDER / f"{name}.judges.txt").read_text(encoding="utf-8")

    assert said.count("Signature is Valid.") == 2
    assert said.count("CMS Verification successful") == 2
    assert "PDF/UA-1: PASS\nPDF/A-3a: PASS" in said
    assert "No syntax or stream encoding errors found" in said
