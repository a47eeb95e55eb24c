"""A review is held to the promise of the sealed record, and leaves the record as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.register import RegisterQuery, Status
from fairness_desktop.domain.sealing.verdict import Recomputed, Relaid
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.reviewing.reviewing import begin_review
from fairness_desktop.services.walk import Walk

from ..conftest import PASSPHRASE


def answered(now: Assessment) -> Assessment:
    rows = tuple(replace(o, outcome=1.0, reach=0.5) for o in now.review.outcomes)
    return replace(now, review=replace(now.review, outcomes=rows))


def test_that_there_is_no_review_before_there_is_a_record(walk: Walk) -> None:
    with pytest.raises(FairnessError, match="Sign the record first"):
        begin_review(walk)


def test_that_the_promise_is_the_points_of_the_option_chosen(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    record = services.issuing.sign(prepared, PASSPHRASE)
    assert walk.result is not None
    assert walk.assessment.decision.chosen is not None
    promised = walk.result.option(walk.assessment.decision.chosen).points

    begin_review(walk)

    review = walk.assessment.review
    assert review.record == record.sha256
    assert sum(o.promised_points or 0 for o in review.outcomes) == pytest.approx(promised, abs=1e-3)
    assert [o.group for o in review.outcomes] == [g.id for g in walk.assessment.groups]
    assert review.kept is None


def test_that_the_promise_is_that_of_the_record_whatever_was_changed_since(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    begin_review(walk)
    promised = walk.assessment.review.outcomes
    walk.change(replace(walk.assessment, effects=walk.assessment.effects[:1]))

    begin_review(walk)

    assert walk.assessment.review.outcomes == promised


def test_that_a_review_leaves_the_record_sealed_and_the_decision_signed(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    record = services.issuing.sign(prepared, PASSPHRASE)
    begin_review(walk)
    walk.change(answered(walk.assessment))

    (kept,) = walk.records
    (row,) = services.register.rows(RegisterQuery(), 0, 9)
    check = services.verifying.check_bytes(kept.pdf, "record.pdf")
    assert kept == record
    assert (check.recomputed, check.relaid) == (Recomputed.MATCHES, Relaid.MATCHES)
    assert row.status is Status.SIGNED
    assert services.register.check() == []


def test_that_a_review_is_taken_back_and_made_again(services: Services, walk: Walk, prepared: Prepared) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    begin_review(walk)
    walk.change(answered(walk.assessment))
    whole = walk.assessment

    walk.undo()
    assert walk.assessment.review.kept is None
    walk.redo()
    assert walk.assessment == whole


def test_that_the_public_copy_of_a_record_is_made_without_a_review_written_since(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    begin_review(walk)

    copy = services.publishing.prepare(walk, prepared.signer)

    assert copy.subject.assessment.review.outcomes == ()


def test_that_a_copy_of_a_decision_begins_with_no_review(services: Services, walk: Walk, prepared: Prepared) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    begin_review(walk)

    assert not services.register.duplicate(walk.assessment.id).assessment.review.begun
