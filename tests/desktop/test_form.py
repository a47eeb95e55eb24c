from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import fairness_desktop
from fairness_desktop.desktop.form import Form
from fairness_desktop.desktop.widgets.inputs import TextLine

HELPERS = {"form.py", "editor.py"}
"""Where a buddy may be set: the one helper, and the strip of the effects grid, which is no form."""


def test_that_a_row_sets_label_name_and_help_together(qtbot: QtBot) -> None:
    form, field = Form(), TextLine()
    qtbot.addWidget(form)

    row = form.add("&Council", field, "As it is called.")

    label = row.findChildren(QLabel)[0]
    assert label.buddy() is field
    assert field.accessibleName() == "Council"
    assert field.accessibleDescription() == "As it is called."


def test_that_an_error_stands_beside_the_field_and_is_heard(qtbot: QtBot) -> None:
    form, field = Form(), TextLine()
    qtbot.addWidget(form)
    row = form.add("Size", field, "How many people.")

    row.show_error("“abc” is not a whole number.")

    assert row.error == "“abc” is not a whole number."
    assert field.accessibleDescription() == "Error: “abc” is not a whole number."


def test_that_an_error_mended_leaves_the_help(qtbot: QtBot) -> None:
    form, field = Form(), TextLine()
    qtbot.addWidget(form)
    row = form.add("Size", field, "How many people.")
    row.show_error("wrong")

    row.show_error("")

    assert row.error == ""
    assert field.accessibleDescription() == "How many people."


def test_that_no_page_builds_a_form_row_by_hand() -> None:
    package = Path(fairness_desktop.__file__).parent / "desktop"
    strangers = []
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        named = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        if path.name not in HELPERS and (called & {"setBuddy"} or named & {"QFormLayout"}):
            strangers.append(path.name)

    assert strangers == []
