"""Who is affected: groups with their size and need, whether they were heard, and who could be counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.people import FEWEST_TOLD, Group, living_standard
from ...domain.touched.overlaps import asked_pairs
from ...domain.touched.people_findings import people_together
from ...domain.vocabulary import GroupId
from ...i18n import _
from ...scoring.voice import voice_coverage
from ...telling.people import areas_sentence, group_name, overlap_words, voice_sentence
from ..subject import RecordSubject
from .tree import Gap, Heading, Node, Paragraph, Table
from .wording import or_gap, yes_no


def people(subject: RecordSubject) -> Iterator[Node]:
    """The groups, their size and need, whether they were heard, and whether anybody is counted twice."""
    now = subject.assessment
    yield Heading(_("Who is affected"))
    if not now.groups:
        yield Gap(_("No groups of people are named yet."))
        return
    yield Paragraph(
        _(
            "Groups are disjoint: a person counts once, in the neediest group that holds them. A person at a higher "
            "need weighs more in the score, by the weight shown."
        )
    )
    header = (_("Group"), _("People"), _("Need"), _("Weight"), _("Evidence"), _("Heard"))
    rows = tuple(_group(group, subject) for group in now.groups)
    yield Table(_("Groups of people"), header, rows, (0.25, 0.09, 0.13, 0.08, 0.22, 0.23), frozenset({1, 3}))
    yield Paragraph(voice_sentence(voice_coverage(now.groups, subject.framework), now))
    yield from _population(subject)
    yield from _overlaps(subject)
    yield from _areas(subject)


def _group(group: Group, subject: RecordSubject) -> tuple[str, ...]:
    framework = subject.framework
    standard = living_standard(group, framework)
    need = _("not answered")
    if group.relative_income is not None:
        need = _("income {y:.2f} of the median").format(y=group.relative_income)
    elif group.need_level is not None:
        need = _(framework.need_ladder[group.need_level].name)
    evidence = "; ".join(f"{e.grade or '?'}: {or_gap(e.source)}" for e in group.need_evidence)
    heard = yes_no(group.heard) + (f": {group.heard_how}" if group.heard_how else "")
    size = uncounted(subject, group.id, _("under {fewest}").format(fewest=FEWEST_TOLD))
    if group.size is not None:
        size = f"{group.size:,}"
    weight = "–" if standard is None else f"{framework.weight(standard):.2f}"
    return group.name or group.id, size, need, weight, or_gap(evidence), heard


def uncounted(subject: RecordSubject, group: GroupId, told: str) -> str:
    """What is said of a group's people that is not there: left out of the public copy, or not answered."""
    hidden = subject.public is not None and group in subject.public.uncounted
    return told if hidden else _("not answered")


def _population(subject: RecordSubject) -> Iterator[Node]:
    """How many live there, beside those in the groups; the public copy adds up no sizes where it leaves one out."""
    now = subject.assessment
    if now.body.population is None:
        return
    said = _("{population} people live in the area.").format(population=f"{now.body.population:,}")
    if subject.public is None or not subject.public.uncounted:
        said += " " + _("The groups hold {people} of them.").format(people=f"{people_together(now):,}")
    yield Paragraph(said)


def _overlaps(subject: RecordSubject) -> Iterator[Node]:
    now = subject.assessment
    asked = asked_pairs([(g.id, g.name) for g in now.groups], now.overlaps)
    rows = tuple(
        (
            group_name(now.group(one.group)),
            group_name(now.group(one.other)),
            overlap_words(one, now),
            one.note or "–",
        )
        for one in asked
    )
    if rows:
        header = (_("Group"), _("And"), _("Could one person be in both?"), _("Note"))
        yield Table(_("People in two groups"), header, rows, (0.25, 0.25, 0.25, 0.25))


def _areas(subject: RecordSubject) -> Iterator[Node]:
    """The areas that evidence rests on, each with its tenth."""
    rows = tuple(
        (group_name(group), areas_sentence(evidence, subject.framework))
        for group in subject.assessment.groups
        for evidence in group.need_evidence
        if evidence.areas
    )
    if rows:
        header = (_("Group"), _("Areas, index and file"))
        yield Table(_("Areas of an index of deprivation"), header, rows, (0.25, 0.75))
