"""How the closed words of a framework's profiles are said where it is read or edited."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ...domain.kinds.profile import Condition, EfficiencyTest, Headline
from ...i18n import N_, _

_WORDS: Mapping[StrEnum, str] = {
    Condition.NEEDIEST_HEARD: N_("Those most in need were heard, or it is said why not"),
    Condition.OUTSIDE_OPTION: N_("An option comes from outside the council"),
    Condition.SEVERAL_SERVICES: N_("The money of more than one service is in it"),
    Condition.MEASURED_EVIDENCE: N_("Each option has an effect of grade A or B"),
    Condition.NEED_EVIDENCED: N_("Each group's need rests on evidence"),
    Condition.ALL_ANSWERED: N_("Every effect is answered"),
    Condition.NOBODY_HEARD: N_("Nobody was heard"),
    Condition.VOICE_LOWERED: N_("An option takes away voice"),
    Condition.ONE_SERVICE: N_("All the money is that of one service"),
    Condition.CONNECTIONS_UNTOUCHED: N_("No option changes connections"),
    Condition.NOTHING_MEASURED: N_("No effect is of grade A or B"),
    Condition.NOBODY_MOST_IN_NEED: N_("No group is at or under the need threshold"),
    Condition.ONE_WAY_ONLY: N_("Only one way is set against carrying on as now"),
    Headline.VOICE_COVERAGE: N_("Who was heard"),
    Headline.NET_COST: N_("Net cost across all services"),
    Headline.FIRST_RANK_SHARE: N_("How firm the lead is"),
    Headline.FOCUS_RATIO: N_("Focus on those most in need"),
    EfficiencyTest.UNIT_COST: N_("Unit cost against a benchmark"),
    EfficiencyTest.VALUE_PER_POUND: N_("Rated value for each pound"),
    EfficiencyTest.NET_COST_ACROSS_AGENCIES: N_("Net cost across all agencies"),
    EfficiencyTest.POINTS_PER_POUND: N_("Points for each pound"),
}


def framework_word(word: Condition | Headline | EfficiencyTest) -> str:
    """How it is said."""
    return _(_WORDS[word])


def choices(words: type[Condition] | type[Headline] | type[EfficiencyTest]) -> tuple[tuple[str, str], ...]:
    """All of them, each with how it is said."""
    return tuple((word.value, framework_word(word)) for word in words)
