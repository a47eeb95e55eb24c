"""Verdicts for other programs: as JSON, and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ...domain.sealing.verdict import RecordCheck, SignatureSeen

COLUMNS = (
    "file", "verdict", "recomputed", "reference", "title", "signers", "why",
    "relaid", "pages_otherwise", "cause", "signed_at", "time_source", "fingerprints",
)  # fmt: skip
_BEGIN_A_FORMULA = "=+-@\t\r"


def verdicts_csv(checks: Iterable[RecordCheck]) -> str:
    """The verdicts as CSV; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for check in checks:
        writer.writerow([_harmless(cell) for cell in _cells(check)])
    return out.getvalue()


def _cells(check: RecordCheck) -> tuple[str, ...]:
    signed = [s.signed_at.isoformat() if s.signed_at else "" for s in check.signatures]
    return (
        check.file,
        check.verdict,
        check.recomputed,
        check.reference,
        check.title,
        "; ".join(s.signer for s in check.signatures),
        check.why,
        check.relaid or "",
        " ".join(map(str, check.pages)),
        check.cause,
        "; ".join(signed),
        "; ".join(s.time_source for s in check.signatures),
        "; ".join(s.fingerprint for s in check.signatures),
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] and cell[0] in _BEGIN_A_FORMULA else cell


def verdict_document(check: RecordCheck) -> dict[str, object]:
    """One file in the answer of ``verify --json``."""
    return {
        "file": check.file,
        "verdict": check.verdict,
        "cause": check.cause,
        "why": check.why,
        "signatures": [_signature(s) for s in check.signatures],
        "signatures_expected": check.signatures_expected,
        "recomputed": check.recomputed,
        "differences": list(check.differences),
        "relaid": check.relaid,
        "pages_otherwise": list(check.pages),
        "reference": check.reference,
        "title": check.title,
    }


def _signature(seen: SignatureSeen) -> dict[str, object]:
    root = seen.root
    return {
        "signer": seen.signer,
        "role": seen.role,
        "signed_at": seen.signed_at.isoformat() if seen.signed_at else None,
        "time_source": seen.time_source,
        "trusted": seen.trusted,
        "fingerprint": seen.fingerprint,
        "covers_whole_file": seen.covers_whole_file,
        "sealed_with": seen.sealed_with or None,
        "root": None
        if root is None
        else {"name": root.name, "organisation": root.organisation, "fingerprint": root.fingerprint},
        "revoked": None
        if seen.revoked is None
        else {"since": seen.revoked.since.isoformat(), "ground": seen.revoked.ground.value},
    }
