"""The parts of the file that are the same for every copy: what it is made of, how it looks, its lists and pages."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TEXT_WIDTH = 9638
"""Twentieths of a point: A4 with margins of 20 mm."""

LEVELS = 3
"""How deep a list goes."""

_KINDS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header1": "header",
    "footer1": "footer",
}


def text(words: str) -> str:
    """Words as they may stand in a part: escaped, without characters that no such file may hold."""
    return escape(_FORBIDDEN.sub("\ufffd", words), {'"': "&quot;"})


def xml(body: str) -> bytes:
    """A part as it stands in the file."""
    return (_DECLARED + body).encode()


def word(name: str, inner: str) -> bytes:
    """A part whose root is of the word processor's own vocabulary."""
    return xml(f'<w:{name} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{inner}</w:{name}>')


def content_types() -> bytes:
    """What each part is."""
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{kind}+xml"/>' for part, kind in _KINDS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return xml(
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{parts}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def package_relations() -> bytes:
    """From the file to its document and its properties."""
    return _relations(
        (
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        )
    )


def document_relations() -> bytes:
    """From the document to its styles, lists, settings, head and foot; the last two are rId4 and rId5."""
    names = ("styles", "numbering", "settings", "header1", "footer1")
    return _relations(tuple((f"{OFFICE}/{name.rstrip('1')}", f"{name}.xml") for name in names))


def _relations(targets: tuple[tuple[str, str], ...]) -> bytes:
    each = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1)
    )
    return xml(f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>')


def core(title: str, author: str, subject: str, language: str, made: str) -> bytes:
    """Title, author, subject, language and time, which readers and search engines show."""
    return xml(
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(title)}</dc:title><dc:subject>{text(subject)}</dc:subject>"
        f"<dc:creator>{text(author)}</dc:creator><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )


def settings(language: str) -> bytes:
    """How the document is to be opened: as of today's word processors, in its language."""
    return word(
        "settings",
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val={quoteattr(language)}/>',
    )


def numbering() -> bytes:
    """The one kind of list there is, with bullets."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(LEVELS)
    )
    return word(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def styles(language: str) -> bytes:
    """Styles by their built-in names, so that a word processor knows headings, captions and lists for what they are."""
    lang = quoteattr(language)
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" '
        'w:cs="Arial"/><w:color w:val="1B2430"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f"<w:lang w:val={lang} w:eastAsia={lang} w:bidi={lang}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return word("styles", defaults + "".join(_STYLES) + _TABLE)


def _style(key: str, name: str, paragraph: str, run: str, *, based: bool = True) -> str:
    base = '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>' if based else ""
    own = ' w:customStyle="1"' if key in ("Lead", "Small", "Mark", "Gap", "Cell") else ""
    default = "" if based else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{key}"><w:name w:val="{name}"/>{base}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    paragraph = (
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>'
    )
    run = f'<w:b/><w:color w:val="1F4172"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return _style(f"Heading{level}", f"heading {level}", paragraph, run)


_STYLES = (
    _style("Normal", "Normal", "", "", based=False),
    _style(
        "Title",
        "Title",
        '<w:keepNext/><w:spacing w:before="240" w:after="60"/>',
        '<w:b/><w:color w:val="1F4172"/><w:sz w:val="40"/><w:szCs w:val="40"/>',
    ),
    _style("Subtitle", "Subtitle", '<w:spacing w:after="240"/>', '<w:color w:val="545D69"/>'),
    _heading(1, 28, 360),
    _heading(2, 24, 240),
    _style("Caption", "caption", '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', "<w:b/>"),
    _style("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>', ""),
    _style("Lead", "Lead", "", '<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/>'),
    _style("Small", "Small", "", '<w:color w:val="545D69"/><w:sz w:val="20"/><w:szCs w:val="20"/>'),
    _style(
        "Mark",
        "Mark",
        '<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="1F4172"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E6ECF5"/>',
        "<w:b/>",
    ),
    _style("Gap", "Gap", '<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="7A4F00"/></w:pBdr>', "<w:b/>"),
    _style("Header", "header", '<w:spacing w:after="0"/>', '<w:color w:val="545D69"/><w:sz w:val="18"/>'),
    _style("Footer", "footer", '<w:spacing w:after="0"/>', '<w:color w:val="545D69"/><w:sz w:val="18"/>'),
    _style("Cell", "Cell", '<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>', ""),
)

_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="777C84"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/><w:qFormat/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="115" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E6ECF5"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)
