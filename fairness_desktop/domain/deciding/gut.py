"""What was felt before anything was worked out; once the result was seen, it stays as it was noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ...i18n import N_, _
from ..vocabulary import OptionId


class Sureness(StrEnum):
    """How sure one was."""

    GUESS = "guess"
    LEANING = "leaning"
    FAIRLY_SURE = "fairly_sure"
    SURE = "sure"


_WORDS: Mapping[Sureness, str] = {
    Sureness.GUESS: N_("no more than a guess"),
    Sureness.LEANING: N_("leaning that way"),
    Sureness.FAIRLY_SURE: N_("fairly sure"),
    Sureness.SURE: N_("sure"),
}


def sureness_word(word: Sureness) -> str:
    """How it is said."""
    return _(_WORDS[word])


@dataclass(frozen=True, slots=True)
class GutFeeling:
    """The option one would have chosen, how sure one was, and why.

    ``name`` is what the option was called then: it may be changed or removed later. ``noted_at`` is when this was last
    written, ``seen_at`` when a result was first there to be seen; both know their zone. None until then.
    """

    option: OptionId | None = None
    name: str = ""
    sure: Sureness | None = None
    why: str = ""
    noted_at: dt.datetime | None = None
    seen_at: dt.datetime | None = None
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def felt(self) -> bool:
        """Whether anything was noted."""
        return self.option is not None or bool(self.why.strip())

    @property
    def fixed(self) -> bool:
        """Whether the result was seen, so that it cannot be changed any more."""
        return self.seen_at is not None

    def says_as(self, other: GutFeeling) -> bool:
        """Whether both say the same, whenever they were noted."""
        return (self.option, self.sure, self.why) == (other.option, other.sure, other.why)


def kept(old: GutFeeling, new: GutFeeling, now: dt.datetime, *, was_seen: bool, is_seen: bool) -> GutFeeling:
    """What is to be kept of a feeling when an assessment changes.

    Where a result ``was_seen`` before the change, the old one stands. Otherwise the new one does, with the time at
    which it was noted, and that at which a result ``is_seen`` with this very change.
    """
    if old.fixed or was_seen:
        return old
    if not new.felt:
        return GutFeeling(extra=new.extra)
    noted = old.noted_at if old.says_as(new) else now
    return replace(new, noted_at=noted or now, seen_at=now if is_seen else None)
