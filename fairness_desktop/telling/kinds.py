"""What the statements say of the kind of a decision, and what the kind asks for, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.kinds.classifier import Classification, Classifier
from ..domain.kinds.levels import LevelAnswer
from ..domain.kinds.profile import Fit, Headline, KindProfile, QualityMechanism, profile_label
from ..domain.vocabulary import label
from ..i18n import _, ngettext
from ..scoring.money import net_cost
from ..scoring.result import OptionResult, Result
from ..scoring.voice import voice_coverage
from .figures import percent, ratio, whole_pounds
from .people import voice_sentence


def verdict_sentence(classifier: Classifier, found: Classification) -> str:
    """What the statements point to, and by how much."""
    if found.first is None or found.second is None or found.margin is None:
        total = len(classifier.statements)
        said = _("{count} of {total} statements are scored; the kind shows once all of them are.")
        return said.format(count=total - len(found.open), total=total)
    first, second = label(found.first), label(found.second)
    if found.clear:
        said = ngettext(
            "The statements point to {first}: {points}, {margin} point more than {second}.",
            "The statements point to {first}: {points}, {margin} points more than {second}.",
            found.margin,
        )
        return said.format(first=first, second=second, points=found.totals[found.first], margin=found.margin)
    kind = label(classifier.otherwise)
    if found.margin == 0:
        said = _("{first} and {second} have as many points. Take {kind}, or split the decision into parts.")
        return said.format(first=first, second=second, kind=kind)
    said = _("{first} has only {margin} more than {second}. Take {kind}, or split the decision into parts.")
    return said.format(first=first, second=second, margin=found.margin, kind=kind)


def because_sentence(found: Classification) -> str:
    """The statements that hold most of the kind to be taken; empty until all are scored, or where none does."""
    if found.kind is None or not found.because:
        return ""
    quoted = " ".join(f"“{_(s.text)}”" for s in found.because)
    return _("What speaks for {kind}: {statements}").format(kind=label(found.kind), statements=quoted)


def weights_sentence(profile: KindProfile, framework: Framework) -> str:
    """Which criteria weigh most, and how much of all the weight they carry."""
    total = sum(profile.weights.values())
    parts = [
        f"{_(framework.criterion(c).name).lower()} {percent(profile.weights[c] / total)}" for c in profile.heaviest
    ]
    return _("Weighs most: {criteria}.").format(criteria=", ".join(parts))


def headline_figure(assessment: Assessment, framework: Framework, result: Result) -> str:
    """The figure that the kind is told by first; empty where the framework names none, or there is none yet."""
    headline = None if assessment.kind is None else framework.kinds[assessment.kind].headline
    if headline is None:
        return ""
    if headline is Headline.VOICE_COVERAGE:
        return voice_sentence(voice_coverage(assessment.groups, framework), assessment)
    if result.leader is None:
        return _("No option is feasible, so there is no figure to tell.")
    return _OF_LEADER[headline](assessment, framework, result, result.option(result.leader))


def _net_cost(assessment: Assessment, framework: Framework, _result: Result, leader: OptionResult) -> str:
    cost = net_cost(assessment.option(leader.id), framework)
    said = _("{id}, which leads, costs {sum} a year across all services.")
    if round(cost) < 0:
        said = _("{id}, which leads, saves {sum} a year across all services.")
    return said.format(id=leader.id, sum=whole_pounds(abs(cost)))


def _first_rank_share(_assessment: Assessment, _framework: Framework, result: Result, leader: OptionResult) -> str:
    drawn = result.robustness
    if drawn is None or drawn.verdict is None:
        return _("Whether {id} leads firmly is being drawn from plausible versions.").format(id=leader.id)
    said = _("{id} ranks first in {share} of plausible versions: the lead is {verdict}.")
    return said.format(id=leader.id, share=percent(drawn.first_share(leader.id)), verdict=label(drawn.verdict))


def _focus_ratio(_assessment: Assessment, _framework: Framework, _result: Result, leader: OptionResult) -> str:
    if leader.focus_ratio is None:
        return _("{id}, which leads, does nobody good, so it has no focus.").format(id=leader.id)
    said = _("Of the good that {id} does, those most in need get {ratio} times their share of the people in reach.")
    return said.format(id=leader.id, ratio=ratio(leader.focus_ratio))


_OF_LEADER: Mapping[Headline, Callable[[Assessment, Framework, Result, OptionResult], str]] = {
    Headline.NET_COST: _net_cost,
    Headline.FIRST_RANK_SHARE: _first_rank_share,
    Headline.FOCUS_RATIO: _focus_ratio,
}


def quality_sentence(fits: Mapping[QualityMechanism, Fit]) -> str:
    """What keeps quality up in such a decision, best first."""
    parts = [
        f"{', '.join(profile_label(m).lower() for m in fits if fits[m] is fit)} ({profile_label(fit)})"
        for fit in Fit
        if fit in fits.values()
    ]
    return _("Kept good by: {mechanisms}.").format(mechanisms="; ".join(parts))


def level_sentence(answer: LevelAnswer, framework: Framework) -> str:
    """How far from the person it is taken, against the closest level the law allows."""
    taken = None if answer.taken is None else framework.level(answer.taken)
    closest = None if answer.closest_lawful is None else framework.level(answer.closest_lawful)
    if taken is None or closest is None or answer.steps_away is None:
        return _("Say where it is taken, and which level is the closest that the law allows.")
    names = {"taken": _(taken.name).lower(), "closest": _(closest.name).lower()}
    if taken.level < closest.level:
        return _("It is taken at {taken}, closer than the law is said to allow ({closest}).").format(**names)
    if answer.steps_away == 0:
        return _("It is taken at the closest level the law allows: {taken}.").format(**names)
    said = ngettext(
        "It is taken {count} step further from the person than the law asks: {taken}, not {closest}.",
        "It is taken {count} steps further from the person than the law asks: {taken}, not {closest}.",
        answer.steps_away,
    )
    return said.format(count=answer.steps_away, **names)
