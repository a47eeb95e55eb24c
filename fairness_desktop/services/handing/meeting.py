"""The same assessment changed on two laptops: one state is made of both, and neither history is lost."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ...domain.assessment import Assessment
from ...domain.errors import ConflictError, FairnessError, InvalidInputError
from ...domain.framework import Framework
from ...domain.history import Act, Note
from ...exchange.bundle.comparing import Point, Side, compare, places_of
from ...exchange.bundle.form import Contents
from ...exchange.bundle.joining import joined
from ...exchange.decoding import Frameworks, decode
from ...exchange.encoding import Document, encode
from ...i18n import _
from ...watching import Progress, unwatched
from ..ports import Assessments
from ..walk import Clock, scored, standings
from .relation import Here, Relation, common, follows
from .rescoring import restate
from .taking import Opened, Taking


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two states of one assessment, and every choice there is between them.

    ``head`` is the newest step here and ``sha256`` the bundle, as they were compared. ``parted`` says since when the
    two go apart, None where they never were the same.
    """

    path: Path
    sha256: str
    head: str
    relation: Relation
    mine: Assessment
    theirs: Assessment
    points: tuple[Point, ...]
    parted: Note | None

    def leaning(self) -> dict[str, Side]:
        """What to take of each place if nobody says otherwise; places that both changed are not in it."""
        leans = {point.where: point.lean for point in self.points}
        return {where: side for where, side in leans.items() if side is not None}


class Meetings:
    """Compares a bundle with what is here, and keeps what was made of both."""

    def __init__(self, store: Assessments, taking: Taking, frameworks: Frameworks, clock: Clock) -> None:
        self._store, self._taking, self._frameworks, self._clock = store, taking, frameworks, clock

    def meet(self, path: Path) -> Meeting:
        """The comparison; FairnessError where there is nothing to compare."""
        with self._taking.opened(path) as bundle:
            here = self._here(bundle)
            mine = self._store.get(bundle.contents.assessment.id)
            assert mine is not None
            theirs = bundle.contents.assessment
            step = common(here, bundle.contents)
            base = None if step is None else self._store.state(mine.id, step.number)
            points = compare(encode(mine), encode(theirs), None if base is None else encode(base))
            parted = None if step is None else step.note
            return Meeting(path, bundle.sha256, here.head, bundle.relation, mine, theirs, points, parted)

    def _here(self, bundle: Opened) -> Here:
        if bundle.here is None or self._store.get(bundle.contents.assessment.id) is None:
            raise FairnessError(
                _("{file}: the register holds nothing of it to compare it with.").format(file=bundle.name)
            )
        return bundle.here

    def joined(self, meeting: Meeting, theirs: Collection[str]) -> Assessment:
        """What those choices make, kept nowhere; ``theirs`` names the points whose other side is taken.

        InvalidInputError says which of them do not fit together.
        """
        return self._joined(meeting, theirs, self._frameworks)

    def _joined(self, meeting: Meeting, theirs: Collection[str], known: Frameworks) -> Assessment:
        wanted = places_of(point for point in meeting.points if point.where in theirs)
        document: Document = joined(encode(meeting.mine), encode(meeting.theirs), wanted.__contains__)
        return decode(document, known)

    def finish(self, meeting: Meeting, theirs: Collection[str], who: str, progress: Progress = unwatched) -> Assessment:
        """Keep what was chosen as the newest state, their whole history beside ours, and all that came with it.

        Where all of theirs is taken and their history goes on where ours ends, ours simply goes on with it.
        """
        with self._taking.opened(meeting.path) as bundle:
            here = self._here(bundle)
            if bundle.sha256 != meeting.sha256 or here.head != meeting.head:
                raise ConflictError(
                    _(
                        "{file} or the register changed since the two were compared; nothing was kept. Compare again."
                    ).format(file=bundle.name)
                )
            now = self._chosen(meeting, theirs, bundle.contents)
            with self._taking.files_of(bundle, progress), self._store.together():
                self._taking.learn(bundle.contents.framework)
                if now == meeting.theirs and follows(here, bundle.contents.history):
                    self._go_on(here, bundle.contents)
                else:
                    self._join(now, here, bundle, who)
                self._taking.keep_beside(bundle)
            self._taking.learnt(bundle.contents.framework)
            return now

    def _chosen(self, meeting: Meeting, theirs: Collection[str], contents: Contents) -> Assessment:
        framework = contents.framework
        known: dict[tuple[str, str], Framework] = {**self._frameworks, (framework.id, framework.version): framework}
        try:
            return self._joined(meeting, theirs, known)
        except InvalidInputError as error:
            raise FairnessError(
                _("These choices do not fit together: {why}. Choose the other side of one of them.").format(why=error)
            ) from error

    def _go_on(self, here: Here, contents: Contents) -> None:
        wanted = contents.assessment.id
        links = islice(contents.history.links(wanted), len(here.steps), None)
        self._store.continue_chain(wanted, links)
        restate(self._store, contents, self._clock)

    def _join(self, now: Assessment, here: Here, bundle: Opened, who: str) -> None:
        framework = bundle.contents.framework
        known = {**self._frameworks, (framework.id, framework.version): framework}
        result = scored(now, known[now.framework.id, now.framework.version])
        note = Note(self._clock(), who, Act.MERGED, bundle.contents.history.head)
        self._store.save(now, standings(result), note, here.document)
