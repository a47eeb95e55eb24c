"""How a result and an assessment are written down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fairness_desktop.exchange import files
from fairness_desktop.exchange.canonical import canonical, sha256
from fairness_desktop.exchange.decoding import Frameworks, decode
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.score import score, score_in_full

from ..scoring.builders import ONLY_OUTCOMES, hand_case
from .documents import example, put

KEYS = {
    "id", "feasible", "rank", "points", "score", "unweighted_score", "fairness_premium", "floor", "worst_case_floor",
    "benefit_share", "focus_ratio", "burden_share", "burden_ratio", "ede_change_percent", "floor_reasons",
    "rank_acceptability", "first_share_standard_error", "red_share", "beats",
}  # fmt: skip


def result() -> dict[str, Any]:
    return told(score_in_full(hand_case(), ONLY_OUTCOMES))


def test_that_every_figure_of_the_contract_is_told_under_its_name() -> None:
    assert all(option.keys() == KEYS for option in result()["options"])
    assert result().keys() == {
        "leader", "verdict", "seed", "draws", "need_share", "options", "leader_by_kind", "elasticity_switches",
        "weight_switches", "leximin", "frontier", "findings",
    }  # fmt: skip


def test_that_a_figure_not_worked_out_is_left_out() -> None:
    fast = told(score(hand_case(), ONLY_OUTCOMES))

    assert not fast.keys() & {"verdict", "seed", "draws", "elasticity_switches", "weight_switches"}
    assert not any(option.keys() & {"rank_acceptability", "red_share", "beats"} for option in fast["options"])


def test_that_prices_are_told_to_six_decimals() -> None:
    assert [step["price_per_point"] for step in result()["frontier"]] == [None, 3.144155]


def test_that_a_breach_says_who_by_what_and_how_much() -> None:
    assert result()["options"][4]["floor_reasons"][1] == {
        "group": "p", "criterion": "outcomes", "effect": -2.0, "floor": "red",
    }  # fmt: skip


def test_that_a_finding_leads_to_its_place() -> None:
    tie = replace(hand_case(), effects=hand_case().effects[:0])

    found = [f for f in told(score(tie, ONLY_OUTCOMES))["findings"] if f["code"] == "tie"]

    assert [(f["severity"], f["where"]) for f in found] == [("warning", "options")]


def test_that_a_result_is_plain_data_with_one_canonical_form() -> None:
    assert canonical(result()).startswith(b'{"draws":10000,"elasticity_switches":[')


def test_that_the_canonical_form_sorts_keys_and_spells_numbers_one_way() -> None:
    assert canonical({"b": 1.0, "a": [1e21, "é", None]}) == '{"a":[1e+21,"é",null],"b":1}'.encode()
    assert sha256({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_that_an_export_is_for_people_to_read(known: Frameworks) -> None:
    text = files.text(decode(put(example(), "title", "Plas chwarae – ŵyn"), known))

    assert '\n  "title": "Plas chwarae – ŵyn",\n' in text
    assert text.index('"format"') < text.index('"id"') < text.index('"groups"')
    assert text.endswith("}\n")
