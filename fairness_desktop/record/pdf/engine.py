"""What ReportLab 5.1 writes that validators of archives refuse, set right; each was found by one of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.pdfbase import pdfdoc, ttfonts

from . import fonts

_MOST_PAIRS = 100
"""In one block of a character map (Adobe technical note 5014)."""


@lru_cache(maxsize=1)
def set_right() -> None:
    """Once a process, before the first page."""
    fonts.register()
    pdfdoc.PDFStream.format = _with_line_end(pdfdoc.PDFStream.format)
    ttfonts.makeToUnicodeCMap = character_map
    rl_config.useA85 = 0  # a quarter more bytes, for mail that took no others
    shapes.STATE_DEFAULTS["fontName"] = fonts.REGULAR  # else Helvetica, which is not embedded


def _with_line_end(written: Any) -> Any:  # noqa: ANN401 - ReportLab is untyped
    """ISO 19005-3, 6.1.7.1: an end of line stands before ``endstream``; both its bytes, for data may end in either."""

    def formatted(stream: object, document: object) -> bytes:
        told: bytes = written(stream, document)
        return told.removesuffix(b"endstream\n") + b"\r\nendstream\n"

    return formatted


def character_map(_name: str, subset: list[int]) -> str:
    """What each code of a subset means: no code without a character, UTF-16, at most 100 pairs in a block."""
    pairs = [f"<{code:02X}> <{chr(c).encode('utf-16-be').hex().upper()}>" for code, c in enumerate(subset) if c]
    blocks = [pairs[i : i + _MOST_PAIRS] for i in range(0, len(pairs), _MOST_PAIRS)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
