"""The register: begin, open, take in, hand out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..domain.assessment import Assessment, FrameworkReference
from ..domain.errors import FairnessError, NotFoundError
from ..domain.framework import Framework
from ..domain.history import Act, Note
from ..domain.options import Option
from ..domain.register import RegisterQuery, RegisterRow
from ..domain.vocabulary import AssessmentId, Form, OptionId
from ..exchange import files
from ..exchange.canonical import canonical
from ..exchange.decoding import Frameworks
from ..exchange.encoding import encode
from ..i18n import _
from .ports import Assessments
from .walk import Clock, Walk, scored, standings
from .writing import write_whole

WHO = "who"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an assessment that was handed in; ``new`` is False where the same was here already."""

    assessment: Assessment
    new: bool


class Register:
    """Every assessment on this laptop.

    ``new_id`` makes ids no other laptop makes; ``shipped`` is the framework a new assessment is made under.
    """

    def __init__(
        self,
        store: Assessments,
        frameworks: Frameworks,
        shipped: Framework,
        clock: Clock,
        new_id: Callable[[], str],
        example: Path,
    ) -> None:
        self._store, self._frameworks, self._shipped = store, frameworks, shipped
        self._clock, self._new_id, self._example = clock, new_id, example

    def who(self) -> str:
        """The name that stands beside changes: chosen on this laptop, and nobody proves it."""
        return self._store.setting(WHO)

    def set_who(self, name: str) -> None:
        """Choose another name for the changes to come."""
        if name.strip() != self.who():
            self._store.set_setting(WHO, name.strip())

    def new(self, form: Form) -> Walk:
        """Begin a decision: saved at once, with nothing answered but that one can carry on as now."""
        reference = FrameworkReference(self._shipped.id, self._shipped.version, self._shipped.sha256)
        baseline = Option(OptionId("A"), _("Carry on as now"), baseline=True, net_cost=0)
        assessment = Assessment(AssessmentId(self._new_id()), reference, form=form, options=(baseline,))
        self._save_first(assessment, Act.BEGUN)
        return self._walk(assessment)

    def open(self, wanted: AssessmentId) -> Walk:
        """Go on with a decision; NotFoundError where the register has none of that id."""
        assessment = self._store.get(wanted)
        if assessment is None:
            raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
        return self._walk(assessment)

    def open_example(self) -> Walk:
        """The finished example; as it was left, where it has been opened before."""
        example = files.read(self._example, self._frameworks)
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
        assessment = self.read(path)
        known = self._store.get(assessment.id)
        if known is None:
            self._save_first(assessment, Act.TAKEN_IN)
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
        return self._store.rows(query, offset, limit)

    def count(self, query: RegisterQuery) -> int:
        """How many lines a query finds."""
        return self._store.count(query)

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
