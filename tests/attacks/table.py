"""The table of attacks in docs/record-format.md, from what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fairness_desktop.domain.sealing.verdict import RecordCheck, Relaid, Verdict

from .catalogue import ATTACKS, seen
from .target import target

PAGE = Path(__file__).parents[2] / "docs" / "record-format.md"
BEGINS, ENDS = "<!-- attacks: begin -->\n", "<!-- attacks: end -->\n"


def table() -> str:
    """Attack by attack, what is said of a record that one signed, and of one that two signed."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "| attack | signed by one | signed by two |"
    yield "| --- | --- | --- |"
    for attack in ATTACKS:
        one, two = (_said(seen(attack, target(signers))) for signers in (1, 2))
        yield f"| {attack.name} | {one} | {two} |"


def _said(check: RecordCheck) -> str:
    sealed = check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED)
    return f"{check.verdict}, pages differ" if sealed and check.relaid is Relaid.DIFFERS else str(check.verdict)


def kept() -> str:
    """The table as it stands in the page."""
    return PAGE.read_text(encoding="utf-8").split(BEGINS)[1].split(ENDS)[0]


def keep() -> None:
    """Put the table into the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGINS)
    PAGE.write_text(before + BEGINS + table() + ENDS + rest.split(ENDS)[1], encoding="utf-8")
