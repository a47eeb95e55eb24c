"""A clock that was set back: nothing is signed before what it follows, and both times are said."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.errors import RecordError
from fairness_desktop.domain.sealing.identity import Ground
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

CLERK = "Ann Clerk"
HOUR = timedelta(hours=1)


class Hands:
    """The computer's clock, moved by hand."""

    now = app.now()

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    hands = Hands()
    monkeypatch.setattr(app, "now", hands)
    return hands


@pytest.fixture
def services(hands: Hands, tmp_path: Path) -> Services:
    services = app.services(tmp_path / "data")
    decides = maker(services.register.open_example())
    hands.now -= HOUR
    services.identities.new(decides, "", "Council", PASSPHRASE)
    services.identities.new(CLERK, "Clerk", "Council", PASSPHRASE)
    hands.now += HOUR
    return services


@pytest.fixture
def walk(services: Services) -> Walk:
    return services.register.open_example()


def maker(walk: Walk) -> str:
    return walk.assessment.authority.decision_maker.name


def test_that_nothing_is_signed_before_it_was_last_changed(services: Services, walk: Walk, hands: Hands) -> None:
    hands.now -= HOUR / 2

    with pytest.raises(
        RecordError, match=r"clock says .* but the assessment was last changed at .*Set the clock right"
    ):
        services.issuing.prepare(walk, maker(walk))


def test_that_a_clock_set_back_while_the_pages_are_read_is_seen(services: Services, walk: Walk, hands: Hands) -> None:
    prepared = services.issuing.prepare(walk, maker(walk))
    hands.now -= HOUR / 2

    with pytest.raises(RecordError, match="Set the clock right"):
        services.issuing.sign(prepared, PASSPHRASE)
    assert services.register.open(walk.assessment.id).records == []


def test_that_the_second_does_not_sign_before_the_first(services: Services, walk: Walk, hands: Hands) -> None:
    second = services.identities.require(CLERK)
    record = services.issuing.sign(services.issuing.prepare(walk, maker(walk), second), PASSPHRASE)
    half = services.countersigning.examine(record.pdf, "out.pdf")
    hands.now -= HOUR / 2

    with pytest.raises(RecordError, match=rf"but {maker(walk)[:9]}.* signed at"):
        services.countersigning.sign(half, CLERK, PASSPHRASE)


def test_that_pages_are_not_even_laid_out_for_who_cannot_sign(services: Services, walk: Walk) -> None:
    services.identities.council.revoke(maker(walk), Ground.LEFT, PASSPHRASE)

    with pytest.raises(RecordError, match="was revoked on"):
        services.issuing.prepare(walk, maker(walk))
