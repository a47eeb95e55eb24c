"""What the pinned lists promise to those who install from them."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .scripts import FOLDER, ROOT

LISTS = ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt")


def pins(name: str) -> dict[str, tuple[Requirement, list[str]]]:
    """The pinned packages of a list with their hashes."""
    text = re.sub(r"^\s*#.*\n", "", (FOLDER / name).read_text("utf-8"), flags=re.MULTILINE)
    found: dict[str, tuple[Requirement, list[str]]] = {}
    for line in text.replace("\\\n", " ").splitlines():
        words, *hashes = line.split(" --hash=")
        requirement = Requirement(words.strip())
        assert requirement.name not in found, f"{requirement.name} is pinned twice"
        found[canonicalize_name(requirement.name)] = requirement, [value.strip() for value in hashes]
    return found


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LISTS)
def test_that_every_pin_is_exact_and_carries_hashes(name: str) -> None:
    assert pins(name)
    for requirement, hashes in pins(name).values():
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), requirement


@pytest.mark.parametrize("name", LISTS)
def test_that_no_list_says_where_to_fetch_from(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-i|-f|--(extra-)?index-url|--find-links|--trusted-host)\b", text, re.MULTILINE)
    assert not re.search(r"\s@\s", text)


@pytest.mark.parametrize("name", LISTS)
def test_that_everything_the_program_depends_on_is_pinned_within_its_range(name: str) -> None:
    pinned = pins(name)
    for wanted in map(Requirement, project()["project"]["dependencies"]):
        requirement, _ = pinned[canonicalize_name(wanted.name)]
        version = str(requirement.specifier).removeprefix("==")
        assert wanted.specifier.contains(version), f"{wanted} is pinned to {version}"
        assert requirement.marker is None, f"{wanted} is pinned for some systems only"


def test_that_everything_the_tests_depend_on_is_pinned() -> None:
    names = {canonicalize_name(Requirement(wanted).name) for wanted in project()["dependency-groups"]["dev"]}
    assert names <= pins("requirements-dev.txt").keys()


def test_that_the_tests_run_with_the_very_packages_the_program_runs_with() -> None:
    for_tests = pins("requirements-dev.txt")
    for name, (requirement, hashes) in pins("requirements.txt").items():
        assert for_tests[name][0].specifier == requirement.specifier
        assert for_tests[name][1] == hashes
