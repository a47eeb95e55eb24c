"""Which kind of decision it is and why, what the kind asks for, and how close to the person it is taken."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.assessment import Assessment
from ....domain.framework import Framework
from ....domain.kinds.classifier import Classification, classify
from ....domain.kinds.conditions import holds
from ....domain.kinds.levels import LevelAnswer
from ....domain.vocabulary import label
from ....i18n import _
from ....telling.figures import UNDEFINED
from ....telling.kinds import (
    because_sentence,
    headline_figure,
    level_sentence,
    quality_sentence,
    verdict_sentence,
    weights_sentence,
)
from ...subject import RecordSubject
from ..tree import Bullets, Gap, Heading, Node, Paragraph, Table
from ..wording import or_gap


def kind_and_level(subject: RecordSubject) -> Iterator[Node]:
    """The kind with the statements it was told by, what it asks for, and the ladder."""
    now, framework = subject.assessment, subject.framework
    yield Heading(_("The kind of decision, and how close to the person it is taken"))
    if now.decision_reference:
        yield Paragraph(_part(now))
    yield from _kind(subject)
    if framework.levels:
        yield from _level(now.level, framework)


def _part(now: Assessment) -> str:
    if now.part_of is not None:
        said = _("This is one part of decision {reference}; the first part is {id}.")
        return said.format(reference=now.decision_reference, id=now.part_of)
    said = _("This is the first part of decision {reference}; the other parts are: {ids}.")
    return said.format(reference=now.decision_reference, ids=", ".join(now.parts) or UNDEFINED)


def _kind(subject: RecordSubject) -> Iterator[Node]:
    now, framework = subject.assessment, subject.framework
    found = classify(framework.classifier, now.classifier)
    if now.kind is not None:
        about = _(framework.kinds[now.kind].about)
        yield Paragraph(_("It is taken as a decision of this kind: {kind}. {about}").format(
            kind=label(now.kind), about=about))  # fmt: skip
    if not now.classifier.scores:
        yield Gap(_("The statements that tell the kind were not scored."))
    else:
        yield Paragraph(
            " ".join(filter(None, (verdict_sentence(framework.classifier, found), because_sentence(found))))
        )
        if now.classifier.reason.strip():
            yield Heading(_("Why this kind is taken all the same"), 2)
            yield Paragraph(now.classifier.reason)
        yield _statements(now, framework)
        yield _totals(found, framework)
    yield from _asked_for(subject)


def _statements(now: Assessment, framework: Framework) -> Table:
    scores = now.classifier.scores
    rows = tuple(
        (_(s.text), label(s.kind), str(scores[s.id]) if s.id in scores else "?")
        for s in framework.classifier.statements
    )
    header = (_("Statement"), _("Speaks for"), _("Score"))
    caption = _("Statements, from {low} (not at all) to {high} (wholly)")
    told = caption.format(low=framework.classifier.low, high=framework.classifier.high)
    return Table(told, header, rows, (0.66, 0.22, 0.12), frozenset({2}))


def _totals(found: Classification, framework: Framework) -> Table:
    most = dict.fromkeys(found.totals, 0)
    for statement in framework.classifier.statements:
        most[statement.kind] += framework.classifier.high
    rows = tuple((label(kind), str(points), str(most[kind])) for kind, points in found.totals.items())
    return Table(_("Points by kind"), (_("Kind"), _("Points"), _("Of")), rows, (0.6, 0.2, 0.2), frozenset({1, 2}))


def _asked_for(subject: RecordSubject) -> Iterator[Node]:
    """What the kind asks for and is told by, and whether it is there."""
    now, framework = subject.assessment, subject.framework
    profile = None if now.kind is None else framework.kinds[now.kind]
    if profile is None or not profile.headline_says:
        return
    yield Heading(_("What this kind asks for"), 2)
    figure = "" if subject.result is None else headline_figure(now, framework, subject.result)
    items = [" ".join(filter(None, (_(profile.headline_says), figure))), weights_sentence(profile, framework)]
    items += [quality_sentence(profile.quality)] if profile.quality else []
    items += [_("Efficiency: {question}").format(question=_(profile.efficiency_asks))]
    for demand in profile.before_scoring:
        there = holds(demand.condition, now, framework)
        said = _("There: {what}") if there else _("Not there yet: {what}")
        items.append(said.format(what=_(demand.says)))
    flags = (f for f in profile.red_flags if holds(f.condition, now, framework))
    items += [_("Red flag: {what}").format(what=_(flag.says)) for flag in flags]
    yield Bullets(tuple(items))


def _level(answer: LevelAnswer, framework: Framework) -> Iterator[Node]:
    yield Heading(_("How close to the person"), 2)
    if answer == LevelAnswer():
        yield Gap(_("It is not said at which level it is taken."))
        return
    yield Paragraph(level_sentence(answer, framework))
    if answer.why_closest.strip():
        yield Paragraph(_("What stops it from being any closer: {text}").format(text=answer.why_closest))
    rows = tuple(
        (_(rung.name), or_gap(answer.why_not(level)))
        for level in answer.passed_over
        if (rung := framework.level(level)) is not None
    )
    if rows:
        yield Table(_("Levels passed over"), (_("Level"), _("Why it is not taken there")), rows, (0.25, 0.75))
