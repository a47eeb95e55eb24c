"""Places are told in words, whatever a file may hold there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from fairness_desktop import shipped
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import GroupId, Language
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.exempt import FIELDS
from fairness_desktop.exchange.files import read
from fairness_desktop.record.tongues import in_language
from fairness_desktop.telling import places
from fairness_desktop.telling.places import names_of, place_words

EXAMPLE = shipped.folder() / "examples" / "play-area.fairness.json"
NAMES = {"g1": "Families", "p": "Minutes", "impacts.outcomes": "What becomes of them"}


def properties(schema: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Every name that the schema gives to a field."""
    if isinstance(schema, dict):
        given = schema.get("properties")
        yield from given if isinstance(given, dict) else ()
        for inner in schema.values():
            yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("groups[g1].size", "Group Families, size"),
        ("options[B].net_cost", "Option B, cost a year"),
        ("effects[B/g1].reach", "Effect of B, Families, reach"),
        ("decision.rejected[C].why", "Decision, Option C, not chosen, why"),
        ("attachments[p].title", "Paper Minutes, title"),
        ("body.name", "Council, name"),
        ("groups", "Groups"),
        ("quality_plan.checks[risk].owner", "Quality plan, checks Risk, who does it"),
        ("duties.equality_lens[age].know", "Duties, equality lens Age, what we know"),
        ("effects[B/g1].impacts.outcomes", "Effect of B, Families, impact, What becomes of them"),
        ("unanswered[B/g1/outcomes]", "Not answered of B, Families, What becomes of them"),
        ("groups[g1].need_evidence[0].source", "Group Families, evidence of need 1, source"),
        ("decision.exempt[groups[g1].name].reason", "Decision, Exempt: Group Families, name, reason"),
        ("quality_plan.checks[other].how", "Quality plan, checks other, how"),
        ("foreign.field", "Foreign, field"),
        ("odd place", "odd place"),
        ("", ""),
    ],
)
def test_that_a_place_is_told_in_words(where: str, said: str) -> None:
    assert place_words(where, NAMES) == said


def test_that_every_field_of_the_exchange_form_has_its_word() -> None:
    schema = json.loads((shipped.folder() / "schema" / "assessment-1.schema.json").read_text(encoding="utf-8"))

    assert [name for name in set(properties(schema)) if "_" in place_words(name)] == []


def test_that_every_field_that_a_public_copy_knows_has_a_word_of_its_own() -> None:
    assert sorted(FIELDS - set(places.worded())) == []


def test_that_a_place_is_told_in_welsh() -> None:
    with in_language(Language.WELSH):
        assert place_words("groups[g1].size", NAMES) == "Grŵp Families, maint"
        assert place_words("decision.rejected[C].why") == "Penderfyniad, Opsiwn C, na ddewiswyd, pam"


def test_that_a_group_called_as_a_criterion_keeps_its_name(known: Frameworks, framework: Framework) -> None:
    example, (first, *_rest) = read(EXAMPLE, known), framework.criteria
    named = replace(example.groups[0], id=GroupId(str(first.id)), name="Neighbours")
    names = names_of(replace(example, groups=(named,), effects=()), framework.criteria)

    assert place_words(f"groups[{first.id}].size", names) == "Group Neighbours, size"
    assert place_words(f"effects[A/{first.id}].impacts.{first.id}", names).endswith(f"impact, {first.name}")
