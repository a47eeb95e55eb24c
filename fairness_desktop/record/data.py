"""The data attached to a record, from which anyone can work it out again."""

from __future__ import annotations

from typing import Any

from ..exchange.canonical import canonical
from ..exchange.encoding import encode
from ..exchange.results import told
from .programs import NAME, Programs
from .subject import Place, PublicCopy, RecordSubject

FORMAT = "fairness-desktop/record"
FORMAT_VERSION = 1
RECORD_FILE = "record.json"
FRAMEWORK_FILE = "framework.json"


def record_document(subject: RecordSubject, programs: Programs) -> dict[str, Any]:
    """What ``record.json`` says: the assessment, its result, its history, and who is to sign."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_at": subject.made_at.isoformat(),
        "program": {
            "name": NAME,
            "version": programs.version,
            "reportlab": programs.reportlab,
            "pyhanko": programs.pyhanko,
        },
        "draft": subject.draft,
        "language": subject.language,
        **_edition(subject),
        "legal_pack": None if subject.pack is None else subject.pack.document,
        "assessment": encode(subject.assessment),
        "result": None if subject.result is None else told(subject.result),
        "history": [
            {"at": line.at.isoformat(), "who": line.who, "where": line.where, "old": line.old, "new": line.new}
            for line in subject.history
        ],
        **({"history_head": subject.history_head} if subject.history_head else {}),
        "gaps": [
            {"severity": g.severity, "code": g.code, "where": g.where, "message": g.message} for g in subject.gaps
        ],
        "signatures_expected": len(subject.signers),
        "signers": [{"name": s.name, "role": s.role, "fingerprint": s.fingerprint} for s in subject.signers],
    }


def _edition(subject: RecordSubject) -> dict[str, Any]:
    """Whether it is the full record or the public copy; of a copy, what it leaves out and what it still says."""
    public = subject.public
    if public is None:
        return {"edition": "full"}
    return {
        "edition": "public",
        "full_record": public.full_record or None,
        "left_out": [{"where": one.where, "ground": one.ground} for one in public.left_out],
        "uncounted": list(public.uncounted),
        "not_recomputable": ["result"] if public.uncounted else [],
        "places": [_place(place, public) for place in public.places],
        "history_left_out": public.history_left_out,
    }


def _place(place: Place, public: PublicCopy) -> dict[str, Any]:
    return {
        "id": place.option,
        "feasible": place.feasible,
        **({"rank": place.rank} if public.ranks_told else {}),
        "floor": place.floor,
        "worst_case_floor": place.worst_case_floor,
    }


def attachments(subject: RecordSubject, programs: Programs) -> dict[str, bytes]:
    """The files attached, in canonical form."""
    return {
        RECORD_FILE: canonical(record_document(subject, programs)),
        FRAMEWORK_FILE: canonical(subject.framework.document),
    }
