"""Swing weights to begin from, after principles that councils have published, in our own words; nobody has to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...domain.vocabulary import CriterionId, Kind
from ...exchange.reading import Reader, parse
from ...frameworks.framework_sections import number
from .editing import Document, with_weight


@dataclass(frozen=True, slots=True)
class Preset:
    """What it is called, whose principles it follows, and its swing weights by kind."""

    id: str
    title: str
    about: str
    weights: Mapping[Kind, Mapping[CriterionId, float]]

    def over(self, document: Document) -> Document:
        """A draft with these weights; criteria it does not know keep theirs."""
        for kind, weights in self.weights.items():
            row = next(row for row in document["kinds"] if row["kind"] == kind)
            for criterion, weight in weights.items():
                if criterion in row["weights"]:
                    document = with_weight(document, kind, criterion, weight)
        return document


def presets(folder: Path) -> tuple[Preset, ...]:
    """Every preset in a folder, by its file's name."""
    return tuple(_preset(Reader(parse(path.read_bytes()))) for path in sorted(folder.glob("*.json")))


def _preset(reader: Reader) -> Preset:
    kinds = reader.object("weights")
    weights = {}
    for kind in Kind:
        row = kinds.object(kind)
        weights[kind] = {CriterionId(criterion): number(row, criterion) for criterion in row}
    return Preset(reader.text("id"), reader.text("title"), reader.text("about"), weights)
