"""A ZIP that is always the same bytes, and a reader that takes nothing from strangers on trust."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.exchange.bundle.archive import END, ENTRY, HEADER, Archive
from fairness_desktop.exchange.bundle.limits import MIB
from fairness_desktop.exchange.bundle.packing import Part, pack, whole

PARTS = {"history.json": b"{}", "assessment.fairness.json": b"{ }" * 1000, "attachments/a": bytes(range(256)) * 9}
names = st.text("abcdefgh/.", min_size=1, max_size=12).filter(lambda n: ".." not in n and not n.startswith("/"))


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    pack([whole(name, content) for name, content in parts.items()], file)
    return file.getvalue()


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same by the standard library, as an archive tool would."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def opened(raw: bytes, most: int | None = MIB) -> Archive:
    return Archive(io.BytesIO(raw), lambda _name: most)


def read(raw: bytes, most: int | None = MIB) -> dict[str, bytes]:
    archive = opened(raw, most)
    return {name: archive.read(name) for name in archive.entries}


def refusal(raw: bytes, most: int | None = MIB) -> str:
    with pytest.raises(InvalidInputError) as error:
        read(raw, most)
    return str(error.value)


@given(st.dictionaries(names.filter(lambda n: not n.endswith("/")), st.binary(max_size=300), max_size=5))
def test_that_what_is_packed_is_read_and_packed_again_to_the_same_bytes(parts: dict[str, bytes]) -> None:
    raw = packed(parts)

    assert read(raw) == parts
    assert packed(dict(reversed(parts.items()))) == raw


def test_that_any_archive_tool_reads_what_is_packed() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(PARTS))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS
        assert archive.namelist() == sorted(PARTS)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_that_a_bundle_packed_anew_by_an_archive_tool_is_read(method: int) -> None:
    assert read(zipped(PARTS, method)) == PARTS


def test_that_a_large_part_comes_in_pieces() -> None:
    large = {"attachments/a": b"\0" * (3 * MIB + 7)}

    for raw in (packed(large), zipped(large, zipfile.ZIP_STORED)):
        assert [len(p) for p in opened(raw, 9 * MIB).pieces("attachments/a")] == [MIB, MIB, MIB, 7]


def test_that_folders_in_the_list_are_passed_over() -> None:
    assert read(zipped({"attachments/": b"", **PARTS})) == PARTS


@pytest.mark.parametrize("raw", [b"", b"PK", b"%PDF-1.7 and so on", b"\0" * 100, b"SQLite format 3\0" + b"\0" * 4000])
def test_that_what_is_no_zip_is_said_to_be_none(raw: bytes) -> None:
    assert refusal(raw) == "is no bundle of Fairness Desktop (it is no ZIP)"


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/passwd", "\\x", "a\\..\\x", "C:/x", "attachments/..", "..", "a/..\\..\\x"]
)
def test_that_a_name_that_climbs_out_is_refused(name: str) -> None:
    assert "leads out of the bundle" in refusal(renamed(name))


def renamed(name: str) -> bytes:
    """A bundle with a part of that name, which no careful tool writes."""
    stand_in = "n" * len(name)
    return packed({stand_in: b"x"}).replace(stand_in.encode(), name.encode())


def test_that_a_part_no_bundle_has_is_refused() -> None:
    assert refusal(zipped({"word/document.xml": b"<x/>"}), None) == "word/document.xml: is no part of a bundle"


def test_that_a_name_given_twice_is_refused() -> None:
    raw = packed({"aaaa": b"1", "bbbb": b"2"}).replace(b"bbbb", b"aaaa")

    assert refusal(raw) == "aaaa: stands there twice"


def test_that_a_part_larger_than_it_may_be_is_refused_unread() -> None:
    assert refusal(packed({"a": b"x" * 11}), 10) == "a: is 11 bytes; at most 10 are taken"


def test_that_a_bomb_is_refused_by_what_it_says() -> None:
    assert refusal(zipped({"a": b"\0" * 50 * MIB}), 100 * MIB) == "a: unpacks to more than 200 times its size"


def test_that_a_bomb_that_lies_about_its_size_is_stopped() -> None:
    raw = bytearray(zipped({"a": b"\0" * 50 * MIB}))
    struct.pack_into("<L", raw, raw.rfind(b"PK\x01\x02") + 24, 100)

    assert refusal(bytes(raw)) == "a: unpacks to more than it says"


def test_that_parts_that_lie_over_one_another_are_refused() -> None:
    raw = bytearray(packed({"a": b"x" * 500, "b": b"y" * 500}))
    struct.pack_into("<L", raw, raw.rfind(b"PK\x01\x02") + 42, 0)

    assert refusal(bytes(raw)) == "b: lies over another part"


def test_that_a_list_of_too_many_parts_is_refused_unread() -> None:
    raw = bytearray(packed(PARTS))
    struct.pack_into("<HH", raw, len(raw) - END.size + 8, 5000, 5000)

    assert refusal(bytes(raw)) == "has 5000 parts; a bundle has at most 4096"


def test_that_a_part_under_a_password_is_refused() -> None:
    assert "locked by a password" in refusal(with_entry(lambda raw, at: struct.pack_into("<H", raw, at + 8, 1)))


def test_that_another_way_of_packing_is_refused() -> None:
    assert "is packed in a way" in refusal(with_entry(lambda raw, at: struct.pack_into("<H", raw, at + 10, 14)))


def with_entry(change: Callable[[bytearray, int], None]) -> bytes:
    raw = bytearray(packed({"a": b"x"}))
    change(raw, raw.rfind(b"PK\x01\x02"))
    return bytes(raw)


def test_that_a_flipped_bit_is_seen() -> None:
    raw = bytearray(packed({"a": b"x" * 500}))
    raw[HEADER.size + 100] ^= 1

    assert refusal(bytes(raw)) == "a: is damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_that_a_bundle_cut_off_anywhere_is_refused(method: int) -> None:
    raw = zipped({"a": b"x" * 60, "b": b"y" * 60}, method)

    for end in range(len(raw)):
        assert refusal(raw[:end])


def test_that_a_name_that_differs_where_the_part_lies_is_refused() -> None:
    raw = packed({"aaaa": b"1"})

    assert "not where the list of parts says" in refusal(raw.replace(b"aaaa", b"bbbb", 1))


def test_that_what_stands_before_or_after_a_zip_is_refused() -> None:
    raw = packed(PARTS)

    assert "no plain ZIP" in refusal(b"x" + raw)
    assert "no plain ZIP" in refusal(raw + b"x")


def test_that_the_sizes_of_the_parts_of_zip_are_what_they_are() -> None:
    assert (HEADER.size, ENTRY.size, END.size) == (30, 46, 22)


def test_that_a_part_that_is_not_as_long_as_it_was_said_to_be_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError):
        pack([Part("a", 5, lambda: [b"x"])], io.BytesIO())
