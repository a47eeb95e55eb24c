"""Places are told in words, whatever a file may hold there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from fairness_desktop import shipped
from fairness_desktop.telling.places import place_words

NAMES = {"g1": "Families", "p": "Minutes"}


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
        ("duties.equality_lens[age].know", "Duties, equality lens Age, know"),
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
