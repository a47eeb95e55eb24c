"""A sealed record changed at random: in its bytes, its objects, its structure."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    NumberObject,
    Reference,
    StreamObject,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.misc import PdfReadError

from .target import updated

OBJECT = re.compile(rb"\n(\d+) 0 obj\b.*?\bendobj\b", re.DOTALL)
NUMBER = re.compile(rb"(?<=[ \[])\d+(?=[ \]\n/])")
NAME = re.compile(rb"/[A-Z][A-Za-z]{2,}")


def flips(pdf: bytes, chance: Random) -> bytes:
    """Some bits otherwise."""
    changed = bytearray(pdf)
    for _time in range(chance.randint(1, 12)):
        changed[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def inserted(pdf: bytes, chance: Random) -> bytes:
    """Bytes put in."""
    place = chance.randrange(len(pdf))
    return pdf[:place] + chance.randbytes(chance.randint(1, 60)) + pdf[place:]


def left_out(pdf: bytes, chance: Random) -> bytes:
    """Bytes taken out."""
    place = chance.randrange(len(pdf))
    return pdf[:place] + pdf[place + chance.randint(1, 400) :]


def truncated(pdf: bytes, chance: Random) -> bytes:
    """The end gone."""
    return pdf[: chance.randrange(200, len(pdf))]


def doubled(pdf: bytes, chance: Random) -> bytes:
    """A stretch of it twice."""
    begins, ends = sorted(chance.sample(range(len(pdf)), 2))
    return pdf[:ends] + pdf[begins:ends] + pdf[ends:]


def swapped(pdf: bytes, chance: Random) -> bytes:
    """Two stretches in each other's place."""
    one, two, three = sorted(chance.sample(range(len(pdf)), 3))
    return pdf[:one] + pdf[two:three] + pdf[one:two] + pdf[three:]


def _within(pdf: bytes, chance: Random, pattern: re.Pattern[bytes], other: Callable[[bytes], bytes]) -> bytes:
    found = list(pattern.finditer(pdf))
    chosen = chance.choice(found)
    return pdf[: chosen.start()] + other(chosen[0]).ljust(len(chosen[0]))[: len(chosen[0])] + pdf[chosen.end() :]


def number(pdf: bytes, chance: Random) -> bytes:
    """A number otherwise, in as many digits."""
    return _within(pdf, chance, NUMBER, lambda old: b"%d" % chance.randrange(10 ** len(old)))


def name(pdf: bytes, chance: Random) -> bytes:
    """A name that stands elsewhere in the file."""
    other = chance.choice(NAME.findall(pdf))
    return _within(pdf, chance, NAME, lambda _old: other)


def object_in_another_s_place(pdf: bytes, chance: Random) -> bytes:
    """Two objects of one length take each other's place; else one is blanked."""
    one, other = chance.sample(list(OBJECT.finditer(pdf)), 2)
    filled = other[0][: len(one[0])].ljust(len(one[0]))
    return pdf[: one.start()] + filled + pdf[one.end() :]


def update(pdf: bytes, chance: Random) -> bytes:
    """An object changed by an incremental update."""

    def change(writer: Any) -> None:  # noqa: ANN401 - the library is untyped
        # Read before any is changed: what is changed may be what the others lie in.
        for reference, value in [_object_of(writer, chance) for _time in range(chance.randint(1, 3))]:
            if isinstance(value, DictionaryObject) and len(value):
                key = chance.choice(list(value))
                value[pdf_name(key)] = _anything(chance, writer)
                writer.mark_update(reference)
            else:
                writer.root[pdf_name(f"/X{chance.randrange(99)}")] = _anything(chance, writer)
                writer.update_root()

    return updated(pdf, change)


def table_of_places(pdf: bytes, chance: Random) -> bytes:
    """A table appended that says of one object that it is another, and of some that they are free."""
    places = {int(m[1]): m.start() + 1 for m in OBJECT.finditer(pdf)}
    one, other = chance.sample(sorted(places), 2)
    rows = [(one, b"%010d 00000 n \n" % places[other])]
    if chance.random() < 0.5:
        rows.append((other, b"0000000000 65535 f \n"))
    table = b"".join(b"%d 1\n%s" % row for row in sorted(rows))
    trailer = re.findall(rb"/Root \d+ 0 R|/Info \d+ 0 R|/Size \d+", pdf)[-3:]
    before = pdf.split()[-2]
    head = b"xref\n" + table + b"trailer\n<< " + b" ".join(trailer) + b" /Prev " + before + b" >>\n"
    return pdf + head + b"startxref\n%d\n%%%%EOF\n" % len(pdf)


def _object_of(writer: Any, chance: Random) -> tuple[Reference, Any]:  # noqa: ANN401
    reference = Reference(chance.randrange(1, int(writer.prev.trailer["/Size"])), 0, writer)
    return reference, writer.get_object(reference)


def _anything(chance: Random, writer: Any) -> Any:  # noqa: ANN401
    makers: tuple[Callable[[], Any], ...] = (
        NullObject,
        ArrayObject,
        DictionaryObject,
        lambda: NumberObject(chance.randrange(-9, 10**9)),
        lambda: BooleanObject(True),
        lambda: pdf_string("otherwise"),
        lambda: pdf_name("/Otherwise"),
        lambda: IndirectObject(chance.randrange(1, 300), 0, writer),
        lambda: writer.add_object(StreamObject(stream_data=chance.randbytes(40))),
    )
    return chance.choice(makers)()


MUTATIONS = (
    flips, inserted, left_out, truncated, doubled, swapped, number, name, object_in_another_s_place, update, update,
    table_of_places,
)  # fmt: skip


def mutated(pdf: bytes, seed: int) -> bytes:
    """The file changed in the way of that seed; it differs from what it was."""
    chance = Random(seed)  # noqa: S311 - the same files in every run
    while True:
        try:
            changed = chance.choice(MUTATIONS)(pdf, chance)
        except PdfReadError:  # an object was chosen that is not there
            continue
        if changed != pdf:
            return changed
