"""What is attached to an assessment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.attachments import (
    Attachment,
    new_id,
    total,
    with_attachment,
    without_attachment,
)
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import AssessmentId, AttachmentId, GroupId, OptionId

MIB = 1024 * 1024
ONE = Attachment(AttachmentId("one"), "a1" * 32, 100, "One")


def test_that_a_file_attached_twice_counts_once() -> None:
    assert total((ONE, replace(ONE, id=AttachmentId("again")))) == 100


def test_that_more_than_can_be_carried_is_refused() -> None:
    large = replace(ONE, id=AttachmentId("large"), sha256="b2" * 32, size=150 * MIB)

    with pytest.raises(InvalidInputError, match="more than 200 MiB in all"):
        with_attachment((large,), replace(ONE, size=51 * MIB))


def test_that_one_file_has_one_size() -> None:
    with pytest.raises(InvalidInputError, match="not the size given before"):
        with_attachment((ONE,), replace(ONE, id=AttachmentId("two"), size=5))


def test_that_a_paper_is_changed_in_its_place() -> None:
    papers = (ONE, replace(ONE, id=AttachmentId("two")))

    assert [p.title for p in with_attachment(papers, replace(ONE, title="First"))] == ["First", "One"]
    assert without_attachment(papers, ONE.id) == papers[1:]


def test_that_a_paper_stays_when_what_it_bears_on_goes() -> None:
    papers = tuple(
        replace(ONE, id=AttachmentId(where), where=where)
        for where in ("groups[dk].need_evidence", "options[B]", "duties.consultation")
    )
    now = Assessment(AssessmentId("a"), FrameworkReference("model", "1", ""), attachments=papers)
    now = now.with_group(Group(GroupId("dk"))).with_option(Option(OptionId("A"), baseline=True))
    now = now.with_option(Option(OptionId("B"))).without_group(GroupId("dk")).without_option(OptionId("B"))

    assert [p.where for p in now.attachments] == ["", "", "duties.consultation"]


def test_that_the_same_file_has_the_same_id_on_every_laptop() -> None:
    assert new_id((), ONE.sha256) == "a1a1a1a1a1a1"
    assert new_id((replace(ONE, id=AttachmentId("a1a1a1a1a1a1")),), ONE.sha256) == "a1a1a1a1a1a1-2"
