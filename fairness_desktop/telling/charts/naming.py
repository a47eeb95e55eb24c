"""What options and groups are called in charts: on one line, and never nothing."""

from __future__ import annotations

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.people import Group
from ...domain.vocabulary import OptionId
from ...i18n import _
from ..sentences import option_name
from .pen import one_line


def option_called(assessment: Assessment, option: OptionId) -> str:
    """The short name of an option."""
    return one_line(option_name(assessment, option)) or _("option {id}, no name yet").format(id=one_line(option))


def group_called(group: Group) -> str:
    """The name of a group."""
    return one_line(group.name) or _("group {id}, no name yet").format(id=one_line(group.id))


def nearest_level(group: Group, framework: Framework) -> int:
    """The rung a group stands on; one of known income on the nearest that is on its side of the need threshold."""
    if group.relative_income is None:
        return group.need_level or 0
    income, threshold = group.relative_income, framework.need_threshold
    same_side = [r for r in framework.need_ladder if (r.living_standard <= threshold) == (income <= threshold)]
    return min(same_side or framework.need_ladder, key=lambda rung: abs(rung.living_standard - income)).level


def listed(parts: list[str]) -> str:
    """Several things in a row: A, B and C."""
    if len(parts) < 2:  # noqa: PLR2004 - one thing is no list
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
