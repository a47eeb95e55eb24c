"""Commands on signing identities: who can sign here, the council's root above them, keys from files and cards."""

from __future__ import annotations

from . import cards, council, handing, making
from .listing import identity

__all__ = ["cards", "council", "handing", "identity", "making"]
