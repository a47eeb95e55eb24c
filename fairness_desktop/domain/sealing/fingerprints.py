"""A certificate's fingerprint (SHA-256, 64 hex digits) as it is written, and as it is read over the telephone."""

from __future__ import annotations

from .word_list import THREE_SYLLABLES, TWO_SYLLABLES

_WORDS = (TWO_SYLLABLES, THREE_SYLLABLES)
_BYTES = 32


def grouped(fingerprint: str) -> str:
    """In capitals and in groups of four digits."""
    return " ".join(fingerprint[i : i + 4].upper() for i in range(0, len(fingerprint), 4))


def in_words(fingerprint: str) -> tuple[str, ...]:
    """A word a byte, two and three syllables by turns; for people to compare by ear."""
    return tuple(_WORDS[place % 2][byte] for place, byte in enumerate(bytes.fromhex(fingerprint)))


def words_in_lines(fingerprint: str, a_line: int = 8) -> tuple[str, ...]:
    """The words in lines that can be read and compared one at a time."""
    words = in_words(fingerprint)
    return tuple(" ".join(words[i : i + a_line]) for i in range(0, len(words), a_line))


def fingerprint_meant(text: str) -> str | None:
    """The fingerprint somebody typed, in digits (however grouped) or in words; None where it is none."""
    digits = "".join(c for c in text if c not in " :-\t\n").lower()
    if len(digits) == 2 * _BYTES and all(c in "0123456789abcdef" for c in digits):
        return digits
    words = text.lower().replace(",", " ").split()
    if len(words) != _BYTES:
        return None
    try:
        return bytes(_VALUES[place % 2][word] for place, word in enumerate(words)).hex()
    except KeyError:
        return None


_VALUES = tuple({word.lower(): byte for byte, word in enumerate(words)} for words in _WORDS)
