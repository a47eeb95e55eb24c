from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.domain.errors import FairnessError, NotFoundError
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.domain.vocabulary import AssessmentId, Form
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.writing import write_whole


def test_that_a_new_decision_is_saved_at_once_with_nothing_answered(services: Services) -> None:
    walk = services.register.new(Form.SHORT)

    again = services.register.open(walk.assessment.id).assessment
    assert again == walk.assessment
    assert (again.title, again.kind, again.groups, again.form) == ("", None, (), Form.SHORT)
    assert [(o.id, o.baseline) for o in again.options] == [("A", True)]


def test_that_two_new_decisions_are_two(services: Services) -> None:
    services.register.new(Form.FULL)
    services.register.new(Form.FULL)

    assert services.register.count(RegisterQuery()) == 2


def test_that_the_example_is_found_as_it_was_left(services: Services) -> None:
    walk = services.register.open_example()
    walk.change(replace(walk.assessment, title="Mine now"))

    assert services.register.open_example().assessment.title == "Mine now"


def test_that_the_example_can_be_signed_and_scores_as_its_case(services: Services) -> None:
    walk = services.register.open_example()

    assert services.issuing.missing(walk.assessment, walk.result) == ()
    assert walk.result is not None
    assert {o.id: round(o.score, 6) for o in walk.result.options} == {
        "A": 0.0,
        "B": -8.747951,
        "C": 6.224998,
        "D": 22.593116,
    }


def test_that_a_half_filled_draft_goes_to_another_laptop_and_comes_back(services: Services, tmp_path: Path) -> None:
    walk = services.register.new(Form.FULL)
    out = tmp_path / "draft.fairness.json"

    services.register.hand_out(walk.assessment.id, out)
    elsewhere = app.services(tmp_path / "elsewhere").register.take_in(out)

    assert elsewhere.new
    assert canonical(encode(elsewhere.assessment)) == canonical(encode(walk.assessment))


def test_that_the_same_is_taken_in_once(services: Services, tmp_path: Path) -> None:
    walk = services.register.open_example()
    out = tmp_path / "out.json"
    services.register.hand_out("07-26", out)

    assert not services.register.take_in(out).new
    assert len(services.register.open(walk.assessment.id).history) == len(walk.history)


def test_that_other_content_under_a_known_id_is_refused_and_nothing_lost(services: Services, tmp_path: Path) -> None:
    walk = services.register.open_example()
    document = {**encode(walk.assessment), "title": "Another"}
    (tmp_path / "other.json").write_text(json.dumps(document))

    with pytest.raises(FairnessError, match="other content"):
        services.register.take_in(tmp_path / "other.json")

    assert services.register.open(walk.assessment.id).assessment == walk.assessment


def test_that_what_is_not_there_is_said(services: Services) -> None:
    with pytest.raises(NotFoundError, match="nothing under “x”"):
        services.register.find("x")
    with pytest.raises(NotFoundError, match="no assessment x"):
        services.register.open(AssessmentId("x"))


def test_that_the_name_for_the_history_is_chosen_and_never_the_system_s(services: Services) -> None:
    assert services.register.who() == ""

    services.register.set_who("  Ann ")

    assert services.register.who() == "Ann"


def test_that_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "record.pdf"
    write_whole(b"first", out)

    with pytest.raises(FairnessError, match="cannot be written"):
        write_whole(b"second", tmp_path / "no" / "record.pdf")
    write_whole(b"third", out)

    assert out.read_bytes() == b"third"
    assert [path.name for path in tmp_path.iterdir()] == ["record.pdf"]


def test_that_a_place_that_is_a_folder_is_said_and_left_clean(tmp_path: Path) -> None:
    (tmp_path / "record.pdf").mkdir()

    with pytest.raises(FairnessError, match="cannot be written"):
        write_whole(b"x", tmp_path / "record.pdf")

    assert [path.name for path in tmp_path.iterdir()] == ["record.pdf"]
