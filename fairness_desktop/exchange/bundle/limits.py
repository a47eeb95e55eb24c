"""How large a bundle and its parts may be: what a real decision never reaches, and a hostile file soon does."""

from __future__ import annotations

from ...domain.attachments import LARGEST_ATTACHMENTS
from ..reading import LARGEST_FILE

MIB = 1024 * 1024

LARGEST_BUNDLE = 1024 * MIB
"""The attachments (200 MiB) and the signed records of many years; under 4 GiB, where ZIP would need its second form."""

LARGEST_HISTORY = 64 * MIB
"""Each state costs what changed in it, about 300 bytes: room for 200,000 changes."""

LARGEST_RECORD = 64 * MIB
"""As for a record that is checked."""

LARGEST = {
    "bundle.json": 4 * MIB,
    "assessment.fairness.json": LARGEST_FILE,
    "framework.json": LARGEST_FILE,
    "history.json": LARGEST_HISTORY,
    "histories/": LARGEST_HISTORY,
    "records/": LARGEST_RECORD,
    "attachments/": LARGEST_ATTACHMENTS,
}
"""Bytes of a part once unpacked, by its name or its folder."""

MOST_PARTS = 4096
"""Parts of one bundle: 500 attachments, and thousands of records and histories of other laptops."""

MOST_PACKED = 200
"""Times that a part may be larger unpacked; a long history packs to a sixtieth, a bomb to a thousandth.

The program itself packs nothing: what packs a bundle is somebody's archive tool.
"""
