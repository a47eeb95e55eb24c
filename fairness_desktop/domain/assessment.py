"""One decision under assessment, whole; how it may change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ..i18n import _
from .approval.reading import SecondReading
from .attachments import Attachments, without_place
from .authority import Authority, Body
from .decision import Decision, Duties
from .effects import Cell, Effect, Rating, Unanswered
from .errors import InvalidInputError
from .kinds.classifier import Answers
from .kinds.levels import LevelAnswer
from .law.answers import ConsultedMember, Interest
from .options import Option
from .people import Group
from .quality.plan import QualityPlan
from .reviewing.review import Review
from .standing.aside import SetAside
from .touched.overlaps import Overlaps, without_group
from .vocabulary import AssessmentId, CriterionId, Form, GroupId, Kind, Language, OptionId

MOST_OPTIONS = 8
MOST_GROUPS = 12
MOST_ASSESSORS = 12


@dataclass(frozen=True, slots=True)
class FrameworkReference:
    """Which version of which fairness framework an assessment is made under."""

    id: str
    version: str
    sha256: str
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything said about one decision so far.

    It is a value: a change yields another one, so a screen, a worker and the history can each hold theirs.
    Rows keep the order in which they were entered. ``language`` is that of the words entered; None is English.
    A decision of several kinds is split: its parts bear one ``decision_reference``, each but the first is ``part_of``
    the first, which names the others in ``parts``. ``assessed_on`` is the day on which this was finished, which must
    not be after the decision. ``review`` comes after the
    record, which it leaves as it is. ``extra`` holds fields this version does not know, to hand on;
    ``open_fields`` those entries of ``unanswered`` that name a field and say more than this version does.
    """

    id: AssessmentId
    framework: FrameworkReference
    title: str = ""
    reference: str = ""
    summary: str = ""
    decision_reference: str = ""
    part_of: AssessmentId | None = None
    parts: tuple[AssessmentId, ...] = ()
    kind: Kind | None = None
    classifier: Answers = field(default_factory=Answers)
    level: LevelAnswer = field(default_factory=LevelAnswer)
    form: Form | None = None
    language: Language | None = None
    body: Body = field(default_factory=Body)
    authority: Authority = field(default_factory=Authority)
    interests: str = ""
    declared: tuple[Interest, ...] = ()
    consulted: tuple[ConsultedMember, ...] = ()
    assessed_on: date | None = None
    required_saving: float | None = None
    budget_cap: float | None = None
    groups: tuple[Group, ...] = ()
    overlaps: Overlaps = ()
    options: tuple[Option, ...] = ()
    effects: tuple[Effect, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    open_fields: tuple[Mapping[str, object], ...] = ()
    ratings: tuple[Rating, ...] = ()
    duties: Duties = field(default_factory=Duties)
    quality: QualityPlan = field(default_factory=QualityPlan)
    why_none_from_outside: str = ""
    set_aside: tuple[SetAside, ...] = ()
    decision: Decision = field(default_factory=Decision)
    attachments: Attachments = ()
    second_reading: SecondReading = field(default_factory=SecondReading)
    review: Review = field(default_factory=Review)
    extra: Mapping[str, object] = field(default_factory=dict)

    def group(self, wanted: GroupId) -> Group:
        """The group of that id; InvalidInputError where there is none."""
        for group in self.groups:
            if group.id == wanted:
                return group
        raise InvalidInputError("", _("there is no group “{id}”").format(id=wanted))

    def option(self, wanted: OptionId) -> Option:
        """The option of that id; InvalidInputError where there is none."""
        for option in self.options:
            if option.id == wanted:
                return option
        raise InvalidInputError("", _("there is no option “{id}”").format(id=wanted))

    @property
    def baseline(self) -> Option | None:
        """The option to carry on as now."""
        return next((o for o in self.options if o.baseline), None)

    def pairs(self) -> Iterator[tuple[OptionId, GroupId]]:
        """Every option (but the baseline) with every group, in the order entered."""
        return ((o.id, g.id) for o in self.options if not o.baseline for g in self.groups)

    def cell(self, option: OptionId, group: GroupId, criteria: tuple[CriterionId, ...]) -> Cell:
        """What has been entered for the pair; an answered criterion that the effect leaves out shows as 0."""
        gaps = [u for u in self.unanswered if (u.option, u.group) == (option, group)]
        whole = next((u for u in gaps if u.criterion is None), None)
        if whole is not None:
            return whole.so_far or Cell()
        effect = self.effect(option, group)
        if effect is None:
            return Cell(touched=False)
        still_open = {u.criterion for u in gaps}
        impacts = {c: effect.impacts.get(c, 0.0) for c in criteria if c not in still_open}
        return Cell(effect.reach, effect.grade, impacts, effect.because, extra=effect.extra)

    def effect(self, option: OptionId, group: GroupId) -> Effect | None:
        """The answered effect of an option on a group, or None."""
        return next((e for e in self.effects if (e.option, e.group) == (option, group)), None)

    def with_cell(self, option: OptionId, group: GroupId, cell: Cell, criteria: tuple[CriterionId, ...]) -> Assessment:
        """The same assessment with that entered for the pair; ``criteria`` are those the framework asks for.

        A pair whose reach or grade is not known cannot be scored: it stays unanswered, and what was entered is kept.
        """
        if self.option(option).baseline:
            raise InvalidInputError("effects", _("the baseline has no effects: all others are against it"))
        self.group(group)
        notes = {u.criterion: u.extra for u in self.unanswered if (u.option, u.group) == (option, group)}
        gaps = [u for u in self.unanswered if (u.option, u.group) != (option, group)]
        cell = replace(cell, extra=cell.extra or self.cell(option, group, criteria).extra)
        effect = cell.as_effect(option, group)
        if effect is not None:
            gaps += [Unanswered(option, group, c, extra=notes.get(c, {})) for c in criteria if c not in cell.impacts]
        elif cell.touched:
            so_far = None if cell.blank and not cell.extra else cell
            gaps.append(Unanswered(option, group, None, so_far, notes.get(None, {})))
        return replace(self, effects=self._effects_with(option, group, effect), unanswered=tuple(gaps))

    def _effects_with(self, option: OptionId, group: GroupId, effect: Effect | None) -> tuple[Effect, ...]:
        """The effects with one pair's replaced where it stood, added at the end, or (None) taken out."""
        kept: list[Effect] = []
        for old in self.effects:
            if (old.option, old.group) != (option, group):
                kept.append(old)
            elif effect is not None:
                kept.append(effect)
                effect = None
        return (*kept, effect) if effect is not None else tuple(kept)

    def with_group(self, group: Group) -> Assessment:
        """The same assessment with that group changed, or added with every effect on it unanswered."""
        if any(g.id == group.id for g in self.groups):
            return replace(self, groups=tuple(group if g.id == group.id else g for g in self.groups))
        if len(self.groups) >= MOST_GROUPS:
            raise InvalidInputError("groups", _("there are 12 groups already; join two that are touched alike"))
        gaps = tuple(Unanswered(o.id, group.id) for o in self.options if not o.baseline)
        return replace(self, groups=(*self.groups, group), unanswered=self.unanswered + gaps)

    def without_group(self, gone: GroupId) -> Assessment:
        """The same assessment without that group and what was said of it."""
        return replace(
            self,
            groups=tuple(g for g in self.groups if g.id != gone),
            overlaps=without_group(self.overlaps, gone),
            effects=tuple(e for e in self.effects if e.group != gone),
            unanswered=tuple(u for u in self.unanswered if u.group != gone),
            ratings=tuple(r for r in self.ratings if r.group != gone),
            open_fields=self._open_fields_outside("groups["),
            decision=self._decision_without(f"groups[{gone}]", f"/{gone}]"),
            attachments=without_place(self.attachments, f"groups[{gone}]", f"/{gone}]"),
        )

    def with_option(self, option: Option) -> Assessment:
        """The same assessment with that option changed, or added with every effect of it unanswered."""
        if option.baseline and any(o.baseline and o.id != option.id for o in self.options):
            raise InvalidInputError("options", _("there is a baseline already; an assessment has exactly one"))
        if any(o.id == option.id for o in self.options):
            return replace(self, options=tuple(option if o.id == option.id else o for o in self.options))
        if len(self.options) >= MOST_OPTIONS:
            raise InvalidInputError("options", _("there are 8 options already; drop one before adding another"))
        gaps = () if option.baseline else tuple(Unanswered(option.id, g.id) for g in self.groups)
        return replace(self, options=(*self.options, option), unanswered=self.unanswered + gaps)

    def without_option(self, gone: OptionId) -> Assessment:
        """The same assessment without that option and what was said of it; the baseline stays."""
        if self.option(gone).baseline:
            raise InvalidInputError("options", _("the option to carry on as now is always among them"))
        decision = replace(
            self._decision_without(f"options[{gone}]", f"effects[{gone}/", f"/{gone}/", f"rejected[{gone}]"),
            chosen=None if self.decision.chosen == gone else self.decision.chosen,
            rejected=tuple(r for r in self.decision.rejected if r.option != gone),
        )
        return replace(
            self,
            options=tuple(o for o in self.options if o.id != gone),
            effects=tuple(e for e in self.effects if e.option != gone),
            unanswered=tuple(u for u in self.unanswered if u.option != gone),
            ratings=tuple(r for r in self.ratings if r.option != gone),
            open_fields=self._open_fields_outside("options["),
            decision=decision,
            attachments=without_place(self.attachments, f"options[{gone}]", f"effects[{gone}/"),
        )

    @property
    def assessors(self) -> tuple[str, ...]:
        """Who has rated effects apart, in the order in which they began."""
        return tuple(dict.fromkeys(r.assessor for r in self.ratings))

    def with_rating(self, rating: Rating) -> Assessment:
        """The same assessment with that rating in the place of the assessor's old one of the pair; a blank one goes."""
        if self.option(rating.option).baseline:
            raise InvalidInputError("ratings", _("the baseline has no effects: all others are against it"))
        self.group(rating.group)
        if rating.assessor not in self.assessors and len(self.assessors) >= MOST_ASSESSORS:
            raise InvalidInputError("ratings", _("there are 12 assessors already; agree with one of them"))
        if not any(r.key == rating.key for r in self.ratings):
            return self if rating.blank else replace(self, ratings=(*self.ratings, rating))
        kept = (rating if r.key == rating.key else r for r in self.ratings)
        return replace(self, ratings=tuple(r for r in kept if not r.blank))

    def without_assessor(self, gone: str) -> Assessment:
        """The same assessment without what that person rated."""
        return replace(self, ratings=tuple(r for r in self.ratings if r.assessor != gone))

    def _decision_without(self, *rows: str) -> Decision:
        """The decision without the marks of exempt texts that stand in rows which are taken out."""
        kept = tuple(x for x in self.decision.exempt if not any(row in x.where for row in rows))
        return replace(self.decision, exempt=kept)

    def _open_fields_outside(self, rows: str) -> tuple[Mapping[str, object], ...]:
        """Without those that count rows of a list from which one is taken: they would point at another row."""
        return tuple(o for o in self.open_fields if not str(o.get("field", "")).startswith(rows))


def seen_by(assessment: Assessment, assessor: str, criteria: tuple[CriterionId, ...]) -> Assessment:
    """The assessment with one person's ratings in the place of the effects; what they did not rate is unanswered."""
    pairs = tuple(assessment.pairs())
    view = replace(assessment, effects=(), unanswered=tuple(Unanswered(o, g) for o, g in pairs))
    for rating in assessment.ratings:
        if rating.assessor == assessor:
            agreed = assessment.cell(rating.option, rating.group, criteria)
            view = view.with_cell(rating.option, rating.group, rating.cell(agreed), criteria)
    return view


def with_view(assessment: Assessment, assessor: str, view: Assessment, criteria: tuple[CriterionId, ...]) -> Assessment:
    """The assessment with that person's ratings as they stand in a view of theirs that was changed."""
    before = seen_by(assessment, assessor, criteria)
    for option, group in assessment.pairs():
        cell = view.cell(option, group, criteria)
        if cell != before.cell(option, group, criteria):
            agreed = assessment.cell(option, group, criteria)
            assessment = assessment.with_rating(_rating(assessor, option, group, cell, agreed))
    return assessment


def _rating(assessor: str, option: OptionId, group: GroupId, cell: Cell, agreed: Cell) -> Rating:
    if not cell.touched:
        return Rating(assessor, option, group, 0.0, {}, cell.because)
    reach = None if cell.reach == agreed.reach else cell.reach
    return Rating(assessor, option, group, reach, cell.impacts, cell.because)
