"""Counting over the versions: who takes which rank, who beats whom, whose floor is RED."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ...domain.vocabulary import OptionId
from ..inputs import ScoringInputs
from ..rounding import LIMIT_PLACES, PLACES
from .draws import Versions, versions
from .plan import Numbers, Plan, plan
from .shares import Robustness, verdict_on

Counts = NDArray[np.int64]


def robustness(
    inputs: ScoringInputs,
    able: tuple[OptionId, ...],
    leader: OptionId | None,
    still_wanted: Callable[[], bool] = lambda: True,
) -> Robustness | None:
    """What all versions come to; ``able`` are the feasible options by id. None once it is not wanted any more."""
    layout = plan(inputs)
    tally = _Tally(inputs, layout, able)
    for some in versions(inputs, layout):
        if not still_wanted():
            return None
        tally.count(some)
    return tally.shares(leader)


class _Tally:
    """Counts so far: ranks (feasible option, rank), wins (feasible option, feasible option), RED floors (option)."""

    def __init__(self, inputs: ScoringInputs, layout: Plan, able: tuple[OptionId, ...]) -> None:
        self._inputs, self._plan, self._able = inputs, layout, able
        self._draws = 0
        self._ranks: Counts = np.zeros((len(able), len(able)), dtype=np.int64)
        self._wins: Counts = np.zeros((len(able), len(able)), dtype=np.int64)
        self._red = dict.fromkeys((o.id for o in inputs.options), 0)
        self._floors = tuple(_FloorWatch(inputs, layout, option) for option in layout.touching)

    def count(self, some: Versions) -> None:
        """Take some more versions in."""
        self._draws += len(some.elasticity)
        touched = self._touched(some)
        for watch in self._floors:
            self._red[watch.option] += watch.red(some.effects, touched)
        if not self._able:
            return
        place = self._places(self._points(touched, some.elasticity))
        for rank in range(len(self._able)):
            self._ranks[:, rank] += (place == rank).sum(axis=0)
        self._wins += (place[:, :, None] < place[:, None, :]).sum(axis=0)

    def _touched(self, some: Versions) -> Numbers:
        """A of every pair, a row a version."""
        if not self._plan.columns:
            return np.zeros((len(some.elasticity), 0))
        weighted = some.weights.take(self._plan.criterion, axis=1)
        weighted *= some.effects
        return np.add.reduceat(weighted, self._plan.pair_starts, axis=1)

    def _points(self, touched: Numbers, elasticity: Numbers) -> Numbers:
        """T of every feasible option, a row a version."""
        total = np.zeros((len(elasticity), len(self._able)))
        if not self._plan.columns:
            return total
        weighted = np.exp(-elasticity[:, None] * self._plan.log_standards)
        weighted *= touched
        weighted *= self._plan.people_touched
        by_option = np.add.reduceat(weighted, self._plan.option_starts, axis=1)
        for column, option in enumerate(self._plan.touching):
            if option in self._able:
                total[:, self._able.index(option)] = by_option[:, column]
        return total

    def _places(self, total: Numbers) -> Counts:
        """The rank (from 0) that each feasible option takes; columns are by id, so that a tie goes to the first."""
        order = np.argsort(-np.round(total, PLACES), axis=1, kind="stable")
        place = np.empty_like(order)
        np.put_along_axis(place, order, np.arange(len(self._able))[None, :], axis=1)
        return place

    def shares(self, leader: OptionId | None) -> Robustness:
        """The counts as shares of all versions."""
        able, draws, none = self._able, self._draws, (0.0,) * len(self._inputs.options)
        ranks = {o: (*(self._ranks[i] / draws).tolist(), *none[len(able) :]) for i, o in enumerate(able)}
        beats = {
            o: {other: int(self._wins[i, j]) / draws for j, other in enumerate(able) if j != i}
            for i, o in enumerate(able)
        }
        limits = self._inputs.framework.robustness
        return Robustness(
            seed=self._inputs.seed,
            draws=draws,
            rank_acceptability={o.id: ranks.get(o.id, none) for o in self._inputs.options},
            beats={o.id: beats.get(o.id, {}) for o in self._inputs.options},
            red_share={o: red / draws for o, red in self._red.items()},
            verdict=None if leader is None else verdict_on(ranks[leader][0], limits),
        )


class _FloorWatch:
    """Which columns and pairs can make the floor of an option RED: those of touched groups most in need."""

    def __init__(self, inputs: ScoringInputs, layout: Plan, option: OptionId) -> None:
        self.option = option
        self._limits = inputs.framework.floor
        self._pairs = [i for i in sorted(layout.needy_pairs) if layout.pairs[i][0] == option]
        needy = {layout.pairs[i] for i in self._pairs}
        self._columns = [
            i for i, c in enumerate(layout.columns) if (c.option, c.group) in needy and c.low <= self._limits.red_single
        ]

    def red(self, effects: Numbers, touched: Numbers) -> int:
        """In how many of these versions the floor is RED."""
        on_the_whole = np.round(touched[:, self._pairs], LIMIT_PLACES) <= self._limits.red_mean
        alone = effects[:, self._columns] <= self._limits.red_single
        return int((on_the_whole.any(axis=1) | alone.any(axis=1)).sum())
