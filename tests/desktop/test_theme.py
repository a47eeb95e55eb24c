from __future__ import annotations

import ast
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

import fairness_desktop
from fairness_desktop.desktop import theme
from fairness_desktop.desktop.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, Theme

PALETTES = [LIGHT, DARK, HIGH_CONTRAST]
WRITTEN = [
    ("text", "surface"), ("text", "window"), ("text", "rail"), ("text", "tint"), ("text", "faint"),
    ("muted", "surface"), ("muted", "window"), ("muted", "rail"), ("muted", "faint"),
    ("accent", "surface"), ("accent", "window"), ("on_accent", "accent"),
    ("green", "surface"), ("amber", "surface"), ("red", "surface"), ("red", "on_red"), ("green", "on_green"),
    ("amber", "on_amber"), ("amber", "window"), ("amber", "faint"), ("accent", "tint"),
    ("on_rank_1", "rank_1"), ("on_rank_2", "rank_2"), ("on_rank_3", "rank_3"), ("on_rank_4", "rank_4"),
]  # fmt: skip
DRAWN = [("edge", "surface"), ("edge", "window"), ("better", "surface"), ("worse", "surface"), ("rank_1", "surface")]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colours: Colours, ink: str, ground: str) -> float:
    values = asdict(colours)
    lighter, darker = sorted((luminance(values[ink]), luminance(values[ground])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", PALETTES, ids=["light", "dark", "high contrast"])
@pytest.mark.parametrize(("ink", "ground"), WRITTEN)
def test_that_words_stand_out_from_their_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(colours, ink, ground) >= 4.5


@pytest.mark.parametrize("colours", PALETTES, ids=["light", "dark", "high contrast"])
@pytest.mark.parametrize(("ink", "ground"), DRAWN)
def test_that_edges_and_marks_stand_out_from_their_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(colours, ink, ground) >= 3.0


def test_that_no_colour_is_written_outside_the_theme() -> None:
    package = Path(fairness_desktop.__file__).parent / "desktop"
    strangers = []
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            colour = isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("#")
            named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
            if path.name != "theme.py" and (colour or (named and _is_global_colour(node))):
                strangers.append(f"{path.name}:{getattr(node, 'lineno', 0)}")

    assert strangers == []


def _is_global_colour(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "GlobalColor"
    )


def test_that_the_bundled_face_is_the_one_used(qapp: object) -> None:
    assert theme.FACE in QFontDatabase.families()


def test_that_lengths_and_letters_grow_together() -> None:
    assert Theme(LIGHT, 2.0).px(24) == 48
    assert Theme(LIGHT, 2.0).font(theme.BODY).pixelSize() == 30


def test_that_every_palette_has_every_colour_as_six_digits() -> None:
    for colours in PALETTES:
        assert all(len(value) == 7 and value.startswith("#") for value in asdict(colours).values())
