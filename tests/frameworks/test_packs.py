"""Who may decide, as the shipped legal packs have it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fairness_desktop.domain.authority import LegalPack
from fairness_desktop.domain.errors import FrameworkError
from fairness_desktop.domain.vocabulary import BodyKind, Capacity, Nation
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.frameworks.loader import load_pack
from fairness_desktop.shipped import folder

PACKS = packs(folder() / "packs")
ENGLAND = folder() / "packs" / "england.json"
LOCAL = {
    Nation.ENGLAND: [BodyKind.PARISH_COUNCIL, BodyKind.TOWN_COUNCIL],
    Nation.WALES: [BodyKind.COMMUNITY_COUNCIL, BodyKind.COMMUNITY_TOWN_COUNCIL],
}
PRINCIPAL = {
    Nation.ENGLAND: [BodyKind.DISTRICT_COUNCIL, BodyKind.COUNTY_COUNCIL, BodyKind.LONDON_BOROUGH],
    Nation.WALES: [BodyKind.COUNTY_COUNCIL, BodyKind.COUNTY_BOROUGH_COUNCIL],
}


def allowed(nation: Nation, body: BodyKind) -> set[Capacity]:
    found = [pack for pack in PACKS if pack.nation is nation]
    assert found
    return {c for c in Capacity if all(pack.refusal(body, c) is None for pack in found)}


@pytest.mark.parametrize("nation", Nation)
def test_that_no_single_councillor_decides_anywhere(nation: Nation) -> None:
    assert all(Capacity.SINGLE_MEMBER not in allowed(nation, body) for body in BodyKind)


@pytest.mark.parametrize(("nation", "body"), [(n, b) for n, bodies in LOCAL.items() for b in bodies])
def test_that_a_local_council_has_no_executive(nation: Nation, body: BodyKind) -> None:
    capacities = allowed(nation, body)

    assert capacities >= {Capacity.FULL_COUNCIL, Capacity.COMMITTEE, Capacity.SUB_COMMITTEE, Capacity.OFFICER}
    assert capacities.isdisjoint({Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER, Capacity.SINGLE_MEMBER})


@pytest.mark.parametrize(("nation", "body"), [(n, b) for n, bodies in PRINCIPAL.items() for b in bodies])
def test_that_a_principal_council_may_decide_through_its_cabinet(nation: Nation, body: BodyKind) -> None:
    assert allowed(nation, body) >= {Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER, Capacity.OFFICER}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_that_a_pack_is_dated_and_names_its_source(pack: LegalPack) -> None:
    assert pack.date.startswith("20")
    assert "Local Government Act 1972" in pack.source


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_that_a_refusal_says_by_which_law_and_what_to_choose_instead(pack: LegalPack) -> None:
    said = pack.refusal(BodyKind.TOWN_COUNCIL, Capacity.SINGLE_MEMBER)

    assert said is not None
    assert pack.source in said
    assert "full council, committee, sub-committee, joint committee, officer" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"nation": "england"', '"nation": "france"', "nation: must be one of: england, wales"),
        ('"nation": "england",', "", "nation: is missing"),
        ('"town_council"', '"village"', "may_decide.village: is no kind of body"),
        ('"officer"', '"chair"', "may_decide.parish_council: must be a list of: full_council"),
        ('"officer"', "[1]", "may_decide.parish_council: must be a list of: full_council"),
        ('"format_version": 1', '"format_version": 2', "format_version: must be 1"),
        ("fairness-desktop/legal-pack", "x", "format: must be “fairness-desktop/legal-pack”"),
    ],
)
def test_that_a_fault_in_a_pack_is_named(old: str, new: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "england.json"
    path.write_text(ENGLAND.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    with pytest.raises(FrameworkError, match=r"england\.json: line \d+: " + re.escape(said)):
        load_pack(path)


def test_that_a_pack_says_who_checked_it(tmp_path: Path) -> None:
    document = json.loads(ENGLAND.read_text(encoding="utf-8")) | {"checked_by": "The monitoring officer"}
    path = tmp_path / "england.json"
    path.write_text(json.dumps(document), encoding="utf-8")

    assert (load_pack(path).checked_by, load_pack(ENGLAND).checked_by) == ("The monitoring officer", "")
