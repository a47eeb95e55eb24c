"""Whether a finding is the one that was set aside: its code, its place, and what it is about."""

from __future__ import annotations

import hashlib
import re

from ..findings import Finding, Severity
from .aside import SetAside

_TELLING = re.compile(r"\d[\d.,]*|“[^”]*”")
"""Of a message: what says the same in every language, its numbers and the names in it."""


def cause_of(finding: Finding, value: bytes) -> str:
    """A hash of what stands at a finding's place (canonical), and of the numbers and names in what it says."""
    telling = "\0".join(_TELLING.findall(finding.message))
    return hashlib.sha256(value + b"\0" + telling.encode()).hexdigest()[:16]


def can_be_set_aside(finding: Finding) -> bool:
    """Whether it may be: what stops a signature may not."""
    return finding.severity is not Severity.ERROR


def is_aside(finding: Finding, cause: str, aside: tuple[SetAside, ...]) -> bool:
    """Whether that very finding, with that very cause, was set aside."""
    wanted = (finding.code, finding.where, cause)
    return can_be_set_aside(finding) and any((a.code, a.where, a.cause) == wanted for a in aside)
