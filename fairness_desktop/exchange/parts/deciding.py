"""Votes, dissent, actions and the first feeling, in the exchange form."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ...domain.deciding.actions import Action
from ...domain.deciding.gut import GutFeeling, Sureness
from ...domain.deciding.votes import Dissent, Vote, Voting
from ...domain.decision import Decision
from ...domain.vocabulary import OptionId
from ...i18n import _
from ..reading import Reader
from . import asked
from .saying import said

Document = dict[str, Any]


_NO_VOTE, _NOTHING_FELT = Voting(), GutFeeling()


def deciding_document(decision: Decision) -> Document:
    """All four, as far as there is anything in them."""
    voting = decision.voting
    return said(
        vote={**said(votes=asked.rows_of(voting.votes)), **asked.document_of(voting), **voting.extra},
        dissents=asked.rows_of(decision.dissents),
        actions=asked.rows_of(decision.actions),
        gut=_gut(decision.gut),
    )


def _gut(gut: GutFeeling) -> Document:
    return {
        **said(option=gut.option, name=gut.name, sure=gut.sure, why=gut.why),
        **said(noted_at=_iso(gut.noted_at), seen_at=_iso(gut.seen_at)),
        **gut.extra,
    }


def vote(reader: Reader) -> Voting:
    """The vote."""
    if reader.empty:
        return _NO_VOTE
    return reader.made(
        Voting, votes=asked.rows(reader, "votes", Vote), **asked.answers(reader, Voting), extra=reader.rest()
    )


def dissents(reader: Reader) -> tuple[Dissent, ...]:
    """Who differed."""
    return asked.rows(reader, "dissents", Dissent)


def actions(reader: Reader) -> tuple[Action, ...]:
    """What is to be done."""
    return asked.rows(reader, "actions", Action)


def gut(reader: Reader) -> GutFeeling:
    """What was felt first."""
    if reader.empty:
        return _NOTHING_FELT
    return GutFeeling(
        option=OptionId(reader.text("option")) if reader.text("option") else None,
        name=reader.text("name"),
        sure=reader.word("sure", Sureness),
        why=reader.text("why"),
        noted_at=_moment(reader, "noted_at"),
        seen_at=_moment(reader, "seen_at"),
        extra=reader.rest(),
    )


def _iso(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(reader: Reader, key: str) -> dt.datetime | None:
    """A moment with its zone, or None."""
    text = reader.text(key)
    if not text:
        return None
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found.isoformat() != text:
        reader.fail(key, _("must be a moment such as 2026-11-23T10:05:00+00:00"))
    return found
