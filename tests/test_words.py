"""Every sentence a person sees can be translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .source import calls, name_of

MARKED = {"_", "N_", "ngettext"}
SAYS = {
    "echo", "secho", "confirm", "prompt", "UsageError", "BadParameter", "ClickException",
    "QLabel", "QPushButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu", "QToolButton", "QDockWidget",
    "Label", "Button", "Words", "Heading", "Notice", "Field",
    "setText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName",
    "setAccessibleDescription", "setPlaceholderText", "setPlainText", "setSpecialValueText", "setPrefix", "setSuffix",
    "setLabelText", "setInformativeText", "setDetailedText", "setHeaderLabels", "setTabText", "showMessage",
    "addRow", "addItem", "addItems", "addAction", "addMenu", "addTab", "addButton", "insertItem",
    "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory", "question", "information",
    "warning", "critical",
}  # fmt: skip
"""What puts its words before a person; so does every error of ours."""

INTERNAL = {"AssertionError", "TypeError", "NotImplementedError", "KeyError", "RuntimeError", "UntaggedError"}


def says(call: ast.Call) -> bool:
    name = name_of(call)
    return name in SAYS or (name.endswith("Error") and not name.startswith("_"))


def bare_sentences(node: ast.AST) -> Iterator[ast.AST]:
    """Text with a space in it that no marker wraps."""
    if isinstance(node, ast.Call):
        if name_of(node) in MARKED or name_of(node) in ("startswith", "join", "strftime"):
            return
        if says(node):
            return  # it is looked at by itself
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_sentence(node.value):
        yield node
    if isinstance(node, ast.Lambda):
        return
    for inner in ast.iter_child_nodes(node):
        yield from bare_sentences(inner)


def is_sentence(text: str) -> bool:
    """Whether there are words in it: a letter on either side of a space."""
    words = [word for word in text.split() if any(c.isalpha() for c in word)]
    return len(words) > 1 and not text.startswith(("QWidget", "Q", "<svg"))


def internal(call: ast.Call) -> bool:
    """Our own mistakes, which nobody but us reads."""
    return name_of(call) in INTERNAL


def test_that_every_sentence_a_person_sees_goes_through_gettext() -> None:
    bare = [
        f"{where}:{call.lineno}: {ast.unparse(found)}"
        for where, call in calls()
        if says(call) and not internal(call)
        for argument in [*call.args, *(k.value for k in call.keywords)]
        for found in bare_sentences(argument)
    ]

    assert bare == []


def test_that_what_is_translated_is_written_out() -> None:
    """A sentence put together before it is looked up is in no catalogue."""
    made_up = [
        f"{where}:{call.lineno}: {ast.unparse(call)[:60]}"
        for where, call in calls()
        if where != "i18n.py"
        and name_of(call) in MARKED
        and call.args
        and not fit_for_a_catalogue(call.args[0], name_of(call))
    ]

    assert made_up == []


def fit_for_a_catalogue(node: ast.expr, marker: str) -> bool:
    """A literal; or, for ``_`` alone, a lookup of what N_ marked elsewhere."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    return marker == "_" and isinstance(node, ast.Name | ast.Attribute | ast.Subscript)


def test_that_values_are_filled_in_after_the_sentence_is_looked_up() -> None:
    within = [
        f"{where}:{call.lineno}"
        for where, call in calls()
        if name_of(call) in MARKED and any(isinstance(n, ast.JoinedStr) for a in call.args for n in ast.walk(a))
    ]

    assert within == []


def test_that_a_placeholder_has_a_name_a_translator_can_move() -> None:
    nameless = [
        f"{where}:{call.lineno}: {argument.value}"
        for where, call in calls()
        if name_of(call) in MARKED
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        if "{}" in argument.value or "%s" in argument.value
    ]

    assert nameless == []


def found_in(source: str) -> list[str]:
    call = ast.parse(source, mode="eval").body
    assert isinstance(call, ast.Call)
    return [ast.unparse(node) for argument in call.args for node in bare_sentences(argument)]


def test_that_the_search_finds_a_bare_sentence_and_passes_a_marked_one() -> None:
    assert found_in('f(x, "two words")') == ["'two words'"]
    assert found_in('f(x, f"{n} two words")') == ["' two words'"]
    assert found_in('f(x, "a" if y else "two words")') == ["'two words'"]
    assert found_in('f(x, _("two words").format(n=1))') == []
    assert found_in('f(x, "word")') == []
