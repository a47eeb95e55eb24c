"""The days of a decision are written for a calendar: the same each time, with nothing exempt in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from fairness_desktop import app
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.vocabulary import Form, Language
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.publications.calendars import write_days
from fairness_desktop.services.walk import Walk


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return app.services(tmp_path / "data")


@pytest.fixture
def walk(services: Services) -> Walk:
    """The finished example: a review, actions and five checks, each with its day."""
    return services.register.open_example()


def read(path: Path) -> list[Any]:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def test_that_review_actions_and_checks_stand_in_it_with_who_sees_to_them(walk: Walk, tmp_path: Path) -> None:
    now = walk.assessment
    said = write_days(walk, tmp_path / "days.ics")
    found = read(tmp_path / "days.ics")
    review = next(e for e in found if e["SUMMARY"].startswith("Review: "))
    wanted = [a.due for a in now.decision.actions] + [c.due for c in now.quality.checks]

    assert review["DTSTART"].dt == now.decision.review_date
    assert sorted(e["DTSTART"].dt for e in found if e is not review) == sorted(day for day in wanted if day)
    assert {a.owner for a in now.decision.actions} <= {str(e.get("CONTACT")) for e in found}
    assert said == f"{len(found)} days written to {tmp_path / 'days.ics'}."


def test_that_what_makes_it_stop_is_told_on_the_day_of_the_review_and_of_the_check_of_risk(
    walk: Walk, tmp_path: Path
) -> None:
    chosen = walk.assessment.decision.chosen
    assert chosen is not None
    rule = walk.assessment.option(chosen).stop_rule
    write_days(walk, tmp_path / "days.ics")

    told = [str(e["SUMMARY"]).split(":")[0] for e in read(tmp_path / "days.ics") if rule in e["DESCRIPTION"]]
    assert sorted(told) == ["Check of quality, risk", "Review"]


def test_that_the_same_decision_gives_the_same_bytes_and_another_state_does_not(walk: Walk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.ics" for n in range(3)]
    write_days(walk, paths[0])
    write_days(walk, paths[1])
    walk.change(replace(walk.assessment, summary="Otherwise"))
    write_days(walk, paths[2])

    first, second, third = (path.read_bytes() for path in paths)
    assert first == second != third
    assert {e["UID"] for e in read(paths[0])} == {e["UID"] for e in read(paths[2])}


def test_that_what_is_exempt_does_not_stand_in_it(walk: Walk, tmp_path: Path) -> None:
    action = walk.assessment.decision.actions[0]
    exempt = Exempt(f"decision.actions[{action.id}].what", "Schedule 12A, paragraph 3")
    walk.change(replace(walk.assessment, decision=replace(walk.assessment.decision, exempt=(exempt,))))
    write_days(walk, tmp_path / "days.ics")

    assert not [e for e in read(tmp_path / "days.ics") if action.what in e["SUMMARY"]]
    assert [e for e in read(tmp_path / "days.ics") if e["SUMMARY"] == "To do: (exempt)"]


def test_that_it_is_in_the_language_wanted(walk: Walk, tmp_path: Path) -> None:
    write_days(walk, tmp_path / "days.ics", Language.WELSH)

    assert [e for e in read(tmp_path / "days.ics") if e["SUMMARY"].startswith("Adolygu: ")]


def test_that_a_decision_without_a_day_is_refused_in_a_sentence(services: Services, tmp_path: Path) -> None:
    with pytest.raises(FairnessError, match="There is no day to put in a calendar: give a day"):
        write_days(services.register.new(Form.FULL), tmp_path / "days.ics")

    assert not (tmp_path / "days.ics").exists()


def test_that_an_action_keeps_its_place_in_the_calendar_when_others_go(walk: Walk, tmp_path: Path) -> None:
    *_first, last = walk.assessment.decision.actions
    write_days(walk, tmp_path / "all.ics")
    walk.change(replace(walk.assessment, decision=replace(walk.assessment.decision, actions=(last,))))
    write_days(walk, tmp_path / "one.ics")

    def uid(path: Path) -> str:
        return next(str(e["UID"]) for e in read(path) if last.what in e["SUMMARY"])

    assert uid(tmp_path / "all.ics") == uid(tmp_path / "one.ics")


def test_that_a_day_can_be_any_day(walk: Walk, tmp_path: Path) -> None:
    far = replace(walk.assessment.decision, review_date=dt.date(9999, 12, 31))
    walk.change(replace(walk.assessment, decision=far))
    write_days(walk, tmp_path / "days.ics")

    assert max(e["DTSTART"].dt for e in read(tmp_path / "days.ics")) == dt.date(9999, 12, 31)
