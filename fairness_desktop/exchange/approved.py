"""Which exact state a second reader has read: the hash of all that is said, but for the reading itself."""

from __future__ import annotations

from ..domain.assessment import Assessment
from .canonical import sha256
from .encoding import encode

NOT_READ = ("second_reading", "reference", "set_aside", "review")
"""What comes after: the acts of the reading, the reference that is given with the record, and the review; and what was
set aside of the list of findings, which changes no word and no figure of the decision: a list put in order is nothing
to read anew.
"""


def state_hash(assessment: Assessment) -> str:
    """SHA-256 over the canonical form (RFC 8785) of the assessment, without ``NOT_READ``."""
    return sha256({key: value for key, value in encode(assessment).items() if key not in NOT_READ})
