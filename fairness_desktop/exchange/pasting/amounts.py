"""A sum of pounds as people and spreadsheets write it."""

from __future__ import annotations

import re

from ...domain.errors import InvalidInputError
from ...domain.money.sums import check_money
from ...i18n import _

_SPACES = re.compile("[\u00a0\u2007\u2009\u202f\u200b]")
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "‑": "-"})
_NUMBER = re.compile(
    r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(?:\.\d+)?(?:E[+-]?\d{1,2})?", re.IGNORECASE | re.ASCII
)
_OTHER_CURRENCY = re.compile(r"[$€¥]|\b(?:USD|EUR)\b", re.IGNORECASE)
_POUNDS = re.compile(r"£|\bGBP\b", re.IGNORECASE)
_LARGE = {"k": 1e3, "m": 1e6}


def amount(text: str) -> float | None:
    """The sum, None where the cell says nothing; InvalidInputError where it cannot be told what is meant.

    A pound sign, thousands separators, a minus before or after, brackets for a negative sum, and k or m for thousands
    and millions are understood. A dash alone is how spreadsheets show nought.
    """
    said = _SPACES.sub(" ", text).translate(_MINUS).strip().lstrip("'").strip()
    if not said:
        return None
    if _OTHER_CURRENCY.search(said):
        raise _refused(text, _("“{text}” is not in pounds"))
    if "%" in said:
        raise _refused(text, _("“{text}” is a share, no sum of pounds"))
    bare, negative = _signs_off(_POUNDS.sub("", said).strip(), text)
    if not bare:
        return None
    times = _LARGE.get(bare[-1].lower(), 1.0)
    bare = bare[:-1].strip() if times > 1 else bare
    if not any(c in "0123456789" for c in bare) or not _NUMBER.fullmatch(bare):
        raise _refused(text, _("“{text}” is no sum of pounds; write a number, or leave the cell blank"))
    value = float(bare.replace(",", "").replace(" ", "")) * times
    check_money("", value)
    return -value if negative and value else value


def _signs_off(said: str, text: str) -> tuple[str, bool]:
    """The sum without its sign, and whether that makes it negative; two signs at once are not clear."""
    brackets = said.startswith("(") and said.endswith(")")
    if brackets:
        said = _POUNDS.sub("", said[1:-1]).strip()
    before, after = said.startswith("-"), said.endswith("-") and len(said) > 1
    plus = said.startswith("+")
    if brackets + before + after + plus > 1:
        raise _refused(text, _("“{text}” has two signs; it is not clear whether it is negative"))
    if before or plus:
        said = said[1:]
    elif after:
        said = said[:-1]
    return said.strip(), brackets or before or after


def _refused(text: str, message: str) -> InvalidInputError:
    shown = text.strip()
    return InvalidInputError("", message.format(text=shown if len(shown) <= 40 else shown[:39] + "…"))  # noqa: PLR2004
