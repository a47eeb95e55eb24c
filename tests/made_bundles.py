"""Bundles made by the thousand, as another laptop would have made them; the same for the same number."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.history import NO_HASH, Act, Note, Step
from fairness_desktop.domain.register import IssuedRecord, Standings
from fairness_desktop.domain.vocabulary import AssessmentId, AttachmentId, Floor, OptionId
from fairness_desktop.exchange.bundle.form import Contents, write
from fairness_desktop.exchange.bundle.history_form import History
from fairness_desktop.exchange.chain import changes_between, step_hash
from fairness_desktop.exchange.chain.remembering import Remembering

STEPS = 8
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
RIGHT = Standings(OptionId("D"), 22.593116, Floor.GREEN)
"""What the example gives."""


def bundle(example: Assessment, framework: Framework, number: int, told: Standings = RIGHT) -> bytes:
    """The example under another id, changed a few times, signed, with a paper."""
    chance = Random(number)  # noqa: S311 - data to measure with
    paper, pdf = chance.randbytes(10_000), b"%PDF-1.7" + chance.randbytes(30_000)
    digest = hashlib.sha256(paper).hexdigest()
    attached = Attachment(AttachmentId("paper"), digest, len(paper), "A paper", "paper.pdf")
    now = replace(example, id=AssessmentId(f"bundle-{number}"), reference="", attachments=(attached,))
    through = [replace(now, title=f"Play area {number}, {n}", summary=f"Summary {n}") for n in range(STEPS)]
    history, signed = history_of(through, told)
    record = IssuedRecord(now.id, hashlib.sha256(pdf).hexdigest(), signed, "Ann Clerk", NOW, pdf)
    file = io.BytesIO()
    write(Contents(through[-1], framework, history, (), (record,)), {digest: (len(paper), lambda: [paper])}, file)
    return file.getvalue()


def history_of(through: Sequence[Assessment], standings: Standings) -> tuple[History, str]:
    steps: list[Step] = []
    states: list[str] = []
    before: dict[str, object] = {}
    encoding = Remembering()
    for number, assessment in enumerate(through, 1):
        document, text = encoding.encode(assessment)
        states.append(text.decode())
        sha256 = hashlib.sha256(states[-1].encode()).hexdigest()
        note = Note(NOW + timedelta(minutes=number), "Ann", Act.CHANGED if before else Act.BEGUN)
        previous = steps[-1].hash if steps else NO_HASH
        step = Step(number, note, sha256, changes_between(before, document), standings, previous)
        steps.append(replace(step, hash=step_hash(assessment.id, step)))
        before = document
    return History(tuple(steps), tuple(states)), steps[-1].document
