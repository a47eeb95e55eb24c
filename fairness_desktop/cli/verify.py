"""The command that checks records."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import click

from ..domain.errors import InvalidInputError
from ..domain.sealing.verdict import Recomputed, RecordCheck, Verdict, verdict_label
from ..i18n import _
from ..services.writing import write_whole
from .context import ANY_PATH, FILE, composition
from .speaking import BAD, say, say_json


@click.command()
@click.argument("paths", type=ANY_PATH, nargs=-1, required=True, metavar="PATH...")
@click.option("--trust", type=FILE, metavar="CERT", help=_("A council's root certificate (DER or PEM)."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
@click.option("--csv", "csv_out", type=FILE, metavar="FILE", help=_("Write the verdicts to a CSV file too."))
def verify(paths: tuple[Path, ...], trust: Path | None, csv_out: Path | None, *, as_json: bool) -> None:
    """Check records: signature, integrity, recomputation. A folder stands for every PDF below it."""
    verifying = composition().verifying()
    trusted = (verifying.certificate(trust),) if trust is not None else ()
    checks = [verifying.check_file(path, trusted) for path in verifying.files(paths)]
    if not checks:
        raise InvalidInputError("", _("There is no PDF in what was named; name a file or a folder that holds some."))
    if csv_out is not None:
        write_whole(_csv(checks).encode("utf-8-sig"), csv_out)
    if as_json:
        say_json([_told(check) for check in checks])
    else:
        for check in checks:
            _tell(check)
    met = all(check.verdict is Verdict.VALID for check in checks) if trusted else True
    if not met or not all(check.good for check in checks):
        click.get_current_context().exit(BAD)


def _told(check: RecordCheck) -> dict[str, object]:
    return {
        "file": check.file,
        "verdict": check.verdict,
        "why": check.why,
        "signatures": [
            {
                "signer": s.signer,
                "role": s.role,
                "signed_at": s.signed_at.isoformat() if s.signed_at else None,
                "time_source": s.time_source,
                "trusted": s.trusted,
                "fingerprint": s.fingerprint,
                "covers_whole_file": s.covers_whole_file,
            }
            for s in check.signatures
        ],
        "signatures_expected": check.signatures_expected,
        "recomputed": check.recomputed,
        "differences": list(check.differences),
        "relaid": check.relaid,
        "reference": check.reference,
        "title": check.title,
    }


def _tell(check: RecordCheck) -> None:
    say(f"{check.file}: {verdict_label(check.verdict)}")
    say(f"  {check.why}")
    for seen in check.signatures:
        when = seen.signed_at.strftime("%Y-%m-%d %H:%M %Z") if seen.signed_at else _("no time given")
        clock = _("by the signer's clock") if seen.time_source == "signer_clock" else _("by a time-stamp service")
        say(
            _("  signed by {name}, {role}, {when}, {clock}").format(
                name=seen.signer, role=seen.role or _("no role given"), when=when, clock=clock
            )
        )
        say(_("  fingerprint {fingerprint}").format(fingerprint=seen.fingerprint))
    said = {
        Recomputed.MATCHES: _("  figures worked out again from the data: they match"),
        Recomputed.DIFFERS: _("  figures worked out again from the data: they DIFFER"),
        Recomputed.NO_DATA: _("  no data attached to work the figures out again"),
    }
    say(said[check.recomputed])
    for difference in check.differences:
        say(f"    {difference}")


def _csv(checks: list[RecordCheck]) -> str:
    """The verdicts as CSV; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["file", "verdict", "recomputed", "reference", "title", "signers", "why"])
    for check in checks:
        signers = "; ".join(s.signer for s in check.signatures)
        cells = [check.file, check.verdict, check.recomputed, check.reference, check.title, signers, check.why]
        writer.writerow([f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in cells])
    return out.getvalue()
