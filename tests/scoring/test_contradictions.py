"""What does not fit together, or hangs by a thread."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.findings import Finding
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import Grade
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.scoring.contradictions import turning_cells
from fairness_desktop.scoring.score import score

from ..strategies import MODEL
from .builders import ONLY_OUTCOMES, hand_case, inputs_of, made
from .test_cases import CASES


def found(assessment: Assessment, code: str, framework: Framework = MODEL) -> list[Finding]:
    return [f for f in score(assessment, framework).findings if f.code == code]


def called(one: str, other: str) -> Assessment:
    case = hand_case()
    return replace(case, groups=tuple(replace(g, name=n) for g, n in zip(case.groups, (one, other), strict=True)))


@pytest.mark.parametrize(
    "names",
    [
        ("Disabled adults", "Severely disabled people"),
        ("Older tenants", "Tenants in arrears"),
        ("Gofalwyr ifanc", "Pobl ifanc"),
    ],
)
def test_that_groups_named_by_the_same_trait_are_asked_about(names: tuple[str, str]) -> None:
    (finding,) = found(called(*names), "groups_overlap")

    assert finding.where == "overlaps[p/q]"
    assert names[0] in finding.message
    assert names[1] in finding.message


@pytest.mark.parametrize("names", [("Disabled adults", "Car commuters"), ("Children", "Other children"), ("", "")])
def test_that_groups_apart_are_not_asked_about(names: tuple[str, str]) -> None:
    assert not found(called(*names), "groups_overlap")


def test_that_evidence_assumed_throughout_is_said() -> None:
    case = hand_case()
    assumed = replace(case, effects=tuple(replace(e, grade=Grade.D) for e in case.effects))

    assert [f.where for f in found(assumed, "all_assumed")] == ["effects"]
    assert not found(case, "all_assumed")


def test_that_a_better_option_that_is_not_feasible_is_said() -> None:
    (finding,) = found(replace(hand_case(), budget_cap=0), "infeasible_leader", ONLY_OUTCOMES)[:1]

    assert finding.message.startswith("B would do more good than the leader")
    assert not found(hand_case(), "infeasible_leader", ONLY_OUTCOMES)


def test_that_a_leader_tilted_away_from_need_is_said() -> None:
    for_the_rich = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "q"): {"outcomes": 1}})
    both = replace(for_the_rich, effects=(*for_the_rich.effects, *_touching("p")))

    assert [f.message[:9] for f in found(both, "premium_negative")] == ["B leads, "]


def _touching(group: str) -> tuple[Effect, ...]:
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", group): {"household_cost": 0.5}})
    return case.effects


@pytest.mark.parametrize(("name", "count"), [("d1", 1), ("d3", 1), ("d9", 0)])
def test_that_a_leader_that_depends_on_the_kind_is_said(name: str, count: int, known: Frameworks) -> None:
    assert len(found(files.read(CASES / f"{name}.fairness.json", known), "leader_depends_on_kind")) == count


def test_that_a_lead_that_hangs_on_one_effect_names_it() -> None:
    (finding,) = found(hand_case(), "leader_depends_on_one_cell", ONLY_OUTCOMES)

    assert finding.message.startswith("The lead turns to B if one effect moves by 0.15")
    assert finding.where == "effects[1].impacts.outcomes"


def test_that_moving_the_named_effect_does_turn_the_lead() -> None:
    case = hand_case()
    result = score(case, ONLY_OUTCOMES)
    least = turning_cells(inputs_of(case, ONLY_OUTCOMES), result)[0]
    index = next(i for i, e in enumerate(case.effects) if (e.option, e.group) == (least.option, least.group))
    effect = case.effects[index]

    for part, turned in ((0.9, False), (1.1, True)):
        inputs = inputs_of(case, ONLY_OUTCOMES)
        impact = effect.impacts[least.criterion] + part * least.move
        moved = replace(inputs.effects[least.option, least.group], impacts={least.criterion: impact})
        total = {o.id: o.points for o in result.options}
        need = ONLY_OUTCOMES.weight(next(g for g in inputs.groups if g.id == least.group).living_standard)
        size = next(g for g in inputs.groups if g.id == least.group).size
        total[least.option] += size * need * moved.reach * part * least.move
        assert (max(total, key=lambda o: total[o]) == least.rival) is turned


def test_that_a_lead_no_effect_can_turn_is_not_said_to_hang() -> None:
    clear = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": 3}}, grade=Grade.A)

    assert not found(clear, "leader_depends_on_one_cell")


def test_that_a_group_without_a_name_is_named_by_its_id() -> None:
    nameless = tuple(replace(g, name="") for g in hand_case().groups)

    (finding,) = found(replace(hand_case(), groups=nameless), "leader_depends_on_one_cell", ONLY_OUTCOMES)

    assert "“q”" in finding.message
