"""The draws, so that anyone can make the same ones in ten years: raw bits, one uniform each, by inverse CDF.

Never a library's distribution functions: they may change between releases, where the raw stream of PCG64 may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...domain.framework import Framework
from ..inputs import ScoringInputs
from .plan import Numbers, Plan

AT_ONCE = 256
"""Versions drawn together: few enough to stay in the processor's cache and to stop within a millisecond or two."""

_TO_UNIT = 2.0**-53


@dataclass(frozen=True, slots=True)
class Versions:
    """Some plausible versions, a row each: elasticity η, criterion weights (in the framework's order), effects."""

    elasticity: Numbers
    weights: Numbers
    effects: Numbers


def versions(inputs: ScoringInputs, plan: Plan) -> Iterator[Versions]:
    """All versions, some at a time, from the one stream that the scoring inputs seed."""
    framework = inputs.framework
    bits = np.random.PCG64(int(inputs.seed, 16))
    swing = np.array([framework.kinds[inputs.kind].weights[c] for c in framework.criterion_ids])
    likeliest = swing / swing.sum()
    shape = _Triangles(plan)
    width = 1 + len(likeliest) + len(plan.columns)
    for begun in range(0, framework.robustness.draws, AT_ONCE):
        count = min(AT_ONCE, framework.robustness.draws - begun)
        uniform = uniforms(bits, count * width).reshape(count, width)
        yield Versions(
            elasticity=_elasticity(uniform[:, 0], framework),
            weights=_weights(uniform[:, 1 : 1 + len(likeliest)], likeliest, framework),
            effects=shape.drawn(uniform[:, 1 + len(likeliest) :]),
        )


def uniforms(bits: np.random.PCG64, count: int) -> Numbers:
    """The next ``count`` numbers from 0 up to, but not, 1: the upper 53 bits of each raw word."""
    raw: NDArray[np.uint64] = bits.random_raw(count)
    return np.asarray((raw >> np.uint64(11)) * _TO_UNIT, dtype=np.float64)


def _elasticity(uniform: Numbers, framework: Framework) -> Numbers:
    band = framework.elasticity
    return np.asarray(band.low + (band.high - band.low) * uniform, dtype=np.float64)


def _weights(uniform: Numbers, likeliest: Numbers, framework: Framework) -> Numbers:
    limits = framework.robustness
    moved = likeliest * (limits.weight_low + (limits.weight_high - limits.weight_low) * uniform)
    return np.asarray(moved / moved.sum(axis=1, keepdims=True))


class _Triangles:
    """The inverse CDF of a triangle a column; one that has no width stays where it is."""

    def __init__(self, plan: Plan) -> None:
        self._low, self._high = plan.low, plan.high
        self._spread = plan.high - plan.low
        self._rise, self._fall = plan.mode - plan.low, plan.high - plan.mode
        wide = self._spread > 0
        self._turn = np.divide(self._rise, self._spread, out=np.ones_like(self._spread), where=wide)

    def drawn(self, uniform: Numbers) -> Numbers:
        """An effect for each uniform; rows are versions."""
        below = np.sqrt(uniform * self._spread * self._rise)
        below += self._low
        above = 1 - uniform
        above *= self._spread
        above *= self._fall
        np.sqrt(above, out=above)
        np.subtract(self._high, above, out=above)
        np.copyto(above, below, where=uniform < self._turn)
        return above
