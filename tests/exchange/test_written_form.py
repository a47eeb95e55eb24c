"""What the documentation shows a stranger works."""

from __future__ import annotations

import json
import re
from pathlib import Path

from fairness_desktop.exchange.decoding import Frameworks, decode
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.scoring.score import score

from ..strategies import MODEL
from .test_schema import schema

TEXT = (Path(__file__).parents[2] / "docs" / "exchange-form.md").read_text(encoding="utf-8")


def test_that_the_least_that_can_be_scored_is_scored(known: Frameworks) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)

    assert score(decode(json.loads(block), known), MODEL).leader == "D"


def fields(node: object) -> set[str]:
    """Every field that a schema gives a name, in whatever depth."""
    if isinstance(node, list):
        return set().union(*(fields(item) for item in node))
    if not isinstance(node, dict):
        return set()
    named = node.get("properties", {})
    return set(named) | set().union(*(fields(value) for value in node.values()))


def test_that_every_field_of_the_schema_is_told() -> None:
    document = schema("assessment-1.schema.json").schema
    unsaid = {name for name in fields(document) if f"`{name}`" not in TEXT and f'"{name}"' not in TEXT}

    assert unsaid == set()


def test_that_what_is_written_is_in_the_schema(known: Frameworks) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)

    assert encode(decode(json.loads(block), known)).keys() <= fields(schema("assessment-1.schema.json").schema)
