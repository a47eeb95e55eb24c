"""Official files of an index of deprivation are read for what they say, and a bad one is refused in a sentence."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import FairnessError, InvalidInputError
from fairness_desktop.exchange.areas.deprivation import IndexedArea, read_index, read_index_file

FILES = Path(__file__).parent / "files"
ENGLISH = FILES / "made-up-iod-2019-file-7.csv"
DECILE = "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"
HEADER = f'LSOA code (2011),LSOA name (2011),"{DECILE}"\n'


@pytest.mark.parametrize(
    ("name", "index", "deciles"),
    [
        ("made-up-iod-2019-file-7.csv", "English Indices of Deprivation 2019", [1, 2, 2, 5, 10, 7]),
        ("made-up-iod-2025-file-7.csv", "English Indices of Deprivation 2025", [1, 2, 2, 5, 10, 7]),
        ("made-up-wimd-2019-deciles.csv", "Welsh Index of Multiple Deprivation 2019", [1, 3, 3, 9]),
    ],
)
def test_that_the_official_columns_are_found(name: str, index: str, deciles: list[int]) -> None:
    found = read_index_file(FILES / name)

    assert (found.name, found.file_name) == (index, name)
    assert [a.decile for a in found.areas] == deciles
    assert found.sha256 == hashlib.sha256((FILES / name).read_bytes()).hexdigest()


def test_that_an_area_has_code_name_and_council() -> None:
    assert read_index_file(ENGLISH).areas[1] == IndexedArea("E01099902", "Madeup 001B", "Madeup", 2)


def test_that_a_byte_order_mark_windows_letters_and_a_cut_heading_are_read() -> None:
    heading = DECILE[:-2]
    text = f'LSOA code (2021),LSOA name (2021),"{heading}"\r\nE01099901,Ynys Môn,4\r\n'

    assert read_index(b"\xef\xbb\xbf" + text.encode()).areas == read_index(text.encode("cp1252")).areas


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("E01099901,A,11\n", f"line 2, column “{DECILE}”: “11” is no decile from 1 to 10"),
        ("E01099901,A,1\nE01099902,B,\n", f"line 3, column “{DECILE}”: “” is no decile from 1 to 10"),
        ("E01099901,A,two\n", f"line 2, column “{DECILE}”: “two” is no decile from 1 to 10"),
        ("E01099901,A,3.5\n", f"line 2, column “{DECILE}”: “3.5” is no decile from 1 to 10"),
        ("E01099901,A\n", f"line 2, column “{DECILE}”: “” is no decile from 1 to 10"),
        ("E01099901,A,1\nE01099901,A,2\n", "line 3, column “LSOA code (2011)”: “E01099901” stands there twice"),
        ("S01000001,A,1\n", "line 2, column “LSOA code (2011)”: “S01000001” is no code of an area in England or"),
        ('E01099901,"A,1\n', "is no table with commas"),
        ("", "has no areas under its header"),
    ],
)
def test_that_a_bad_row_is_refused_with_its_line_and_column(rows: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=re.escape(said)):
        read_index((HEADER + rows).encode())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "has no header with an LSOA code and a decile"),
        (b"year,amount\n2026,5\n", "has no header with an LSOA code and a decile"),
        (b"LSOA code (2011),Income Decile\nE01099901,1\n", "has no header with an LSOA code and a decile"),
        (b"PK\x03\x04\x00\x00", "is no text; save the sheet with the deciles as CSV"),
    ],
)
def test_that_another_file_is_refused_with_what_to_choose(raw: bytes, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        read_index(raw)


def test_that_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FairnessError, match=r"none\.csv” cannot be read"):
        read_index_file(tmp_path / "none.csv")
    bad = tmp_path / "bad.csv"
    bad.write_text(HEADER + "E01099901,A,0\n")
    with pytest.raises(FairnessError, match=r"bad\.csv: line 2, column .* Nothing was taken in\."):
        read_index_file(bad)


@given(st.binary(max_size=200))
def test_that_whatever_is_in_a_file_it_is_read_or_refused(raw: bytes) -> None:
    for whole in (raw, HEADER.encode() + raw):
        with suppress(InvalidInputError):
            assert read_index(whole).areas
