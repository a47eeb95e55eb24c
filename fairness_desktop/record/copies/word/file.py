"""The file itself: its parts packed together, the same bytes for the same copy."""

from __future__ import annotations

import zipfile
from io import BytesIO

from ....i18n import _
from ...content.document import in_short
from ...content.tree import Document, under_title
from ...subject import RecordSubject
from ...tongues import in_language
from ..marking import SignedAs, mark, origin, short_mark
from . import parts
from .body import paragraph, paragraphs

_EPOCH = (1980, 1, 1, 0, 0, 0)

_SHEET = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1134" w:bottom="1304" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def as_docx(subject: RecordSubject, signed: SignedAs | None) -> bytes:
    """The plain page and the statutory record, marked as a copy at its head and on every page."""
    with in_language(subject.language):
        told = in_short(subject)
        begin = (
            paragraph(mark(subject, signed), "Mark"),
            paragraph(told.title, "Title"),
            paragraph(under_title(told), "Subtitle"),
        )
        end = (paragraph(f"{what}: {which}", "Small") for what, which in (origin(signed) if signed else ()))
        body = "".join((*begin, *paragraphs(told.nodes), *end, _SHEET))
        return _packed(
            {
                "[Content_Types].xml": parts.content_types(),
                "_rels/.rels": parts.package_relations(),
                "docProps/core.xml": _properties(told, subject),
                "word/document.xml": parts.word("document", f"<w:body>{body}</w:body>"),
                "word/_rels/document.xml.rels": parts.document_relations(),
                "word/styles.xml": parts.styles(told.language),
                "word/numbering.xml": parts.numbering(),
                "word/settings.xml": parts.settings(told.language),
                "word/header1.xml": parts.word("hdr", paragraph(short_mark(), "Header")),
                "word/footer1.xml": parts.word("ftr", _foot(told)),
            }
        )


def _properties(told: Document, subject: RecordSubject) -> bytes:
    made = f"{subject.made_at:%Y-%m-%dT%H:%M:%SZ}"
    return parts.core(told.title, told.author, told.subject, told.language, made)


def _foot(told: Document) -> str:
    """Reference and page number."""
    before, after = _("Page {number} of").split("{number}")
    head = f"{told.reference}  ·  " if told.reference else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_words(head + before)}{_field("PAGE")}'
        f"{_words(after + ' ')}{_field('NUMPAGES')}</w:p>"
    )


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{parts.text(text)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _packed(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()
