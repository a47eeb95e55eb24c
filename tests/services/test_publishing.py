"""Public copies of issued records."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.errors import PassphraseError, RecordError
from fairness_desktop.domain.sealing.verdict import Recomputed, Verdict
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE


def test_that_a_public_copy_has_its_own_seal_and_the_hash_of_the_full_record(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    record = services.issuing.sign(prepared, PASSPHRASE)

    copy = services.publishing.sign(services.publishing.prepare(walk, prepared.signer), PASSPHRASE)

    seal = PyHankoChecker().check(copy, ())
    told = json.loads(seal.attachments["record.json"])
    assert seal.verdict is Verdict.VALID_UNTRUSTED
    assert (told["edition"], told["full_record"]) == ("public", record.sha256)
    assert services.verifying.check_bytes(copy, "copy.pdf").recomputed is Recomputed.MATCHES
    assert walk.records == [record]


def test_that_there_is_no_public_copy_without_a_record(services: Services, walk: Walk, prepared: Prepared) -> None:
    with pytest.raises(RecordError, match="no signed record yet"):
        services.publishing.prepare(walk, prepared.signer)


def test_that_there_is_none_of_an_assessment_changed_since(services: Services, walk: Walk, prepared: Prepared) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    walk.change(replace(walk.assessment, title="Another"))

    with pytest.raises(RecordError, match="changed since"):
        services.publishing.prepare(walk, prepared.signer)


def test_that_a_wrong_passphrase_or_other_pages_are_not_sealed(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    services.issuing.sign(prepared, PASSPHRASE)
    copy = services.publishing.prepare(walk, prepared.signer)

    with pytest.raises(PassphraseError):
        services.publishing.sign(copy, "wrong horse battery")
    with pytest.raises(RecordError, match="not those that were shown"):
        services.publishing.sign(replace(copy, pdf=copy.pdf + b" "), PASSPHRASE)


def test_that_the_preview_says_what_goes(services: Services, walk: Walk) -> None:
    group = walk.assessment.groups[0]
    mark = Exempt("summary", "Schedule 12A LGA 1972, paragraph 1")
    walk.change(
        replace(walk.assessment.with_group(replace(group, size=7)), summary="Seven came: 7 in all.", interests="7 more")
    )
    walk.change(replace(walk.assessment, decision=replace(walk.assessment.decision, exempt=(mark,))))

    preview = services.publishing.preview(walk)

    assert (preview.left_out, preview.uncounted, preview.telltales) == ((mark,), (group.name,), ("interests",))
