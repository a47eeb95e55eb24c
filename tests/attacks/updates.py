"""Incremental updates after signing, as an editor of PDF would append them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    pdf_name,
    pdf_string,
)

from .target import Target, reader, updated

Change = Callable[[Any], None]


def after(change: Change) -> Callable[[Target], bytes]:
    """The attack that appends this change."""

    def attack(target: Target) -> bytes:
        return updated(target.pdf, change)

    return attack


def _first_page(writer: Any) -> Any:  # noqa: ANN401 - the library is untyped
    reference, _place = writer.find_page_for_modification(0)
    writer.mark_update(reference)
    return reference.get_object()


def page_content(writer: Any) -> None:  # noqa: ANN401
    _first_page(writer)["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT ET"))


def attachment(writer: Any) -> None:  # noqa: ANN401
    specification = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][3]
    specification["/EF"]["/F"] = writer.add_object(StreamObject(stream_data=b"{}"))
    writer.update_container(specification)


def another_attachment(writer: Any) -> None:  # noqa: ANN401
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    file = writer.add_object(StreamObject(stream_data=b"MZ"))
    about = {"/Type": pdf_name("/Filespec"), "/F": pdf_string("a.exe"), "/EF": DictionaryObject({pdf_name("/F"): file})}
    names.append(pdf_string("a.exe"))
    names.append(writer.add_object(_dictionary(about)))
    writer.update_container(names)


def annotation(writer: Any) -> None:  # noqa: ANN401
    _add_annotation(writer, {"/Subtype": pdf_name("/FreeText"), "/Contents": pdf_string("Approved!")})


def evil_annotation(writer: Any) -> None:  # noqa: ANN401
    """A stamp that covers the page with other words (Rohlmann et al. 2021)."""
    _add_annotation(writer, {"/Subtype": pdf_name("/Stamp"), "/AP": _look(writer), "/F": NumberObject(4)})


def link(writer: Any) -> None:  # noqa: ANN401
    action = {"/S": pdf_name("/URI"), "/URI": pdf_string("https://example.org")}
    _add_annotation(writer, {"/Subtype": pdf_name("/Link"), "/A": _dictionary(action)})


def text_field(writer: Any) -> None:  # noqa: ANN401
    """A field whose value is drawn over the page."""
    about = {"/Subtype": pdf_name("/Widget"), "/FT": pdf_name("/Tx"), "/T": pdf_string("more"), "/AP": _look(writer)}
    writer.root["/AcroForm"]["/Fields"].append(_add_annotation(writer, about))
    writer.update_container(writer.root["/AcroForm"])


def signature_field(writer: Any) -> None:  # noqa: ANN401
    """An empty field for one signature more."""
    about = {"/Subtype": pdf_name("/Widget"), "/FT": pdf_name("/Sig"), "/T": pdf_string("Signature9")}
    writer.root["/AcroForm"]["/Fields"].append(_add_annotation(writer, about))
    writer.update_container(writer.root["/AcroForm"])


def look_of_a_signature(writer: Any) -> None:  # noqa: ANN401
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/AP"] = _look(writer)
    writer.update_container(field)


def lock_taken_away(writer: Any) -> None:  # noqa: ANN401
    field = writer.root["/AcroForm"]["/Fields"][-1]
    field["/Lock"] = _dictionary(
        {"/Type": pdf_name("/SigFieldLock"), "/Action": pdf_name("/All"), "/P": NumberObject(3)}
    )
    writer.update_container(field)


def alternative_text(writer: Any) -> None:  # noqa: ANN401
    element = _element(writer.root["/StructTreeRoot"]["/K"], "/Form")
    element["/Alt"] = pdf_string("The decision was unanimous")
    writer.update_container(element)


def reading_order(writer: Any) -> None:  # noqa: ANN401
    document = writer.root["/StructTreeRoot"]["/K"]
    document = document if "/K" in document else document[0]
    document["/K"] = ArrayObject(reversed([document["/K"].raw_get(i) for i in range(len(document["/K"]))]))
    writer.update_container(document)


def language(writer: Any) -> None:  # noqa: ANN401
    writer.root["/Lang"] = pdf_string("fr")
    writer.update_root()


def title(writer: Any) -> None:  # noqa: ANN401
    writer.trailer["/Info"]["/Title"] = pdf_string("Another")
    writer.mark_update(writer.trailer.raw_get("/Info"))


def metadata(writer: Any) -> None:  # noqa: ANN401
    writer.root["/Metadata"] = writer.add_object(StreamObject(stream_data=b"<x:xmpmeta/>"))
    writer.update_root()


def bookmark(writer: Any) -> None:  # noqa: ANN401
    first = writer.root["/Outlines"]["/First"]
    first["/Title"] = pdf_string("Refused")
    writer.update_container(first)


def page_taken_out(writer: Any) -> None:  # noqa: ANN401
    pages = writer.root["/Pages"]
    del pages["/Kids"][1]
    pages["/Count"] = NumberObject(len(pages["/Kids"]))
    writer.update_container(pages)


def pages_swapped(writer: Any) -> None:  # noqa: ANN401
    kids = writer.root["/Pages"]["/Kids"]
    kids[0], kids[1] = kids.raw_get(1), kids.raw_get(0)
    writer.update_container(writer.root["/Pages"])


def page_added(writer: Any) -> None:  # noqa: ANN401
    page = {"/Type": pdf_name("/Page"), "/Parent": writer.root.raw_get("/Pages"), "/MediaBox": _box(0, 0, 595, 842)}
    pages = writer.root["/Pages"]
    pages["/Kids"].append(writer.add_object(_dictionary(page)))
    pages["/Count"] = NumberObject(len(pages["/Kids"]))
    writer.update_container(pages)


def script(writer: Any) -> None:  # noqa: ANN401
    action = {"/S": pdf_name("/JavaScript"), "/JS": pdf_string("app.alert('Valid')")}
    writer.root["/OpenAction"] = _dictionary(action)
    writer.update_root()


def layers(writer: Any) -> None:  # noqa: ANN401
    writer.root["/OCProperties"] = _dictionary({"/OCGs": ArrayObject(), "/D": DictionaryObject()})
    writer.update_root()


def certification_taken_away(writer: Any) -> None:  # noqa: ANN401
    del writer.root["/Perms"]
    writer.update_root()


def certificates_added(writer: Any) -> None:  # noqa: ANN401
    writer.root["/DSS"] = writer.add_object(_dictionary({"/VRI": DictionaryObject()}))
    writer.update_root()


def nothing_at_all(writer: Any) -> None:  # noqa: ANN401
    """An update that changes no object."""
    writer.add_object(pdf_string("nothing"))


def places_swapped(target: Target) -> bytes:
    """A table of places alone: where one page's content was, the other's is now."""
    pages = reader(target.pdf).root["/Pages"]["/Kids"]
    one, other = (pages[i].raw_get("/Contents").idnum for i in (0, 1))
    there = {n: target.pdf.index(b"\n%d 0 obj" % n) + 1 for n in (one, other)}
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % (n, there[o]) for n, o in sorted(((one, other), (other, one))))
    root, info = (reader(target.pdf).trailer.raw_get(key).idnum for key in ("/Root", "/Info"))
    size, before = reader(target.pdf).trailer["/Size"], int(target.pdf.split()[-2])
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\n" % (size, root, info, before)
    return target.pdf + b"xref\n" + rows + trailer + b"startxref\n%d\n%%%%EOF\n" % len(target.pdf)


def _dictionary(about: dict[str, Any]) -> Any:  # noqa: ANN401
    return DictionaryObject({pdf_name(key): value for key, value in about.items()})


def _box(*sides: float) -> Any:  # noqa: ANN401
    return ArrayObject([FloatObject(side) for side in sides])


def _look(writer: Any) -> Any:  # noqa: ANN401
    drawn = StreamObject(stream_data=b"1 1 1 rg 0 0 595 842 re f 0 0 0 rg 100 100 400 400 re f")
    drawn.update(
        {
            NameObject("/Type"): pdf_name("/XObject"),
            NameObject("/Subtype"): pdf_name("/Form"),
            NameObject("/BBox"): _box(0, 0, 595, 842),
        }
    )
    return _dictionary({"/N": writer.add_object(drawn)})


def _add_annotation(writer: Any, about: dict[str, Any]) -> Any:  # noqa: ANN401
    page = _first_page(writer)
    full = {"/Type": pdf_name("/Annot"), "/Rect": _box(0, 0, 595, 842), **about}
    reference = writer.add_object(_dictionary(full))
    before = [page["/Annots"].raw_get(i) for i in range(len(page["/Annots"]))] if "/Annots" in page else []
    page["/Annots"] = ArrayObject([*before, reference])
    return reference


def _element(element: Any, role: str) -> Any:  # noqa: ANN401
    """The first element of a role in the structure tree."""
    if isinstance(element, list):
        found = (_element(element[i], role) for i in range(len(element)))
        return next((one for one in found if one is not None), None)
    if not isinstance(element, DictionaryObject):
        return None
    if element.get("/S") == role:
        return element
    return _element(element["/K"], role) if "/K" in element and "/S" in element else None
