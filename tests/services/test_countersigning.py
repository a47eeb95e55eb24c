"""The second signature: on the same laptop or another, out as a file and back, and nothing else taken in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.errors import FairnessError, NotFoundError, PassphraseError, RecordError
from fairness_desktop.domain.register import IssuedRecord, RegisterQuery, Status
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

CLERK = "Ann Clerk"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Services:
    """The clerk's laptop: a data folder of its own, with nothing in its register."""
    return app.services(tmp_path / "elsewhere")


@pytest.fixture
def clerk(elsewhere: Services) -> Identity:
    return elsewhere.identities.new(CLERK, "Clerk", "Example Parish Council", PASSPHRASE)


@pytest.fixture
def card(elsewhere: Services, clerk: Identity, tmp_path: Path) -> Path:
    """The clerk's certificate as it is handed over."""
    path = tmp_path / "clerk.cer"
    path.write_bytes(elsewhere.identities.certificate(clerk.name))
    return path


@pytest.fixture
def waiting(services: Services, walk: Walk, card: Path) -> IssuedRecord:
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    second = services.issuing.second_signer(str(card))
    return services.issuing.sign(services.issuing.prepare(walk, maker.name, second), PASSPHRASE)


def status(services: Services) -> Status:
    return services.register.rows(RegisterQuery(), 0, 1)[0].status


def test_that_a_record_goes_out_is_countersigned_elsewhere_and_comes_back(
    services: Services, elsewhere: Services, walk: Walk, waiting: IssuedRecord, tmp_path: Path
) -> None:
    (tmp_path / "out.pdf").write_bytes(waiting.pdf)
    before = status(services)

    half = elsewhere.countersigning.open(tmp_path / "out.pdf")
    completed = elsewhere.countersigning.sign(half, CLERK, PASSPHRASE)
    (tmp_path / "back.pdf").write_bytes(completed)
    record = services.countersigning.bring_back(tmp_path / "back.pdf")

    assert (waiting.awaits, before) == (CLERK, Status.WAITING)
    assert half.first.signer == walk.assessment.authority.decision_maker.name
    assert (record.pdf, record.completes, record.awaits) == (completed, waiting.sha256, "")
    assert walk.records == [record, waiting]
    assert status(services) is Status.SIGNED
    check = services.verifying.check_bytes(record.pdf, "back.pdf")
    assert (check.verdict, len(check.signatures)) == (Verdict.VALID_UNTRUSTED, 2)
    assert elsewhere.register.count(RegisterQuery()) == 0


def test_that_on_the_same_laptop_it_is_kept_at_once(services: Services, walk: Walk) -> None:
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, "", PASSPHRASE)
    services.identities.new(CLERK, "Clerk", "", PASSPHRASE)
    second = services.issuing.second_signer(CLERK)
    first = services.issuing.sign(services.issuing.prepare(walk, maker.name, second), PASSPHRASE)

    completed = services.countersigning.sign(services.countersigning.examine(first.pdf, "first.pdf"), CLERK, PASSPHRASE)

    assert [r.pdf for r in walk.records] == [completed, first.pdf]


def test_that_taking_the_same_file_in_again_does_nothing(
    services: Services, elsewhere: Services, walk: Walk, waiting: IssuedRecord
) -> None:
    half = elsewhere.countersigning.examine(waiting.pdf, "a.pdf")
    completed = elsewhere.countersigning.sign(half, CLERK, PASSPHRASE)

    first = services.countersigning.take_in(completed, "a.pdf")

    assert services.countersigning.take_in(completed, "a.pdf") == first
    assert len(walk.records) == 2


def test_that_a_record_is_completed_by_one_file_only(
    services: Services, elsewhere: Services, walk: Walk, waiting: IssuedRecord
) -> None:
    half = elsewhere.countersigning.examine(waiting.pdf, "a.pdf")
    services.countersigning.take_in(elsewhere.countersigning.sign(half, CLERK, PASSPHRASE), "a.pdf")

    with pytest.raises(RecordError, match="completed already, by another file"):
        services.countersigning.take_in(elsewhere.countersigning.sign(half, CLERK, PASSPHRASE), "b.pdf")

    assert len(walk.records) == 2


def test_that_a_completed_record_of_elsewhere_is_not_taken_in(
    elsewhere: Services, walk: Walk, waiting: IssuedRecord
) -> None:
    half = elsewhere.countersigning.examine(waiting.pdf, "a.pdf")
    completed = elsewhere.countersigning.sign(half, CLERK, PASSPHRASE)

    with pytest.raises(RecordError, match="completes no record that waits here"):
        elsewhere.countersigning.take_in(completed, "a.pdf")


def test_that_another_record_of_the_same_decision_is_not_taken_in(
    services: Services, elsewhere: Services, walk: Walk, waiting: IssuedRecord, card: Path
) -> None:
    maker = walk.assessment.authority.decision_maker
    alone = services.issuing.sign(services.issuing.prepare(walk, maker.name), PASSPHRASE)
    kept = walk.records
    half = elsewhere.countersigning.examine(waiting.pdf, "a.pdf")
    completed = elsewhere.countersigning.sign(half, CLERK, PASSPHRASE)

    for other in (waiting.pdf, alone.pdf + b"\n", completed[:-1], completed + b"\n", b"no pdf"):
        with pytest.raises(RecordError):
            services.countersigning.take_in(other, "other.pdf")

    assert walk.records == kept


