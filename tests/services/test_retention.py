"""What is past the time of keeping is listed, erased on somebody's word only, and leaves a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairness_desktop.domain.errors import NotFoundError, NotReadyError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

OLD = date(2019, 3, 1)


def decided(services: Services, day: date | None) -> Walk:
    walk = services.register.open_example()
    walk.change(replace(walk.assessment, decision=replace(walk.assessment.decision, date=day)))
    return walk


def test_that_an_old_decision_is_listed_with_its_days(services: Services) -> None:
    walk = decided(services, OLD)

    (due,) = services.retention.due()

    assert (due.id, due.decided, due.until) == (walk.assessment.id, OLD, date(2025, 3, 1))


@pytest.mark.parametrize("day", [date(2026, 1, 1), None])
def test_that_what_has_to_be_kept_is_neither_listed_nor_erased(services: Services, day: date | None) -> None:
    walk = decided(services, day)

    assert services.retention.due() == []
    with pytest.raises(NotReadyError, match=r"has to be kept until|has no date"):
        services.retention.erase(walk.assessment.id)
    assert services.register.count(RegisterQuery()) == 1


def test_that_erasing_leaves_who_when_what_and_nothing_else(services: Services, tmp_path: Path) -> None:
    services.register.set_who("Example Clerk")
    walk = decided(services, OLD)
    head = services.register._store.head(walk.assessment.id)

    services.retention.erase(walk.assessment.id)

    (stone,) = services.register._store.steps(walk.assessment.id)
    assert (stone.note.act, stone.note.who) == (Act.ERASED, "Example Clerk")
    assert stone.note.about.startswith(f"{walk.assessment.reference}, kept until 2025-03-01")
    assert len(head) == len(stone.document) == 64
    assert services.retention.due() == []
    assert services.register.count(RegisterQuery()) == 0
    assert services.register.check() == []


def test_that_what_was_never_there_cannot_be_erased(services: Services) -> None:
    walk = decided(services, OLD)
    services.retention.erase(walk.assessment.id)

    with pytest.raises(NotFoundError):
        services.retention.erase(walk.assessment.id)
