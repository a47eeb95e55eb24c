"""The register: begin, open, take in, hand out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..domain.approval.reading import SecondReading
from ..domain.assessment import Assessment, FrameworkReference
from ..domain.authority import Body
from ..domain.errors import FairnessError, NotFoundError
from ..domain.framework import Framework
from ..domain.history import Act, Note, Step
from ..domain.kinds.splitting import part_of
from ..domain.options import Option
from ..domain.register import WHO, RegisterQuery, RegisterRow, SavedView, Tally
from ..domain.reviewing.review import Review
from ..domain.vocabulary import AssessmentId, Form, Kind, OptionId
from ..exchange import files
from ..exchange.canonical import canonical
from ..exchange.decoding import Frameworks
from ..exchange.encoding import encode
from ..i18n import _
from .ports import Assessments
from .shelving import Shelving
from .walk import Clock, Walk, scored, standings
from .writing import write_whole

COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an assessment that was handed in; ``new`` is False where the same was here already."""

    assessment: Assessment
    new: bool


class Register:
    """Every assessment on this laptop.

    ``new_id`` makes ids no other laptop makes; ``in_force`` says which framework a new one is made under;
    ``examples`` are the finished decisions that can be opened, by name.
    """

    def __init__(
        self,
        store: Assessments,
        frameworks: Frameworks,
        in_force: Callable[[], Framework],
        clock: Clock,
        new_id: Callable[[], str],
        examples: Mapping[str, Path],
    ) -> None:
        self._store, self._frameworks, self._in_force = store, frameworks, in_force
        self._clock, self._new_id, self._examples = clock, new_id, examples
        self.shelving = Shelving(store, clock, self.who)

    def who(self) -> str:
        """The name that stands beside changes: chosen on this laptop, and nobody proves it."""
        return self._store.setting(WHO)

    def set_who(self, name: str) -> None:
        """Choose another name for the changes to come."""
        if name.strip() != self.who():
            self._store.set_setting(WHO, name.strip())

    def council(self) -> str:
        """The council whose decisions are shown, and begun, on this laptop; empty for all."""
        return self._store.setting(COUNCIL)

    def choose_council(self, name: str) -> None:
        """Show, and begin, decisions of that council from now on."""
        if name != self.council():
            self._store.set_setting(COUNCIL, name)

    def new(self, form: Form) -> Walk:
        """Begin a decision: saved at once, with nothing answered but that one can carry on as now, and the council.

        The council is the one chosen, as the newest of its decisions names it.
        """
        framework = self._in_force()
        reference = FrameworkReference(framework.id, framework.version, framework.sha256)
        baseline = Option(OptionId("A"), _("Carry on as now"), baseline=True, net_cost=0)
        body = self._body()
        assessment = Assessment(AssessmentId(self._new_id()), reference, form=form, options=(baseline,), body=body)
        self._save_first(assessment, Act.BEGUN)
        return self._walk(assessment)

    def _body(self) -> Body:
        """The council chosen, with its kind and nation as far as they are known."""
        name = self.council()
        if not name:
            return Body()
        newest = self._store.rows(RegisterQuery(body=name), 0, 1)
        known = self._store.get(newest[0].id) if newest else None
        return Body(name) if known is None else replace(known.body, extra={})

    def split(self, walk: Walk, kind: Kind, title: str) -> Walk:
        """Make a part of another kind out of a decision: saved, with what is the same for both already answered.

        Both bear one decision reference. The first part keeps the list of the others; a part of a part is one of them.
        """
        first = walk if walk.assessment.part_of is None else self.open(walk.assessment.part_of)
        whole = first.assessment
        reference = whole.decision_reference or whole.reference or whole.id
        part = part_of(whole, AssessmentId(self._new_id()), reference, kind, title)
        self._save_first(part, Act.BEGUN)
        first.change(replace(whole, decision_reference=reference, parts=(*whole.parts, part.id)))
        return self._walk(part)

    def open(self, wanted: AssessmentId) -> Walk:
        """Go on with a decision; NotFoundError where the register has none of that id."""
        assessment = self._store.get(wanted)
        if assessment is None:
            raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
        return self._walk(assessment)

    def examples(self) -> dict[str, Assessment]:
        """The finished decisions that ship with the program, by name, the first one first."""
        return {name: self.read(path) for name, path in self._examples.items()}

    def open_example(self, name: str = "") -> Walk:
        """A finished decision, the first where none is named; as it was left, where it has been opened before."""
        example = self.read(self._examples[name or next(iter(self._examples))])
        if self._store.get(example.id) is None:
            self._save_first(example, Act.TAKEN_IN)
        return self.open(example.id)

    def find(self, reference_or_id: str) -> AssessmentId:
        """The one assessment of that reference or id; NotFoundError says where there is none, or several."""
        found = self._store.find(reference_or_id)
        if not found:
            raise NotFoundError(_("The register has nothing under “{name}”.").format(name=reference_or_id))
        if len(found) > 1:
            raise NotFoundError(
                _("The register has several under “{name}”; name one by its id: {ids}.").format(
                    name=reference_or_id, ids=", ".join(found)
                )
            )
        return found[0]

    def read(self, path: Path) -> Assessment:
        """The assessment in a file, not stored."""
        return files.read(path, self._frameworks)

    def take_in(self, path: Path) -> TakenIn:
        """Take an assessment in from a file; another content under a known id is refused."""
        brought = self.compare(path)
        if brought.new:
            self._save_first(brought.assessment, Act.TAKEN_IN)
        return brought

    def compare(self, path: Path) -> TakenIn:
        """What taking it in would bring; nothing is kept."""
        assessment = self.read(path)
        known = self._store.get(assessment.id)
        if known is None:
            return TakenIn(assessment, new=True)
        if canonical(encode(known)) != canonical(encode(assessment)):
            raise FairnessError(
                _(
                    "{file}: the register already holds {id} with other content. Nothing was taken in; "
                    "export the one in the register first, and compare."
                ).format(file=path.name, id=assessment.id)
            )
        return TakenIn(known, new=False)

    def hand_out(self, reference_or_id: str, out: Path) -> None:
        """Write an assessment to a file in the exchange form, whole or not at all."""
        assessment = self.open(self.find(reference_or_id)).assessment
        write_whole(files.text(assessment).encode(), out)

    def rows(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """A page of the register."""
        return self._store.rows(self._today(query), offset, limit)

    def count(self, query: RegisterQuery) -> int:
        """How many lines a query finds."""
        return self._store.count(self._today(query))

    def tallies(self) -> list[Tally]:
        """How many lines there are of each council, kind, status, floor, year and shelf."""
        return self._store.tallies()

    def reviewed_years(self) -> list[int]:
        """The years in which decisions were reviewed, newest first."""
        return self._store.reviewed_years()

    def today(self) -> date:
        """The day against which it is told which reviews are due."""
        return self._clock().date()

    def _today(self, query: RegisterQuery) -> RegisterQuery:
        return replace(query, as_of=self.today()) if query.due and query.as_of is None else query

    def views(self) -> list[SavedView]:
        """The queries kept under a name."""
        return [replace(view, query=self._today(view.query)) for view in self._store.views()]

    def keep_view(self, view: SavedView) -> None:
        """Keep a query under its name, in the place of one of the same name."""
        self._store.keep_view(view)

    def drop_view(self, name: str) -> None:
        """Keep that view no longer."""
        self._store.drop_view(name)

    def put_away(self, wanted: AssessmentId) -> None:
        """Into the archive: found there, and no longer among the others."""
        self._mark(wanted, Act.ARCHIVED)

    def bring_back(self, wanted: AssessmentId) -> None:
        """Out of the archive."""
        self._mark(wanted, Act.UNARCHIVED)

    def throw_away(self, wanted: AssessmentId) -> None:
        """Into the trash, whence it can be restored; StorageError for what was ever signed: that is put away."""
        self._mark(wanted, Act.TRASHED)

    def restore(self, wanted: AssessmentId) -> None:
        """Out of the trash."""
        self._mark(wanted, Act.RESTORED)

    def duplicate(self, wanted: AssessmentId) -> Walk:
        """Begin another decision with all that was entered for this one, but for its reference and its dates."""
        original = self.open(wanted).assessment
        decision = replace(original.decision, date=None, review_date=None)
        copy = replace(original, id=AssessmentId(self._new_id()), reference="", decision=decision,
                       second_reading=SecondReading(), review=Review())  # fmt: skip
        self._save_first(copy, Act.DUPLICATED, wanted)
        for sha256 in self._store.files(wanted):
            self._store.attach(copy.id, sha256)
        return self._walk(copy)

    def _mark(self, wanted: AssessmentId, act: Act) -> None:
        self._store.mark(wanted, Note(self._clock(), self.who(), act))

    def history(self, wanted: AssessmentId) -> list[Step]:
        """Every step of an assessment, oldest first."""
        return self._store.steps(wanted)

    def check(self) -> list[str]:
        """A sentence for everything in the store that is not as it was written."""
        return self._store.check()

    def _walk(self, assessment: Assessment) -> Walk:
        return Walk(self._store, assessment, self._framework(assessment), self._clock, self.who)

    def _framework(self, assessment: Assessment) -> Framework:
        return self._frameworks[assessment.framework.id, assessment.framework.version]

    def _save_first(self, assessment: Assessment, act: Act, about: str = "") -> None:
        result = scored(assessment, self._framework(assessment))
        self._store.save(assessment, standings(result), Note(self._clock(), self.who(), act, about))
