"""Which exact state a second reader has read: the hash of all that is said, but for the reading itself."""

from __future__ import annotations

from ..domain.assessment import Assessment
from .canonical import sha256
from .encoding import encode

NOT_READ = ("second_reading", "reference")
"""What comes after: the acts of the reading, and the reference that is given with the record."""


def state_hash(assessment: Assessment) -> str:
    """SHA-256 over the canonical form (RFC 8785) of the assessment, without the reading and the reference."""
    return sha256({key: value for key, value in encode(assessment).items() if key not in NOT_READ})
