"""The reference a record is issued under, and the head of the history that is signed with it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fairness_desktop.domain.errors import ConflictError
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, Status
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

YEAR = f"{datetime.now(UTC):%y}"


@pytest.fixture
def unnumbered(services: Services, walk: Walk) -> Walk:
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    walk.change(replace(walk.assessment, reference=""))
    return walk


def prepared(services: Services, walk: Walk) -> Prepared:
    return services.issuing.prepare(walk, walk.assessment.authority.decision_maker.name)


def status(services: Services, walk: Walk) -> Status:
    return next(r.status for r in services.register.rows(RegisterQuery(), 0, 9) if r.id == walk.assessment.id)


def test_that_a_record_is_numbered_when_it_is_issued_and_not_before(services: Services, unnumbered: Walk) -> None:
    pages = prepared(services, unnumbered)
    before = services.register.open(unnumbered.assessment.id).assessment.reference

    record = services.issuing.sign(pages, PASSPHRASE)

    assert (before, unnumbered.assessment.reference) == ("", f"01-{YEAR}")
    assert services.register.open(unnumbered.assessment.id).assessment == unnumbered.assessment
    assert services.verifying.check_bytes(record.pdf, "r.pdf").reference == f"01-{YEAR}"
    assert status(services, unnumbered) is Status.SIGNED


def test_that_numbers_follow_one_another_in_each_council(services: Services, unnumbered: Walk) -> None:
    copy = services.register.duplicate(unnumbered.assessment.id)
    other = services.register.duplicate(unnumbered.assessment.id)
    decided = unnumbered.assessment.decision
    copy.change(replace(copy.assessment, decision=decided))
    other.change(replace(other.assessment, decision=decided, body=replace(other.assessment.body, name="Another")))

    for walk in (unnumbered, copy, other):
        services.issuing.sign(prepared(services, walk), PASSPHRASE)

    assert [w.assessment.reference[:2] for w in (unnumbered, copy, other)] == ["01", "02", "01"]


def test_that_a_number_given_away_meanwhile_is_not_given_twice(services: Services, unnumbered: Walk) -> None:
    copy = services.register.duplicate(unnumbered.assessment.id)
    copy.change(replace(copy.assessment, decision=unnumbered.assessment.decision))
    late = prepared(services, copy)
    services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)

    with pytest.raises(ConflictError, match=f"01-{YEAR} was given to another record meanwhile"):
        services.issuing.sign(late, PASSPHRASE)

    assert (copy.records, copy.assessment.reference) == ([], "")
    services.issuing.sign(prepared(services, copy), PASSPHRASE)
    assert copy.assessment.reference == f"02-{YEAR}"


def test_that_a_number_that_came_from_elsewhere_is_stepped_over(services: Services, unnumbered: Walk) -> None:
    theirs = services.register.duplicate(unnumbered.assessment.id)
    theirs.change(replace(theirs.assessment, reference=f"1-{YEAR}"))

    services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)

    assert unnumbered.assessment.reference == f"02-{YEAR}"


def test_that_a_second_record_of_the_same_decision_keeps_its_number(services: Services, unnumbered: Walk) -> None:
    services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)
    unnumbered.change(replace(unnumbered.assessment, title="Said better"))

    services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)

    assert (unnumbered.assessment.reference, len(unnumbered.records)) == (f"01-{YEAR}", 2)


def test_that_the_number_outlasts_what_is_taken_back(services: Services, unnumbered: Walk) -> None:
    services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)
    unnumbered.change(replace(unnumbered.assessment, title="Another"))

    unnumbered.undo()
    signed_again = status(services, unnumbered)
    unnumbered.undo()

    assert signed_again is Status.SIGNED
    assert unnumbered.assessment.reference == f"01-{YEAR}"


def test_that_the_head_of_the_history_is_signed_with_the_record(services: Services, unnumbered: Walk) -> None:
    record = services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)

    *_before, told, issued = services.register.history(unnumbered.assessment.id)
    attached = json.loads(PyHankoChecker().check(record.pdf, ()).attachments["record.json"])
    assert attached["history_head"] == record.history_head == told.hash == issued.previous
    assert (issued.note.act, issued.note.about) == (Act.ISSUED, record.sha256)


def test_that_a_public_copy_tells_the_history_as_far_as_its_record(services: Services, unnumbered: Walk) -> None:
    record = services.issuing.sign(prepared(services, unnumbered), PASSPHRASE)

    copy = services.publishing.prepare(unnumbered, unnumbered.assessment.authority.decision_maker.name)

    assert copy.subject.history_head == record.history_head
    assert copy.subject.assessment.reference == f"01-{YEAR}"
    assert "reference" not in {line.where for line in copy.subject.history[-1:]} or copy.subject.history[-1].new is None
