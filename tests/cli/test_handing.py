"""Bundles and papers on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Office, Run, call, edited

REFERENCE = "07-26"


@pytest.fixture
def bundle(run: Run, tmp_path: Path) -> Path:
    run("import", EXAMPLE)
    (tmp_path / "survey.txt").write_text("what families said")
    attached = run(
        "attach", REFERENCE, tmp_path / "survey.txt", "--title", "Survey", "--date", "2026-10-01",
        "--where", "groups[dk].need_evidence", "--exempt", "Schedule 12A, paragraph 1",
    )  # fmt: skip
    assert attached.code == 0, attached.err
    out = tmp_path / "out.fairness"
    assert run("export", REFERENCE, "--out", out).out == f"Written to {out}.\n"
    return out


def test_that_a_bundle_goes_to_another_folder_and_back_as_the_same_bytes(bundle: Path, tmp_path: Path) -> None:
    elsewhere, back = tmp_path / "elsewhere", tmp_path / "back.fairness"

    assert call(elsewhere, "import", bundle).out == "out.fairness: taken in as 07-26.\n"
    assert call(elsewhere, "export", REFERENCE, "--out", back).code == 0

    assert back.read_bytes() == bundle.read_bytes()
    assert "nothing was done" in call(elsewhere, "import", bundle).out
    assert call(elsewhere, "check").code == 0


def test_that_papers_are_listed_and_written_out(bundle: Path, run: Run, tmp_path: Path) -> None:
    listed = run("attachments", REFERENCE, "--json").document

    assert [(p["title"], p["date"], p["exempt"], p["here"]) for p in listed] == [("Survey", "2026-10-01", True, True)]
    assert "Survey  2026-10-01  exempt, here" in run("attachments", REFERENCE).out
    assert run("attachments", REFERENCE, "--save", tmp_path / "papers").code == 0
    assert (tmp_path / "papers" / "survey.txt").read_text() == "what families said"


def test_that_other_content_under_a_known_id_is_refused(bundle: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    call(elsewhere, "import", edited(tmp_path, title="Another"))

    assert call(elsewhere, "import", bundle).refused == (
        "out.fairness: the register already holds “Play area at the end of its life” with other content. Nothing was "
        "taken in; open the file in the window, which shows both and lets you choose."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "x.fairness is no bundle of Fairness Desktop (it is no ZIP). Nothing was taken in."),
        (b"%PDF-1.7", "x.fairness is no bundle of Fairness Desktop (it is no ZIP). Nothing was taken in."),
    ],
)
def test_that_what_is_no_bundle_is_refused(run: Run, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "x.fairness").write_bytes(content)

    assert run("import", tmp_path / "x.fairness").refused == said
    assert run("import", tmp_path / "none.fairness").refused == f"There is no file “{tmp_path / 'none.fairness'}”."


def test_that_a_folder_of_bundles_comes_in_and_each_that_does_not_is_told(bundle: Path, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "folder", tmp_path / "elsewhere"
    folder.mkdir()
    bundle.rename(folder / "a.fairness")
    (folder / "b.fairness").write_bytes(b"no")
    (folder / "c.fairness").write_bytes((folder / "a.fairness").read_bytes())

    answer = call(elsewhere, "import", folder)

    assert answer.out == "Taken in: 1. Here already: 1. Refused: 1.\n"
    assert answer.err == "b.fairness is no bundle of Fairness Desktop (it is no ZIP). Nothing was taken in.\n"
    assert answer.code == 1
    assert len(call(elsewhere, "list", "--json").document) == 1


def test_that_an_empty_folder_is_said_to_be_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "There is no bundle and no assessment in" in run("import", tmp_path / "empty").refused


def test_that_what_cannot_be_attached_is_told(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)

    assert "There is no file" in run("attach", REFERENCE, tmp_path / "none").refused
    assert run("attachments", REFERENCE).out == "Nothing is attached.\n"


def test_that_a_signed_record_travels(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "signed.fairness"
    assert office.run("export", REFERENCE, "--out", out).code == 0

    assert call(tmp_path / "elsewhere", "import", out).code == 0
    assert [row["status"] for row in call(tmp_path / "elsewhere", "list", "--json").document] == ["signed"]
    assert json.loads(call(tmp_path / "elsewhere", "show", REFERENCE, "--json").out)["reference"] == REFERENCE


def test_that_a_signed_record_in_a_bundle_is_checked_as_it_comes_in(office: Office, run: Run, tmp_path: Path) -> None:
    bundle = tmp_path / "signed.fairness"
    assert office.run("export", "07-26", "--out", bundle).code == 0

    taken = run("import", bundle)

    assert "taken in as 07-26" in taken.out
    assert "Signed record 07-26: Valid, signer not yet trusted." in taken.out
