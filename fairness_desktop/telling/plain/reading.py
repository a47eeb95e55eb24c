"""How hard a text is to read: an age for English, the length of sentences and words for any language.

The age is by the Automated Readability Index (Senter and Smith 1967), which counts letters, words and sentences and
needs no dictionary of syllables: the same text has the same age on every computer, with no network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...domain.vocabulary import Language
from ...i18n import _
from ..figures import brief

_SENTENCE = re.compile(r"[.!?…]+[\"”’)\]]*(?:\s+|$)|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")

FIRST_YEAR_AT_SCHOOL = 5
"""The index gives a school year (grade 1 begins at six); a child in grade n is n + 5 years old."""

YOUNGEST, OLDEST = 6, 22


@dataclass(frozen=True, slots=True)
class Reading:
    """How long a text is and how long its parts; None where there is nothing to measure."""

    sentences: int
    words: int
    letters: int

    @property
    def words_a_sentence(self) -> float | None:
        """The mean length of a sentence, in words."""
        return self.words / self.sentences if self.sentences else None

    @property
    def letters_a_word(self) -> float | None:
        """The mean length of a word, in letters and digits."""
        return self.letters / self.words if self.words else None

    @property
    def age(self) -> int | None:
        """The age at which an English text is read with ease, in whole years from 6 to 22."""
        if self.words_a_sentence is None or self.letters_a_word is None:
            return None
        grade = 4.71 * self.letters_a_word + 0.5 * self.words_a_sentence - 21.43
        return min(max(round(grade + FIRST_YEAR_AT_SCHOOL), YOUNGEST), OLDEST)


def measured(text: str) -> Reading:
    """The measures of a text; what holds no word is no sentence."""
    sentences = [words for part in _SENTENCE.split(text) if part and (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    return Reading(len(sentences), len(words), sum(1 for word in words for letter in word if letter.isalnum()))


def reading_sentence(text: str, language: Language) -> str:
    """How hard a text is, in a sentence: the age is for English only, whose readers the index was made from."""
    found = measured(text)
    if found.words_a_sentence is None or found.letters_a_word is None:
        return _("There is nothing to read yet.")
    lengths = _("{words} words a sentence, {letters} letters a word").format(
        words=brief(round(found.words_a_sentence, 1)), letters=brief(round(found.letters_a_word, 1))
    )
    if language is not Language.ENGLISH or found.age is None:
        return _("On average {lengths}. Shorter reads easier; there is no reading age for Welsh.").format(
            lengths=lengths
        )
    return _("Reading age: about {age} ({lengths}).").format(age=found.age, lengths=lengths)
