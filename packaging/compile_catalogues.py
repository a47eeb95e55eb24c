"""Make the catalogues that the program reads (.mo) from those that translators write (.po).

    python packaging/compile_catalogues.py            writes every .mo below resources/i18n
    python packaging/compile_catalogues.py --check    says which are not what their .po makes; exit code 1 then

The standard library reads .mo files and writes none, and its own script for it does not come with every Python.
"""

from __future__ import annotations

import ast
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "resources" / "i18n"

_ENTRY = re.compile(r'^(msgid_plural|msgid|msgstr(?:\[\d\])?)\s+(".*")$')


def messages(po: str) -> dict[str, str]:
    """Every translated message by its key: plurals as gettext keeps them, parts joined by NUL."""
    found: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", po):
        parts = list(_parts(block))
        texts = [text for key, text in parts if key.startswith("msgstr")]
        keys = [text for key, text in parts if key.startswith("msgid")]
        if keys and all(texts):
            if "\0".join(keys) in found:
                raise SystemExit(f"{keys[0]!r} stands there twice")
            found["\0".join(keys)] = "\0".join(texts)
    return found


def _parts(block: str) -> Iterator[tuple[str, str]]:
    """Keyword and text of one entry; a text may run over several lines."""
    key, text = "", ""
    for line in block.splitlines():
        entry = _ENTRY.match(line)
        if entry:
            if key:
                yield key, text
            key, text = entry[1], str(ast.literal_eval(entry[2]))
        elif line.startswith('"'):
            text += str(ast.literal_eval(line))
    if key:
        yield key, text


def compiled(found: dict[str, str]) -> bytes:
    """The binary form: two tables of lengths and places, then keys and texts, each ended by a NUL."""
    pairs = sorted((key.encode(), text.encode()) for key, text in found.items())
    places, said = [], b""
    for column in (0, 1):
        for pair in pairs:
            places.append((len(pair[column]), len(said)))
            said += pair[column] + b"\0"
    head, table = 28, 8 * len(pairs)
    start = head + 2 * table
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), head, head + table, 0, start)
    return header + b"".join(struct.pack("<2I", length, start + place) for length, place in places) + said


def main(*, check: bool) -> int:
    """Write, or compare; how many are not as they should be."""
    stale = 0
    for source in sorted(FOLDER.rglob("*.po")):
        made, target = compiled(messages(source.read_text(encoding="utf-8"))), source.with_suffix(".mo")
        if target.is_file() and target.read_bytes() == made:
            continue
        if check:
            stale += 1
            print(f"{target.relative_to(FOLDER)} is not what its .po makes; run this script without --check")
        else:
            target.write_bytes(made)
            print(f"{target.relative_to(FOLDER)} written")
    return stale


if __name__ == "__main__":
    sys.exit(min(1, main(check="--check" in sys.argv[1:])))
