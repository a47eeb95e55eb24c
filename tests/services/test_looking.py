"""What is said of files before they come in, and that a stranger's word for a score is not taken."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.cli.records import sign
from fairness_desktop.domain.errors import StoppedError
from fairness_desktop.domain.history import NO_HASH
from fairness_desktop.domain.register import IssuedRecord, RegisterQuery, Standings
from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.domain.vocabulary import Floor, OptionId
from fairness_desktop.exchange.bundle.form import Contents, write
from fairness_desktop.exchange.bundle.history_form import History
from fairness_desktop.exchange.chain import step_hash
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.handing.relation import Relation

from .conftest import PASSPHRASE

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)


@pytest.fixture
def there(tmp_path: Path) -> Services:
    return app.services(tmp_path / "there")


@pytest.fixture
def here(tmp_path: Path) -> Services:
    return app.services(tmp_path / "here")


@pytest.fixture
def contents(there: Services) -> Contents:
    return there.handing.giving.contents(there.register.open_example().assessment.id)


def written(contents: Contents, path: Path) -> Path:
    with path.open("wb") as file:
        write(contents, {}, file)
    return path


def telling(contents: Contents, told: Standings) -> Contents:
    """The same, whose history tells other figures, with hashes that fit."""
    (step,) = contents.history.steps
    forged = replace(step, standings=told, previous=NO_HASH)
    forged = replace(forged, hash=step_hash(contents.assessment.id, forged))
    return replace(contents, history=History((forged,), contents.history.states))


def test_that_a_bundle_and_an_assessment_are_looked_at_and_nothing_is_kept(
    contents: Contents, there: Services, here: Services, tmp_path: Path
) -> None:
    bundle = written(contents, tmp_path / "x.fairness")
    alone = tmp_path / "x.fairness.json"
    there.register.hand_out(contents.assessment.id, alone)

    seen = here.handing.looking.look_at_all([bundle, alone, tmp_path / "gone.fairness"])

    assert [one.relation for one in seen] == [Relation.NEW, Relation.NEW, None]
    assert "There is no file" in seen[2].refused
    assert here.register.count(RegisterQuery()) == 0


def test_that_looking_can_be_stopped_and_tells_what_was_seen(
    contents: Contents, here: Services, tmp_path: Path
) -> None:
    bundle = written(contents, tmp_path / "x.fairness")

    def once(done: int, _of: int) -> None:
        if done == 1:
            raise StoppedError

    assert len(here.handing.looking.look_at_all([bundle, bundle, bundle], once)) == 1


def test_that_a_record_that_comes_along_is_checked(there: Services, here: Services, tmp_path: Path) -> None:
    walk = there.register.open_example()
    sign(there, walk, None, PASSPHRASE)
    bundle = tmp_path / "x.fairness"
    there.handing.giving.hand_out(walk.assessment.id, bundle)

    (check,) = here.handing.looking.look(bundle).checks

    assert check.verdict is Verdict.VALID_UNTRUSTED
    assert check.good


def test_that_a_record_altered_before_it_was_bundled_is_refused(
    there: Services, here: Services, tmp_path: Path
) -> None:
    walk = there.register.open_example()
    pdf = bytearray(sign(there, walk, None, PASSPHRASE))
    pdf[len(pdf) // 3] ^= 1
    contents = there.handing.giving.contents(walk.assessment.id)
    (record,) = contents.records
    altered = replace(record, pdf=bytes(pdf), sha256=hashlib.sha256(pdf).hexdigest())
    bundle = written(replace(contents, records=(altered,)), tmp_path / "x.fairness")

    seen = here.handing.looking.look(bundle)

    assert seen.relation is None
    assert "is told of by no history in the bundle. Nothing was taken in." in seen.refused


def test_that_what_is_no_record_is_said_to_be_none(contents: Contents, here: Services, tmp_path: Path) -> None:
    junk = b"%PDF-1.7 no record at all"
    step = contents.history.steps[-1]
    record = IssuedRecord(contents.assessment.id, hashlib.sha256(junk).hexdigest(), step.document, "Ann", NOW, junk)

    seen = here.handing.looking.look(written(replace(contents, records=(record,)), tmp_path / "x.fairness"))

    assert seen.checks[0].verdict is Verdict.UNREADABLE


FORGED = Standings(OptionId("A"), 99.0, Floor.GREEN)


def test_that_figures_told_by_a_history_are_worked_out_again(
    contents: Contents, here: Services, tmp_path: Path
) -> None:
    forged = telling(contents, FORGED)
    bundle = written(forged, tmp_path / "x.fairness")
    true = contents.history.steps[-1].standings

    seen = here.handing.looking.look(bundle)
    here.handing.taking.take(bundle)

    assert seen.restated == true
    (row,) = here.register.rows(RegisterQuery(), 0, 10)
    assert row.standings == true
    assert here.register.check() == []
    assert here.register.open(row.id).steps[0].standings == FORGED
    assert here.handing.taking.take(bundle).relation is Relation.SAME


def test_that_figures_told_rightly_add_no_step(contents: Contents, here: Services, tmp_path: Path) -> None:
    bundle = written(contents, tmp_path / "x.fairness")

    seen = here.handing.looking.look(bundle)
    here.handing.taking.take(bundle)

    assert seen.restated is None
    assert here.handing.giving.contents(contents.assessment.id).history == contents.history


def test_that_many_are_taken_in_with_assessments_among_them(
    contents: Contents, there: Services, here: Services, tmp_path: Path
) -> None:
    bundle = written(contents, tmp_path / "x.fairness")
    alone = Path(__file__).parents[1] / "cases" / "d9.fairness.json"

    outcomes = here.handing.many.take([bundle, alone, bundle])

    assert [outcome.relation for outcome in outcomes] == [Relation.NEW, Relation.NEW, Relation.SAME]
