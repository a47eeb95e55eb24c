"""Reports of faults that are ours: the fault and the version, never what the user wrote."""

from __future__ import annotations

import datetime as dt
import tempfile
import traceback
from pathlib import Path

from . import __version__


def report(folder: Path, fault: BaseException) -> Path:
    """Write a report and say where it lies; where the folder cannot be written, beside temporary files.

    It has the kind of fault and where in the program it happened; a fault's own words may quote the user's.
    """
    now = dt.datetime.now(dt.UTC)
    told = "".join(traceback.format_tb(fault.__traceback__)) + type(fault).__name__ + "\n"
    text = f"Fairness Desktop {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC\n\n{told}"
    for place in (folder, Path(tempfile.gettempdir())):
        path = place / f"fault-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            place.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return path
    return Path()
