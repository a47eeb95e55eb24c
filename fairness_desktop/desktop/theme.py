"""Colours, type and space: three palettes, one type scale, one 8-pixel grid; no other colour is in the window."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

FACE = "Atkinson Hyperlegible Next"
TITLE, SENTENCE, BODY, SMALL = 24, 18, 15, 13
"""The only four sizes of text, in pixels at 100 %."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


class Scheme(StrEnum):
    """Which palette is wanted; SYSTEM follows the system's."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette; each name says what the colour is for."""

    window: str
    rail: str
    surface: str
    tint: str
    faint: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    better: str
    worse: str
    hatch: str
    green: str
    on_green: str
    amber: str
    on_amber: str
    red: str
    on_red: str
    rank_1: str
    rank_2: str
    rank_3: str
    rank_4: str
    on_rank_1: str
    on_rank_2: str
    on_rank_3: str
    on_rank_4: str


LIGHT = Colours(
    window="#F6F3EE", rail="#EDE8E0", surface="#FFFFFF", tint="#E6ECF5", faint="#F1EDE6", line="#DDD6CA",
    edge="#777C84", text="#1B2430", muted="#545D69", accent="#1F4172", on_accent="#FFFFFF", better="#2F62A3",
    worse="#B04E22", hatch="#A39B8E", green="#1D6B44", on_green="#E1F0E8", amber="#7A4F00", on_amber="#FBEBCB",
    red="#9A281D", on_red="#FAE4E0", rank_1="#1F4172", rank_2="#5E86BB", rank_3="#B9CBE3", rank_4="#E9E4DB",
    on_rank_1="#FFFFFF", on_rank_2="#0A1018", on_rank_3="#1B2430", on_rank_4="#1B2430",
)  # fmt: skip
DARK = Colours(
    window="#14181E", rail="#10141A", surface="#1C222B", tint="#263650", faint="#222934", line="#343C48",
    edge="#858E9B", text="#E9E6E0", muted="#AEB4BD", accent="#9CC0F0", on_accent="#0F1A2A", better="#74A5E2",
    worse="#E8976F", hatch="#6D7683", green="#83D0A8", on_green="#1C382B", amber="#EBC06A", on_amber="#3B2F14",
    red="#F29C8E", on_red="#432320", rank_1="#9CC0F0", rank_2="#4F76AC", rank_3="#31496C", rank_4="#2A313B",
    on_rank_1="#0F1A2A", on_rank_2="#FFFFFF", on_rank_3="#E9E6E0", on_rank_4="#E9E6E0",
)  # fmt: skip
HIGH_CONTRAST = Colours(
    window="#000000", rail="#000000", surface="#000000", tint="#00264D", faint="#000000", line="#FFFFFF",
    edge="#FFFFFF", text="#FFFFFF", muted="#FFFFFF", accent="#FFFF00", on_accent="#000000", better="#66CCFF",
    worse="#FFB380", hatch="#FFFFFF", green="#66FF99", on_green="#000000", amber="#FFD633", on_amber="#000000",
    red="#FF9999", on_red="#000000", rank_1="#FFFF00", rank_2="#66CCFF", rank_3="#CCCCCC", rank_4="#808080",
    on_rank_1="#000000", on_rank_2="#000000", on_rank_3="#000000", on_rank_4="#000000",
)  # fmt: skip

PALETTES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.HIGH_CONTRAST: HIGH_CONTRAST}


@dataclass(frozen=True, slots=True)
class Theme:
    """The palette in force and how large text is (1.0 is 100 %)."""

    colours: Colours = LIGHT
    scale: float = 1.0

    def px(self, pixels: float) -> int:
        """A length that grows with the text."""
        return round(pixels * self.scale)

    def font(self, size: int = BODY, weight: int = REGULAR) -> QFont:
        """The bundled face in one of the four sizes."""
        font = QFont(FACE)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.colours, name))


def load_fonts(folder: Path) -> None:
    """Make the bundled faces known to Qt; the system's fonts are never needed."""
    for path in sorted(folder.rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(app: QApplication, theme: Theme) -> None:
    """Put a theme in force; windows built afterwards, and repaints, follow it."""
    app.setProperty("fairness_theme", theme)
    app.setFont(theme.font())
    app.setPalette(palette(theme.colours))


def current() -> Theme:
    """The theme in force."""
    app = QApplication.instance()
    theme = app.property("fairness_theme") if app is not None else None
    return theme if isinstance(theme, Theme) else Theme()


def palette(colours: Colours) -> QPalette:
    """The same colours as Qt's own widgets ask for them."""
    role = QPalette.ColorRole
    names = {
        role.Window: colours.window, role.WindowText: colours.text, role.Base: colours.surface,
        role.AlternateBase: colours.faint, role.Text: colours.text, role.Button: colours.surface,
        role.ButtonText: colours.text, role.BrightText: colours.on_accent, role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent, role.PlaceholderText: colours.muted, role.Link: colours.accent,
        role.LinkVisited: colours.accent, role.ToolTipBase: colours.surface, role.ToolTipText: colours.text,
        role.Light: colours.surface, role.Midlight: colours.faint, role.Mid: colours.line, role.Dark: colours.edge,
        role.Shadow: colours.edge, role.Accent: colours.accent,
    }  # fmt: skip
    result = QPalette()
    for where, name in names.items():
        result.setColor(where, QColor(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return result


def names() -> tuple[str, ...]:
    """Every colour of a palette by name."""
    return tuple(f.name for f in fields(Colours))
