"""Fingerprints as they are written and read out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.sealing.fingerprints import fingerprint_meant, grouped, in_words, words_in_lines
from fairness_desktop.domain.sealing.word_list import THREE_SYLLABLES, TWO_SYLLABLES

PUBLISHED = "e58294f2e9a227486e8b061b31cc528fd7fa3f19"
PUBLISHED_WORDS = (
    "topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa "
    "afflict bravado chatter revolver Dupont midsummer stopwatch whimsical cowbell bottomless"
)
FINGERPRINTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_that_the_published_example_reads_as_published() -> None:
    assert " ".join(in_words(PUBLISHED)) == PUBLISHED_WORDS


def test_that_each_byte_has_a_word_of_its_own_at_either_place() -> None:
    for words in (TWO_SYLLABLES, THREE_SYLLABLES):
        assert len({word.lower() for word in words}) == len(words) == 256


def test_that_no_word_stands_in_both_lists() -> None:
    assert not {w.lower() for w in TWO_SYLLABLES} & {w.lower() for w in THREE_SYLLABLES}


@given(FINGERPRINTS)
def test_that_words_and_digits_mean_the_same_fingerprint_again(fingerprint: str) -> None:
    assert fingerprint_meant(" ".join(in_words(fingerprint)).upper()) == fingerprint
    assert fingerprint_meant(grouped(fingerprint)) == fingerprint
    assert fingerprint_meant("\n".join(words_in_lines(fingerprint))) == fingerprint


@given(FINGERPRINTS, st.integers(0, 30))
def test_that_two_neighbouring_words_said_in_the_wrong_order_mean_nothing(fingerprint: str, place: int) -> None:
    words = list(in_words(fingerprint))
    words[place], words[place + 1] = words[place + 1], words[place]
    assert fingerprint_meant(" ".join(words)) is None


@given(FINGERPRINTS, st.integers(0, 31))
def test_that_a_word_left_out_means_nothing(fingerprint: str, place: int) -> None:
    words = in_words(fingerprint)
    assert fingerprint_meant(" ".join(words[:place] + words[place + 1 :])) is None


@given(st.text())
def test_that_any_other_text_means_nothing(text: str) -> None:
    meant = fingerprint_meant(text)
    assert meant is None or len(meant) == 64
