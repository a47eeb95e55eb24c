"""The session seen through one assessor's eyes: the same pages, their ratings in the place of the effects."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ..domain.assessment import Assessment, seen_by, with_view
from ..scoring.result import Result
from .session_model import SessionModel


class ThroughEyes(SessionModel):
    """A session whose effects are those of ``assessor``; of None, the agreed ones.

    What is changed here goes to that person's ratings, saved by the session itself and undone there like all else.
    """

    def __init__(self, session: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(session.walk, session.services, parent)
        self._session = session
        self._assessor: str | None = None
        self._view: tuple[Assessment, str, Assessment] | None = None
        session.changed.connect(self.changed)

    @property
    def assessor(self) -> str | None:
        """Through whose eyes; None for what was agreed."""
        return self._assessor

    def look_through(self, assessor: str | None) -> None:
        """See it as that person does from now on."""
        self._assessor = assessor
        self.changed.emit()

    @property
    def assessment(self) -> Assessment:
        """The assessment, with that person's ratings for effects."""
        now, who = self._session.assessment, self._assessor
        if who is None:
            return now
        if self._view is None or self._view[0] is not now or self._view[1] != who:
            self._view = now, who, seen_by(now, who, self.framework.criterion_ids)
        return self._view[2]

    @property
    def result(self) -> Result | None:
        """What follows from the agreed effects, whoever looks."""
        return self._session.result

    def change(self, new: Assessment) -> bool:
        """Make that the person's view, or, for None, the assessment."""
        if self._assessor is None:
            return self._session.change(new)
        criteria = self.framework.criterion_ids
        return self._session.change(with_view(self._session.assessment, self._assessor, new, criteria))
