"""Verdicts for spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json

import pytest

from fairness_desktop.domain.sealing.verdict import Cause, RecordCheck, Relaid, Verdict
from fairness_desktop.services.checking.documents import COLUMNS, verdict_document, verdicts_csv


def rows(*checks: RecordCheck) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(verdicts_csv(checks))))


def test_that_a_file_is_a_row() -> None:
    (row,) = rows(
        RecordCheck("a.pdf", Verdict.CHANGED, "Why, “so”.", cause=Cause.AFTERWARDS, relaid=Relaid.DIFFERS, pages=(2, 3))
    )

    assert tuple(row) == COLUMNS
    assert (row["file"], row["verdict"], row["why"]) == ("a.pdf", "changed", "Why, “so”.")
    assert (row["relaid"], row["pages_otherwise"], row["cause"]) == ("differs", "2 3", "afterwards")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_that_no_cell_is_taken_for_a_formula(text: str) -> None:
    (row,) = rows(RecordCheck(f"{text}.pdf", Verdict.UNREADABLE, "", title=text))

    assert row["title"].startswith("'")
    assert row["file"].startswith("'")


def test_that_the_document_is_json() -> None:
    told = json.loads(json.dumps(verdict_document(RecordCheck("a.pdf", Verdict.UNSIGNED, "", cause=Cause.DRAFT))))

    assert (told["verdict"], told["cause"], told["relaid"], told["signatures"]) == ("unsigned", "draft", None, [])
