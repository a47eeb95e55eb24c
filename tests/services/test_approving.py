"""The second reader over the real register: bound to a state, said in the record, kept in what is handed on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fairness_desktop import app
from fairness_desktop.domain.approval.machine import ReadingAct, ReadingState
from fairness_desktop.domain.errors import InvalidInputError, NotReadyError
from fairness_desktop.domain.findings import Severity
from fairness_desktop.domain.register import RegisterQuery, SavedView, Shelf, Status
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.programs import programs
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.standing import brought_back, set_aside
from fairness_desktop.services.walk import Walk

ANN, BOB = "Ann Author", "Bob Reader"


@pytest.fixture
def waiting(services: Services, walk: Walk) -> Walk:
    services.register.set_who(ANN)
    walk.change(replace(walk.assessment, summary="Said anew by Ann."))
    services.approving.do(walk, ReadingAct.REQUESTED, ANN, asked=BOB)
    return walk


@pytest.fixture
def approved(services: Services, waiting: Walk) -> Walk:
    services.approving.do(waiting, ReadingAct.APPROVED, BOB, "It reads well.")
    return waiting


def status(services: Services) -> Status:
    return services.register.rows(RegisterQuery(), 0, 1)[0].status


def told(services: Services, walk: Walk) -> str:
    return "\n".join(texts(document(services.issuing.subject(walk, ()), programs())))


def test_that_the_register_says_what_waits(services: Services, waiting: Walk) -> None:
    assert status(services) is Status.TO_READ
    assert services.register.count(RegisterQuery(status=Status.TO_READ)) == 1
    services.approving.do(waiting, ReadingAct.SENT_BACK, BOB, "Ask the families.")
    assert status(services) is Status.DRAFT
    assert services.register.check() == []


def test_that_whoever_changed_it_is_not_its_second_reader(services: Services, waiting: Walk) -> None:
    assert ANN in services.approving.authors(waiting)
    with pytest.raises(InvalidInputError, match="had a hand in this"):
        services.approving.do(waiting, ReadingAct.APPROVED, ANN)


def test_that_reading_makes_nobody_an_author(services: Services, waiting: Walk) -> None:
    services.register.set_who(BOB)
    services.approving.do(waiting, ReadingAct.SENT_BACK, BOB, "Ask the families.")
    services.register.set_who(ANN)
    services.approving.do(waiting, ReadingAct.REQUESTED, ANN)
    services.approving.do(waiting, ReadingAct.APPROVED, BOB)
    assert waiting.assessment.second_reading.state is ReadingState.APPROVED


def test_that_nothing_is_signed_while_the_reader_has_not_answered(services: Services, waiting: Walk) -> None:
    with pytest.raises(NotReadyError, match="has not answered yet"):
        services.issuing.require(waiting)
    services.approving.do(waiting, ReadingAct.WITHDRAWN, ANN)
    services.issuing.require(waiting)


def test_that_any_change_ends_an_approval_and_taking_it_back_brings_it_again(
    services: Services, approved: Walk
) -> None:
    services.issuing.require(approved)
    approved.change(replace(approved.assessment, title="Another title"))
    assert services.approving.stale(approved)
    with pytest.raises(NotReadyError, match="changed after the second reader approved it"):
        services.issuing.require(approved)
    approved.undo()
    assert not services.approving.stale(approved)


def test_that_undo_does_not_unsay_what_the_reader_said(services: Services, approved: Walk) -> None:
    approved.undo()
    assert approved.assessment.second_reading.state is ReadingState.APPROVED


def test_that_the_number_given_with_the_record_does_not_end_it(services: Services, approved: Walk) -> None:
    approved.change(replace(approved.assessment, reference="99-26"))
    assert not services.approving.stale(approved)


def read_with_a_warning_open(services: Services, waiting: Walk) -> Walk:
    services.approving.do(waiting, ReadingAct.WITHDRAWN, ANN)
    waiting.change(replace(waiting.assessment, assessed_on=None))
    services.approving.do(waiting, ReadingAct.REQUESTED, ANN, asked=BOB)
    services.approving.do(waiting, ReadingAct.APPROVED, BOB)
    return waiting


def test_that_setting_a_finding_aside_and_bringing_it_back_does_not_end_it(services: Services, waiting: Walk) -> None:
    approved = read_with_a_warning_open(services, waiting)
    found = services.issuing.findings(approved.assessment, approved.framework)
    warning = next(f for f in found if f.severity is not Severity.ERROR)

    approved.change(set_aside(approved.assessment, warning, found))
    assert not services.approving.stale(approved)
    services.issuing.require(approved)
    approved.change(brought_back(approved.assessment, warning))
    assert not services.approving.stale(approved)


def test_that_mending_what_a_finding_is_about_ends_it(services: Services, waiting: Walk) -> None:
    approved = read_with_a_warning_open(services, waiting)

    approved.change(replace(approved.assessment, assessed_on=approved.assessment.decision.date))
    assert services.approving.stale(approved)
    with pytest.raises(NotReadyError, match="changed after the second reader approved it"):
        services.issuing.require(approved)


def test_that_the_record_tells_every_act_and_what_the_approval_is_of(services: Services, waiting: Walk) -> None:
    services.approving.do(waiting, ReadingAct.REFUSED, BOB, "The families were not asked.")
    services.approving.do(waiting, ReadingAct.REQUESTED, ANN)
    services.approving.do(waiting, ReadingAct.APPROVED, ANN, override="Bob is ill, and it cannot wait.")
    said = told(services, waiting)
    assert "The families were not asked." in said
    assert "Read by somebody who had a hand in it: Bob is ill, and it cannot wait." in said
    assert "bound to the exact state read" in said
    waiting.change(replace(waiting.assessment, title="Another title"))
    assert "the approval is of an earlier state" in told(services, waiting)


def test_that_it_goes_with_the_file_and_the_bundle(services: Services, approved: Walk, tmp_path: Path) -> None:
    bundle = tmp_path / "handed.fairness"
    services.handing.giving.hand_out(approved.assessment.id, bundle)
    there = app.services(tmp_path / "there")
    there.handing.taking.take(bundle)
    again = there.register.open(approved.assessment.id)
    assert again.assessment.second_reading == approved.assessment.second_reading
    assert not there.approving.stale(again)
    acts: Any = encode(again.assessment)["second_reading"]
    assert [act["act"] for act in acts] == ["requested", "approved"]


def test_that_a_copy_begins_unread(services: Services, approved: Walk) -> None:
    assert services.register.duplicate(approved.assessment.id).assessment.second_reading.entries == ()


FOR_ME = RegisterQuery(for_me=True)


def waits_for(services: Services, name: str) -> int:
    services.register.set_who(name)
    assert services.register.check() == []
    count = services.register.count(FOR_ME)
    assert len(services.register.rows(FOR_ME, 0, 9)) == count
    return count


def test_that_it_waits_for_whoever_is_asked_by_name_and_for_nobody_else(services: Services, waiting: Walk) -> None:
    assert [waits_for(services, name) for name in (BOB, "  bob   READER ", ANN, "Cat Other", "")] == [1, 1, 0, 0, 0]


def test_that_a_request_to_nobody_in_particular_waits_for_all_but_the_authors(services: Services, walk: Walk) -> None:
    services.register.set_who(ANN)
    walk.change(replace(walk.assessment, summary="Said anew by Ann."))
    services.register.set_who("Cat Other")
    services.approving.do(walk, ReadingAct.REQUESTED, "Dee Asker")

    authors = services.approving.authors(walk)

    assert {ANN, "Dee Asker"} < authors
    assert [waits_for(services, name) for name in authors] == [0] * len(authors)
    assert [waits_for(services, name) for name in (BOB, "cat other", "")] == [1, 1, 1]


def test_that_whoever_sent_it_back_is_waited_for_again_and_whoever_mended_it_is_not(
    services: Services, waiting: Walk
) -> None:
    services.register.set_who(BOB)
    services.approving.do(waiting, ReadingAct.SENT_BACK, BOB, "Ask the families.")
    assert waits_for(services, BOB) == 0
    services.register.set_who("Cat Other")
    waiting.change(replace(waiting.assessment, summary="Mended by Cat."))
    services.approving.do(waiting, ReadingAct.REQUESTED, ANN)

    assert [waits_for(services, name) for name in (BOB, "Cat Other", ANN)] == [1, 0, 0]


def test_that_a_change_while_it_waits_makes_another_author(services: Services, walk: Walk) -> None:
    services.approving.do(walk, ReadingAct.REQUESTED, ANN)
    assert waits_for(services, "Cat Other") == 1

    walk.change(replace(walk.assessment, summary="Said anew by Cat."))

    assert waits_for(services, "Cat Other") == 0
    assert waits_for(services, BOB) == 1


def test_that_what_waits_for_me_is_narrowed_as_any_view_is(services: Services, waiting: Walk) -> None:
    services.register.set_who(BOB)
    body, title = waiting.assessment.body.name, waiting.assessment.title.split()[0]

    assert services.register.count(replace(FOR_ME, body=body, words=title)) == 1
    assert services.register.count(replace(FOR_ME, body="Elsewhere")) == 0
    assert services.register.count(replace(FOR_ME, words="absent")) == 0
    assert services.register.count(replace(FOR_ME, shelf=Shelf.ARCHIVE)) == 0


def test_that_a_view_kept_of_what_waits_for_me_goes_with_whoever_looks(services: Services, waiting: Walk) -> None:
    services.register.keep_view(SavedView("Mine", FOR_ME))
    (kept,) = services.register.views()
    services.register.set_who(BOB)
    assert services.register.count(kept.query) == 1
    services.register.set_who(ANN)
    assert services.register.count(kept.query) == 0


def test_that_it_no_longer_waits_once_it_is_answered_taken_back_or_thrown_away(
    services: Services, waiting: Walk
) -> None:
    services.register.throw_away(waiting.assessment.id)
    assert waits_for(services, BOB) == 0
    services.register.restore(waiting.assessment.id)
    assert waits_for(services, BOB) == 1
    services.approving.do(waiting, ReadingAct.WITHDRAWN, ANN)
    assert waits_for(services, BOB) == 0
