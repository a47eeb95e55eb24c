"""The scoring inputs: what of an assessment the figures depend on, and nothing else; and the seed made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .canonical import sha256
from .framework import Framework
from .money import annual_equivalent


@dataclass(frozen=True)
class Group:
    """A group of n people at relative living standard y."""

    id: str
    n: int
    y: float


@dataclass(frozen=True)
class Option:
    """An option with its net cost a year."""

    id: str
    baseline: bool
    net_cost: float


@dataclass(frozen=True)
class Effect:
    """What an option does to the touched people of a group: reach r, and the x that are not 0, by criterion."""

    option: str
    group: str
    r: float
    grade: str
    x: Mapping[str, float]


@dataclass(frozen=True)
class Inputs:
    """The scoring inputs. Groups and options are sorted by id; effects by option, then group, and x by criterion."""

    kind: str
    framework_sha256: str
    required_saving: float | None
    budget_cap: float | None
    groups: tuple[Group, ...]
    options: tuple[Option, ...]
    effects: tuple[Effect, ...]

    def of(self, option: Option) -> tuple[tuple[Group, Effect], ...]:
        """The groups an option touches, with what it does to each."""
        groups = {group.id: group for group in self.groups}
        return tuple((groups[effect.group], effect) for effect in self.effects if effect.option == option.id)


def read_inputs(assessment: Mapping[str, Any], framework: Framework, framework_sha256: str) -> Inputs:
    """The scoring inputs of an assessment."""
    groups = (Group(g["id"], g["size"], living_standard(g, framework)) for g in assessment["groups"])
    options = (Option(o["id"], o["baseline"], net_cost(o, framework)) for o in assessment["options"])
    return Inputs(
        kind=assessment["kind"],
        framework_sha256=framework_sha256,
        required_saving=assessment.get("required_saving"),
        budget_cap=assessment.get("budget_cap"),
        groups=tuple(sorted(groups, key=lambda group: group.id)),
        options=tuple(sorted(options, key=lambda option: option.id)),
        effects=read_effects(assessment),
    )


def living_standard(group: Mapping[str, Any], framework: Framework) -> float:
    """y: a known income overrides the ladder."""
    known = group.get("relative_income")
    return float(framework.ladder[group["need_level"]] if known is None else known)


def net_cost(option: Mapping[str, Any], framework: Framework) -> float:
    """Pounds a year, as given or as the annual equivalent of the cash flow."""
    given = option.get("net_cost")
    return annual_equivalent(framework.schedule, option["cash_flow"]) if given is None else float(given)


def read_effects(assessment: Mapping[str, Any]) -> tuple[Effect, ...]:
    """The effects that are any: answered, reaching someone, and not nothing."""
    named = [u for u in assessment.get("unanswered") or () if "option" in u]  # others name a field of a draft
    unanswered = {(u["option"], u["group"], u.get("criterion")) for u in named}
    effects = []
    for entry in assessment["effects"]:
        pair = (entry["option"], entry["group"])
        answered = {c: float(x) for c, x in sorted(entry["impacts"].items()) if x and (*pair, c) not in unanswered}
        if entry["reach"] > 0 and answered and (*pair, None) not in unanswered:
            effects.append(Effect(*pair, float(entry["reach"]), entry["grade"], answered))
    return tuple(sorted(effects, key=lambda effect: (effect.option, effect.group)))


def seed(inputs: Inputs) -> str:
    """SHA-256 over the canonical form of the scoring inputs."""
    return sha256(
        {
            "kind": inputs.kind,
            "framework": inputs.framework_sha256,
            "required_saving": inputs.required_saving,
            "budget_cap": inputs.budget_cap,
            "groups": [[g.id, g.n, g.y] for g in inputs.groups],
            "options": [[o.id, o.baseline, o.net_cost] for o in inputs.options],
            "effects": [[e.option, e.group, e.r, e.grade, e.x] for e in inputs.effects],
        }
    )
