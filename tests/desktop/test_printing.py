"""A record on paper, tried without one: printed to a file."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.issue.printing import PrintPreview, print_pages

from .real import services_in


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    given = services_in(tmp_path_factory.mktemp("printing") / "data")
    return given.issuing.draft(given.register.open_example())


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def dark(path: Path, page: int) -> float:
    """The share of dots that are not white on a page."""
    document = pypdfium2.PdfDocument(path)
    try:
        grey = bytes(document[page].render(scale=0.5, grayscale=True).buffer)
    finally:
        document.close()
    return sum(dot < 128 for dot in grey) / len(grey)


def count(pdf: bytes | Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def test_that_every_page_comes_out_with_what_is_on_it(qtbot: QtBot, pages: bytes, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"

    printed = print_pages(pages, printer_to(out))

    assert printed == count(out) == count(pages)
    assert all(0.0003 < dark(out, page) < 0.5 for page in range(printed))


def test_that_the_preview_shows_them_all_and_is_not_modal(qtbot: QtBot, pages: bytes) -> None:
    preview = PrintPreview(pages)
    qtbot.addWidget(preview)
    with qtbot.waitExposed(preview):
        preview.show()

    shown = preview.findChild(QPrintPreviewWidget)

    assert shown is not None
    assert shown.pageCount() == count(pages)
    assert not preview.isModal()


def test_that_only_the_pages_asked_for_come_out(qtbot: QtBot, pages: bytes, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "paper.pdf")
    printer.setFromTo(2, 3)

    assert print_pages(pages, printer) == count(tmp_path / "paper.pdf") == 2


def test_that_a_print_says_at_its_foot_that_it_proves_nothing(qtbot: QtBot, pages: bytes, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"

    print_pages(pages, printer_to(out))

    document = pypdfium2.PdfDocument(out)
    try:
        text = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert "only the PDF file proves itself" in text
