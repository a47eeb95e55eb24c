"""The council's pages in a real browser: judged by axe-core, searched, printed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.record.copies.web import site

from ..publications.conftest import assessment, decision_of  # noqa: F401 - a fixture
from .browser import dumped, judged, printed

BOTH = (Language.ENGLISH, Language.WELSH)


@pytest.fixture(scope="module")
def folder(
    assessment: Assessment,  # noqa: F811
    framework: Framework,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A website of three decisions, one of them with a small group and in Welsh words, in both languages."""
    out = tmp_path_factory.mktemp("site")
    welsh = replace(assessment, id=type(assessment.id)("2"), reference="08-26", language=Language.WELSH)
    others = (
        replace(welsh, title="Ŵyna a chŷn: cae chwarae", summary="Penderfyniad y plwyf"),
        replace(assessment, id=type(assessment.id)("3"), reference="09-26", title="Café at the hall", summary="Tea"),
    )
    small = others[0].with_group(replace(assessment.groups[0], size=7))
    lines = []
    for each in (assessment, small, others[1]):
        published = decision_of(each, framework).published()
        for name, html in site.pages(published, BOTH):
            (out / name).write_text(html, encoding="utf-8")
        lines.append(site.line(published, BOTH))
    for name, html in site.lists(lines, BOTH):
        (out / name).write_text(html, encoding="utf-8")
    return out


def page(folder: Path, beginning: str, ending: str = ".html") -> Path:
    (found,) = (p for p in folder.glob(f"{beginning}*{ending}") if p.name.count(".") == ending.count("."))
    return found


@pytest.mark.parametrize(
    ("beginning", "ending", "dark", "width"),
    [
        ("index", ".html", False, 1280),
        ("index", ".cy.html", True, 360),
        ("07-26", ".html", False, 360),
        ("07-26", ".html", True, 1280),
        ("08-26", ".cy.html", False, 1280),
    ],
)
def test_that_axe_finds_no_fault(
    folder: Path, tmp_path: Path, beginning: str, ending: str, dark: bool, width: int
) -> None:
    html = page(folder, beginning, ending).read_text(encoding="utf-8")

    found = judged(html, tmp_path, dark=dark, width=width)

    assert found.violations == {}
    assert set(found.incomplete) <= {"color-contrast"}
    assert all(node.startswith("<text") for node in found.incomplete.get("color-contrast", []))  # on bars it cannot see
    assert {"color-contrast", "html-lang-valid", "heading-order", "landmark-one-main", "region"} <= found.passes


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("html-has-lang", '<html lang="en-GB">', "<html>"),
        ("color-contrast", "--muted: #545d69", "--muted: #c5c8cc"),
        ("label", 'for="find"', 'for="lost"'),
        ("empty-table-header", 'role="columnheader">Ref.<', 'role="columnheader"><'),
    ],
)
def test_that_the_judge_sees_a_page_made_worse(folder: Path, tmp_path: Path, rule: str, old: str, new: str) -> None:
    html = page(folder, "index").read_text(encoding="utf-8")
    assert old in html

    assert rule in judged(html.replace(old, new), tmp_path).violations


def shown(folder: Path, words: str, language: str = ".html") -> tuple[str, list[str]]:
    """What the page says of a search, and the references it shows: the page as it is published, policy and all."""
    dom = dumped(page(folder, "index", language).as_uri() + "?q=" + words)
    said = re.search(r'id="found"[^>]*>([^<]*)<', dom)
    assert said is not None
    rows = re.findall(r"<tr ([^>]*)><td[^>]*>([^<]*)</td>", dom)
    return said[1], sorted(reference for given, reference in rows if "hidden" not in given)


@pytest.mark.parametrize(
    ("words", "references"),
    [
        ("wyna%20chyn", ["08-26"]),
        ("CAF%C3%89", ["09-26"]),
        ("disabled%20corner", ["07-26", "08-26", "09-26"]),
        ("nowhere", []),
    ],
)
def test_that_search_finds_every_word_whatever_its_accents(folder: Path, words: str, references: list[str]) -> None:
    said, found = shown(folder, words)

    assert found == references
    assert said == f"Decisions shown: {len(references)} of 3"


def test_that_search_speaks_welsh(folder: Path) -> None:
    assert shown(folder, "tea", ".cy.html") == ("Penderfyniadau a ddangosir: 1 o 3", ["09-26"])


def test_that_without_a_script_every_decision_is_listed_and_no_dead_field_shown(folder: Path) -> None:
    html = page(folder, "index").read_text(encoding="utf-8")

    assert re.search(r"<form[^>]* hidden[ >]", html)
    assert len(re.findall(r"<tr data-words", html)) == 3


def test_that_a_printed_page_says_it_is_a_copy_and_leaves_out_what_only_a_screen_needs(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "printed.pdf"

    printed(page(folder, "07-26").as_uri(), out)

    document = pypdfium2.PdfDocument(out)
    try:
        size = document[0].get_size()
        text = " ".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    finally:
        document.close()
    assert [round(side) for side in size] == [595, 842]
    assert "Copy, not the signed record." in " ".join(text.split())
    assert "Skip to the content" not in text
    assert "This page in Welsh" not in text
