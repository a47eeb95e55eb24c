"""Canonical JSON (RFC 8785) and the hash over it."""

from __future__ import annotations

import hashlib
from typing import Any, cast

import rfc8785


def canonical(document: object) -> bytes:
    """The one byte sequence that stands for this JSON value."""
    return rfc8785.dumps(cast(Any, document))


def sha256(document: object) -> str:
    """64 lower-case hex digits over the canonical form."""
    return hashlib.sha256(canonical(document)).hexdigest()
