"""Sentences made from the figures; never fixed praise."""

from __future__ import annotations

from ..domain.assessment import Assessment
from ..domain.vocabulary import Floor, OptionId, label
from ..i18n import _
from ..scoring.result import Result
from .figures import percent


def headline(assessment: Assessment, result: Result) -> str:
    """What follows, in one sentence."""
    if result.leader is None:
        return _("No option is feasible: none saves what is required within the cap.")
    leader = result.option(result.leader)
    name = assessment.option(result.leader).in_short
    if leader.score < 0:
        said = _("{id} leads: of all that is feasible it does least harm").format(id=leader.id)
    elif leader.score == 0 or leader.benefit_share is None:
        said = _("{id} leads: {name} does no harm, and nothing else does better").format(id=leader.id, name=name)
    else:
        said = _("{id} leads: it does most good, {share} of it for the {need} most in need").format(
            id=leader.id, share=percent(leader.benefit_share), need=percent(result.need_share)
        )
    verdict = None if result.robustness is None else result.robustness.verdict
    said = f"{said}." if verdict is None else f"{said}; {label(verdict)}."
    if leader.floor is Floor.GREEN:
        return said
    return f"{said} " + _("Its floor is {floor}.").format(floor=label(leader.floor))


def floor_sentence(floor: Floor) -> str:
    """What a floor means for those most in need."""
    return {
        Floor.GREEN: _("No one most in need is left worse off than now."),
        Floor.AMBER: _("Some of those most in need lose a little."),
        Floor.RED: _("Some of those most in need lose seriously."),
    }[floor]


def option_name(assessment: Assessment, option: OptionId) -> str:
    """The short name of an option, or a stand-in while it has none."""
    return assessment.option(option).in_short or _("option {id}, no name yet").format(id=option)