def test_that_only_one_of_two_can_be_countersigned(
    services: Services, elsewhere: Services, walk: Walk, waiting: IssuedRecord
) -> None:
    maker = walk.assessment.authority.decision_maker
    alone = services.issuing.sign(services.issuing.prepare(walk, maker.name), PASSPHRASE)
    flipped = bytearray(waiting.pdf)
    flipped[len(flipped) // 3] ^= 1

    for pdf, why in (
        (alone.pdf, "bears all its signatures already"),
        (services.issuing.draft(walk), "Nobody has signed this file"),
        (bytes(flipped), "changed after it was signed"),
        (waiting.pdf + b"\n% more", "does not end as a PDF does"),
        (b"no pdf", "no PDF file"),
    ):
        with pytest.raises(RecordError, match=why):
            elsewhere.countersigning.examine(pdf, "file.pdf")


def test_that_the_clerk_s_namesake_cannot_countersign(services: Services, waiting: IssuedRecord) -> None:
    services.identities.new(CLERK, "Clerk", "", PASSPHRASE)
    half = services.countersigning.examine(waiting.pdf, "a.pdf")

    assert services.countersigning.signer(half) is None
    with pytest.raises(RecordError, match="waits for Ann Clerk with the certificate"):
        services.countersigning.sign(half, CLERK, PASSPHRASE)
    with pytest.raises(NotFoundError):
        services.countersigning.require_signer(half, "Nobody")


def test_that_a_wrong_passphrase_countersigns_nothing(
    services: Services, elsewhere: Services, walk: Walk, waiting: IssuedRecord
) -> None:
    half = elsewhere.countersigning.examine(waiting.pdf, "a.pdf")

    with pytest.raises(PassphraseError):
        elsewhere.countersigning.sign(half, CLERK, "wrong horse battery")

    assert walk.records == [waiting]


def test_that_what_was_not_shown_is_not_countersigned(elsewhere: Services, waiting: IssuedRecord) -> None:
    half = elsewhere.countersigning.examine(waiting.pdf, "a.pdf")

    with pytest.raises(RecordError, match="not those that were shown"):
        elsewhere.countersigning.sign(replace(half, pdf=half.pdf + b" "), CLERK, PASSPHRASE)


def test_that_a_record_whose_figures_do_not_follow_is_not_countersigned(
    services: Services, elsewhere: Services, walk: Walk, clerk: Identity
) -> None:
    maker = walk.assessment.authority.decision_maker
    first = services.identities.new(maker.name, maker.role, "", PASSPHRASE)
    prepared = services.issuing.prepare(walk, first.name, clerk)
    result = prepared.subject.result
    assert result is not None
    wrong = replace(result, options=tuple(replace(o, score=o.score + 1) for o in result.options))
    pdf = services.issuing._maker.make(replace(prepared.subject, result=wrong))
    sealed = services.identities.seal(pdf, first.name, PASSPHRASE, "", services.issuing._clock())

    with pytest.raises(RecordError, match="do not follow from its data"):
        elsewhere.countersigning.examine(sealed, "a.pdf")


def test_that_nobody_countersigns_their_own_signature(services: Services, walk: Walk) -> None:
    maker = walk.assessment.authority.decision_maker
    own = services.identities.new(maker.name, maker.role, "", PASSPHRASE)

    with pytest.raises(RecordError, match="cannot countersign their own"):
        services.issuing.prepare(walk, maker.name, own)


def test_that_a_certificate_that_is_none_is_refused(services: Services, clerk: Identity, tmp_path: Path) -> None:
    (tmp_path / "letter.cer").write_text("Dear Ann,")
    services.identities.new("Bea", "", "", PASSPHRASE)
    services.identities.export_root(tmp_path / "root.cer")

    for name, why in (
        ("letter.cer", "is no certificate"),
        ("root.cer", "not a person's certificate"),
        ("nothing.cer", "neither a signing identity here nor a certificate file"),
    ):
        with pytest.raises(FairnessError, match=why):
            services.issuing.second_signer(str(tmp_path / name))


def test_that_the_certificate_handed_over_names_its_owner(services: Services, clerk: Identity, card: Path) -> None:
    assert services.issuing.second_signer(str(card)) == replace(clerk, own=False)


def test_that_the_record_names_both_signers_before_either_signs(
    services: Services, walk: Walk, waiting: IssuedRecord, clerk: Identity
) -> None:
    record = json.loads(services.verifying._checker.check(waiting.pdf, ()).attachments["record.json"])

    assert record["signatures_expected"] == 2
    assert [s["name"] for s in record["signers"]] == [walk.assessment.authority.decision_maker.name, CLERK]
    assert record["signers"][1]["fingerprint"] == clerk.fingerprint
