"""Every code of a finding, taken from source and legal packs: ``python -m tests.findings_page`` writes the page."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "findings.md"
MAKERS = {"warning": "warning", "note": "note"} | {
    "_warning": "warning", "_note": "note", "_error": "error", "_missing": "error",
}  # fmt: skip
"""Functions that make a finding of one severity; others name it as ``Severity.…``."""

OTHER_WORDS = "(put together from the answers, in words of the framework or the law)"

HEAD = """# Findings

What is missing, contradicts itself or wants a look. Each has a code, a severity and a place in the exchange form, and
leads to the field there.

- An **error** stands before a signature. It cannot be set aside.
- A **warning** wants a look, a **note** is for information. Neither stops a signature, and both can be set aside on
  step 8: they are told again only once what stands at their place, or a number or a name in what they say, has changed.

`score --json` tells the gaps and what follows from the score; the window tells all. This page is written by
`python -m tests.findings_page`, and a test compares it with the source.

| code | severity | says |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """One code as the source has it; ``says`` is the English message with its fields."""

    code: str
    severity: str
    says: str


def codes() -> list[Code]:
    """All of them, sorted; one a code and severity."""
    found = [*_of_source(), *_of_packs()]
    once: dict[tuple[str, str], Code] = {}
    for code in found:
        once.setdefault((code.code, code.severity), code)
    return sorted(once.values())


def page() -> str:
    """The page as it should be."""
    rows = (f"| `{c.code}` | {c.severity} | {c.says.replace('|', '/')} |\n" for c in codes())
    return HEAD + "".join(rows)


def _of_packs() -> Iterator[Code]:
    for path in sorted((ROOT / "resources" / "packs").glob("*.json")):
        for rule in json.loads(path.read_text(encoding="utf-8"))["rules"]:
            yield Code(rule["id"], rule["severity"], rule["says"])


def _of_source() -> Iterator[Code]:
    for folder in ("domain", "scoring"):
        for path in sorted((ROOT / "fairness_desktop" / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for function in ast.walk(tree):
                if isinstance(function, ast.FunctionDef):
                    yield from _of_function(function)


def _of_function(function: ast.FunctionDef) -> Iterator[Code]:
    said: dict[str, str] = {}
    for node in _in_order(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            said[node.targets[0].id] = _message(node.value, said) or said.get(node.targets[0].id, "")
        elif isinstance(node, ast.Call):
            code = _code(node)
            severity = _severity(node)
            if code and severity:
                yield Code(code, severity, _says(node, said))


def _in_order(node: ast.AST) -> Iterator[ast.AST]:
    """Every node as it is written, so that a message is known before it is told."""
    for child in ast.iter_child_nodes(node):
        yield from _in_order(child)
    yield node


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _code(call: ast.Call) -> str:
    if _name(call.func) not in {*MAKERS, "_found", "_also", "Finding", "_demand", "_remark"}:
        return ""
    texts = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    return next((t for t in texts if t.replace("_", "").isalpha() and t.islower()), "")


def _severity(call: ast.Call) -> str:
    named = [a.attr.lower() for a in call.args if isinstance(a, ast.Attribute) and _name(a.value) == "Severity"]
    return named[0] if named else MAKERS.get(_name(call.func), "warning" if _name(call.func) == "_demand" else "")


def _says(call: ast.Call, said: dict[str, str]) -> str:
    return next(
        (m for m in (_message(a, said) for a in reversed(call.args)) if m),
        "(put together from the answers, in words of the framework or the law)",
    )


def _message(value: ast.AST, said: dict[str, str]) -> str:
    """The sentence in ``_("…")``, ``ngettext("…", …)`` or ``….format(…)``, or under a name it was given."""
    if isinstance(value, ast.Name):
        return said.get(value.id, "")
    if not isinstance(value, ast.Call):
        return ""
    if _name(value.func) in ("_", "ngettext") and isinstance(value.args[0], ast.Constant):
        return str(value.args[0].value)
    return _message(value.func.value, said) if isinstance(value.func, ast.Attribute) else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
