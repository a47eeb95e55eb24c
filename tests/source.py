"""The program's own source as trees, for tests of its manner."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import fairness_desktop

PACKAGE = Path(fairness_desktop.__file__).parent


@cache
def modules() -> tuple[tuple[str, Path], ...]:
    """Every module of the package, by its path within it."""
    return tuple((path.relative_to(PACKAGE).as_posix(), path) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Every module, parsed."""
    return tuple((where, ast.parse(path.read_text(encoding="utf-8"), where)) for where, path in modules())


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call anywhere, with the module it stands in."""
    for where, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield where, node


def name_of(call: ast.Call) -> str:
    """The last part of what is called: ``setText`` of ``self.title.setText(…)``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
