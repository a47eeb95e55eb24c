"""Who gains and who loses under one option: what it does to a person of each need level, and to how many."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.people import Group
from ...domain.short.form import still_asked
from ...domain.vocabulary import GroupId, OptionId
from ...i18n import _
from ...scoring.result import Result
from .chart import Chart, Figures
from .levels import Level, Touched, effect_told
from .naming import group_called, nearest_level
from .pictures.gains import GainsPicture

SAME_AS_NOUGHT = 9
"""Decimals to which an effect is rounded before it is called a gain or a loss."""


def gains(assessment: Assessment, framework: Framework, result: Result, option: OptionId) -> Chart:
    """Who gains and who loses under that option."""
    levels = levels_of(assessment, framework, result, option)
    return Chart(
        title=_("Who gains, who loses under {id}").format(id=option),
        caption=_("Average effect on one person, by need; how many gain, how many lose."),
        in_words=_in_words(option, levels),
        table=_table(levels),
        picture=GainsPicture(levels),
    )


def levels_of(assessment: Assessment, framework: Framework, result: Result, option: OptionId) -> tuple[Level, ...]:
    """The need levels from comfortable to severe, each with the groups that stand on it."""
    means = result.option(option).mean_effects
    unanswered = still_asked(assessment)
    whole = {u.group for u in unanswered if u.option == option and u.criterion is None}
    partly = {u.group for u in unanswered if u.option == option and u.criterion is not None}
    groups: list[list[Touched]] = [[] for _rung in framework.need_ladder]
    for group in assessment.groups:
        answered = group.id not in whole
        touched = _touched(assessment, option, group, means) if answered else _open(group)
        if group.id in partly and answered:
            touched = Touched(touched.name, touched.people, touched.effect, touched.gain, touched.lose, partly=True)
        groups[nearest_level(group, framework)].append(touched)
    neediest = _levels_most_in_need(assessment, framework, result)
    return tuple(
        Level(_(rung.name), rung.level in neediest, tuple(groups[rung.level])) for rung in framework.need_ladder
    )


def _levels_most_in_need(assessment: Assessment, framework: Framework, result: Result) -> set[int]:
    """At or below the threshold; where nobody is, those of lowest living standard there are."""
    under = {r.level for r in framework.need_ladder if r.living_standard <= framework.need_threshold}
    levels = {r.level for r in framework.need_ladder}
    groups = {level: [g for g in assessment.groups if nearest_level(g, framework) == level] for level in levels}
    return under | {level for level, on in groups.items() if on and all(g.id in result.neediest for g in on)}


def _touched(
    assessment: Assessment, option: OptionId, group: Group, means: Mapping[GroupId, float]
) -> Touched:  # fmt: skip
    effect = assessment.effect(option, group.id)
    people = group.size or 0
    reached = people * (effect.reach if effect is not None else 0.0)
    mean = round(means[group.id], SAME_AS_NOUGHT) + 0.0
    return Touched(group_called(group), people, mean, reached if mean > 0 else 0.0, reached if mean < 0 else 0.0)


def _open(group: Group) -> Touched:
    return Touched(group_called(group), group.size or 0, None, 0.0, 0.0)


def _in_words(option: OptionId, levels: tuple[Level, ...]) -> str:
    said = [_("Average effect on one person under {id}, from the least to the most in need.").format(id=option)]
    said += [_level_in_words(level) for level in levels]
    losing = [g.name for level in levels for g in level.groups if g.lose]
    if losing:
        said.append(_("These lose: {groups}.").format(groups="; ".join(losing)))
    elif not any(level.unanswered for level in levels):
        said.append(_("No group loses."))
    return " ".join(said)


def _level_in_words(level: Level) -> str:
    name = _("{level}, among those most in need").format(level=level.name) if level.most_in_need else level.name
    if not level.groups:
        return _("{level}: no one.").format(level=name)
    if level.effect is None:
        return _("{level}: {count:,} people, not answered.").format(level=name, count=level.people)
    said = _("{level}: {effect} a person, {gain:,.0f} gain, {lose:,.0f} lose.").format(
        level=name, effect=effect_told(level.effect), gain=level.gain, lose=level.lose
    )
    if level.unanswered:
        said += " " + _("{count:,} more of them are not answered.").format(count=level.unanswered)
    if level.partly:
        said += " " + _("{count:,} of them are answered in part.").format(count=level.partly)
    return said


def _table(levels: tuple[Level, ...]) -> Figures:
    header = (_("Group"), _("Need"), _("People"), _("Effect a person"), _("Gain"), _("Lose"))
    rows: list[tuple[str, ...]] = []
    for level in levels:
        need = _("{level} (most in need)").format(level=level.name) if level.most_in_need else level.name
        if not level.groups:
            rows.append((_("no one"), need, "0", "–", "–", "–"))
        rows += [_row(g.name + (_(" (in part)") if g.partly else ""), need, g) for g in level.groups]
        if len(level.groups) > 1:
            name = _("together, of those answered") if level.unanswered else _("together")
            together = Touched(name, level.people, level.effect, level.gain, level.lose)
            rows.append(_row(together.name, need, together))
    return Figures(header, tuple(rows), frozenset({2, 3, 4, 5}))


def _row(name: str, need: str, touched: Touched) -> tuple[str, ...]:
    people = f"{touched.people:,}"
    if touched.effect is None:
        return name, need, people, _("not answered"), "?", "?"
    return name, need, people, effect_told(touched.effect), f"{touched.gain:,.0f}", f"{touched.lose:,.0f}"
