"""What is drawn: one column an effect that is not 0, by option, group and criterion, with all that turns it to points.

Arrays are one-dimensional float64 or int64: ``drawn`` effects, ``pairs`` of option and group, ``touching`` options.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import log

import numpy as np
from numpy.typing import NDArray

from ...domain.effects import BEST, WORST
from ...domain.vocabulary import CriterionId, GroupId, OptionId
from ..floor import most_in_need
from ..inputs import ScoringInputs

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Column:
    """One drawn effect, with the low end, the likeliest and the high end of what it may be."""

    option: OptionId
    group: GroupId
    criterion: CriterionId
    low: float
    mode: float
    high: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns as arrays: ``low``, ``mode``, ``high`` and place of the ``criterion`` of each drawn effect.

    ``pair_starts`` and ``option_starts`` say at which column a pair begins and at which pair an option;
    ``people_touched`` (size times reach) and ``log_standards`` (log of y) are of each pair.
    """

    columns: tuple[Column, ...]
    low: Numbers
    mode: Numbers
    high: Numbers
    criterion: Places
    pair_starts: Places
    people_touched: Numbers
    log_standards: Numbers
    option_starts: Places
    touching: tuple[OptionId, ...]
    pairs: tuple[tuple[OptionId, GroupId], ...]
    needy_pairs: frozenset[int]


def columns(inputs: ScoringInputs) -> tuple[Column, ...]:
    """Every effect that is not 0, by option id, group id and criterion id."""
    found = []
    for (option, group), effect in sorted(inputs.effects.items()):
        half_width = inputs.framework.half_widths[effect.grade]
        for criterion, x in sorted(effect.impacts.items()):
            low, high = max(x - half_width, WORST), min(x + half_width, BEST)
            found.append(Column(option, group, criterion, low, x, high))
    return tuple(found)


def plan(inputs: ScoringInputs) -> Plan:
    """The columns and what they belong to."""
    drawn = columns(inputs)
    places = {c: i for i, c in enumerate(inputs.framework.criterion_ids)}
    pairs = [pair for pair, _cells in groupby((c.option, c.group) for c in drawn)]
    groups = {g.id: g for g in inputs.groups}
    neediest = frozenset(most_in_need(inputs))
    return Plan(
        columns=drawn,
        low=np.array([c.low for c in drawn]),
        mode=np.array([c.mode for c in drawn]),
        high=np.array([c.high for c in drawn]),
        criterion=np.array([places[c.criterion] for c in drawn], dtype=np.int64),
        pair_starts=_starts([(c.option, c.group) for c in drawn]),
        people_touched=np.array([groups[g].size * inputs.effects[o, g].reach for o, g in pairs]),
        log_standards=np.array([log(groups[g].living_standard) for _o, g in pairs]),
        option_starts=_starts([o for o, _g in pairs]),
        touching=tuple(o for o, _pairs in groupby(o for o, _g in pairs)),
        pairs=tuple(pairs),
        needy_pairs=frozenset(i for i, (_o, g) in enumerate(pairs) if g in neediest),
    )


def _starts(keys: list[OptionId] | list[tuple[OptionId, GroupId]]) -> Places:
    """Where a key differs from the one before."""
    return np.array([i for i, key in enumerate(keys) if i == 0 or key != keys[i - 1]], dtype=np.int64)
