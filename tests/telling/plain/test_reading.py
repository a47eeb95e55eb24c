from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.telling.plain.reading import measured, reading_sentence

EASY = "We made a ramp. It helps people in a wheelchair. It is free."
HARD = (
    "Notwithstanding the aforementioned considerations, the authority's determination regarding infrastructural "
    "accessibility improvements necessitates comprehensive interdepartmental consultation procedures."
)


def test_that_words_sentences_and_letters_are_counted() -> None:
    found = measured("It is 3 km. The hall’s well-kept door!")
    assert (found.sentences, found.words, found.letters) == (2, 8, 27)


def test_that_the_index_is_the_published_one() -> None:
    found = measured("one two three four. five six seven eight.")
    assert found.words_a_sentence == 4
    assert found.letters_a_word == pytest.approx(32 / 8)


def test_that_short_words_and_sentences_have_a_lower_age() -> None:
    assert measured(EASY).age == 6
    assert measured(HARD).age == 22


def test_that_a_text_of_a_known_age_has_it() -> None:
    """Grade 4.71 · 5 + 0.5 · 10 − 21.43 = 7.12: a child of twelve."""
    assert measured(" ".join(["abcde"] * 10) + ".").age == 12


def test_that_nothing_has_no_age() -> None:
    assert measured(" … ").age is None
    assert reading_sentence("", Language.ENGLISH) == "There is nothing to read yet."


def test_that_welsh_has_lengths_and_no_age() -> None:
    said = reading_sentence("Mae’r cyngor wedi penderfynu. Mae’n helpu pawb.", Language.WELSH)
    assert "3.5 words a sentence" in said
    assert "no reading age" in said


@given(st.text())
def test_that_any_text_can_be_measured(text: str) -> None:
    found = measured(text)
    assert found.age is None or 6 <= found.age <= 22
    assert found.sentences <= found.words
