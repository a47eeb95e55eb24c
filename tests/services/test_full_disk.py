"""The disk is full in the middle: one sentence, nothing half-written, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairness_desktop.domain.errors import FairnessError, StorageError
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.walk import Walk

from ..full_disk import almost_full
from .conftest import PASSPHRASE


def test_that_an_export_leaves_no_half_of_a_file_and_the_one_before_whole(services: Services, tmp_path: Path) -> None:
    (tmp_path / "before.pdf").write_bytes(b"the one before")

    for name in ("new.pdf", "before.pdf"):
        with almost_full(40_000), pytest.raises(FairnessError, match=f"{name}” cannot be written: File too large"):
            services.issuing.write(b"x" * 200_000, tmp_path / name)

    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["before.pdf"]
    assert (tmp_path / "before.pdf").read_bytes() == b"the one before"


def test_that_a_signature_that_cannot_be_kept_changes_nothing(
    services: Services, walk: Walk, prepared: Prepared
) -> None:
    before = walk.assessment

    with almost_full(90_000), pytest.raises(StorageError):
        services.issuing.sign(prepared, PASSPHRASE)

    again = services.register.open(before.id)
    assert (again.assessment, again.records) == (before, [])
    assert services.issuing.sign(prepared, PASSPHRASE).pdf.startswith(prepared.pdf)
