"""How it was decided, in words: the vote, what was felt before anything was known, and the second reading."""

from __future__ import annotations

from ..domain.approval.machine import act_word
from ..domain.approval.reading import Entry
from ..domain.assessment import Assessment
from ..domain.deciding.gut import GutFeeling, sureness_word
from ..domain.deciding.votes import Cast, Casting, Voting
from ..domain.vocabulary import OptionId
from ..i18n import _
from .figures import moment


def vote_sentence(voting: Voting) -> str:
    """The counts, the casting vote, and whether it carries; empty where nobody voted."""
    if not voting.votes:
        return ""
    parts = [
        _("for: {count}").format(count=voting.count(Cast.FOR)),
        _("against: {count}").format(count=voting.count(Cast.AGAINST)),
    ]
    rest = {
        Cast.ABSTAINED: _("abstained: {count}"),
        Cast.ABSENT: _("absent: {count}"),
        Cast.INTEREST: _("kept out by an interest: {count}"),
    }
    parts += [said.format(count=voting.count(how)) for how, said in rest.items() if voting.count(how)]
    counts = _("Votes {counts}.").format(counts=", ".join(parts))
    return " ".join(part for part in (counts, _casting(voting), _outcome(voting)) if part)


def _casting(voting: Voting) -> str:
    if voting.casting is None:
        return ""
    said = _("Casting vote for it") if voting.casting is Casting.FOR else _("Casting vote against it")
    by = voting.casting_by.strip()
    return _("{what}, by {who}.").format(what=said, who=by) if by else f"{said}."


def _outcome(voting: Voting) -> str:
    if voting.carried is None:
        return _("Not every vote is recorded yet.")
    if voting.carried:
        return _("Carried.")
    if voting.tied and voting.casting is None:
        return _("Tied, and no casting vote is recorded.")
    return _("Not carried.")


def gut_sentence(gut: GutFeeling) -> str:
    """What was felt, how surely, and when; empty where nothing was noted."""
    if not gut.felt:
        return ""
    option = "–" if gut.option is None else f"{gut.option}: {gut.name}" if gut.name.strip() else str(gut.option)
    told = _("First feeling: {option}").format(option=option)
    sure = f" ({sureness_word(gut.sure)})" if gut.sure is not None else ""
    return f"{told}{sure}. {_when(gut)}".strip()


def _when(gut: GutFeeling) -> str:
    if gut.noted_at is None:
        return ""
    if gut.seen_at is None:
        return _("Noted on {noted}; no result has been seen yet.").format(noted=moment(gut.noted_at))
    said = _("Noted on {noted}, before a result was first seen on {seen}; unchanged since then.")
    return said.format(noted=moment(gut.noted_at), seen=moment(gut.seen_at))


def gut_beside(gut: GutFeeling, leader: OptionId | None, now: Assessment) -> str:
    """The feeling held against what leads and what was chosen; empty where there was none, or nothing leads."""
    if gut.option is None or leader is None:
        return ""
    chosen = now.decision.chosen
    leads = _("It leads.") if gut.option == leader else _("{leader} leads instead.").format(leader=leader)
    if chosen is None:
        return leads
    took = _("It was chosen.") if gut.option == chosen else _("{chosen} was chosen.").format(chosen=chosen)
    return f"{leads} {took}"


def told_act(entry: Entry) -> str:
    """An act of a second reading in one line."""
    parts = [f"{moment(entry.at)}: {act_word(entry.act)}, {entry.by}"]
    if entry.asked:
        parts.append(_("asked: {name}").format(name=entry.asked))
    if entry.override:
        parts.append(_("had a hand in it: {why}").format(why=entry.override))
    if entry.reasons.strip():
        parts.append(entry.reasons.strip())
    return "; ".join(parts)
