"""What each option would do to each group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .errors import InvalidInputError
from .vocabulary import CriterionId, Grade, GroupId, OptionId

BEST = 3.0
WORST = -3.0


def check_impact(where: str, impact: float) -> None:
    """Refuse an effect that is not one of −3, −2.5, … +3."""
    if not WORST <= impact <= BEST or (impact * 2) % 1:
        raise InvalidInputError(where, _("must be a number from −3 to 3 in halves"))


def check_reach(reach: float | None) -> None:
    """Refuse a reach that is no share."""
    if reach is not None and not 0 <= reach <= 1:
        raise InvalidInputError("reach", _("must be a share from 0 to 1"))


@dataclass(frozen=True, slots=True)
class Effect:
    """What an option does to a touched person of a group, against carrying on as now.

    ``reach`` is the share of the group touched; a criterion left out of ``impacts`` is 0.
    """

    option: OptionId
    group: GroupId
    reach: float
    grade: Grade
    impacts: Mapping[CriterionId, float]
    because: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_reach(self.reach)
        for criterion, impact in self.impacts.items():
            check_impact(f"impacts.{criterion}", impact)


@dataclass(frozen=True, slots=True)
class Cell:
    """What has been entered for one option and one group so far; None is *not answered yet*, never 0.

    ``touched`` False says that the option does not reach the group at all.
    """

    reach: float | None = None
    grade: Grade | None = None
    impacts: Mapping[CriterionId, float] = field(default_factory=dict)
    because: str = ""
    touched: bool = True
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_reach(self.reach)
        for criterion, impact in self.impacts.items():
            check_impact(f"impacts.{criterion}", impact)

    @property
    def blank(self) -> bool:
        """Whether nothing at all has been entered."""
        return self.touched and self.reach is None and self.grade is None and not self.impacts and not self.because

    @property
    def counts(self) -> bool:
        """Whether the cell can be scored: reach and evidence grade are known."""
        return self.reach is not None and self.grade is not None

    def as_effect(self, option: OptionId, group: GroupId) -> Effect | None:
        """The effect that this says, zeros left out; None where nobody is touched or it cannot be scored yet."""
        if not self.touched or self.reach is None or self.grade is None:
            return None
        impacts = {c: x for c, x in self.impacts.items() if x}
        return Effect(option, group, self.reach, self.grade, impacts, self.because, self.extra)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Something not answered yet: one criterion of a pair, or, with no criterion, the whole pair.

    ``so_far`` keeps what was entered of a pair that cannot be scored yet.
    """

    option: OptionId
    group: GroupId
    criterion: CriterionId | None = None
    so_far: Cell | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rating:
    """What one assessor thinks an option does to a touched person of a group, apart from what was agreed.

    ``reach`` None is *as agreed*, 0 is *not touched*; a criterion left out of ``impacts`` is *not rated*, never 0.
    """

    assessor: str
    option: OptionId
    group: GroupId
    reach: float | None = None
    impacts: Mapping[CriterionId, float] = field(default_factory=dict)
    because: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.assessor.strip():
            raise InvalidInputError("assessor", _("must be the name of the person who rates"))
        check_reach(self.reach)
        for criterion, impact in self.impacts.items():
            check_impact(f"impacts.{criterion}", impact)

    @property
    def key(self) -> tuple[str, OptionId, GroupId]:
        """Of one assessor there is one rating of a pair."""
        return self.assessor, self.option, self.group

    @property
    def blank(self) -> bool:
        """Whether nothing at all was rated."""
        return self.reach is None and not self.impacts and not self.because and not self.extra

    def cell(self, agreed: Cell) -> Cell:
        """The rating as a cell of the grid; the evidence grade is the agreed one."""
        if self.reach == 0 and not self.impacts:
            return Cell(touched=False, because=self.because)
        reach = agreed.reach if self.reach is None else self.reach
        return Cell(reach, agreed.grade or Grade.D, self.impacts, self.because)
