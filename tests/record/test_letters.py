"""Letters that few faces have, faces that are not there, and more text than anybody writes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop.domain.errors import RecordError
from fairness_desktop.record.pdf import PdfRecordMaker, fonts
from fairness_desktop.record.seal import FolderIdentities, PyHankoChecker
from fairness_desktop.record.subject import RecordSubject

from .conftest import NOW, PASSPHRASE, clock

ASTRAL, HEBREW, ARABIC, TURNED, CHINESE = "𝒜nn", "שרה", "سارة", "Ann\u202ekrelC", "王"


@pytest.fixture
def named(subject: RecordSubject, tmp_path: Path) -> Callable[[str], tuple[FolderIdentities, RecordSubject]]:
    """The example, to be signed by somebody of that name."""

    def of(name: str) -> tuple[FolderIdentities, RecordSubject]:
        identities = FolderIdentities(tmp_path / "identities", clock)
        return identities, replace(subject, signers=(identities.new(name, "Clerk", "Council", PASSPHRASE),))

    return of


@pytest.mark.parametrize("name", [ASTRAL, HEBREW, ARABIC, TURNED, CHINESE])
def test_that_a_name_nobody_could_read_in_the_record_is_said_before_anything_is_signed(
    named: Callable[[str], tuple[FolderIdentities, RecordSubject]], name: str
) -> None:
    _identities, subject = named(name)

    with pytest.raises(RecordError, match=r"cannot print .*U\+.*Write it another way"):
        PdfRecordMaker().make(subject)


@pytest.mark.parametrize("name", ["Ŵyn Łukasz", "Жанна", "Ann → Clerk", "Ελένη"])
def test_that_a_name_in_other_letters_is_whole_in_the_seal(
    named: Callable[[str], tuple[FolderIdentities, RecordSubject]], name: str
) -> None:
    identities, subject = named(name)

    sealed = identities.seal(PdfRecordMaker().make(subject), name, PASSPHRASE, "", NOW)

    assert PyHankoChecker().check(sealed, ()).verdict == "valid_untrusted"
    assert set(name) <= letters_of_seal(sealed)


def letters_of_seal(pdf: bytes) -> set[str]:
    """Every letter that the faces in the signature's field say they show."""
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    shown, found = [signature.sig_field["/AP"]["/N"]], set()
    while shown:
        resources = shown.pop()["/Resources"]
        shown += [resources["/XObject"][name] for name in resources.get("/XObject", ())]
        for name in resources.get("/Font", ()):
            told = resources["/Font"][name]["/ToUnicode"].data.decode("ascii")
            found |= {bytes.fromhex(code).decode("utf-16-be") for code in re.findall(r"<\w+> <(\w+)>", told)}
    return found


@pytest.fixture
def missing_face(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(fonts._FILES, fonts.FALLBACK, "source-sans-3/not-there.ttf")
    fonts.register.cache_clear()
    yield
    fonts.register.cache_clear()


def test_that_a_face_that_is_missing_is_said(missing_face: None) -> None:
    with pytest.raises(RecordError, match=r"“not-there\.ttf”.*Install it anew"):
        fonts.register()


@pytest.mark.parametrize("text", ["Families said what they need. " * 3_334, "x" * 100_000], ids=["words", "one word"])
def test_that_a_hundred_thousand_characters_of_reasons_are_laid_out_whole(subject: RecordSubject, text: str) -> None:
    decision = replace(subject.assessment.decision, reasons=text[:100_000])

    pdf = PdfRecordMaker().make(replace(subject, assessment=replace(subject.assessment, decision=decision)))

    pages = pypdfium2.PdfDocument(pdf)
    read = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    count = read.count("Families said") if " " in text else read.count("x") - 100
    assert count >= (3_333 if " " in text else 99_900)
