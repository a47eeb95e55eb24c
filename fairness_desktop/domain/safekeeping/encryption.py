"""Encrypting the register: how good a passphrase is, and what became of the copies when it was changed."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from ...i18n import N_, _
from ..errors import FairnessError

SHORTEST = 8
"""Characters below which no passphrase is taken."""

_FAIR, _STRONG = 36.0, 50.0
"""Bits of guessing; the key is made from the passphrase so slowly that each guess costs about 18 bits more."""

_WORD_BITS = 11.0
"""What one word adds, whatever its length: whoever guesses begins with lists of words."""

_YEAR_BITS = 6.0
"""What a number of up to four figures adds: most are years and days."""

_YEAR = 4
_PART = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)
_CLASSES = ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10))
_OTHERS = 33


class Strength(StrEnum):
    """How long a passphrase would stand up to somebody who has the file."""

    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


_SAID = {
    Strength.SHORT: N_("Too short: it needs at least 8 characters."),
    Strength.WEAK: N_("Weak: a list of words and some hours would find it. Take four words or more."),
    Strength.FAIR: N_("Fair: it keeps a thief out, not somebody with a data centre. A fifth word makes it strong."),
    Strength.STRONG: N_("Strong."),
}


def strength_label(strength: Strength) -> str:
    """How a strength is said, with what would make it better."""
    return _(_SAID[strength])


def strength(passphrase: str) -> Strength:
    """How good a passphrase is, by an estimate that nobody should take for more than that."""
    if len(passphrase) < SHORTEST:
        return Strength.SHORT
    bits = _bits(passphrase)
    return Strength.WEAK if bits < _FAIR else Strength.FAIR if bits < _STRONG else Strength.STRONG


def _bits(passphrase: str) -> float:
    size = sum(many for holds, many in _CLASSES if any(map(holds, passphrase)))
    size += 0 if passphrase.isalnum() else _OTHERS
    single = math.log2(max(size, 2))
    parts = dict.fromkeys(part.casefold() for part in _PART.findall(passphrase) if not part.isspace())
    return sum(_worth(part, single) for part in parts)


def _worth(part: str, single: float) -> float:
    """What a word, a number or a sign adds the first time it stands there."""
    if not part.isdigit():
        return min(_WORD_BITS, single * len(set(part)))
    fresh = 1 + sum(abs(int(b) - int(a)) > 1 for a, b in pairwise(part))
    return min(_YEAR_BITS, single * fresh) if len(part) <= _YEAR else math.log2(10) * fresh


def plain_form(passphrase: str) -> str:
    """One spelling of the same letters: an accent is one character or two, by the keyboard it was typed on."""
    return unicodedata.normalize("NFC", passphrase)


def require_usable(passphrase: str) -> None:
    """FairnessError where a passphrase can be no key."""
    if strength(passphrase) is Strength.SHORT:
        raise FairnessError(_("The passphrase is too short: it needs at least 8 characters. Nothing was changed."))
    if any(unicodedata.category(character) == "Cc" for character in passphrase):
        raise FairnessError(_("The passphrase holds a character that no keyboard types. Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What became of the copies: ``kept`` was made before, ``brought`` go with the register now.

    ``left`` are those that stay as they were, each with a sentence that says why.
    """

    kept: Path
    brought: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...]
