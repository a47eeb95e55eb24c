"""A bundle to start from: some states of the example one after another, a record, two papers."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.history import NO_HASH, Act, Note, Step
from fairness_desktop.domain.register import IssuedRecord, Standings
from fairness_desktop.domain.vocabulary import AttachmentId, Floor, OptionId
from fairness_desktop.exchange.bundle.form import Contents, write
from fairness_desktop.exchange.bundle.history_form import History
from fairness_desktop.exchange.bundle.reading_bundle import BundleFile
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.chain import changes_between, step_hash
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.exchange.files import read
from fairness_desktop.frameworks.loader import framework_from

from ...strategies import MODEL

NOW = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
KNOWN = {(MODEL.id, MODEL.version): MODEL}
PAPERS = {hashlib.sha256(body).hexdigest(): body for body in (b"what families said", bytes(range(256)) * 40)}
PDF = b"%PDF-1.7 sealed"


def states() -> list[Assessment]:
    """The example, begun, and changed twice; at the end with its papers."""
    example = read(Path(__file__).parents[2] / "record" / "play-area.fairness.json", KNOWN)
    papers = tuple(Attachment(AttachmentId(d[:12]), d, len(body), "A paper") for d, body in PAPERS.items())
    second = replace(example, title="Play area, again", interests="None, né Ŵyn 👍")
    return [example, second, replace(second, attachments=papers)]


def history_of(through: Sequence[Assessment], who: str = "Ann") -> History:
    """The chain through those states, a step a minute."""
    steps: list[Step] = []
    before: dict[str, object] = {}
    for number, assessment in enumerate(through, 1):
        document = encode(assessment)
        step = Step(
            number,
            Note(NOW + timedelta(minutes=number), who, Act.CHANGED if before else Act.BEGUN),
            hashlib.sha256(canonical(document)).hexdigest(),
            changes_between(before, document),
            Standings(OptionId("D"), 22.593116 + number, Floor.GREEN),
            steps[-1].hash if steps else NO_HASH,
        )
        steps.append(replace(step, hash=step_hash(assessment.id, step)))
        before = document
    return History(tuple(steps), tuple(canonical(encode(a)).decode() for a in through))


def record_of(assessment: Assessment, pdf: bytes = PDF) -> IssuedRecord:
    digest = hashlib.sha256(pdf).hexdigest()
    document = hashlib.sha256(canonical(encode(assessment))).hexdigest()
    return IssuedRecord(assessment.id, digest, document, "Ann Clerk", NOW, pdf)


def contents() -> Contents:
    through = states()
    other = history_of([through[0], replace(through[0], title="Theirs")], "Bea")
    return Contents(through[-1], MODEL, history_of(through), (other,), (record_of(through[1]),))


def bytes_of(made: Contents) -> bytes:
    file = io.BytesIO()
    write(made, {d: (len(body), lambda body=body: [body]) for d, body in PAPERS.items()}, file)  # type: ignore[misc]
    return file.getvalue()


def bundle() -> bytes:
    return bytes_of(contents())


def opened(raw: bytes) -> tuple[BundleFile, Contents]:
    """The bundle in those bytes, read whole, the attachments too."""
    file = BundleFile(io.BytesIO(raw))
    found = file.contents(KNOWN, framework_from)
    for digest in file.attachments:
        for _piece in file.attachment(digest):
            pass
    return file, found
