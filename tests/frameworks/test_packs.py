"""The four legal packs that ship: dated rules with their sources, and faults in a pack named."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fairness_desktop.domain.errors import FrameworkError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.law.pack import LegalPack
from fairness_desktop.domain.law.words import Check, Need, RecordField, RecordWhen
from fairness_desktop.domain.vocabulary import BodyKind, Capacity, Nation
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.frameworks.loader import load_pack
from fairness_desktop.shipped import folder

PACKS = {pack.id: pack for pack in packs(folder() / "packs")}
ENGLAND = folder() / "packs" / "england-non-executive.json"
DOCUMENT: dict[str, Any] = json.loads(ENGLAND.read_text(encoding="utf-8"))
REQUIRED = {
    "england_non_executive": {"date", "decision", "reasons", "alternatives", "interests", "background_papers"},
    "england_executive": {
        "date", "decision", "reasons", "alternatives", "interests", "dispensation", "background_papers",
    },
    "wales_executive": {
        "date", "decision", "reasons", "interests", "dispensation", "consultation", "background_papers",
    },
    "wales_community_council": set(),
}  # fmt: skip
"""What the record must hold, by pack; all else is good practice."""


def test_that_there_are_four_packs_and_the_framework_names_them(newest: Framework) -> None:
    assert set(PACKS) == set(REQUIRED)
    assert newest.document["legal_packs"] == [
        "england_non_executive", "england_executive", "wales_executive", "wales_community_council",
    ]  # fmt: skip


@pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.id)
def test_that_every_rule_is_dated_and_names_its_source(pack: LegalPack) -> None:
    assert pack.date.startswith("20")
    assert pack.checked_by == ""
    for rule in pack.rules:
        assert rule.date == pack.date
        assert rule.source
        assert rule.says


@pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.id)
def test_that_no_single_councillor_decides_anywhere(pack: LegalPack) -> None:
    assert all(Capacity.SINGLE_MEMBER not in pack.may_decide(body) for body in BodyKind)


@pytest.mark.parametrize("name", ["england_non_executive", "wales_community_council"])
def test_that_a_local_council_has_no_executive(name: str) -> None:
    allowed = PACKS[name].may_decide(BodyKind.TOWN_COUNCIL)

    assert allowed == {
        Capacity.FULL_COUNCIL, Capacity.COMMITTEE, Capacity.SUB_COMMITTEE, Capacity.JOINT_COMMITTEE, Capacity.OFFICER,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["england_executive", "wales_executive"])
def test_that_a_principal_council_may_decide_through_its_cabinet(name: str) -> None:
    allowed = PACKS[name].may_decide(BodyKind.COUNTY_COUNCIL)

    assert allowed >= {Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER, Capacity.OFFICER}


def test_that_a_refusal_says_by_which_law_and_what_to_choose_instead() -> None:
    said = PACKS["england_non_executive"].refusal(BodyKind.TOWN_COUNCIL, Capacity.SINGLE_MEMBER)

    assert said is not None
    assert "Local Government Act 1972, section 101" in said
    assert "full council, committee, sub-committee, joint committee, officer" in said


@pytest.mark.parametrize(("name", "required"), REQUIRED.items())
def test_that_a_record_must_hold_what_the_law_names(name: str, required: set[str]) -> None:
    needs = PACKS[name].record.needs

    assert {field.value for field in RecordField if needs[field] is Need.REQUIRED} == required


def test_that_each_law_says_when_a_record_is_required_and_when_it_may_be_carried_out() -> None:
    when = {name: pack.record.when for name, pack in PACKS.items()}

    assert when == {
        "england_non_executive": RecordWhen.REGULATION_7,
        "england_executive": RecordWhen.EXECUTIVE,
        "wales_executive": RecordWhen.EXECUTIVE,
        "wales_community_council": RecordWhen.NEVER,
    }
    assert "at once" in PACKS["england_non_executive"].record.carried_out
    assert "once call-in has ended" in PACKS["england_executive"].record.carried_out
    assert "before this statement exists, unless urgency is agreed" in PACKS["wales_executive"].record.carried_out
    assert {(p.record.keep_record, p.record.keep_papers) for p in PACKS.values()} == {(6, 4)}


def test_that_key_decisions_are_a_matter_of_the_english_executive_alone() -> None:
    having = [name for name, pack in PACKS.items() if any(r.check is Check.KEY_DECISION for r in pack.rules)]

    assert having == ["england_executive"]
    rule = next(r for r in PACKS["england_executive"].rules if r.check is Check.KEY_DECISION)
    assert (rule.days, rule.exception_days) == (28, 5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.update(nation="france"), "nation: must be one of: england, wales"),
        (lambda d: d.pop("nation"), "nation: is missing"),
        (lambda d: d.update(bodies=["village"]), "bodies[0]: must be one of: parish_council"),
        (lambda d: d.update(bodies=[]), "bodies: is missing"),
        (lambda d: d["rules"][0].update(allows=["chair"]), "rules[0].allows[0]: must be one of: full_council"),
        (lambda d: d["rules"][0].update(allows=[1]), "rules[0].allows[0]: must be a text that is not empty"),
        (lambda d: d["rules"][0].update(check="guess"), "rules[0].check: must be one of: capacity"),
        (lambda d: d["rules"][0].update(severity="fatal"), "rules[0].severity: must be one of: error"),
        (lambda d: d["rules"][1].pop("source"), "rules[1].source: is missing"),
        (lambda d: d["rules"][1].pop("date"), "rules[1].date: is missing"),
        (lambda d: d["rules"][2].pop("matter"), "rules[2].matter: is missing"),
        (lambda d: d.update(rules=d["rules"][1:]), "rules: must say who may decide"),
        (lambda d: d["rules"].append(d["rules"][0] | {"check": "key_decision"}), "rules[9].days: must be a whole"),
        (lambda d: d["record"]["needs"].pop("reasons"), "record.needs.reasons: is missing"),
        (lambda d: d["record"].update(when="always"), "record.when: must be one of: executive"),
        (lambda d: d["record"].update(keep_papers=0), "record.keep_papers: must be a whole number of years"),
        (lambda d: d.update(format_version=1), "format_version: must be 2"),
        (lambda d: d.update(format="x"), "format: must be “fairness-desktop/legal-pack”"),
    ],
    ids=range(18),
)
def test_that_a_fault_in_a_pack_is_named(change: Callable[[dict[str, Any]], object], said: str, tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    change(document)
    path = tmp_path / "england.json"
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")

    with pytest.raises(FrameworkError, match=r"england\.json: line \d+: " + re.escape(said)):
        load_pack(path)


def test_that_a_pack_says_who_checked_it(tmp_path: Path) -> None:
    path = tmp_path / "england.json"
    checked = {"checked_by": "The monitoring officer", "checked_on": "2026-11-20"}
    path.write_text(json.dumps(DOCUMENT | checked), encoding="utf-8")

    pack = load_pack(path)

    assert (pack.checked_by, pack.checked_on) == ("The monitoring officer", "2026-11-20")


def test_that_packs_are_of_one_nation_each() -> None:
    assert {p.nation for p in PACKS.values()} == set(Nation)
