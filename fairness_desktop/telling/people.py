"""Who was heard, who could be counted twice, and what areas say of need, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.people import Group, NeedEvidence
from ..domain.touched.areas import Area, suggested_level
from ..domain.touched.overlaps import Overlap, OverlapAnswer
from ..domain.vocabulary import GroupId
from ..i18n import _, ngettext
from ..scoring.voice import VoiceCoverage
from .figures import percent


def voice_sentence(coverage: VoiceCoverage, assessment: Assessment) -> str:
    """How much of those affected was heard, weighted by need, and who was not."""
    if coverage.share is None:
        return _("Who was heard? Not answered for any group yet.")
    share = percent(coverage.share)
    parts = [_("{share} of those affected, weighted by need, were heard").format(share=share)]
    parts += _named(_("not heard: {names}"), coverage.not_heard, assessment)
    parts += _named(_("not answered yet: {names}"), coverage.not_answered, assessment)
    return "; ".join(parts) + "."


def _named(words: str, groups: tuple[GroupId, ...], assessment: Assessment) -> list[str]:
    names = [group_name(assessment.group(g)) for g in groups]
    return [words.format(names=", ".join(names))] if names else []


def overlap_words(overlap: Overlap, assessment: Assessment) -> str:
    """Whether one person can be in both, and where they are counted."""
    if overlap.answer is None:
        return _("not answered yet")
    if overlap.answer is OverlapAnswer.NO:
        return _("no")
    if overlap.answer is OverlapAnswer.TWICE or overlap.counted_in is None:
        return _("yes, and counted in both so far")
    name = group_name(assessment.group(overlap.counted_in))
    return _("yes, and counted in “{name}” only").format(name=name)


def group_name(group: Group) -> str:
    """What a group is called, or that it has no name yet."""
    return group.name.strip() or _("a group without a name")


def deciles_sentence(areas: Sequence[Area]) -> str:
    """How many areas, and in which tenths they are."""
    if not areas:
        return _("No area is chosen yet.")
    deciles = sorted(area.decile for area in areas)
    said = ngettext(
        "{count} area, in decile {first}.",
        "{count} areas, in deciles {first} to {last}.",
        len(areas),
    )
    return said.format(count=len(areas), first=deciles[0], last=deciles[-1])


def suggestion_sentence(areas: Sequence[Area], framework: Framework) -> str:
    """Which need level most of the areas suggest, and that it is no more than that; empty where there is none."""
    suggests: Mapping[int, int] = {} if framework.areas is None else framework.areas.suggests
    level = suggested_level(areas, suggests) if suggests else None
    if level is None or framework.areas is None:
        return ""
    said = _("Most of them suggest {need} need. Areas are not people: such evidence is of grade {grade} at best.")
    return said.format(need=_(framework.need_ladder[level].name), grade=framework.areas.best_grade)


def areas_sentence(evidence: NeedEvidence, framework: Framework) -> str:
    """The areas of one piece of evidence, the file they were read from, and what they suggest."""
    named = ", ".join(
        _("{area} (decile {decile})").format(area=f"{a.id} {a.name}".strip(), decile=a.decile) for a in evidence.areas
    )
    said = _("{index}: {areas}.").format(index=evidence.index or _("an index of deprivation"), areas=named)
    suggested = suggestion_sentence(evidence.areas, framework)
    read_from = ""
    if evidence.index_sha256:
        read_from = _("Read from the file with the SHA-256 {hash}.").format(hash=evidence.index_sha256)
    return " ".join(filter(None, (said, suggested, read_from)))
