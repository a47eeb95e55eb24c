"""Nine finished decisions: they read, nothing is open in them, and they score as was published."""

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
from fairness_desktop.domain.vocabulary import BodyKind, Floor, Kind, Language, Nation, OptionId
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.results import told
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import Foreign, Paragraph, texts
from fairness_desktop.record.programs import programs
from fairness_desktop.scoring.score import score
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import scored

from .shelf import CASE_OF, CASES, NAMES, document_of, expected_of, path_of

MADE_UP = {
    Language.ENGLISH: ("made up", "Example", "(example)"),
    Language.WELSH: ("ddychmygol", "Enghraifft", "(enghraifft)"),
}
"""How an example says that it is one: in its summary, in the name of its council, after every person."""

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

    made_up, example, mark = MADE_UP[now.language or Language.ENGLISH]
    assert made_up in now.summary
    assert example in now.body.name.split()
    assert [who for who in people if not who.endswith(mark)] == []


def test_that_one_example_is_in_welsh_throughout_and_its_record_too(known: Frameworks, services: Services) -> None:
    (now,) = (one for name in NAMES if (one := opened(name, known)).language is Language.WELSH)
    walk = services.register.open(services.register.take_in(path_of("clwb-ieuenctid")).assessment.id)
    whole = document(services.issuing.subject(walk, ()), programs())

    assert (now.body.kind, now.body.nation) == (BodyKind.COMMUNITY_COUNCIL, Nation.WALES)
    assert walk.assessment == now
    assert "Llawr GWYRDD: Ni adewir neb" in "\n".join(texts(whole))
    assert not [n.text for n in whole.nodes if isinstance(n, Paragraph) and isinstance(n.text, Foreign)]


def test_that_one_example_chooses_under_a_red_floor_and_says_why_what_softens_it_and_what_was_less_harmful(
    known: Frameworks,
) -> None:
    red = []
    for name in NAMES:
        now = opened(name, known)
        found = score(now, known["model", now.framework.version])
        if found.option(chosen(now)).floor is Floor.RED:
            red.append(name)
            assert now.decision.floor_reason
            assert now.decision.mitigation
            assert now.decision.less_harmful

    assert red == ["footbridge"]


def chosen(now: Assessment) -> OptionId:
    assert now.decision.chosen is not None
    return now.decision.chosen
