"""Writing only what is said: what is not answered is left out."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]


def said(**fields: object) -> Document:
    """Only those fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], (), {})}


def given(**fields: object) -> Document:
    """Only those fields that are not None; 0 and false are answers."""
    return {key: value for key, value in fields.items() if value is not None}
