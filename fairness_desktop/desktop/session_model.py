"""The walk as pages see it: the same verbs, plus signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ..domain.assessment import Assessment
from ..domain.duties.duty_findings import applying
from ..domain.duties.rules import DutyRule
from ..domain.errors import FairnessError
from ..domain.findings import Finding
from ..domain.framework import Criterion, Framework
from ..domain.law.checks import law_findings
from ..domain.law.choosing import pack_for
from ..domain.law.pack import LegalPack
from ..domain.progress import Step, StepState, progress
from ..domain.short.form import asked_criteria
from ..domain.vocabulary import AssessmentId, Kind
from ..scoring.result import Result
from ..services.bundle import Services
from ..services.standing import StandingList, brought_back, set_aside, standing_list
from ..services.walk import Walk


class SessionModel(QObject):
    """The one object pages talk to; nothing is pushed into a page, each re-reads on ``changed``."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, walk: Walk, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self._unsaved = ""
        self.services = services

    @property
    def walk(self) -> Walk:
        """The walk itself, for those who issue a record from it."""
        return self._walk

    @property
    def assessment(self) -> Assessment:
        """The assessment as it stands."""
        return self._walk.assessment

    @property
    def framework(self) -> Framework:
        """The framework it is made under."""
        return self._walk.framework

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that its form asks for, in the framework's order."""
        return asked_criteria(self.assessment.form, self.framework)

    @property
    def result(self) -> Result | None:
        """What follows from it; None while something needed is missing."""
        return self._walk.result

    @property
    def unsaved(self) -> str:
        """Why what was entered last is not in the store; empty where all of it is."""
        return self._unsaved

    @property
    def pack(self) -> LegalPack | None:
        """The legal pack that answers for this decision; None while its nation is not known."""
        return pack_for(self.assessment, self.services.packs)

    def law(self) -> tuple[Finding, ...]:
        """What the law says of the assessment."""
        return law_findings(self.assessment, self.services.packs)

    def duties(self) -> tuple[DutyRule, ...]:
        """The duties that apply to this decision, as its legal pack says."""
        return applying(self.assessment, self.services.packs)

    def findings(self) -> tuple[Finding, ...]:
        """All that is missing, contradicts itself or wants a look and was not set aside, the gravest first."""
        found = self.services.issuing.findings(self.assessment, self.framework)
        return standing_list(self.assessment, found).open

    def standing(self) -> StandingList:
        """The same with what the score tells, and with what was set aside."""
        return standing_list(self.assessment, self._all_found())

    def set_aside(self, finding: Finding) -> None:
        """Have a warning or a note not told any more until its cause has changed."""
        self.change(set_aside(self.assessment, finding, self._all_found()))

    def bring_back(self, finding: Finding) -> None:
        """Have it told again."""
        self.change(brought_back(self.assessment, finding))

    def _all_found(self) -> tuple[Finding, ...]:
        scored = () if self.result is None else self.result.findings
        return (*self.services.issuing.findings(self.assessment, self.framework), *scored)

    def missing(self) -> tuple[Finding, ...]:
        """What stands between the assessment and a signature."""
        return self.services.issuing.missing(self.assessment, self.result)

    def states(self) -> dict[Step, StepState]:
        """The state of every step."""
        return progress(self.assessment, self.missing(), scored=self.result is not None)

    def change(self, new: Assessment) -> bool:
        """Make that the assessment; listeners hear how it went. Returns whether it is saved."""
        if new == self.assessment:
            self._settle()
            return True
        try:
            self._walk.change(new)
        except FairnessError as error:
            self._unsaved = str(error)
            self.failed.emit(str(error))
            return False
        self._unsaved = ""
        self.changed.emit()
        return True

    def _settle(self) -> None:
        """What could not be saved was taken out again by hand."""
        if self._unsaved:
            self._unsaved = ""
            self.changed.emit()

    def split(self, kind: Kind, title: str) -> AssessmentId | None:
        """Make a part of that kind out of this decision; its id, or None where that failed and listeners heard why."""
        try:
            part = self.services.register.split(self._walk, kind, title)
        except FairnessError as error:
            self.failed.emit(str(error))
            return None
        self.changed.emit()
        return part.assessment.id

    def undo(self) -> None:
        """Take back the last change of this sitting."""
        self._step(back=True)

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        try:
            if back and self._walk.can_undo:
                self._walk.undo()
            elif not back and self._walk.can_redo:
                self._walk.redo()
            else:
                return
        except FairnessError as error:
            self.failed.emit(str(error))
        else:
            self.changed.emit()
