"""What each kind of decision is told by first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import Kind
from fairness_desktop.frameworks.catalogue import SHIPPED, frameworks
from fairness_desktop.scoring.score import score, score_in_full
from fairness_desktop.shipped import folder
from fairness_desktop.telling.kinds import headline_figure

from ..scoring.builders import hand_case
from ..strategies import MODEL

NEWEST: Framework = frameworks(folder() / "frameworks")[SHIPPED]


def of(kind: Kind) -> Assessment:
    """The hand case under the newest framework, as that kind."""
    reference = FrameworkReference(NEWEST.id, NEWEST.version, NEWEST.sha256)
    return replace(hand_case(), kind=kind, framework=reference)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.INVOLVEMENT, "Who was heard? Not answered for any group yet."),
        (Kind.JOINED_UP, "C, which leads, costs £1,000 a year across all services."),
        (Kind.TECHNICAL, "Whether C leads firmly is being drawn from plausible versions."),
        (
            Kind.FRAMEWORK,
            "Of the good that C does, those most in need get 2.3 times their share of the people in reach.",
        ),
    ],
)
def test_that_each_kind_is_told_by_its_own_figure(kind: Kind, said: str) -> None:
    assert headline_figure(of(kind), NEWEST, score(of(kind), NEWEST)) == said


def test_that_a_technical_lead_is_told_once_it_is_drawn() -> None:
    now = of(Kind.TECHNICAL)

    assert "of plausible versions: the lead is" in headline_figure(now, NEWEST, score_in_full(now, NEWEST))


def test_that_an_option_that_saves_is_said_to() -> None:
    now = of(Kind.JOINED_UP)
    saving = replace(now, options=tuple(replace(o, net_cost=-500) if o.id == "C" else o for o in now.options))

    assert headline_figure(saving, NEWEST, score(saving, NEWEST)) == (
        "C, which leads, saves £500 a year across all services."
    )


def test_that_with_nothing_feasible_there_is_no_figure() -> None:
    now = replace(of(Kind.FRAMEWORK), required_saving=10**6)

    assert headline_figure(now, NEWEST, score(now, NEWEST)) == "No option is feasible, so there is no figure to tell."


def test_that_an_older_framework_tells_no_kind_by_a_figure() -> None:
    now = replace(hand_case(), kind=Kind.FRAMEWORK)

    assert headline_figure(now, MODEL, score(now, MODEL)) == ""
