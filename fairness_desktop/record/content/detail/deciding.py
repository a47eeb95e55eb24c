"""The vote by name, who differed, what is to be done, and what was felt first; nothing of what was not said."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.deciding.votes import cast_word
from ....domain.decision import Decision
from ....i18n import _
from ....telling.deciding import gut_beside, gut_sentence, vote_sentence
from ....telling.figures import day
from ....telling.places import names_of, place_words
from ...subject import RecordSubject
from ..tree import Bullets, Heading, Node, Paragraph, Table
from ..wording import or_gap


def votes(decision: Decision) -> Iterator[Node]:
    """Who voted how, the counts first."""
    voting = decision.voting
    if not voting.votes:
        return
    yield Heading(_("The vote"), 2)
    yield Paragraph(vote_sentence(voting))
    rows = tuple((or_gap(v.who), cast_word(v.cast) if v.cast else _("not answered")) for v in voting.votes)
    yield Table(_("Votes by name"), (_("Member"), _("Vote")), rows, (0.65, 0.35))


def dissents(decision: Decision) -> Iterator[Node]:
    """Who differed, and why."""
    if not decision.dissents:
        return
    yield Heading(_("Dissent by name"), 2)
    rows = tuple((or_gap(d.who), or_gap(d.why)) for d in decision.dissents)
    yield Table(_("Dissent by name"), (_("Who differed"), _("Why")), rows, (0.3, 0.7), spoken=True)


def actions(decision: Decision) -> Iterator[Node]:
    """What is to be done, by whom, by when."""
    if not decision.actions:
        return
    yield Heading(_("What is to be done"), 2)
    rows = tuple((or_gap(a.what), or_gap(a.owner), day(a.due) if a.due else _("not stated")) for a in decision.actions)
    header = (_("What is to be done"), _("Who does it"), _("By when"))
    yield Table(_("What is to be done"), header, rows, (0.5, 0.27, 0.23), spoken=True)


def first_feeling(subject: RecordSubject) -> Iterator[Node]:
    """What was felt before anything was worked out, beside what was worked out."""
    gut = subject.assessment.decision.gut
    if not gut.felt:
        return
    leader = None if subject.result is None else subject.result.leader
    yield Heading(_("What was felt before the result was seen"), 2)
    yield Paragraph(gut_sentence(gut))
    if gut.why.strip():
        yield Paragraph(gut.why)
    beside = gut_beside(gut, leader, subject.assessment)
    if beside:
        yield Paragraph(beside)


def set_aside(subject: RecordSubject) -> Iterator[Node]:
    """Which warnings and notes were looked at and set aside, by their codes and places."""
    aside = subject.assessment.set_aside
    if not aside:
        return
    yield Heading(_("Warnings and notes that were looked at and set aside"), 2)
    names = names_of(subject.assessment, subject.framework.criteria)
    yield Bullets(tuple(f"{one.code} ({place_words(one.where, names)})" for one in aside))
