"""Encoding one state after another, each part of them once.

Values are frozen and a change yields a new one, so that nearly every part of a state is the very object that it was in
the state before: what was made of it then is what it makes now.
"""

from __future__ import annotations

from collections.abc import Callable
from json.encoder import encode_basestring as _quoted
from typing import Any

from ...domain.assessment import Assessment
from ..canonical import canonical
from ..encoding import Document, Part, encode

MOST_PARTS = 20_000
"""Parts held at once: the largest decision there can be has about 200."""


class Remembering:
    """Encodes assessments; nobody may change a document it hands out."""

    def __init__(self) -> None:
        self._parts: dict[int, tuple[object, Document]] = {}
        self._texts: dict[int, tuple[Document, str]] = {}

    def encode(self, assessment: Assessment) -> tuple[Document, bytes]:
        """The document, and its canonical bytes."""
        if len(self._parts) > MOST_PARTS:
            self._parts, self._texts = {}, {}
        document = encode(assessment, self._once)
        if not all(key.isascii() for key in document):
            return document, canonical(document)
        members = [f"{_quoted(key)}:{self._text(document[key])}" for key in sorted(document)]
        return document, f"{{{','.join(members)}}}".encode()

    def _once(self, encode_one: Callable[[Part], Document], part: Part, /) -> Document:
        held = self._parts.get(id(part))
        if held is None or held[0] is not part:
            document = encode_one(part)
            held = self._parts[id(part)] = part, document
            self._texts[id(document)] = document, canonical(document).decode()
        return held[1]

    def _text(self, value: Any) -> str:  # noqa: ANN401 - any JSON
        if isinstance(value, list):
            return f"[{','.join([self._part_text(row) for row in value])}]"
        return self._part_text(value)

    def _part_text(self, part: Any) -> str:  # noqa: ANN401 - any JSON
        """The canonical text of a document that is held, or of anything else."""
        held = self._texts.get(id(part))
        return held[1] if held is not None and held[0] is part else canonical(part).decode()
