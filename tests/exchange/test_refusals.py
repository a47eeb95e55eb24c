"""What cannot be is refused, in one sentence that names the place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fairness_desktop.domain.errors import FairnessError, InvalidInputError, NotFoundError
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks, decode
from fairness_desktop.exchange.reading import LARGEST_FILE, parse

from .documents import Document, drop, example, put
from .refusals import IN_RELATION, MISSING, NEEDED, NOT_JSON, spoilt_rows


def said_of(document: object, known: Frameworks) -> str:
    with pytest.raises(InvalidInputError) as refusal:
        decode(parse(json.dumps(document).encode()), known)
    return str(refusal.value)


@pytest.mark.parametrize(("place", "value", "why"), spoilt_rows(), ids=lambda v: str(v)[:40])
def test_that_a_wrong_value_is_refused_under_its_exact_place(
    place: str, value: object, why: str, known: Frameworks
) -> None:
    said = said_of(put(example(), place, value), known)

    assert said.startswith(f"{place}")
    assert why in said
    assert said.count(place) == 1


@pytest.mark.parametrize("place", NEEDED)
def test_that_a_needed_field_left_out_is_refused(place: str, known: Frameworks) -> None:
    assert said_of(drop(example(), place), known) == f"{place}: {MISSING}"


@pytest.mark.parametrize("place", NEEDED)
def test_that_a_needed_field_of_null_is_refused(place: str, known: Frameworks) -> None:
    assert said_of(put(example(), place, None), known) == f"{place}: {MISSING}"


@pytest.mark.parametrize(("place", "value", "said"), IN_RELATION, ids=lambda v: str(v)[:40])
def test_that_rows_that_do_not_fit_together_are_refused(
    place: str, value: object, said: str, known: Frameworks
) -> None:
    assert said_of(put(example(), place, value), known).startswith(said)


@pytest.mark.parametrize(("raw", "said"), NOT_JSON, ids=lambda v: str(v)[:30])
def test_that_what_is_no_sound_json_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        parse(raw)

    assert said in str(refusal.value)


@pytest.mark.parametrize("document", [None, [], "x", 5, {}, {"format": []}])
def test_that_another_document_is_refused_as_not_ours(document: object, known: Frameworks) -> None:
    assert said_of(document, known) == "format: this is not an assessment of Fairness Desktop"


def test_that_no_draft_can_excuse_what_it_cannot_do_without(known: Frameworks) -> None:
    for place in ("id", "framework", "format_version", "groups[0].id", "options[1].id"):
        excused = put(example(), "unanswered", [{"field": place}])
        assert said_of(drop(excused, place), known).startswith(place)


def test_that_the_place_counts_from_nought(known: Frameworks) -> None:
    document = example()
    document["groups"] += [dict(document["groups"][0], id=letter) for letter in "pq"]

    assert said_of(put(document, "groups[3].size", 0), known) == "groups[3].size: must be a whole number above 0"


ODD = ["é", "日本", "a.b", "a/b", "../..", " ", "<b>", "𝔸", "'; --", "[0]"]


@pytest.mark.parametrize("odd", ODD)
def test_that_any_text_will_do_for_an_id(odd: str, known: Frameworks) -> None:
    document = json.loads(json.dumps(example()).replace('"D"', json.dumps(odd)).replace('"dk"', json.dumps(odd)))
    document["groups"][0]["need_evidence"], document["effects"][1]["grade"] = [], "D"

    assert decode(document, known).effects[0].option == odd


@pytest.mark.parametrize("size", ["60", "60.0", "6e1"])
def test_that_a_whole_number_may_be_written_with_a_point(size: str, known: Frameworks) -> None:
    assert decode(put(example(), "groups[0].size", json.loads(size)), known).groups[0].size == 60


def test_that_a_mark_for_byte_order_is_no_fault() -> None:
    assert parse(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def _written(tmp_path: Path, document: Document) -> Path:
    path = tmp_path / "play.fairness.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_that_a_refused_file_is_named_with_the_place(tmp_path: Path, known: Frameworks) -> None:
    path = _written(tmp_path, put(example(), "groups[1].size", 0))

    with pytest.raises(FairnessError, match=r"play\.fairness\.json: groups\[1\]\.size: must be a whole number above 0"):
        files.read(path, known)


def test_that_a_missing_file_is_said_to_be_missing(tmp_path: Path, known: Frameworks) -> None:
    with pytest.raises(NotFoundError, match="There is no file"):
        files.read(tmp_path / "none.json", known)


def test_that_a_folder_is_no_file(tmp_path: Path, known: Frameworks) -> None:
    with pytest.raises(FairnessError, match="cannot be read"):
        files.read(tmp_path, known)


def test_that_a_file_over_the_limit_is_refused(tmp_path: Path, known: Frameworks) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE * 20)

    with pytest.raises(FairnessError, match="is larger than 32 MiB"):
        files.read(path, known)


def test_that_a_file_of_just_the_limit_is_read() -> None:
    assert parse(b"[1" + b" " * (LARGEST_FILE - 3) + b"]") == [1]


def test_that_a_text_of_just_the_limit_is_kept() -> None:
    assert parse(b'"' + b"x" * 100_000 + b'"') == "x" * 100_000


def test_that_the_tables_start_from_an_example_that_is_accepted(known: Frameworks) -> None:
    assert decode(example(), known).title
