"""Decisions of the register under a version with other criteria: what is gone does not count, what is new is not 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import CriterionId
from fairness_desktop.services.adopting import rows
from fairness_desktop.services.adopting.comparing import criteria_added, criteria_removed, narrowed
from fairness_desktop.services.adopting.editing import with_value
from fairness_desktop.services.bundle import Services
from fairness_desktop.telling.frameworks.changes import told_criteria

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture
def full(services: Services) -> Services:
    """A register with the six decisions."""
    for path in sorted(CASES.glob("*.fairness.json")):
        services.register.take_in(path)
    return services


def without(services: Services, at: int) -> Framework:
    services.adopting.keep_draft(rows.without_criterion(services.adopting.draft(), at))
    return services.adopting.drafted()


def with_nature(services: Services) -> Framework:
    draft = rows.with_criterion(services.adopting.draft())
    for way, words in ((("name",), "Nature"), (("asks",), "green places"), *(
        (("anchors", size), "some") for size in ("1", "2", "3")
    )):  # fmt: skip
        draft = with_value(draft, ("criteria", 6, *way), words)
    services.adopting.keep_draft(with_value(draft, ("kinds", 2, "weights", "criterion_7"), 50))
    return services.adopting.drafted()


def test_that_effects_on_a_criterion_that_is_gone_stay_and_do_not_count(full: Services) -> None:
    then = full.adopting.consequences(without(full, 2))
    assert then.looked_at == 6
    assert then.not_compared == ()
    assert then.not_counting
    assert any(e.impacts.get(CriterionId("voice")) for d, _f in full.adopting._decisions() for e in d.effects)


def test_that_leaving_out_a_criterion_is_as_if_it_weighed_nothing(full: Services) -> None:
    gone = full.adopting.consequences(without(full, 4))
    full.adopting.drop_draft()
    draft = full.adopting.draft()
    for at in range(4):
        draft = with_value(draft, ("kinds", at, "weights", "prevention"), 0)
    full.adopting.keep_draft(draft)
    weightless = full.adopting.consequences(full.adopting.drafted())
    assert [(t.id, t.leader_then) for t in gone.turned] == [(t.id, t.leader_then) for t in weightless.turned]


def test_that_a_new_criterion_is_told_as_one_nobody_was_asked_about(full: Services) -> None:
    then = full.adopting.consequences(with_nature(full))
    assert len(then.not_asked) == 6
    assert then.not_compared == ()
    assert then.not_counting == ()
    assert then.turned == (), "what nobody was asked about moves no option"


def test_that_criteria_that_came_and_went_are_told_by_their_names(services: Services) -> None:
    old, new = services.adopting.in_force(), with_nature(services)
    assert told_criteria(criteria_added(old, new), criteria_removed(old, new), new) == [
        "Criterion added: “Nature”, weighing Involvement 0, Joined-up 0, Technical 50, Framework 0."
    ]
    assert told_criteria(criteria_added(new, old), criteria_removed(new, old), old) == ["Criterion removed: “Nature”."]


def test_that_a_decision_that_fits_is_left_as_it_is(full: Services, framework: Framework) -> None:
    decision, _framework = next(iter(full.adopting._decisions()))
    assert narrowed(decision, framework) is decision
