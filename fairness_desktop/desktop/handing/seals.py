"""What was found of the signed records in a bundle, said in lines."""

from __future__ import annotations

from ...domain.register import Standings
from ...domain.sealing.verdict import RecordCheck, Verdict
from ...domain.vocabulary import label
from ...i18n import _
from ...services.handing.looking import Seen
from ...telling.figures import signed
from ...telling.verdicts import headline

SOUND = (Verdict.VALID, Verdict.VALID_UNTRUSTED)


def sound(check: RecordCheck) -> bool:
    """Whether the record is as it was signed, and follows from its data."""
    return check.verdict in SOUND and check.good


def sealed_lines(seen: Seen) -> list[tuple[str, RecordCheck | None]]:
    """A sentence for each record, with what was found; one where the figures are not those the history tells."""
    lines: list[tuple[str, RecordCheck | None]] = [(_record(check), check) for check in seen.checks]
    if seen.restated is not None:
        lines.append((_restated(seen.restated), None))
    return lines


def _record(check: RecordCheck) -> str:
    name = check.reference or check.title or _("a record")
    return _("Signed record {name}: {verdict}. {why}").format(name=name, verdict=headline(check), why=check.why)


def _restated(found: Standings) -> str:
    if found.leader is None or found.score is None or found.floor is None:
        return _("Its history tells a score, but its data give none. The register will show none.")
    return _(
        "Its history tells other figures than its data give: {leader} leads with {score}, floor {floor}. The register "
        "will show what the data give."
    ).format(leader=found.leader, score=signed(found.score), floor=label(found.floor))


def in_a_word(seen: Seen) -> str:
    """The records of a bundle in a cell of a table."""
    if not seen.checks:
        return "" if seen.restated is None else _("figures corrected")
    bad = [check for check in seen.checks if not sound(check)]
    return headline(bad[0] if bad else seen.checks[-1])
