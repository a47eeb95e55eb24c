"""Odd but lawful inputs have defined results: never a warning, never a division by nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.errors import InvalidInputError, NotReadyError
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks, decode
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.score import score_in_full
from fairness_desktop.telling.explaining.case import case
from fairness_desktop.telling.explaining.catalogue import OF_DECISION, OF_OPTION, explain, in_lines
from fairness_desktop.telling.sentences import headline

from ..strategies import MODEL
from .test_cases import CASES

Change = Callable[[Assessment], Assessment]


def sized(size: int) -> Change:
    return lambda a: replace(a, groups=tuple(replace(g, size=size) for g in a.groups))


def incomes(*ys: float) -> Change:
    def changed(a: Assessment) -> Assessment:
        return replace(a, groups=tuple(replace(g, relative_income=ys[i % len(ys)]) for i, g in enumerate(a.groups)))

    return changed


def effects(change: Callable[[Effect], Effect]) -> Change:
    return lambda a: replace(a, effects=tuple(change(e) for e in a.effects))


def identical(a: Assessment) -> Assessment:
    """Every option does what the second does."""
    model = [e for e in a.effects if e.option == a.options[1].id]
    return replace(a, effects=tuple(replace(e, option=o.id) for o in a.options if not o.baseline for e in model))


ODD: dict[str, Change] = {
    "one person a group": sized(1),
    "a thousand million a group": sized(10**9),
    "nobody in need": incomes(3.0),
    "all as poor as can be": incomes(1e-6),
    "from poorest to richest": incomes(1e-6, 1000.0, 0.6, 1.0),
    "nobody touched": lambda a: replace(a, effects=()),
    "reach of nought": effects(lambda e: replace(e, reach=0.0)),
    "reach of next to nothing": effects(lambda e: replace(e, reach=1e-12)),
    "no effect at all": effects(lambda e: replace(e, impacts={})),
    "all as good as can be": effects(lambda e: replace(e, impacts=dict.fromkeys(MODEL.criterion_ids, 3.0))),
    "all as bad as can be": effects(lambda e: replace(e, impacts=dict.fromkeys(MODEL.criterion_ids, -3.0))),
    "identical options": identical,
    "nothing feasible": lambda a: replace(a, required_saving=1e12),
    "all at one cost": lambda a: replace(a, options=tuple(replace(o, net_cost=0.0) for o in a.options)),
}


@pytest.fixture
def play_area(known: Frameworks) -> Assessment:
    return files.read(Path(CASES / "d6.fairness.json"), known)


@pytest.mark.parametrize("name", ODD)
def test_that_odd_input_has_a_defined_result_that_can_be_told_and_explained(name: str, play_area: Assessment) -> None:
    odd = ODD[name](play_area)

    result = score_in_full(odd, MODEL)

    json.dumps(told(result), allow_nan=False)
    assert headline(odd, result).endswith((".", "GREEN", "RED"))
    opened = case(odd, MODEL, result)
    asked = [*OF_DECISION, *(f"{o.id}.{figure}" for o in odd.options for figure in OF_OPTION)]
    assert all(in_lines(explain(opened, figure)) for figure in asked)


def test_that_a_single_group_is_refused_in_a_sentence(play_area: Assessment) -> None:
    alone = play_area
    for group in play_area.groups[1:]:
        alone = alone.without_group(group.id)

    with pytest.raises(NotReadyError, match="at least two groups"):
        score_in_full(alone, MODEL)


@pytest.mark.parametrize("size", [float("nan"), float("inf"), 10**9 + 1, 0.5])
def test_that_a_size_that_is_none_is_refused_with_its_place(size: float, known: Frameworks) -> None:
    document = json.loads((CASES / "d6.fairness.json").read_text(encoding="utf-8"))
    document["groups"][0]["size"] = size

    with pytest.raises(InvalidInputError, match=r"groups\[0\]\.size"):
        decode(document, known)
