"""What makes the file one for archives: properties, metadata, output intent, data attached (ISO 19005-3)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from ... import shipped
from ...i18n import _

CREATOR, PRODUCER = "Fairness Desktop", "Fairness Desktop (ReportLab)"
_MIME = "/application#2Fjson"
"""As PDF wants it written; ReportLab's own name object does not escape the slash."""

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on every page and in the file's properties; ``language`` is a BCP 47 tag."""

    title: str
    reference: str
    author: str
    subject: str
    draft: bool
    made_at: datetime
    attachments: dict[str, bytes]
    language: str = "en-GB"

    @property
    def file_id(self) -> str:
        """32 hex digits from what is attached: the same data, the same id."""
        return hashlib.sha256(b"\0".join(self.attachments.values())).hexdigest()[:32]

    @property
    def moment(self) -> str:
        """The time of the record as PDF writes it."""
        return self.made_at.strftime("D:%Y%m%d%H%M%S+00'00'")


def write_archive(document: pdfdoc.PDFDocument, sheet: Sheet) -> None:
    """Everything about the file as a whole: all of it from the record, nothing from clock or machine."""
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "AF", "OutputIntents"]
    catalogue.OutputIntents = PDFArray([_output_intent(document)])
    catalogue.Metadata = pdfdoc.XMP(creator=_constant(_metadata(sheet)))
    _describe(document, sheet)
    _attach(document, sheet)


def _describe(document: pdfdoc.PDFDocument, sheet: Sheet) -> None:
    info = document.info
    info.title, info.author, info.subject = sheet.title, sheet.author, sheet.subject
    info.creator, info.producer, info.keywords = CREATOR, PRODUCER, ""
    info._dateFormatter = _constant(sheet.moment)
    document._ID = f"\n[<{sheet.file_id}><{sheet.file_id}>]\n".encode()


def _constant(said: object) -> Any:  # noqa: ANN401 - ReportLab wants functions of the document, or of six numbers
    def told(*_arguments: object) -> object:
        return said

    return told


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return (shipped.folder() / "icc" / "sRGB.icc").read_bytes()


def _output_intent(document: pdfdoc.PDFDocument) -> object:
    profile = PDFStream(dictionary=PDFDictionary({"N": 3}), content=_profile(), filters=[PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile, "ColourProfile"),
    }
    return document.Reference(PDFDictionary(intent), "OutputIntent")


def _attach(document: pdfdoc.PDFDocument, sheet: Sheet) -> None:
    """The data, named and described, as files that belong to the whole document."""
    names: list[object] = []
    associated = []
    for name, content in sorted(sheet.attachments.items()):
        facts = {"Size": len(content), "ModDate": PDFString(sheet.moment)}
        head = {"Type": PDFName("EmbeddedFile"), "Subtype": _MIME, "Params": PDFDictionary(facts)}
        stream = PDFStream(dictionary=PDFDictionary(head), content=content, filters=[PDFZCompress])
        file = document.Reference(stream, f"File.{name}")
        specification = {
            "Type": PDFName("Filespec"),
            "F": PDFString(name),
            "UF": PDFString(name),
            "Desc": PDFString(_("The data this record was made from")),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": file, "UF": file}),
        }
        reference = document.Reference(PDFDictionary(specification), f"Spec.{name}")
        names += [PDFString(name), reference]
        associated.append(reference)
    document.Catalog.AF = PDFArray(associated)
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(names)})})


def _metadata(sheet: Sheet) -> bytes:
    """XMP: the same properties again, and that the file is PDF/A-3a and PDF/UA-1."""
    when = sheet.made_at.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    title, author, subject = (escape(_NO_XML.sub(" ", t)) for t in (sheet.title, sheet.author, sheet.subject))
    return _XMP.format(
        title=title,
        author=author,
        subject=subject,
        language=sheet.language,
        when=when,
        creator=CREATOR,
        producer=PRODUCER,
    ).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><xmp:CreateDate>{when}</xmp:CreateDate>
<xmp:ModifyDate>{when}</xmp:ModifyDate><xmp:MetadataDate>{when}</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords></pdf:Keywords>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
