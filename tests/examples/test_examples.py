"""Seven finished decisions: they read, nothing is open in them, and they score as was published."""

from __future__ import annotations

import json
from itertools import chain
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fairness_desktop import shipped
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.money.mechanisms import MechanismKind, kind_of
from fairness_desktop.domain.progress import StepState, progress
from fairness_desktop.domain.vocabulary import Kind, Nation
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.score import score
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import scored

from .shelf import CASE_OF, CASES, NAMES, document_of, expected_of, path_of

DRAWN = {"rank_acceptability", "red_share", "first_share_standard_error", "beats"}


def opened(name: str, known: Frameworks) -> Assessment:
    return files.read(path_of(name), known)


@pytest.mark.parametrize("name", NAMES)
def test_that_every_step_of_an_example_is_complete(name: str, known: Frameworks, services: Services) -> None:
    now = opened(name, known)
    missing = services.issuing.missing(now, scored(now, known["model", now.framework.version]))

    assert missing == ()
    assert set(progress(now, missing, scored=True).values()) == {StepState.COMPLETE}


@pytest.mark.parametrize("name", NAMES)
def test_that_nothing_on_the_standing_list_of_an_example_wants_a_look(
    name: str, known: Frameworks, services: Services
) -> None:
    now = opened(name, known)
    found = services.issuing.findings(now, known["model", now.framework.version])

    assert [f.code for f in found] == []


@pytest.mark.parametrize("name", NAMES)
def test_that_an_example_fits_the_schema_and_holds_no_field_of_nobodys(name: str, known: Frameworks) -> None:
    schema = json.loads((shipped.folder() / "schema" / "assessment-1.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document_of(name))

    assert opened(name, known).extra == {}


@pytest.mark.parametrize("name", NAMES)
def test_that_an_example_is_written_as_the_program_would_write_it(name: str, known: Frameworks) -> None:
    written, lies_there = json.loads(files.text(opened(name, known))), document_of(name)
    hashed = written["framework"].pop("sha256")

    assert written == lies_there
    assert hashed == known["model", lies_there["framework"]["version"]].sha256


@pytest.mark.parametrize("name", sorted(CASE_OF))
def test_that_an_example_scores_as_its_case_was_published(name: str, known: Frameworks) -> None:
    now, expected = opened(name, known), expected_of(name)
    found = told(score(now, known["model", now.framework.version]))

    for field in ("leader", "need_share", "leader_by_kind", "leximin", "frontier"):
        assert found[field] == expected[field]
    for mine, theirs in zip(found["options"], expected["options"], strict=True):
        wanted = {key: value for key, value in theirs.items() if key not in DRAWN}
        assert {key: mine[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", sorted(CASE_OF))
def test_that_groups_and_effects_of_an_example_are_those_of_its_case(name: str) -> None:
    case = json.loads((CASES / f"{CASE_OF[name]}.fairness.json").read_text(encoding="utf-8"))

    assert figures(document_of(name)) == figures(case)


def figures(document: dict[str, Any]) -> list[dict[str, Any]]:
    kept = ("id", "size", "need_level", "baseline", "option", "group", "reach", "grade", "impacts")
    rows = chain(document["groups"], document["options"], document["effects"])
    return [{name: row[name] for name in kept if name in row} for row in rows]


def test_that_every_case_has_its_example() -> None:
    cases = {path.name.split(".")[0] for path in CASES.glob("*.expected.json")}

    assert set(CASE_OF.values()) == cases
    assert set(CASE_OF) < set(NAMES)


def test_that_the_examples_walk_every_kind_both_nations_and_every_mechanism(known: Frameworks) -> None:
    every = [opened(name, known) for name in NAMES]

    assert {now.kind for now in every} == set(Kind)
    assert {now.body.nation for now in every} == set(Nation)
    assert {kind_of(o.mechanism) for now in every for o in now.options if o.mechanism} == set(MechanismKind)
    assert len({now.id for now in every}) == len({now.reference for now in every}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_that_an_example_says_that_it_is_made_up(name: str, known: Frameworks) -> None:
    now = opened(name, known)
    vote = now.decision.voting.votes
    people = [now.authority.decision_maker.name, *(v.who for v in vote), *(a.owner for a in now.decision.actions)]

    assert "made up" in now.summary
    assert now.body.name.startswith("Example ")
    assert [who for who in people if not who.endswith("(example)")] == []
