"""What the method takes from the framework document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Floor:
    """The limits of the floor."""

    red_mean: float
    red_single: float
    amber_mean: float


@dataclass(frozen=True)
class Robustness:
    """How the draws are made and when their answer is called what."""

    draws: int
    eta_low: float
    eta_high: float
    weight_low: float
    weight_high: float
    robust: float
    leaning: float


@dataclass(frozen=True)
class Framework:
    """The framework object, as far as the arithmetic needs it."""

    eta: float
    ladder: Mapping[int, float]
    """y by need level."""
    threshold: float
    """y*"""
    criteria: tuple[str, ...]
    """In the framework's own order, which is that of the draws of weights."""
    swing: Mapping[str, Weights]
    """Swing weights by kind."""
    floor: Floor
    kappa: float
    half_widths: Mapping[str, float]
    robustness: Robustness
    schedule: tuple[tuple[int | None, float], ...]
    """(to_year, rate), in order; the last to_year is null."""


ASKED_IN_SHORT = ("outcomes", "access", "household_cost")


def as_asked(assessment: Mapping[str, Any], framework: Framework) -> Framework:
    """The short form: a criterion not asked weighs 0, in every kind that weighs any that is asked."""
    if assessment.get("form") != "short":
        return framework
    kept = {
        kind: {criterion: weight if criterion in ASKED_IN_SHORT else 0.0 for criterion, weight in swing.items()}
        for kind, swing in framework.swing.items()
    }
    return replace(
        framework, swing={k: kept[k] if any(kept[k].values()) else all_ for k, all_ in framework.swing.items()}
    )


def read_framework(document: Mapping[str, Any]) -> Framework:
    """The framework of a framework document."""
    elasticity, limits, robustness = document["elasticity"], document["floor"], document["robustness"]
    return Framework(
        eta=elasticity["value"],
        ladder={rung["level"]: rung["living_standard"] for rung in document["need_ladder"]},
        threshold=document["need_threshold"],
        criteria=tuple(criterion["id"] for criterion in document["criteria"]),
        swing={kind["kind"]: kind["weights"] for kind in document["kinds"]},
        floor=Floor(limits["red_mean"], limits["red_single"], limits["amber_mean"]),
        kappa=document["kappa"],
        half_widths=document["half_widths"],
        robustness=Robustness(
            draws=robustness["draws"],
            eta_low=elasticity["low"],
            eta_high=elasticity["high"],
            weight_low=robustness["weight_low"],
            weight_high=robustness["weight_high"],
            robust=robustness["robust"],
            leaning=robustness["leaning"],
        ),
        schedule=tuple((band["to_year"], band["rate"]) for band in document["discount"]["schedule"]),
    )
