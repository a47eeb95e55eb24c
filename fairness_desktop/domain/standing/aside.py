"""A warning or a note that was looked at and set aside: it stays so until its cause changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_ASIDE = 200


@dataclass(frozen=True, slots=True)
class SetAside:
    """One finding as it was when it was set aside: ``cause`` is a hash of what it was about."""

    code: str
    where: str
    cause: str
    extra: Mapping[str, object] = field(default_factory=dict)
