from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.errors import NotFoundError, NotReadyError, PassphraseError, RecordError
from fairness_desktop.domain.register import RegisterQuery, Status
from fairness_desktop.domain.sealing.verdict import Recomputed, Verdict
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE


def test_that_what_is_signed_is_what_was_shown(services: Services, walk: Walk, prepared: Prepared) -> None:
    record = services.issuing.sign(prepared, PASSPHRASE)

    assert record.pdf.startswith(prepared.pdf)
    assert record.sha256 == hashlib.sha256(record.pdf).hexdigest()
    assert walk.records == [record]
    assert services.register.rows(RegisterQuery(), 0, 1)[0].status is Status.SIGNED


def test_that_a_signed_record_is_found_good_and_its_figures_match(services: Services, prepared: Prepared) -> None:
    record = services.issuing.sign(prepared, PASSPHRASE)

    check = services.verifying.check_bytes(record.pdf, "record.pdf")

    assert (check.verdict, check.recomputed, check.reference) == (
        Verdict.VALID_UNTRUSTED,
        Recomputed.MATCHES,
        "07-26",
    )


def test_that_other_pages_than_those_shown_are_not_signed(services: Services, walk: Walk, prepared: Prepared) -> None:
    with pytest.raises(RecordError, match="not those that were shown"):
        services.issuing.sign(replace(prepared, pdf=prepared.pdf + b" "), PASSPHRASE)

    assert walk.records == []


def test_that_an_assessment_changed_since_is_not_signed(services: Services, walk: Walk, prepared: Prepared) -> None:
    walk.change(replace(walk.assessment, title="Another"))

    with pytest.raises(RecordError, match="has changed since"):
        services.issuing.sign(prepared, PASSPHRASE)


def test_that_a_wrong_passphrase_keeps_nothing(services: Services, walk: Walk, prepared: Prepared) -> None:
    with pytest.raises(PassphraseError):
        services.issuing.sign(prepared, "wrong horse battery")

    assert walk.records == []


def test_that_everything_missing_is_listed(services: Services, walk: Walk) -> None:
    decision = replace(walk.assessment.decision, reasons="", date=None)
    walk.change(replace(walk.assessment, decision=decision))

    with pytest.raises(NotReadyError) as refused:
        services.issuing.prepare(walk, "anybody")

    assert refused.value.missing == ("Give the date of the decision.", "Write the reasons for the choice.")


def test_that_a_signer_must_be_known(services: Services, walk: Walk) -> None:
    with pytest.raises(NotFoundError, match="no signing identity “Nobody”"):
        services.issuing.prepare(walk, "Nobody")


def test_that_a_draft_can_be_made_at_any_stage(services: Services, walk: Walk) -> None:
    walk.change(replace(walk.assessment, kind=None))

    check = services.verifying.check_bytes(services.issuing.draft(walk), "draft.pdf")

    assert (check.verdict, check.recomputed) == (Verdict.UNSIGNED, Recomputed.NO_DATA)


@pytest.mark.parametrize(
    ("title", "reference", "name"),
    [
        ("Play area", "07-26", "07-26-play-area.pdf"),
        ("../../etc/passwd", "", "etc-passwd.pdf"),
        ("Maes chwarae Llanŵydd", "1/2", "1-2-maes-chwarae-llanwydd.pdf"),
        ("漢字", "", "record.pdf"),
    ],
)
def test_that_a_file_is_named_so_that_every_system_takes_it(
    services: Services, walk: Walk, title: str, reference: str, name: str
) -> None:
    assessment = replace(walk.assessment, title=title, reference=reference)

    assert services.issuing.file_name(assessment, draft=False) == name


def test_that_a_record_is_written_where_it_is_wanted(services: Services, prepared: Prepared, tmp_path: Path) -> None:
    services.issuing.write(prepared.pdf, tmp_path / "record.pdf")

    assert (tmp_path / "record.pdf").read_bytes() == prepared.pdf
