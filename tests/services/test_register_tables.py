"""The register as a file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.domain.vocabulary import Form
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.publications import tables as module
from fairness_desktop.services.publications.tables import TableKind


@pytest.fixture
def several(services: Services) -> Services:
    for number in range(5):
        walk = services.register.new(Form.SHORT)
        walk.change(replace(walk.assessment, title=f"Number {number}"))
    return services


def test_that_every_line_is_written_page_by_page(
    several: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    tables, out = several.publications.tables, tmp_path / "register.json"

    count = tables.write(tables.lines(RegisterQuery()), out, TableKind.JSON)

    told = json.loads(out.read_text(encoding="utf-8"))["decisions"]
    assert count == len(told) == 5
    assert {line["title"] for line in told} == {f"Number {n}" for n in range(5)}


def test_that_only_what_matches_is_written(several: Services, tmp_path: Path) -> None:
    tables, out = several.publications.tables, tmp_path / "register.csv"

    assert tables.write(tables.lines(RegisterQuery(words="number 3")), out, TableKind.SPREADSHEET) == 1
    assert out.read_bytes().startswith(b"\xef\xbb\xbfRef.,Decision")


def test_that_what_cannot_be_written_is_told_and_leaves_nothing(several: Services, tmp_path: Path) -> None:
    tables = several.publications.tables

    with pytest.raises(FairnessError, match="cannot be written"):
        tables.write(tables.lines(RegisterQuery()), tmp_path / "no" / "such.csv", TableKind.EXACT)
    assert not (tmp_path / "no").exists()
