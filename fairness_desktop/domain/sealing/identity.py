"""Who can sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """Who can sign here. ``fingerprint`` is SHA-256 over the certificate (64 lower-case hex digits)."""

    name: str
    role: str
    organisation: str
    fingerprint: str
    valid_until: datetime
