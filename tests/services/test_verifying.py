from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.sealing.verdict import Recomputed, SealCheck, Verdict
from fairness_desktop.record.data import attachments
from fairness_desktop.record.programs import programs
from fairness_desktop.record.relaying import RecordRelayer
from fairness_desktop.services.checking.verifying import Verifying
from fairness_desktop.services.issuing import Prepared


class Handed:
    """Finds every file changed, so that no pages are laid, and hands out the attachments it was given."""

    def __init__(self, attached: dict[str, bytes]) -> None:
        self._attached = attached

    def check(self, pdf: bytes, trusted: Sequence[bytes]) -> SealCheck:
        return SealCheck(Verdict.CHANGED, "", attachments=self._attached)

    def is_certificate(self, raw: bytes) -> bool:
        return raw == b"certificate"


def recomputed(attached: dict[str, bytes]) -> tuple[Recomputed, str]:
    check = Verifying(Handed(attached), RecordRelayer()).check_bytes(b"", "record.pdf")
    return check.recomputed, " ".join(check.differences)


@pytest.fixture
def attached(prepared: Prepared) -> dict[str, bytes]:
    return attachments(prepared.subject, programs())


def changed(attached: dict[str, bytes], change: Callable[[dict[str, Any]], None]) -> dict[str, bytes]:
    record = json.loads(attached["record.json"])
    change(record)
    return {**attached, "record.json": json.dumps(record).encode()}


def test_that_the_figures_follow_from_the_data(attached: dict[str, bytes]) -> None:
    assert recomputed(attached) == (Recomputed.MATCHES, "")


def test_that_a_figure_that_does_not_follow_is_named(attached: dict[str, bytes]) -> None:
    def better(record: dict[str, Any]) -> None:
        record["result"]["options"][1]["score"] = 50.0

    verdict, said = recomputed(changed(attached, better))

    assert verdict is Recomputed.DIFFERS
    assert "options[B].score: the record says 50.0, the data give -8.747951" in said


def test_that_data_changed_under_the_figures_are_seen(attached: dict[str, bytes]) -> None:
    def larger(record: dict[str, Any]) -> None:
        record["assessment"]["groups"][0]["size"] = 61

    assert recomputed(changed(attached, larger))[0] is Recomputed.DIFFERS


def test_that_another_framework_is_seen(attached: dict[str, bytes]) -> None:
    framework = json.loads(attached["framework.json"])
    framework["elasticity"]["value"] = 0.0

    verdict, _said = recomputed({**attached, "framework.json": json.dumps(framework).encode()})

    assert verdict is Recomputed.DIFFERS


def test_that_a_framework_that_is_missing_is_seen(attached: dict[str, bytes]) -> None:
    del attached["framework.json"]

    assert recomputed(attached) == (Recomputed.DIFFERS, "The framework the record was made under is not attached.")


def test_that_a_file_with_no_data_says_so() -> None:
    assert recomputed({}) == (Recomputed.NO_DATA, "")


@pytest.mark.parametrize(
    "record", [b"{", b"[]", b"null", b"[" * 5000, b'{"assessment": 7}', b'{"assessment": {}, "result": {}}', b"\xff"]
)
def test_that_hostile_data_are_a_difference_and_never_a_crash(record: bytes) -> None:
    assert recomputed({"record.json": record, "framework.json": b"{}"})[0] in {Recomputed.DIFFERS, Recomputed.NO_DATA}


def test_that_a_file_that_cannot_be_opened_is_unreadable(tmp_path: Path) -> None:
    check = Verifying(Handed({}), RecordRelayer()).check_file(tmp_path / "nothing.pdf")

    assert (check.verdict, check.good) == (Verdict.UNREADABLE, False)


def test_that_a_certificate_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "root.cer").write_bytes(b"certificate")
    (tmp_path / "other.cer").write_bytes(b"other")

    assert Verifying(Handed({}), RecordRelayer()).certificate(tmp_path / "root.cer") == b"certificate"
    with pytest.raises(FairnessError, match="is no certificate"):
        Verifying(Handed({}), RecordRelayer()).certificate(tmp_path / "other.cer")
