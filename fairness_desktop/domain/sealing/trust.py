"""The councils whose records are trusted on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ListKept:
    """A council's revocation list that is kept here: how many it revokes, and when it wants to be renewed."""

    revoked: int
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Root:
    """A certificate that stands above those who sign: a council's own. ``der`` is the certificate itself.

    ``fingerprint`` is SHA-256 over it (64 lower-case hex digits). Whoever trusts it trusts every signer under it.
    """

    name: str
    organisation: str
    fingerprint: str
    begins: datetime
    ends: datetime
    der: bytes

    @property
    def called(self) -> str:
        """What it is called before people: the council, where the certificate names one."""
        return self.organisation or self.name

    def same_name(self, other: Root) -> bool:
        """Whether another bears this one's name, whatever its key."""
        return (self.name.casefold(), self.organisation.casefold()) == (
            other.name.casefold(),
            other.organisation.casefold(),
        )
