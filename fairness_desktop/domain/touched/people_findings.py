"""What does not fit together in the groups: people counted twice, too many of them, areas taken for people."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ..assessment import Assessment
from ..findings import Finding, Severity
from ..framework import Framework
from ..people import Group, living_standard
from .areas import suggested_level
from .overlaps import Overlap, OverlapAnswer, asked_pairs


def people_findings(assessment: Assessment, framework: Framework) -> tuple[Finding, ...]:
    """Overlaps still open or wrong, sizes beyond the population, and areas made more of than they can bear."""
    return (*_overlaps(assessment, framework), *_population(assessment), *_areas(assessment, framework))


def people_together(assessment: Assessment) -> int:
    """How many people the groups hold, as far as their sizes are known."""
    return sum(g.size or 0 for g in assessment.groups)


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


def _overlaps(now: Assessment, framework: Framework) -> Iterator[Finding]:
    for overlap in asked_pairs([(g.id, g.name) for g in now.groups], now.overlaps):
        one, other = now.group(overlap.group), now.group(overlap.other)
        names = {"one": one.name.strip() or one.id, "other": other.name.strip() or other.id}
        where = f"overlaps[{one.id}/{other.id}]"
        if overlap.answer is None:
            message = _("Could one person be in “{one}” and “{other}”? A person counts once, in the needier group.")
            yield _warning("groups_overlap", where, message.format(**names))
        elif overlap.answer is OverlapAnswer.TWICE:
            message = _("Some people are counted in “{one}” and in “{other}”: take them out of the less needy group.")
            yield _warning("counted_twice", where, message.format(**names))
        elif _in_the_less_needy(overlap, one, other, framework):
            message = _("Those in both “{one}” and “{other}” are counted in the group that needs less.")
            yield _warning("counted_in_less_needy", where, message.format(**names))


def _in_the_less_needy(overlap: Overlap, one: Group, other: Group, framework: Framework) -> bool:
    counted, left = (one, other) if overlap.counted_in == one.id else (other, one)
    held, better = living_standard(counted, framework), living_standard(left, framework)
    return overlap.answer is OverlapAnswer.COUNTED and held is not None and better is not None and held > better


def _population(now: Assessment) -> Iterator[Finding]:
    people = people_together(now)
    if now.body.population is not None and people > now.body.population:
        message = _("The groups hold {people} people together, but {population} live there: look at the sizes again.")
        said = message.format(people=f"{people:,}", population=f"{now.body.population:,}")
        yield _warning("sizes_exceed_population", "body.population", said)


def _areas(now: Assessment, framework: Framework) -> Iterator[Finding]:
    rules = framework.areas
    if rules is None:
        return
    for i, group in enumerate(now.groups):
        of_areas = [e for e in group.need_evidence if e.areas]
        where = f"groups[{i}].need_evidence"
        if any(e.grade is not None and e.grade < rules.best_grade for e in of_areas):
            message = _("“{name}”: an area is not its people; evidence from an index is of grade {grade} at best.")
            yield _warning("area_grade", where, message.format(name=group.name, grade=rules.best_grade))
        level = suggested_level([a for e in of_areas for a in e.areas], rules.suggests)
        alone = of_areas and len(of_areas) == len(group.need_evidence)
        if alone and level is not None and group.need_level is not None and group.need_level > level:
            message = _("“{name}”: the areas suggest {suggested} need, {taken} is taken; say what else it rests on.")
            names = (_(framework.need_ladder[n].name) for n in (level, group.need_level))
            said = dict(zip(("suggested", "taken"), names, strict=True))
            yield _warning("need_above_areas", where, message.format(name=group.name, **said))
