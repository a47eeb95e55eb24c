"""Files made to keep a checker busy: ``python -m tests.attacks.hostile NAME`` checks one and says what it took."""

from __future__ import annotations

import resource
import sys
import time
import zlib
from collections.abc import Callable

from fairness_desktop.record.seal import PyHankoChecker

from .target import ours, target, updated
from .updates import nothing_at_all

GIB = 1 << 30
CATALOGUE, NO_PAGES = b"<< /Type /Catalog /Pages 2 0 R %s >>", b"<< /Type /Pages /Kids [] /Count 0 >>"


def _file(*bodies: bytes, trailer: bytes = b"") -> bytes:
    """A file of these objects, the first being its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size, table = len(bodies) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, b"".join(places))
    return out + b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table)


def _stream(about: bytes, content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    head = b"<< /Length %d /Filter %b %b >>\nstream\n" % (len(content), filters, about)
    return head + content + b"\nendstream"


def _with_table(about: bytes, rows: bytes, *bodies: bytes) -> bytes:
    """A file whose table of places is a stream; places of the bodies are put into the rows."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    for number, place in enumerate([*places, table], 1):
        rows = rows.replace(b"<%d>" % number, place.to_bytes(4, "big"))
    head = b"%d 0 obj\n<< /Type /XRef /W [1 4 2] /Root 1 0 R /Length %d %b >>\nstream\n"
    out += head % (len(bodies) + 1, len(rows), about) + rows + b"\nendstream\nendobj\n"
    return out + b"startxref\n%d\n%%%%EOF\n" % table


def _attached(content: bytes, filters: bytes) -> bytes:
    names = b"/Names << /EmbeddedFiles << /Names [ (record.json) 3 0 R ] >> >>"
    file = b"<< /Type /Filespec /EF << /F 4 0 R >> >>"
    return _file(CATALOGUE % names, NO_PAGES, file, _stream(b"/Type /EmbeddedFile", content, filters))


def _nested(opening: bytes, closing: bytes) -> bytes:
    return _file(CATALOGUE % (b"/AcroForm %b" % (opening * 200_000 + closing * 200_000)), NO_PAGES)


def _bomb() -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(bytes(GIB >> 6)) for _part in range(64)) + packing.flush()


def bomb() -> bytes:
    """An attachment of a megabyte that unpacks to a gibibyte."""
    return _attached(_bomb(), b"/FlateDecode")


def bomb_in_a_bomb() -> bytes:
    """One packed twice: two kilobytes."""
    return _attached(zlib.compress(_bomb(), 9), b"[ /FlateDecode /FlateDecode ]")


def many_filters() -> bytes:
    return _attached(b"x", b"[" + b"/ASCIIHexDecode " * 100_000 + b"]")


def bomb_of_objects() -> bytes:
    packed = _stream(b"/Type /ObjStm /N 1 /First 4", _bomb())
    rows = b"\0\0\0\0\0\xff\xff\1<1>\0\0\2\0\0\0\3\0\0\1<3>\0\0\1<4>\0\0"
    return _with_table(b"/Size 5", rows, CATALOGUE % b"/AcroForm 2 0 R", b"null", packed)


def objects_within_themselves() -> bytes:
    rows = b"\0\0\0\0\0\xff\xff\1<1>\0\0\2\0\0\0\3\0\0\2\0\0\0\3\0\0\1<4>\0\0"
    return _with_table(b"/Size 5", rows, CATALOGUE % b"/AcroForm 2 0 R", b"null", b"null")


def bomb_of_places() -> bytes:
    """A table of twenty million objects, all of them where the first is."""
    rows = zlib.compress(b"\1\0\0\0\x09\0\0" * 20_000_000, 9)
    return _with_table(b"/Filter /FlateDecode /Index [0 20000000] /Size 20000000", rows, CATALOGUE % b"", NO_PAGES)


def huge_size() -> bytes:
    return _file(CATALOGUE % b"", NO_PAGES).replace(b"/Size 3", b"/Size 2147483647")


def huge_table() -> bytes:
    return _file(CATALOGUE % b"", NO_PAGES).replace(b"xref\n0 3\n", b"xref\n0 2147483647\n")


def pages_in_a_circle() -> bytes:
    return _file(CATALOGUE % b"", b"<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>")


def revisions_in_a_circle() -> bytes:
    straight = _file(CATALOGUE % b"", NO_PAGES)
    return straight.replace(b"/Root", b"/Prev %b /Root" % straight.split()[-2])


def names_in_a_circle() -> bytes:
    return _file(CATALOGUE % b"/Names << /EmbeddedFiles 3 0 R >>", NO_PAGES, b"<< /Kids [ 3 0 R ] /Names 3 0 R >>")


def reference_to_itself() -> bytes:
    return _file(CATALOGUE % b"/AcroForm 3 0 R", NO_PAGES, b"3 0 R")


def fields_in_a_circle() -> bytes:
    field = b"<< /T (a) /Kids [ 3 0 R ] /Parent 3 0 R >>"
    return _file(CATALOGUE % b"/AcroForm << /Fields [ 3 0 R ] >>", NO_PAGES, field)


def fields_that_fan_out() -> bytes:
    """Sixty layers, each leading twice to the next."""
    layers = [b"<< /T (a) /Kids [ %d 0 R %d 0 R ] >>" % (n + 1, n + 1) for n in range(3, 60)]
    return _file(CATALOGUE % b"/AcroForm << /Fields [ 3 0 R ] >>", NO_PAGES, *layers, b"<< /T (a) /FT /Sig >>")


def lists_in_lists() -> bytes:
    return _nested(b"[", b"]")


def dictionaries_in_dictionaries() -> bytes:
    return _nested(b"<< /A ", b" >>")


def strings_in_strings() -> bytes:
    return _nested(b"(", b")")


def encrypted() -> bytes:
    how = b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <%b> /U <%b> /OE <%b> /UE <%b> /Perms <%b> >>"
    how %= (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    return _file(CATALOGUE % b"", NO_PAGES, how, trailer=b"/Encrypt 3 0 R /ID [ <00> <00> ]")


def huge_file() -> bytes:
    return target(1).pdf + bytes(200 << 20)


def huge_comment() -> bytes:
    return target(1).pdf[:-6] + b"% " + b"x" * (60 << 20) + b"\n%%EOF\n"


def many_revisions() -> bytes:
    pdf = target(1).pdf
    for _time in range(30):
        pdf = updated(pdf, nothing_at_all)
    return pdf


HOSTILE: tuple[Callable[[], bytes], ...] = (
    bomb, bomb_in_a_bomb, many_filters, bomb_of_objects, objects_within_themselves, bomb_of_places, huge_size,
    huge_table, pages_in_a_circle, revisions_in_a_circle, names_in_a_circle, reference_to_itself, fields_in_a_circle,
    fields_that_fan_out, lists_in_lists, dictionaries_in_dictionaries, strings_in_strings, encrypted, huge_file,
    huge_comment, many_revisions,
)  # fmt: skip


def _memory() -> int:
    """KiB at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(name: str) -> None:
    """Check that file; verdict, seconds and MiB added."""
    pdf, checker, root = next(one for one in HOSTILE if one.__name__ == name)(), PyHankoChecker(), ours().root
    checker.check(target(1).pdf, (root,))
    before, begun = _memory(), time.monotonic()
    verdict = checker.check(pdf, (root,)).verdict
    sys.stdout.write(f"{verdict} {time.monotonic() - begun:.2f} {(_memory() - before) / 1024:.0f}")


if __name__ == "__main__":
    main(sys.argv[1])
