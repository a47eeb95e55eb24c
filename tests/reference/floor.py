"""The floor: whether those most in need, where touched, are made worse off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from . import framework as fw
from .inputs import Effect, Group, Inputs, Option
from .points import a, rounded

GREEN, AMBER, RED = "green", "amber", "red"
LIMIT_DIGITS = 9
"""a is rounded so before any comparison with a limit."""


@dataclass(frozen=True)
class Reason:
    """One effect on a group most in need that is below a limit; of one criterion, or (None) of the whole."""

    group: str
    criterion: str | None
    effect: float
    floor: str


def most_in_need(inputs: Inputs, threshold: float) -> frozenset[str]:
    """M = {g : y ≤ y*}; if there is none, the group or groups of lowest y."""
    lowest = min(group.y for group in inputs.groups)
    return frozenset(group.id for group in inputs.groups if group.y <= max(threshold, lowest))


def reasons(
    inputs: Inputs, option: Option, v: fw.Weights, limits: fw.Floor, in_need: frozenset[str]
) -> tuple[Reason, ...]:
    """Why the floor is not green: by group, the whole effect before the single ones by criterion."""
    touched = [(group, effect) for group, effect in inputs.of(option) if group.id in in_need]
    return tuple(reason for group, effect in touched for reason in reasons_in(group, effect, v, limits))


def reasons_in(group: Group, effect: Effect, v: fw.Weights, limits: fw.Floor) -> Iterator[Reason]:
    """What is below a limit in one group."""
    whole = rounded(a(effect, v), LIMIT_DIGITS)
    if whole <= limits.red_mean:
        yield Reason(group.id, None, whole, RED)
    elif whole < limits.amber_mean:
        yield Reason(group.id, None, whole, AMBER)
    for criterion, x in sorted(effect.x.items()):
        if x <= limits.red_single:
            yield Reason(group.id, criterion, x, RED)


def floor(found: tuple[Reason, ...]) -> str:
    """RED if any reason is, else AMBER if there is any, else GREEN."""
    if any(reason.floor == RED for reason in found):
        return RED
    return AMBER if found else GREEN


def worst_case(inputs: Inputs, half_widths: Mapping[str, float]) -> Inputs:
    """The same with every non-zero x lowered by its half-width, not below −3. (An x lowered to 0 is 0.)"""
    lowered = (
        replace(effect, x={c: max(x - half_widths[effect.grade], -3.0) for c, x in effect.x.items()})
        for effect in inputs.effects
    )
    return replace(inputs, effects=tuple(lowered))
