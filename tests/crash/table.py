"""The table of kills in docs/crash-safety.md, from a run that was made."""

from __future__ import annotations

import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from .killing import KINDS, Kind, Tally, kill_often

PAGE = Path(__file__).parents[2] / "docs" / "crash-safety.md"
BEGINS, ENDS = "<!-- kills: begin -->\n", "<!-- kills: end -->\n"
SEED = 20261123
ACTS = {
    "save": "saving", "save another": "saving between signatures", "sign": "signing", "write": "writing a record",
    "export": "exporting",
}  # fmt: skip
"""What a process says it begins, in words."""
COLUMNS = (
    "what was killed", "kills", "saves shown", "records sealed", "files written", "lost", "registers or chains broken",
    "files half written", "registers whole with their log cut off",
)  # fmt: skip


def table(share: int) -> str:
    """Kill by kill, what was shown as done and what was missing; ``share`` 10 is a tenth of the kills."""
    with tempfile.TemporaryDirectory() as folder:
        tallies = [(kind, _run(kind, share, Path(folder) / str(i))) for i, kind in enumerate(KINDS)]
    return "\n".join(_lines(tallies)) + "\n"


def _run(kind: Kind, share: int, folder: Path) -> Tally:
    folder.mkdir()
    return kill_often(kind, kind.times // share, folder, SEED)


def _lines(tallies: list[tuple[Kind, Tally]]) -> Iterator[str]:
    yield (
        f"{datetime.now(UTC):%-d %B %Y}, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, seed {SEED}."
    )
    yield ""
    yield f"| {' | '.join(COLUMNS)} |"
    yield f"| {' | '.join('---' for _column in COLUMNS)} |"
    rows = [(kind.name, _figures(tally)) for kind, tally in tallies]
    for name, figures in [*rows, ("**all**", [sum(column) for column in zip(*(r[1] for r in rows), strict=True)])]:
        yield f"| {name} | {' | '.join(f'{figure:,}' for figure in figures)} |"
    yield ""
    over = sum(tally.over for _kind, tally in tallies)
    yield f"The kill fell: {_where(tallies)}."
    if over:
        yield f"{over:,} programs more were over before it; what they did was looked for as well, and is counted above."
    yield from (f"- {wrong}" for _kind, tally in tallies for wrong in tally.wrong)


def _figures(tally: Tally) -> list[int]:
    lost, broken, halves = (len(which) for which in (tally.lost, tally.broken, tally.halves))
    return [tally.kills, tally.saves, tally.records, tally.files, lost, broken, halves, tally.cut]


def _where(tallies: list[tuple[Kind, Tally]]) -> str:
    total = sum((tally.amidst for _kind, tally in tallies), start=Tally().amidst)
    known = [f"{_times(total[act])} amidst {said}" for act, said in ACTS.items() if total[act]]
    return ", ".join([*known, f"{_times(total[''])} at a moment the program does not tell"])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def keep(told: str) -> None:
    """Put the table into the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGINS)
    PAGE.write_text(before + BEGINS + told + ENDS + rest.split(ENDS)[1], encoding="utf-8")
