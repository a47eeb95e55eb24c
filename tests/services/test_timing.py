"""A time-stamp service: tried before it is set, set at every level, turned off again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from fairness_desktop import app
from fairness_desktop.domain.errors import InvalidInputError, RecordError
from fairness_desktop.domain.sealing.levels import Level, TimeService
from fairness_desktop.services.bundle import Services

from ..record.stamping import Authority, authority, served


@pytest.fixture(scope="module")
def stamps(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("stamps"))


@pytest.fixture(scope="module")
def address(stamps: Authority) -> Iterator[str]:
    with served(stamps.answer) as url:
        yield url


def test_that_a_service_is_tried_without_being_set(services: Services, stamps: Authority, address: str) -> None:
    answer = services.timing.test(address, Level.TIMED)

    assert answer.name == "Service"
    assert abs(answer.at - app.now()) < timedelta(minutes=1)
    assert not answer.rooted
    assert services.timing.service() is None


def test_that_a_level_that_is_to_last_is_tried_with_its_root(
    services: Services, stamps: Authority, address: str
) -> None:
    assert services.timing.test(address, Level.ARCHIVED, (stamps.root,)).rooted
    services.identities.council.make("Council", "correct horse battery")
    other = services.identities.council.certificate()
    assert other is not None

    with pytest.raises(RecordError, match="does not stand under the root certificate given"):
        services.timing.test(address, Level.LONG_TERM, (other,))


def test_that_a_service_that_does_not_answer_or_cannot_be_is_said(services: Services) -> None:
    with pytest.raises(RecordError, match="gave no time stamp"):
        services.timing.test("http://127.0.0.1:9/tsa", Level.TIMED)
    with pytest.raises(InvalidInputError, match="begins with http"):
        services.timing.test("ftp://stamps.example", Level.TIMED)


@pytest.mark.parametrize("level", [Level.TIMED, Level.LONG_TERM, Level.ARCHIVED])
def test_that_a_service_is_set_at_every_level_and_turned_off(
    services: Services, stamps: Authority, level: Level
) -> None:
    services.timing.use(" http://stamps.example/tsa ", level, (stamps.root,))

    assert services.timing.service() == TimeService("http://stamps.example/tsa", level, (stamps.root,))
    services.timing.turn_off()
    assert services.timing.service() is None
