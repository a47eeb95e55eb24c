"""A register of every format there has been, as the program of its day left it; each is kept for good.

All were made by the same hands: the example opened, changed twice and taken back twice, signed, changed forty times; a
short decision in Welsh of another council; a third that was only begun. From format 2 on, a record waits for its second
signature; in format 5 the first is reviewed besides. Names in them are made up.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

FOLDER = Path(__file__).parent
FORMATS = tuple(sorted(int(re.findall(r"\d+", path.name)[0]) for path in FOLDER.glob("format-*.sqlite.gz")))


def kept_file(number: int, folder: Path) -> Path:
    """The register of that format, in a folder where it can be opened."""
    path = folder / "register.sqlite"
    path.write_bytes(gzip.decompress((FOLDER / f"format-{number}.sqlite.gz").read_bytes()))
    return path
