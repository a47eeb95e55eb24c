"""The council's own framework: a draft anyone may write, adopted by a minute, and from then on locked."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from fairness_desktop import app, shipped
from fairness_desktop.domain.errors import FrameworkError, InvalidInputError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import CriterionId, Form, Kind
from fairness_desktop.exchange.canonical import canonical, sha256
from fairness_desktop.exchange.reading import parse
from fairness_desktop.services.adopting import editing
from fairness_desktop.services.adopting.comparing import changed_places
from fairness_desktop.services.adopting.presets import presets
from fairness_desktop.services.bundle import Services

CASES = Path(__file__).parents[2] / "cases"
VOICE = CriterionId("voice")


def adopt(services: Services, minute: str = "Minute 12/27") -> Framework:
    draft = editing.with_title(services.adopting.draft(), "Our framework", "example", "1")
    draft = editing.with_weight(draft, Kind.TECHNICAL, VOICE, 60)
    services.adopting.keep_draft(draft)
    return services.adopting.adopt("2027-01-12", minute)


def test_that_the_shipped_framework_is_in_force_until_one_is_adopted(services: Services) -> None:
    assert (services.adopting.in_force().id, services.adopting.in_force().adoption) == ("model", None)
    ours = adopt(services)
    assert ours.adoption is not None
    assert ours.adoption.minute == "Minute 12/27"
    assert services.adopting.in_force() == ours
    assert services.register.new(Form.FULL).framework == ours


def test_that_a_decision_keeps_the_framework_it_was_begun_under(services: Services) -> None:
    walk = services.register.new(Form.FULL)
    adopt(services)
    assert services.register.open(walk.assessment.id).framework.id == "model"


def test_that_it_is_there_again_the_next_time(services: Services, tmp_path: Path) -> None:
    ours = adopt(services)
    services.close()
    again = app.services(tmp_path / "data")
    assert again.adopting.in_force() == ours
    assert again.register.check() == []


def test_that_what_was_adopted_is_never_changed(services: Services) -> None:
    adopt(services)
    other = editing.with_weight(services.adopting.draft(), Kind.TECHNICAL, VOICE, 5)
    services.adopting.keep_draft(editing.with_title(other, "Our framework", "example", "1"))
    with pytest.raises(FrameworkError, match="is never changed: give this one another version"):
        services.adopting.adopt("2027-02-01", "Minute 20/27")
    assert services.adopting.in_force().kinds[Kind.TECHNICAL].weights[VOICE] == 60


def test_that_the_store_itself_refuses_to_change_it(services: Services, tmp_path: Path) -> None:
    adopt(services)
    services.close()
    with sqlite3.connect(tmp_path / "data" / "register.sqlite") as db:
        for wanted in ("UPDATE frameworks SET version = '9'", "DELETE FROM frameworks"):
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(wanted)


def test_that_one_that_is_not_known_cannot_be_in_force(services: Services, framework: Framework) -> None:
    stranger = editing.adopted(editing.draft_of(framework, "77"), "2027-01-12", "Minute 1")
    with pytest.raises(FrameworkError, match="Only a framework that is known here"):
        services.adopting.put_in_force(stranger)


@pytest.mark.parametrize(("minute", "where"), [(" ", "adoption.minute")])
def test_that_it_is_not_adopted_without_a_minute(services: Services, minute: str, where: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        adopt(services, minute)
    assert refused.value.where == where
    assert services.adopting.in_force().id == "model"


@pytest.mark.parametrize("date", ["", "12 January 2027", "2027-13-01"])
def test_that_it_is_not_adopted_without_a_date(services: Services, date: str) -> None:
    with pytest.raises(InvalidInputError, match="as 2027-01-31"):
        services.adopting.adopt(date, "Minute 1")


def test_that_a_draft_that_is_no_framework_yet_is_kept_and_neither_adopted_nor_compared(services: Services) -> None:
    bad = services.adopting.draft()
    for criterion in services.adopting.in_force().criterion_ids:
        bad = editing.with_weight(bad, Kind.TECHNICAL, criterion, 0)
    services.adopting.keep_draft(bad)
    assert services.adopting.draft() == bad
    assert "all weights are 0" in next(fault.message for fault in services.adopting.faults() if fault.stops)
    with pytest.raises(InvalidInputError, match="all weights are 0"):
        services.adopting.drafted()
    with pytest.raises(InvalidInputError, match="all weights are 0"):
        services.adopting.adopt("2027-01-12", "Minute 1")
    assert services.adopting.in_force().id == "model"


def test_that_it_goes_out_and_comes_in_as_the_same_bytes(services: Services, tmp_path: Path) -> None:
    ours = adopt(services)
    out = tmp_path / "ours.json"
    services.adopting.hand_out(ours, out)
    assert out.read_bytes() == canonical(ours.document)
    assert sha256(parse(out.read_bytes())) == ours.sha256
    there = app.services(tmp_path / "there")
    assert there.adopting.take_in(out) == ours
    assert there.adopting.in_force().id == "model", "what comes in is known; to put it in force is another act"
    there.adopting.put_in_force(ours)
    assert there.adopting.in_force() == ours


def test_that_one_nobody_adopted_comes_in_as_the_draft(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(editing.with_title(services.adopting.draft(), "Theirs", "theirs", "1")))
    services.adopting.take_in(path)
    assert services.adopting.draft()["title"] == "Theirs"


def test_that_another_text_under_a_known_version_is_refused(services: Services, tmp_path: Path) -> None:
    ours = adopt(services)
    path = tmp_path / "forged.json"
    path.write_text(json.dumps({**ours.document, "need_threshold": 0.9}))
    with pytest.raises(FrameworkError, match="is never changed"):
        services.adopting.take_in(path)


def test_that_two_versions_are_told_place_by_place(services: Services) -> None:
    shipped, ours = services.adopting.in_force(), adopt(services)
    places = {d.where: (d.old, d.new) for d in changed_places(shipped, ours)}
    assert places == {"kinds.technical.weights.voice": (5, 60)}


def test_that_it_says_what_it_would_have_done_to_the_decisions_of_the_register(services: Services) -> None:
    for path in sorted(CASES.glob("*.fairness.json")):
        services.register.take_in(path)
    same = services.adopting.consequences(services.adopting.in_force())
    assert same.looked_at == 6
    assert same.turned == ()
    draft = services.adopting.draft()
    for kind in Kind:
        for criterion in services.adopting.in_force().criterion_ids:
            draft = editing.with_weight(draft, kind, criterion, 100 if criterion == "household_cost" else 0)
    services.adopting.keep_draft(draft)
    then = services.adopting.consequences(services.adopting.drafted())
    assert then.turned
    assert all((t.leader, t.floor) != (t.leader_then, t.floor_then) for t in then.turned)
    assert services.register.check() == []


def test_that_every_preset_makes_a_framework(services: Services) -> None:
    found = presets(shipped.folder() / "presets")
    assert len(found) == 5
    for preset in found:
        made = editing.checked(preset.over(services.adopting.draft()))
        for kind in Kind:
            assert sum(made.kinds[kind].weights.values()) == 100
            assert made.kinds[kind].weights == preset.weights[kind]
        assert "In our own words" in preset.about
