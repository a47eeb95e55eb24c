"""No attack known is taken for a sound record."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.sealing.verdict import Relaid, Verdict

from . import table
from .catalogue import ATTACKS, SHADOWS, Attack, seen
from .target import ours, target


@pytest.mark.parametrize("signers", [1, 2])
def test_that_the_record_attacked_is_valid(signers: int) -> None:
    from fairness_desktop import app

    check = app.verifying().check_bytes(target(signers).pdf, "record.pdf", (ours().root,))

    assert (check.verdict, check.relaid, len(check.signatures)) == (Verdict.VALID, Relaid.MATCHES, signers)


@pytest.mark.parametrize("signers", [1, 2])
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_that_nobody_would_rely_on_it(attack: Attack, signers: int) -> None:
    check = seen(attack, target(signers))

    assert attack.told(check)
    assert attack.may_be != {Verdict.VALID_UNTRUSTED} or check.verdict is Verdict.VALID_UNTRUSTED


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_that_it_changes_the_file(attack: Attack) -> None:
    assert attack.build(target(1)) != target(1).pdf


def test_that_a_shadow_prepared_before_signing_is_found_by_laying_the_pages_again() -> None:
    prepared = [attack for attack in SHADOWS if attack.name.endswith("as signed")]

    checks = [seen(attack, target(signers)) for attack in prepared for signers in (1, 2)]

    assert {(check.verdict, check.relaid, check.good) for check in checks} == {(Verdict.VALID, Relaid.DIFFERS, False)}


def test_that_the_table_for_strangers_says_what_is_seen() -> None:
    assert table.kept() == table.table()
