"""What one record is about: everything that goes into it, frozen, before a line is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..domain.assessment import Assessment
from ..domain.findings import Finding
from ..domain.framework import Framework
from ..domain.register import HistoryLine
from ..domain.verdict import Identity
from ..scoring.result import Result


@dataclass(frozen=True, slots=True)
class RecordSubject:
    """A frozen assessment with all that its record tells.

    ``result`` is None for a draft that cannot be scored yet. ``signers`` is empty for a draft, which is marked as
    one and cannot be signed. ``made_at`` (UTC, whole seconds) is the only time in the file. ``gaps`` are told as gaps.
    """

    assessment: Assessment
    framework: Framework
    result: Result | None
    history: tuple[HistoryLine, ...]
    signers: tuple[Identity, ...]
    made_at: datetime
    gaps: tuple[Finding, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether this is a draft: unsigned, and marked so on every page."""
        return not self.signers
