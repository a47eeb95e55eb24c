"""The house stays in order: who may import whom, and limits that guard it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from fairness_desktop.shipped import folder

from .source import PACKAGE, calls, modules, name_of, trees

MOST_LINES = {"module": 300, "function": 45, "class": 250}
MOST_FILES = 15
BROAD = ("Exception", "BaseException")
REPORTLAB = {"draw", "drawOn", "wrap", "split", "save", "showPage"}
"""Methods whose meaning ReportLab gives, overridden in record/pdf."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_that_every_import_contract_is_kept() -> None:
    assert lint_imports(cache_dir=None, no_cache=True, no_logo=True) == 0


def test_that_qt_is_known_to_the_desktop_alone() -> None:
    elsewhere = [where for where, tree in trees() if not where.startswith("desktop/") and "PySide6" in imported(tree)]

    assert [where for where in elsewhere if where not in ("app.py", "__main__.py")] == []


def imported(tree: ast.Module) -> set[str]:
    """The top of every package imported anywhere in a module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
    return found


def test_that_everything_is_swallowed_in_two_places_at_most() -> None:
    broad = [
        f"{where}:{node.lineno}"
        for where, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    ]

    assert len(broad) <= 2, broad


def catches_all(handler: ast.ExceptHandler) -> bool:
    """Whether it swallows everything; one that raises on, having tidied up, does not."""
    if isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(kind, ast.Name) and kind.id in BROAD for kind in kinds)


def test_that_a_signal_is_connected_to_something_with_a_name() -> None:
    nameless = [
        f"{where}:{call.lineno}"
        for where, call in calls()
        if name_of(call) == "connect" and any(isinstance(a, ast.Lambda) for arg in call.args for a in ast.walk(arg))
    ]

    assert nameless == []


def documented(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """The module and every public class and function in it, but what overrides Qt's names and magic methods."""
    yield tree, "the module"
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node, node.name
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, Function) and not inner.name.startswith("_"):
                    yield inner, f"{node.name}.{inner.name}"


def overrides(node: ast.AST, where: str) -> bool:
    """Whether the base class says what it does: Qt's names, overloads, and the passive pages of the desktop."""
    if not isinstance(node, Function):
        return False
    if any(isinstance(d, ast.Name) and d.id in ("overload", "override") for d in node.decorator_list):
        return True
    return where.startswith("desktop/") or (where.startswith("record/pdf/") and node.name in REPORTLAB)


def test_that_every_public_thing_says_what_it_is() -> None:
    silent = [
        f"{where}: {name}"
        for where, tree in trees()
        for node, name in documented(tree)
        if not overrides(node, where) and not ast.get_docstring(node)  # type: ignore[arg-type]
    ]

    assert silent == []


def test_that_no_module_function_or_class_grows_too_long() -> None:
    long = [f"{where}" for where, path in modules() if lines(path) > MOST_LINES["module"]]
    for where, tree in trees():
        for node in ast.walk(tree):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            if isinstance(node, Function | ast.ClassDef) and length(node) > MOST_LINES[kind]:
                long.append(f"{where}: {node.name}")

    assert long == []


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def length(node: Function | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def test_that_no_folder_holds_too_many_modules() -> None:
    folders = {path.parent for _where, path in modules()}

    assert [f.name for f in folders if len(list(f.glob("*.py"))) > MOST_FILES] == []


def inner_imports(where: str, tree: ast.Module) -> set[str]:
    """The modules of the package that a module needs to be loaded."""
    known = {path.removesuffix(".py").removesuffix("/__init__") for path, _file in modules()}
    found = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = "/".join([*where.split("/")[: -node.level], *(node.module or "").split(".")]).strip("/")
            named = [f"{base}/{alias.name}".strip("/") for alias in node.names]
            found |= {name if name in known else base for name in named} & known
    return found - {where.removesuffix(".py")}


def test_that_no_module_needs_itself_in_a_circle() -> None:
    needs = {where.removesuffix(".py"): inner_imports(where, tree) for where, tree in trees()}

    assert len(list(TopologicalSorter(needs).static_order())) >= len(needs)


RESOURCES = (
    "frameworks/model-1.json",
    "frameworks/model-2.json",
    "packs/england-executive.json",
    "packs/wales-executive.json",
    "schema/assessment-1.schema.json",
)


@pytest.mark.parametrize("name", RESOURCES)
def test_that_what_the_program_ships_with_is_there(name: str) -> None:
    assert (folder() / name).is_file()


def test_that_every_shipped_file_named_in_the_program_exists() -> None:
    missing = [f"{where}: {path}" for where, path in shipped_paths() if not folder().joinpath(path).exists()]

    assert missing == []


def shipped_paths() -> Iterator[tuple[str, str]]:
    """What stands after ``folder()`` in ``folder() / "frameworks" / "model-1.json"``."""
    for where, tree in trees():
        for node in ast.walk(tree):
            start: ast.AST = node
            parts: list[str] = []
            while isinstance(start, ast.BinOp) and isinstance(start.right, ast.Constant):
                parts.insert(0, str(start.right.value))
                start = start.left
            if parts and isinstance(start, ast.Call) and name_of(start) == "folder":
                yield where, "/".join(parts)


def test_that_the_search_finds_the_paths_there_are() -> None:
    assert "frameworks" in {path for _where, path in shipped_paths()}


def test_that_the_package_is_looked_at_whole() -> None:
    assert (PACKAGE / "domain" / "assessment.py") in [path for _where, path in modules()]
