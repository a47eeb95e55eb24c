"""The bundled faces, and which of them can print a character."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from ... import shipped
from ...domain.errors import RecordError
from ...i18n import _
from ..content.tree import SOFT_HYPHEN

REGULAR, SEMIBOLD, BOLD, FALLBACK = "Next", "Next-SemiBold", "Next-Bold", "SourceSans"
_FILES = {
    REGULAR: "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_400Regular.ttf",
    SEMIBOLD: "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_600SemiBold.ttf",
    BOLD: "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_700Bold.ttf",
    FALLBACK: "source-sans-3/SourceSans3_400Regular.ttf",
}
_SPACES = {"\t": " ", "\r": " ", "\u00a0": "\u00a0", "\u2028": "\n", "\u2029": "\n"}


def font_file(name: str) -> Path:
    """The file of a face."""
    return shipped.folder() / "fonts" / _FILES[name]


@lru_cache(maxsize=1)
def register() -> None:
    """Make the faces known to ReportLab, once a process."""
    for name in _FILES:
        try:
            pdfmetrics.registerFont(TTFont(name, str(font_file(name))))
        except (TTFError, OSError) as error:
            raise RecordError(
                _(
                    "The typeface “{file}”, which comes with the program, is missing or damaged. Install it anew."
                ).format(file=font_file(name).name)
            ) from error


@lru_cache(maxsize=8)
def _covered(name: str) -> frozenset[int]:
    register()
    return frozenset(pdfmetrics.getFont(name).face.charToGlyph)


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """The text in runs of (face, text): the wanted face, or the one behind it where that lacks a character."""
    told: list[tuple[str, str]] = []
    for character in text.replace(SOFT_HYPHEN, ""):
        character = _SPACES.get(character, character)  # noqa: PLW2901 - the same character, as it is printed
        face = font if ord(character) in _covered(font) or character == "\n" else FALLBACK
        if told and told[-1][0] == face:
            told[-1] = (face, told[-1][1] + character)
        else:
            told.append((face, character))
    return told


def one_face(text: str) -> str:
    """The one face in which all of a text can be printed, the first by preference; RecordError where none has it."""
    require_glyphs((text,))
    wanted = {ord(c) for c in text if c != "\n"}
    return REGULAR if wanted <= _covered(REGULAR) else FALLBACK


def require_glyphs(texts: tuple[str, ...]) -> None:
    """Refuse a record with a character that neither face can print: it would be dropped without a word."""
    known = _covered(REGULAR) | _covered(FALLBACK) | {ord(c) for c in ("\n", *_SPACES)}
    missing = sorted({c for text in texts for c in text if ord(c) not in known})
    if missing:
        shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing[:10])
        where = next(text for text in texts if missing[0] in text)
        raise RecordError(
            _("The record cannot print {characters}, for example in “{where}”. Write it another way.").format(
                characters=shown, where=where[:80]
            )
        )
