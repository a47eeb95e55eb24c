"""One type scale and one rhythm for every page."""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from ...domain.vocabulary import Floor
from . import fonts

INK, MUTED, ACCENT, LINE, TINT = (HexColor(c) for c in ("#1B2430", "#545D69", "#1F4172", "#B9B2A6", "#E6ECF5"))
BETTER, WORSE, SURFACE, FAINT = (HexColor(c) for c in ("#5E86BB", "#B04E22", "#FFFFFF", "#F1EDE6"))
FLOORS: dict[Floor, Color] = {
    Floor.GREEN: HexColor("#1D6B44"),
    Floor.AMBER: HexColor("#7A4F00"),
    Floor.RED: HexColor("#9A281D"),
}


def _style(name: str, size: float, leading: float, font: str = fonts.REGULAR, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, textColor=more.pop("ink", INK), **more)


TITLE = _style("title", 22, 27, fonts.SEMIBOLD, spaceAfter=4)
UNDER_TITLE = _style("under-title", 10.5, 15, ink=MUTED, spaceAfter=12)
SECTION = _style("section", 15, 20, fonts.SEMIBOLD, spaceBefore=18, spaceAfter=6, ink=ACCENT)
PART = _style("part", 11.5, 16, fonts.SEMIBOLD, spaceBefore=10, spaceAfter=3)
BODY = _style("body", 10.5, 15, spaceAfter=6)
LEAD = _style("lead", 14, 19, fonts.SEMIBOLD, spaceAfter=6)
SMALL = _style("small", 9, 12.5, spaceAfter=6, ink=MUTED)
BULLETS = tuple(
    _style(f"bullet-{i}", 10.5, 15, leftIndent=16 * (i + 1), bulletIndent=4 + 16 * i, spaceAfter=3) for i in range(4)
)
"""By how deep a list lies in others."""

CONTENTS = _style("contents", 10, 13)
GAP = _style("gap", 10.5, 15, fonts.SEMIBOLD, spaceAfter=6, ink=FLOORS[Floor.AMBER])
CAPTION = _style("caption", 9, 12.5, fonts.SEMIBOLD, spaceBefore=6, spaceAfter=3, ink=MUTED)
HEAD = _style("head", 8.5, 11, fonts.SEMIBOLD)
CELL = _style("cell", 8.5, 11.5)
CELL_RIGHT = _style("cell-right", 8.5, 11.5, alignment=2)
HEAD_RIGHT = _style("head-right", 8.5, 11, fonts.SEMIBOLD, alignment=2)


def markup(text: str, style: ParagraphStyle) -> str:
    """Text as ReportLab wants it: nothing the user wrote is ever taken for markup."""
    told = []
    for face, run in fonts.runs(text.strip("\n"), style.fontName):
        words = escape(run).replace("\n", "<br/>")
        told.append(words if face == style.fontName else f'<font name="{face}">{words}</font>')
    return "".join(told)
