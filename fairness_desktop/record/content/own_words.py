"""The user's own words in a record of the other language, marked, so that they are read aloud as what they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar, cast

from ...domain.assessment import Assessment
from ...domain.vocabulary import Language
from ...exchange.encoding import encode
from ...exchange.exempt import texts
from ..tongues import TAGS
from .tree import Document, Foreign

Part = TypeVar("Part")
Mark = Callable[[str], str]

_WORD = re.compile(r"[^\W\d_]{2,}")


def marked(document: Document, assessment: Assessment, language: Language) -> Document:
    """The document with every text that is the user's own marked, where the assessment is in another language.

    A text counts as the user's own where no word is left of it without what they wrote: “D: Families design it”.
    """
    own = assessment.language or Language.ENGLISH
    if own is language:
        return document
    written = {t.strip() for t in texts(encode(assessment)).values()} | {document.author}
    longest_first = sorted((t for t in written if t), key=len, reverse=True)
    entered = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    @cache
    def mark(text: str) -> str:
        left, count = entered.subn(" ", text)
        return Foreign(text, TAGS[own]) if count and not _WORD.search(left) else text

    return replace(document, nodes=_walked(document.nodes, mark))


def _walked(part: Part, mark: Mark) -> Part:
    """The same tree, every text looked at."""
    if isinstance(part, str):
        return cast(Part, mark(part))
    if isinstance(part, tuple):
        return cast(Part, tuple(_walked(inner, mark) for inner in part))
    if not is_dataclass(part) or isinstance(part, type):
        return part
    words = {f.name: _walked(getattr(part, f.name), mark) for f in fields(part) if f.name in _SAID}
    return replace(part, **words) if words else part


_SAID = frozenset({"text", "items", "title", "sections", "caption", "header", "rows"})
"""Of a node: what is said; widths, names of fields and charts stay as they are."""
