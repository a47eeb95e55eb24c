"""What contradicts itself in how it was decided: votes that do not carry it, work that is nobody's, dates astray."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _, ngettext
from ..assessment import Assessment
from ..findings import Finding, Severity
from ..short.form import is_short
from .votes import Cast, barred, cast_word, votes_are_taken

_VOTE = "decision.vote"


def deciding_findings(assessment: Assessment) -> tuple[Finding, ...]:
    """Every one of them, in the order of the page."""
    found = (_gut, _stop, _votes, _dissents, _actions, _review)
    return tuple(finding for find in found for finding in find(assessment))


def _found(severity: Severity, code: str, where: str, message: str) -> Finding:
    return Finding(severity, code, where, message)


def _gut(now: Assessment) -> Iterator[Finding]:
    """Only while it can still be noted first."""
    if len(now.options) > 1 and not now.effects and not now.decision.gut.felt and not is_short(now):
        message = _("Note what your gut says before the first effect is entered: afterwards it is too late.")
        yield _found(Severity.NOTE, "gut_open", "decision.gut", message)


def _stop(now: Assessment) -> Iterator[Finding]:
    for i, option in enumerate(now.options):
        if option.pilot and not option.stop_rule.strip():
            message = _("{id} can be tried small: say what makes it stop.").format(id=option.id)
            yield _found(Severity.NOTE, "no_stop_rule", f"options[{i}].stop_rule", message)


def _votes(now: Assessment) -> Iterator[Finding]:
    voting, capacity = now.decision.voting, now.authority.decision_maker.capacity
    together = votes_are_taken(capacity)
    if not voting.votes:
        if together and now.decision.chosen is not None:
            message = _("It is decided together, and no votes are recorded.")
            yield _found(Severity.NOTE, "no_votes", _VOTE, message)
        return
    if capacity is not None and not together:
        message = _("Votes are recorded, but this decision-maker decides alone: look at the capacity again.")
        yield _found(Severity.WARNING, "votes_of_one", _VOTE, message)
    yield from _each_vote(now)
    yield from _outcome(now)


def _each_vote(now: Assessment) -> Iterator[Finding]:
    seen: set[str] = set()
    for i, vote in enumerate(now.decision.voting.votes):
        where, who = f"{_VOTE}.votes[{i}]", vote.who.strip()
        if not who:
            yield _found(Severity.WARNING, "voter_no_name", f"{where}.who", _("Name the member whose vote this is."))
        elif who.casefold() in seen:
            message = _("“{who}” stands in the vote twice.").format(who=who)
            yield _found(Severity.ERROR, "voter_twice", f"{where}.who", message)
        seen.add(who.casefold())
        if vote.cast in (Cast.FOR, Cast.AGAINST) and barred(who, now.declared):
            message = _("“{who}” declared an interest that bars from voting: record “{word}”, or the dispensation.")
            named = message.format(who=who, word=cast_word(Cast.INTEREST))
            yield _found(Severity.ERROR, "vote_despite_interest", f"{where}.cast", named)
    still = [i for i, vote in enumerate(now.decision.voting.votes) if vote.cast is None]
    if still:
        message = ngettext("{count} vote is not recorded yet.", "{count} votes are not recorded yet.", len(still))
        yield _found(Severity.WARNING, "vote_open", f"{_VOTE}.votes[{still[0]}].cast", message.format(count=len(still)))


def _outcome(now: Assessment) -> Iterator[Finding]:
    voting = now.decision.voting
    if voting.carried is False and now.decision.chosen is not None:
        message = _("The vote does not carry option {id}: {for_} for, {against} against.").format(
            id=now.decision.chosen, for_=voting.count(Cast.FOR), against=voting.count(Cast.AGAINST)
        )
        yield _found(Severity.ERROR, "vote_not_carried", f"{_VOTE}.casting" if voting.tied else _VOTE, message)
    if voting.casting is not None and not voting.tied:
        message = _("A casting vote is recorded, but the votes are not tied.")
        yield _found(Severity.WARNING, "casting_not_tied", f"{_VOTE}.casting", message)


def _dissents(now: Assessment) -> Iterator[Finding]:
    for i, dissent in enumerate(now.decision.dissents):
        if not dissent.who.strip():
            where = f"decision.dissents[{i}].who"
            yield _found(Severity.WARNING, "dissent_no_name", where, _("Name whoever differed."))


def _actions(now: Assessment) -> Iterator[Finding]:
    decided = now.decision.date
    for i, action in enumerate(now.decision.actions):
        where, what = f"decision.actions[{i}]", action.what.strip()
        if not what:
            yield _found(Severity.WARNING, "action_no_words", f"{where}.what", _("Say what is to be done."))
            continue
        if not action.owner.strip():
            message = _("Say who does it: {what}").format(what=what)
            yield _found(Severity.WARNING, "action_no_owner", f"{where}.owner", message)
        if action.due is None:
            message = _("Say by when it is done: {what}").format(what=what)
            yield _found(Severity.NOTE, "action_no_date", f"{where}.due", message)
        elif decided is not None and action.due < decided:
            message = _("It is to be done before it is decided: {what}. Look at both dates again.").format(what=what)
            yield _found(Severity.WARNING, "action_before_decision", f"{where}.due", message)


def _review(now: Assessment) -> Iterator[Finding]:
    if now.decision.chosen is not None and now.decision.review_date is None:
        message = _("Say when what was promised is compared with what happened.")
        yield _found(Severity.NOTE, "no_review_date", "decision.review_date", message)
    reviewed, decided = now.review.date, now.decision.date
    if reviewed is not None and decided is not None and reviewed < decided:
        message = _("The review comes after the decision: look at both dates again.")
        yield _found(Severity.WARNING, "reviewed_before_decision", "review.date", message)
