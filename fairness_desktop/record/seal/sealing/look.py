"""What is seen in a signature's field: words in the bundled face, in the frame that stands there already."""

from __future__ import annotations

import io
from binascii import hexlify
from collections.abc import Iterable, Iterator
from typing import Any

from ...pdf import fonts
from ..quiet import without_network_client

without_network_client()

from pyhanko.pdf_utils import layout  # noqa: E402 - after the stand-in
from pyhanko.pdf_utils.font import opentype  # noqa: E402
from pyhanko.pdf_utils.font.api import FontEngineFactory  # noqa: E402
from pyhanko.pdf_utils.text import TextBoxStyle  # noqa: E402
from pyhanko.stamp import TextStampStyle  # noqa: E402


def _character_map(mappings: Iterable[tuple[int, bytes]]) -> Iterator[str]:
    """Single characters only: ranges that cross 256, as the library writes them, make readers drop the whole map."""
    pairs = [f"<{code:04x}> <{hexlify(text).decode()}>" for code, text in sorted(mappings)]
    for i in range(0, len(pairs), 100):
        part = pairs[i : i + 100]
        yield "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"])


opentype._segment_cmap = _character_map  # noqa: SLF001 - there is no other way in


class _Face(FontEngineFactory):  # type: ignore[misc] # the library is untyped
    """A bundled face from memory: the library's own factory leaves its file open."""

    def __init__(self, face: str) -> None:
        self._face = face

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> opentype.GlyphAccumulator:  # noqa: ANN401
        letters = io.BytesIO(fonts.font_file(self._face).read_bytes())
        return opentype.GlyphAccumulator(writer, letters, 9, obj_stream=obj_stream)


def look(told: str) -> TextStampStyle:
    """The style that shows those words, one line a line, in one face that has all their letters."""
    middle = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN,
        y_align=layout.AxisAlignment.ALIGN_MID,
        margins=layout.Margins.uniform(6),
        inner_content_scaling=layout.InnerScaling.SHRINK_TO_FIT,
    )
    return TextStampStyle(
        stamp_text=told.replace("%", "%%"),
        border_width=0,
        background=None,
        text_box_style=TextBoxStyle(font=_Face(fonts.one_face(told)), font_size=9, leading=12),
        inner_content_layout=middle,
    )
