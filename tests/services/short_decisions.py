"""Three small decisions in the short form, given answer by answer: what one has to say, and on which page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.authority import Authority, Body, DecisionMaker
from fairness_desktop.domain.decision import Rejected
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.progress import Step
from fairness_desktop.domain.short.form import ASKED, with_grade_of_option
from fairness_desktop.domain.vocabulary import (
    AuthorityKind,
    BodyKind,
    Capacity,
    Grade,
    GroupId,
    Kind,
    Nation,
    OptionId,
)

B = OptionId("B")


@dataclass(frozen=True)
class Answer:
    """One answer, and the page on which it is asked."""

    page: Step
    give: Callable[[Assessment], Assessment]


@dataclass(frozen=True)
class Small:
    """A decision between carrying on as now and one thing; effects by group: None is *not touched*."""

    title: str
    kind: Kind
    option: str
    cost: float
    groups: tuple[tuple[str, int, int], ...]
    effects: tuple[tuple[float, float, float] | None, ...]


DECISIONS = (
    Small("A ramp at the village hall", Kind.TECHNICAL, "Build a ramp", 400, (("Wheelchair users", 12, 4),
          ("Others", 300, 1)), ((2, 2.5, 0), (0, 0.5, 0))),
    Small("A warm room in winter", Kind.INVOLVEMENT, "Open on weekdays", 1800, (("Older people alone", 45, 3),
          ("Other residents", 600, 1)), ((1.5, 2, 1), None)),
    Small("A later bus shelter light", Kind.TECHNICAL, "Light it until midnight", 150, (("Night workers", 30, 3),
          ("Other passengers", 200, 1)), ((0.5, 1, 0), (0.5, 0.5, 0))),
)  # fmt: skip

THREE_GROUPS = Small("A bench at the surgery stop", Kind.TECHNICAL, "Put up a bench", 90,
                     (("People who walk badly", 25, 3), ("Parents with prams", 60, 2), ("Other passengers", 200, 1)),
                     ((1.5, 1.5, 0), (0.5, 0.5, 0), (0.5, 0, 0)))  # fmt: skip


def answers(small: Small, framework: Framework) -> Iterator[Answer]:
    """All that has to be answered before it can be signed, one by one."""
    yield from _decision(small)
    for i, (name, size, need) in enumerate(small.groups):
        yield from _group(GroupId(f"g{i}"), name, size, need)
    yield Answer(Step.OPTIONS, lambda a: a.with_option(Option(B, small.option)))
    yield Answer(Step.OPTIONS, lambda a: a.with_option(replace(a.option(B), net_cost=small.cost)))
    for i, impacts in enumerate(small.effects):
        yield from _effects(GroupId(f"g{i}"), impacts, framework, graded=i == 0)
    yield from _choice()


def _decision(small: Small) -> Iterator[Answer]:
    def body(**said: object) -> Answer:
        return Answer(Step.DECISION, lambda a: replace(a, body=replace(a.body, **said)))  # type: ignore[arg-type]

    def power(**said: object) -> Answer:
        return Answer(Step.DECISION, lambda a: replace(a, authority=replace(a.authority, **said)))  # type: ignore[arg-type]

    def maker(**said: object) -> Answer:
        return Answer(Step.DECISION, lambda a: replace(a, authority=_maker(a.authority, **said)))

    yield Answer(Step.DECISION, lambda a: replace(a, title=small.title))
    yield Answer(Step.DECISION, lambda a: replace(a, kind=small.kind))
    yield body(name="Example Parish Council")
    yield body(kind=BodyKind.PARISH_COUNCIL, nation=Nation.ENGLAND)  # such councils are in one nation only
    yield power(kind=AuthorityKind.GENERAL)
    yield power(instrument="Scheme of delegation, 4.2")
    yield maker(name="Ann Example")
    yield maker(capacity=Capacity.OFFICER)


def _maker(authority: Authority, **said: object) -> Authority:
    maker: DecisionMaker = replace(authority.decision_maker, **said)  # type: ignore[arg-type]
    return replace(authority, decision_maker=maker)


def _group(group: GroupId, name: str, size: int, need: int) -> Iterator[Answer]:
    yield Answer(Step.PEOPLE, lambda a: a.with_group(Group(group, name)))
    yield Answer(Step.PEOPLE, lambda a: a.with_group(replace(a.group(group), size=size)))
    yield Answer(Step.PEOPLE, lambda a: a.with_group(replace(a.group(group), need_level=need)))


def _effects(
    group: GroupId, impacts: tuple[float, float, float] | None, framework: Framework, *, graded: bool
) -> Iterator[Answer]:
    def cell(change: Callable[[Cell], Cell]) -> Answer:
        def give(a: Assessment) -> Assessment:
            told = change(a.cell(B, group, framework.criterion_ids))
            return a.with_cell(B, group, with_grade_of_option(a, (B, group), told), framework.criterion_ids)

        return Answer(Step.EFFECTS, give)

    if impacts is None:
        yield cell(lambda _cell: Cell(touched=False))
        return
    for criterion, impact in zip(ASKED, impacts, strict=True):
        yield cell(lambda c, criterion=criterion, impact=impact: replace(c, impacts={**c.impacts, criterion: impact}))  # type: ignore[misc]
    yield cell(lambda c: replace(c, reach=1.0))
    if graded:
        yield cell(lambda c: replace(c, grade=Grade.C))


def _choice() -> Iterator[Answer]:
    def decided(**said: object) -> Answer:
        return Answer(Step.DECIDE, lambda a: replace(a, decision=replace(a.decision, **said)))  # type: ignore[arg-type]

    yield decided(chosen=B)
    yield decided(date=date(2026, 11, 23))
    yield decided(reasons="It does most for those who need most, and costs little.")
    yield decided(rejected=(Rejected(OptionId("A"), "Carrying on as now leaves them out."),))


def blank_body(assessment: Assessment) -> bool:
    """Whether nothing was known of the council beforehand."""
    return assessment.body == Body()
