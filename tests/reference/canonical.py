"""RFC 8785: the one way to write a JSON value, so that its SHA-256 is the same everywhere."""

from __future__ import annotations

import hashlib
import json
import math
from typing import Any

LARGEST_WITHOUT_EXPONENT = 21
SMALLEST_WITHOUT_EXPONENT = -6


def sha256(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """The SHA-256 of the canonical form, as 64 lower-case hex digits."""
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def canonical(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """The canonical form of a JSON value."""
    if value is None or isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)  # escapes what RFC 8785 escapes, and in its way
    if isinstance(value, int | float):
        return number(float(value))
    if isinstance(value, list | tuple):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = sorted(value.items(), key=lambda pair: utf16(pair[0]))
        return "{" + ",".join(f"{canonical(key)}:{canonical(item)}" for key, item in pairs) + "}"
    raise TypeError(f"{type(value).__name__} is no JSON value")


def utf16(text: str) -> bytes:
    """What sorts as the UTF-16 code units of the text do: not the order of code points above U+FFFF."""
    return text.encode("utf-16-be")


def number(value: float) -> str:
    """ECMAScript's Number::toString: Python's shortest digits, laid out as ECMAScript lays them out."""
    if not math.isfinite(value):
        raise ValueError("JSON has no infinity and no NaN")
    if value == 0:
        return "0"  # -0 too
    if value < 0:
        return "-" + number(-value)
    digits, point = shortest(value)
    if len(digits) <= point <= LARGEST_WITHOUT_EXPONENT:
        return digits + "0" * (point - len(digits))
    if 0 < point <= LARGEST_WITHOUT_EXPONENT:
        return f"{digits[:point]}.{digits[point:]}"
    if SMALLEST_WITHOUT_EXPONENT < point <= 0:
        return "0." + "0" * -point + digits
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return f"{mantissa}e{point - 1:+d}"


def shortest(value: float) -> tuple[str, int]:
    """The fewest digits that read back as the same number, and where the decimal point stands: 0.digits × 10^point."""
    mantissa, _, exponent = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    return digits.rstrip("0"), point
