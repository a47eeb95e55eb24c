"""The second reading of one assessment: every act, who did it, and the exact state it was about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ...i18n import _
from ..errors import InvalidInputError
from .machine import OF_THE_READER, WITH_REASONS, ReadingAct, ReadingState, act_word, after, open_acts, state_sentence

MOST_ACTS = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. ``state`` is the SHA-256 of what was read (see ``exchange/approved.py``).

    ``asked`` is, in a request, who is to read it; empty for whoever can. ``override`` says why somebody read what they
    had a hand in themselves; names are chosen on the laptop, and nobody proves them.
    """

    id: str
    act: ReadingAct
    by: str
    at: datetime
    state: str
    reasons: str = ""
    asked: str = ""
    override: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SecondReading:
    """All acts in their order; InvalidInputError where one cannot follow the one before it."""

    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        if len(self.entries) > MOST_ACTS:
            raise InvalidInputError("second_reading", _("has more than 200 entries"))
        state = ReadingState.NOT_ASKED
        for i, entry in enumerate(self.entries):
            following = after(state, entry.act)
            if following is None:
                raise InvalidInputError(f"second_reading[{i}].act", _("cannot follow what stands before it"))
            state = following

    @property
    def state(self) -> ReadingState:
        """Where it stands."""
        state = ReadingState.NOT_ASKED
        for entry in self.entries:
            state = after(state, entry.act) or state
        return state

    @property
    def last(self) -> Entry | None:
        """What was done last."""
        return self.entries[-1] if self.entries else None

    @property
    def asked(self) -> str:
        """Who was asked last to read it; empty for whoever can."""
        return next((e.asked for e in reversed(self.entries) if e.act is ReadingAct.REQUESTED), "")

    def stale(self, current: str) -> bool:
        """Whether it is approved, but in another state than the one whose hash is ``current``."""
        return self.state is ReadingState.APPROVED and self.last is not None and self.last.state != current

    def with_entry(self, entry: Entry, authors: Iterable[str]) -> SecondReading:
        """With that act added; InvalidInputError says what is missing, or that it cannot be done now.

        ``authors`` are those who had a hand in the assessment.
        """
        if after(self.state, entry.act) is None:
            can = ", ".join(act_word(act) for act in open_acts(self.state))
            raise InvalidInputError("act", _("{state} What can be done now: {acts}.").format(
                state=state_sentence(self.state), acts=can))  # fmt: skip
        if not entry.by.strip():
            raise InvalidInputError("by", _("Say who does it."))
        if entry.act in WITH_REASONS and not entry.reasons.strip():
            raise InvalidInputError("reasons", _("Write the reasons: without them nobody knows what to mend."))
        if entry.act in OF_THE_READER and is_author(entry.by, authors) and not entry.override.strip():
            message = _(
                "{name} had a hand in this. Let somebody else read it, or write why it is read so all the same."
            )
            raise InvalidInputError("override", message.format(name=entry.by.strip()))
        kept = replace(entry, id=f"r{len(self.entries) + 1}")
        return SecondReading((*self.entries, kept))


def is_author(name: str, authors: Iterable[str]) -> bool:
    """Whether that person had a hand in it: by name, whatever the case and the space around it."""
    return folded(name) in set(map(folded, authors))


def folded(name: str) -> str:
    """A name as names are compared: whatever its case and the space around it."""
    return " ".join(name.split()).casefold()
