"""A bundle that is about to come in: what is in it, and, where both changed it, what to take of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError
from ...i18n import _, ngettext
from ...services.bundle import Services
from ...services.handing.looking import Seen
from ...services.handing.meeting import Meeting
from ...services.handing.relation import Relation
from ...services.handing.taking import Opened, Taken
from ...telling.places import names_of
from ...watching import Progress
from ..shell.notice import Notice
from ..views.checking.verdicts import draw
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words
from ..widgets.progress_line import ProgressLine
from ..widgets.said_line import said_line
from ..widgets.scrolling import scrolled
from ..workers import Watched
from .point_card import PointCard
from .seals import sealed_lines, sound

_CHANGED = (Relation.AHEAD, Relation.APART)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A bundle that was looked at, and the comparison where there is one to make."""

    about: Seen
    opened: Opened
    meeting: Meeting | None


class IncomingView(QWidget):
    """Nothing is kept before whoever sits here says so."""

    closed = Signal()
    open_wanted = Signal(str)

    def __init__(self, services: Services, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._path = services, path
        self._seen: _Seen | None = None
        self.cards: list[PointCard] = []
        self.setAccessibleName(_("Take in “{file}”").format(file=path.name))
        self._build()
        self._run(self._look, self._show, _("Looking into the bundle and checking its records…"))

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.notice = Notice()
        box.addWidget(self.notice)
        sheet = QWidget()
        self._box = QVBoxLayout(sheet)
        self._box.setContentsMargins(24, 16, 24, 24)
        self._box.setSpacing(16)
        self._title = Title(_("Take in “{file}”").format(file=self._path.name))
        self._state = Words(_("The bundle is being looked at; nothing is kept yet…"))
        self._box.addWidget(self._title)
        self._box.addWidget(self._state)
        self.progress = ProgressLine()
        self._box.addWidget(self.progress)
        self._box.addStretch(1)
        box.addWidget(scrolled(sheet), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 8)
        self.back = Button(_("Not now"))
        self.take = Button(_("Take in"), "primary")
        self.take.hide()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.take)
        box.addLayout(foot)
        self.back.clicked.connect(self.closed)
        self.take.clicked.connect(self.go_on)

    def _look(self, progress: Progress) -> _Seen:
        handing = self._services.handing
        about = handing.looking.look(self._path, progress)
        if about.opened is None:
            raise FairnessError(about.refused)
        meeting = handing.meetings.meet(self._path) if about.relation in _CHANGED else None
        return _Seen(about, about.opened, meeting)

    def _run(self, call: Callable[[Progress], object], done: Callable[[object], None], said: str) -> None:
        self.take.setEnabled(False)
        work = Watched(call)
        self.destroyed.connect(work.leave.set)
        self.progress.run(work, said, done, self._failed)

    def _failed(self, sentence: str) -> None:
        self.notice.tell(sentence)
        self._state.setText(_("Nothing was taken in."))
        self._may_take()

    def _show(self, seen: object) -> None:
        assert isinstance(seen, _Seen)
        self._seen = seen
        relation = seen.opened.relation
        self._state.setText(_how(relation))
        summary = self._summary(seen.opened, seen.about)
        self._box.insertWidget(3, summary)
        summary.show()
        names = names_of(seen.opened.contents.assessment)
        for place, point in enumerate(seen.meeting.points if seen.meeting else ()):
            card = PointCard(point, names)
            card.edited.connect(self._may_take)
            self.cards.append(card)
            self._box.insertWidget(4 + place, card)
            card.show()
        self.take.setText(_("Keep what was chosen") if seen.meeting else _("Take in"))
        self.take.setVisible(relation not in (Relation.SAME, Relation.BEHIND))
        self._may_take()

    def _summary(self, opened: Opened, about: Seen) -> Card:
        card, contents = Card(), opened.contents
        card.box.addWidget(Subtitle(contents.assessment.title or _("A decision with no title yet")))
        card.box.addWidget(Words(contents.assessment.body.name or _("no council named"), colour="muted"))
        for line in _lines(opened, contents.assessment):
            card.box.addWidget(Hint(line))
        for line, check in sealed_lines(about):
            mark = None if check is None else partial(draw, check=check)
            card.box.addWidget(said_line(line, done=check is not None and sound(check), draw=mark))
        return card

    def _may_take(self) -> None:
        """Where both changed a place, somebody has to choose before anything is kept."""
        self.take.setEnabled(self._seen is not None and all(card.side() is not None for card in self.cards))

    def go_on(self) -> None:
        """Keep it as it was chosen."""
        if self._seen is not None and self.take.isEnabled():
            self._run(self._keep, self._kept, _("Taking it in…"))

    def _keep(self, progress: Progress) -> Assessment:
        handing, seen = self._services.handing, self._seen
        assert seen is not None
        if seen.meeting is None:
            taken: Taken = handing.taking.take(self._path, progress)
            return taken.assessment
        theirs = [card.point.where for card in self.cards if card.takes_theirs()]
        return handing.meetings.finish(seen.meeting, theirs, self._services.register.who(), progress)

    def _kept(self, assessment: object) -> None:
        assert isinstance(assessment, Assessment)
        self.open_wanted.emit(str(assessment.id))


def _how(relation: Relation) -> str:
    return {
        Relation.NEW: _("It is new here. This is what comes in:"),
        Relation.SAME: _("The same is in the register already. There is nothing to take in."),
        Relation.MORE: _("Its state is in the register already; its history is kept beside yours."),
        Relation.AHEAD: _("It goes on from what the register holds. Yours stays in its history, whatever you choose."),
        Relation.BEHIND: _("It is an older state of what the register holds. There is nothing to take in."),
        Relation.APART: _("It was changed here and there. Choose place by place; both histories are kept whole."),
    }[relation]


def _lines(opened: Opened, assessment: Assessment) -> list[str]:
    contents = opened.contents
    steps, records, papers = len(contents.history.steps), len(contents.records), len(assessment.attachments)
    framework = f"{contents.framework.id}, {contents.framework.version}"
    return [
        ngettext("{count} step in its history", "{count} steps in its history", steps).format(count=steps),
        ngettext("{count} signed record", "{count} signed records", records).format(count=records),
        ngettext("{count} paper listed", "{count} papers listed", papers).format(count=papers),
        _("Framework {name}: new here, it comes in too").format(name=framework)
        if opened.framework_new
        else _("Framework {name}: known here").format(name=framework),
    ]
