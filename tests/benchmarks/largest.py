"""The largest decision there can be, every cell filled."""

from __future__ import annotations

import random

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import AssessmentId, Grade, GroupId, Kind, OptionId

OPTIONS, GROUPS = "ABCDEFGH", [f"g{i:02}" for i in range(12)]


def largest(framework: Framework, seed: int = 1) -> Assessment:
    """Eight options, twelve groups, six criteria; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - data to measure with
    halves = [n / 2 for n in range(-4, 7) if n]
    return Assessment(
        AssessmentId("largest"),
        FrameworkReference(framework.id, framework.version, framework.sha256),
        title="The largest there can be",
        kind=Kind.FRAMEWORK,
        groups=tuple(
            Group(GroupId(g), f"Group {g}", chance.randint(100, 9000), relative_income=0.35 + 0.1 * i)
            for i, g in enumerate(GROUPS)
        ),
        options=tuple(
            Option(OptionId(o), f"Option {o}", o == "A", 0 if o == "A" else chance.randint(-50_000, 90_000))
            for o in OPTIONS
        ),
        effects=tuple(
            Effect(
                OptionId(o),
                GroupId(g),
                chance.choice([0.1, 0.5, 1.0]),
                chance.choice(list(Grade)),
                {c: chance.choice(halves) for c in framework.criterion_ids},
            )
            for o in OPTIONS[1:]
            for g in GROUPS
        ),
    )
