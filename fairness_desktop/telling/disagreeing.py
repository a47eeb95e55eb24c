"""Where assessors disagree, in words."""

from __future__ import annotations

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.vocabulary import GroupId, OptionId
from ..i18n import _
from ..scoring.assessors import CellView, cell_views
from .figures import number, signed


def who_said_what(view: CellView) -> str:
    """Ann +1.0, Bo −0.5."""
    return ", ".join(f"{name} {signed(x)}" for name, x in view.ratings.items())


def middle(value: float) -> str:
    """A median: in halves as ratings are, in quarters where it lies between two."""
    return signed(value, 1 if (value * 2) % 1 == 0 else 2)


def ratings_of(assessment: Assessment, framework: Framework, option: OptionId, group: GroupId) -> str:
    """What was rated of a pair, criterion by criterion, the most disputed first; empty where nobody rated it."""
    said = [
        _("{criterion}: {ratings} (median {median}, spread {spread})").format(
            criterion=_(framework.criterion(view.criterion).name),
            ratings=who_said_what(view),
            median=middle(view.median),
            spread=number(view.spread, 1),
        )
        for view in cell_views(assessment)
        if (view.option, view.group) == (option, group)
    ]
    return "; ".join(said)
