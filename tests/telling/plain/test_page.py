from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.scoring.score import score
from fairness_desktop.telling.plain.page import cut, plain_sentences
from fairness_desktop.telling.plain.reading import measured

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.fairness.json"))


def told(now: Assessment, framework: Framework) -> str:
    return " ".join(plain_sentences(now, score(now, framework)))


@pytest.fixture
def play_area(known: Frameworks) -> Assessment:
    return read(CASES[0].parent / "d6.fairness.json", known)


def choosing(now: Assessment, option: str) -> Assessment:
    return replace(now, decision=replace(now.decision, chosen=OptionId(option)))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name[:2])
def test_that_it_reads_easily_whatever_is_decided(path: Path, known: Frameworks, framework: Framework) -> None:
    """The names are the user's own, and may be long: all that is ours is short."""
    now = read(path, known)
    now = replace(now, groups=tuple(replace(g, name="Old people") for g in now.groups))
    now = replace(now, options=tuple(replace(o, name="A new way") for o in now.options))
    for option in now.options:
        age = measured(told(choosing(now, option.id), framework)).age
        assert age is not None
        assert age <= 11


def test_that_it_says_what_was_chosen_what_it_costs_and_for_whom(play_area: Assessment, framework: Framework) -> None:
    leader = score(play_area, framework).leader
    assert leader is not None
    said = told(choosing(play_area, leader), framework)
    assert "has decided." in said
    assert "It makes things better for: " in said
    assert "does the most good" in said


def test_that_it_says_where_another_would_do_more_good(play_area: Assessment, framework: Framework) -> None:
    result = score(play_area, framework)
    other = next(o.id for o in play_area.options if o.id != result.leader and not o.baseline)
    assert "Another choice does more good: " in told(choosing(play_area, other), framework)


def test_that_nothing_is_said_to_be_decided_before_it_is(play_area: Assessment, framework: Framework) -> None:
    said = told(replace(play_area, decision=Decision()), framework)
    assert "has not decided yet" in said
    assert "better for" not in said


def test_that_a_text_is_cut_where_a_sentence_ends() -> None:
    assert cut("One is here. Two is long.", 20) == "One is here."
    assert cut("word " * 10, 22) == "word word word word …"
    assert cut("short", 22) == "short"
