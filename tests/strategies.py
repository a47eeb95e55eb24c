"""Whole assessments at random, finished and half-filled, for properties that must hold for any of them.

@given(assessments())                            finished, can be scored
@given(assessments(draft=True, foreign=True))    with gaps, and with fields no version of ours knows
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st

from fairness_desktop.domain.approval.machine import open_acts
from fairness_desktop.domain.approval.reading import Entry, SecondReading
from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.authority import Authority, Body, DecisionMaker
from fairness_desktop.domain.deciding.actions import Action
from fairness_desktop.domain.deciding.gut import GutFeeling, Sureness
from fairness_desktop.domain.deciding.votes import Dissent, Vote, Voting
from fairness_desktop.domain.decision import Decision, Duties, Exempt, Rejected
from fairness_desktop.domain.duties.answers import Aims, Characteristic, LensRow, PromptAnswer, Ways
from fairness_desktop.domain.effects import Cell, Effect, Rating, Unanswered
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.classifier import Answers
from fairness_desktop.domain.kinds.levels import LevelAnswer, StepAway
from fairness_desktop.domain.law.answers import (
    CallIn,
    ConsultedMember,
    Interest,
    KeyDecision,
    RecordQuestions,
    Urgency,
)
from fairness_desktop.domain.law.words import Arrangements, Matter, MemberPart, Route
from fairness_desktop.domain.money.asking import Ask, Sort, asks
from fairness_desktop.domain.money.efficiency import Efficiency, SharedCost
from fairness_desktop.domain.money.mechanisms import OF_KIND, Mechanism
from fairness_desktop.domain.money.offers import Offer
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.people import Group, NeedEvidence
from fairness_desktop.domain.quality.plan import Check, Link, Provider, QualityPlan
from fairness_desktop.domain.reviewing.review import Outcome, Review
from fairness_desktop.domain.standing.aside import SetAside
from fairness_desktop.domain.touched.areas import Area
from fairness_desktop.domain.touched.overlaps import Overlap, OverlapAnswer
from fairness_desktop.domain.trying.care import Care
from fairness_desktop.domain.vocabulary import (
    AssessmentId,
    AttachmentId,
    AuthorityKind,
    BodyKind,
    Capacity,
    CriterionId,
    Form,
    Grade,
    GroupId,
    Kind,
    Language,
    Nation,
    OptionId,
)
from fairness_desktop.frameworks.catalogue import frameworks
from fairness_desktop.shipped import folder

settings.register_profile("some", max_examples=30, deadline=None, database=None, derandomize=True)
settings.register_profile("full", max_examples=300, deadline=None, database=None, derandomize=True)
settings.register_profile("red", settings.get_profile("some"), phases=[Phase.explicit, Phase.generate])
"""For tests that are to fail: nobody reads what they fail on, so it is not made small."""
settings.load_profile("some")

MODEL: Framework = frameworks(folder() / "frameworks")["model", "1"]


def pytest_pycollect_makemodule(parent: pytest.Collector) -> None:
    """Import it in a conftest to have ten times the examples under ``--full``: hypothesis asks when it sees a test."""
    wanted = parent.config.getoption("--hypothesis-profile")
    settings.load_profile(wanted or ("full" if parent.config.getoption("--full") else "some"))


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12).filter(
    lambda said: "None" not in said  # an agency may be called so, but tests look for figures that came out as None
)
ids = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=6)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
money = st.one_of(st.integers(-(10**7), 10**7), st.floats(-1e7, 1e7, allow_nan=False))
halves = st.sampled_from([n / 2 for n in range(-6, 7)])
_telling = st.sampled_from([n / 2 for n in range(-6, 7) if n])
shares = st.one_of(st.sampled_from([0.05, 0.5, 1.0]), st.floats(0.001, 1))
incomes = st.one_of(st.floats(0.1, 5), st.sampled_from([0.6, 1]))

_grades = st.sampled_from(Grade)
_said = st.sampled_from(["effect"] * 4 + ["nothing"])
_said_in_draft = st.sampled_from(["effect", "effect", "nothing", "open", "half"])
_sizes = st.integers(1, 50_000)
_levels = st.integers(0, 5)

_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-1e300, 1e300) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)


@cache
def extras(foreign: bool) -> st.SearchStrategy[Mapping[str, object]]:
    """Fields that no version of ours knows; none unless asked for."""
    names = st.text(max_size=3, alphabet="ab.[]0é").map(lambda name: f"x-{name}")
    return st.dictionaries(names, _json, max_size=2) if foreign else st.just({})


@cache
def impacts() -> st.SearchStrategy[dict[CriterionId, float]]:
    """Some criteria with an effect that is not 0."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(MODEL.criterion_ids, _telling))


@cache
def _evidence() -> st.SearchStrategy[list[NeedEvidence]]:
    areas = st.lists(
        st.builds(Area, ids, texts, st.integers(1, 10), extras(True)), max_size=2, unique_by=attrgetter("id")
    )
    said = (st.none() | _grades, texts, extras(True), texts, texts, areas.map(tuple))
    return st.lists(st.builds(NeedEvidence, *said), max_size=2)


def overlaps(own: list[GroupId], foreign: bool) -> st.SearchStrategy[tuple[Overlap, ...]]:
    """Answers about some pairs of those groups, one a pair."""
    pairs = st.lists(st.sampled_from(own), min_size=2, max_size=2, unique=True)
    said = pairs.flatmap(lambda pair: _overlap(pair, foreign))
    return st.lists(said, max_size=2, unique_by=attrgetter("pair")).map(tuple)


def _overlap(pair: list[GroupId], foreign: bool) -> st.SearchStrategy[Overlap]:
    others = st.none() | st.sampled_from([OverlapAnswer.NO, OverlapAnswer.TWICE])
    both = st.tuples(others, st.none()) | st.tuples(st.just(OverlapAnswer.COUNTED), st.sampled_from(pair))
    said = st.tuples(both, texts, extras(foreign))
    return said.map(lambda found: Overlap(pair[0], pair[1], found[0][0], found[0][1], found[1], found[2]))


@st.composite
def groups(draw: st.DrawFn, wanted: str, draft: bool = False, foreign: bool = False) -> Group:
    """A group; in a draft its size and its need may be open."""
    level = draw(_levels)
    income = draw(st.none() | incomes)
    size = draw(_sizes)
    said = draw(_evidence()) if foreign else []
    group = Group(
        GroupId(wanted),
        draw(texts) if draft else f"Group {wanted}",
        size,
        None if income is not None and draw(st.booleans()) else level,
        income,
        tuple(said),
        draw(st.none() | st.booleans()) if foreign else None,
        draw(texts) if foreign else "",
        draw(extras(foreign)),
    )
    if draft and draw(st.booleans()):
        return replace(group, size=None, need_level=None, relative_income=None)
    return group


@cache
def flows(foreign: bool = False) -> st.SearchStrategy[tuple[CashFlow, ...]]:
    """Some years of outlays and savings."""
    lines = st.builds(CashFlow, st.integers(0, 80), texts, money, extras(foreign), st.booleans())
    return st.lists(lines, min_size=1, max_size=3).map(tuple)


def _answers(ask: Ask) -> st.SearchStrategy[object]:
    """What a field that says what it asks may hold."""
    if ask.sort is Sort.WORDS:
        return texts
    if ask.sort is Sort.DAY:
        return st.none() | days
    if ask.choices is not None:
        return st.none() | st.sampled_from(ask.choices)
    if ask.whole:
        return st.none() | st.integers(int(ask.low), min(int(ask.high), 10**6))
    return st.none() | st.floats(ask.low, min(ask.high, 1e7))


def asked(of: type[Any], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of a class whose fields say what they ask."""
    return st.builds(of, **{name: _answers(ask) for name, ask in asks(of).items()}, **more)


@cache
def mechanisms(foreign: bool = False) -> st.SearchStrategy[Mechanism]:
    """Any of the seven, as far as it is answered."""
    said = {"assumptions": texts, "confidence": st.none() | _grades, "extra": extras(foreign)}
    return st.one_of(*(asked(of, **said) for of in OF_KIND.values()))


@cache
def _money_said(foreign: bool) -> st.SearchStrategy[dict[str, Any]]:
    """What an option may say of money beside its cost."""
    shares = st.floats(0, 40) | st.none()
    shared = st.lists(st.builds(SharedCost, texts, shares, extras(foreign)), max_size=2).map(tuple)
    offers = asked(Offer, accepted=st.none() | st.booleans(), extra=extras(foreign))
    return st.fixed_dictionaries(
        {
            "offers": st.lists(offers, max_size=2).map(tuple),
            "council_resource": st.none() | st.floats(0, 1e7),
            "hour_value": st.none() | st.floats(0, 100),
            "hour_value_source": texts,
            "optimism_bias": st.none() | st.floats(0, 200),
            "optimism_bias_source": texts,
            "mechanism": st.none() | mechanisms(foreign),
            "efficiency": asked(Efficiency, shared_by=shared, extra=extras(foreign)),
            "care": asked(Care, extra=extras(foreign)),
        }
    )


@st.composite
def options(draw: st.DrawFn, wanted: str, baseline: bool, draft: bool = False, foreign: bool = False) -> Option:
    """An option; in a draft its cost may be open."""
    flow = draw(st.none() | flows(foreign))
    cost = None if flow is not None or (draft and draw(st.booleans())) else draw(money)
    said = [draw(texts) for _text in range(6)] if foreign else [""] * 6
    of_money = draw(_money_said(foreign)) if draw(st.booleans()) else {}
    return Option(
        OptionId(wanted),
        draw(texts) if draft else f"Option {wanted}",
        baseline,
        cost,
        flow,
        said[0],
        said[1],
        said[2],
        draw(st.none() | st.booleans()) if foreign else None,
        said[3],
        draw(st.none() | st.booleans()) if foreign else None,
        said[4],
        said[5],
        draw(extras(foreign)),
        **of_money,
    )


@st.composite
def _cells(
    draw: st.DrawFn, option: Option, group: Group, draft: bool, foreign: bool
) -> tuple[list[Effect], list[Unanswered]]:
    """What is said of a pair: nothing, an effect, one with open criteria, or too little to be scored."""
    said = draw(_said_in_draft if draft else _said)
    if said in ("effect", "open"):
        because = draw(texts) if foreign else ""
        found = draw(impacts())
        effect = Effect(option.id, group.id, draw(shares), draw(_grades), found, because, draw(extras(foreign)))
        still = [c for c in MODEL.criterion_ids if c not in found][:2] if said == "open" else []
        return [effect], [Unanswered(option.id, group.id, c, extra=draw(extras(foreign))) for c in still]
    if said == "half":
        cell = Cell(draw(st.none() | shares), None, draw(impacts()), draw(texts), extra=draw(extras(foreign)))
        so_far = None if cell.blank and not cell.extra else cell
        return [], [Unanswered(option.id, group.id, None, so_far, draw(extras(foreign)))]
    return [], []


def _ratings(named: list[OptionId], own: list[GroupId], foreign: bool) -> st.SearchStrategy[list[Rating]]:
    """What a few people think of some pairs, one rating each."""
    rated = st.builds(
        Rating,
        st.sampled_from(["Ann", "Bo", "Cai"]),
        st.sampled_from(named),
        st.sampled_from(own),
        st.none() | shares,
        st.fixed_dictionaries({}, optional=dict.fromkeys(MODEL.criterion_ids, halves)),
        texts if foreign else st.just(""),
        extras(foreign),
    )
    return st.lists(rated.filter(lambda r: not r.blank), max_size=3, unique_by=lambda r: r.key)


@cache
def _rows_of(of: type[Any], foreign: bool) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few rows of a class whose fields say what they ask, each with an id of its own."""
    rows = asked(of, id=ids, extra=extras(foreign))
    return st.lists(rows, max_size=2, unique_by=attrgetter("id")).map(tuple)


@cache
def _deciding(foreign: bool) -> st.SearchStrategy[dict[str, Any]]:
    """Votes, dissent, actions, and what was felt first."""
    moments = st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    option = st.none() | ids.map(OptionId)
    sure = st.none() | st.sampled_from(Sureness)
    return st.fixed_dictionaries(
        {
            "voting": asked(Voting, votes=_rows_of(Vote, foreign), extra=extras(foreign)),
            "dissents": _rows_of(Dissent, foreign),
            "actions": _rows_of(Action, foreign),
            "gut": st.builds(GutFeeling, option, texts, sure, texts, moments, moments, extras(foreign)),
        }
    )


def decisions(chosen: OptionId, others: list[OptionId], foreign: bool) -> st.SearchStrategy[Decision]:
    """A choice with its reasons."""
    return st.builds(
        Decision,
        date=st.none() | days,
        chosen=st.none() | st.just(chosen),
        reasons=texts,
        rejected=st.tuples(*(st.builds(Rejected, st.just(o), texts, extras(foreign)) for o in others)),
        departure_reason=texts,
        floor_reason=texts,
        mitigation=texts,
        less_harmful=texts,
        conditions=texts,
        dissent=texts,
        review_date=st.none() | days,
        exempt=_exempt(foreign),
        extra=extras(foreign),
    ).flatmap(_with_how_it_was_decided)


def _with_how_it_was_decided(decision: Decision) -> st.SearchStrategy[Decision]:
    return st.just(decision) | _deciding(True).map(lambda said: replace(decision, **said))


@cache
def _exempt(foreign: bool) -> st.SearchStrategy[tuple[Exempt, ...]]:
    marks = st.builds(Exempt, ids.filter(str.strip), ids.filter(str.strip), texts, extras(foreign))
    return st.lists(marks, max_size=2, unique_by=attrgetter("where")).map(tuple)


@cache
def _authorities(foreign: bool) -> st.SearchStrategy[Authority]:
    makers = st.builds(DecisionMaker, texts, texts, st.none() | st.sampled_from(Capacity), extras(foreign))
    yes = st.none() | st.booleans()
    return st.builds(
        Authority,
        st.none() | st.sampled_from(AuthorityKind),
        texts,
        makers,
        st.none() | st.sampled_from(Matter),
        st.builds(RecordQuestions, yes, yes, yes, extras(foreign)),
        st.builds(KeyDecision, yes, st.none() | days, st.none() | st.sampled_from(Route), extras(foreign)),
        st.builds(CallIn, st.none() | days, texts, extras(foreign)),
        st.builds(Urgency, texts, texts, extras(foreign)),
        extras(foreign),
    )


@cache
def interests(foreign: bool) -> st.SearchStrategy[tuple[Interest, ...]]:
    """A few interests declared."""
    parts = st.none() | st.sampled_from(MemberPart)
    said = st.builds(Interest, ids, texts, texts, parts, st.none() | st.booleans(), texts, extras(foreign))
    return st.lists(said, max_size=2, unique_by=attrgetter("id")).map(tuple)


@cache
def consulted(foreign: bool) -> st.SearchStrategy[tuple[ConsultedMember, ...]]:
    """A few members consulted."""
    said = st.builds(ConsultedMember, ids, texts, texts, texts, extras(foreign))
    return st.lists(said, max_size=2, unique_by=attrgetter("id")).map(tuple)


@cache
def _duties(foreign: bool) -> st.SearchStrategy[Duties]:
    rows = st.builds(LensRow, st.sampled_from(Characteristic), texts, texts, texts, texts, extras(foreign))
    answers = st.builds(PromptAnswer, ids, texts, extras(foreign))
    return st.builds(
        Duties,
        *[texts] * 6,
        extras(foreign),
        st.builds(Aims, texts, texts, texts, extras(foreign)),
        st.lists(rows, max_size=2, unique_by=attrgetter("characteristic")).map(tuple),
        texts,
        texts,
        st.builds(Ways, *[texts] * 5, extras(foreign)),
        texts,
        texts,
        st.lists(answers, max_size=2, unique_by=attrgetter("id")).map(tuple),
    )


@cache
def _aside(foreign: bool) -> st.SearchStrategy[tuple[SetAside, ...]]:
    return st.lists(st.builds(SetAside, texts, texts, texts, extras(foreign)), max_size=2).map(tuple)


@cache
def quality_plans(foreign: bool) -> st.SearchStrategy[QualityPlan]:
    """A plan, as far as it is answered."""
    provider = asked(Provider, extra=extras(foreign))
    return st.builds(QualityPlan, _rows_of(Check, foreign), _rows_of(Link, foreign), provider, extras(foreign))


@cache
def _attachments() -> st.SearchStrategy[tuple[Attachment, ...]]:
    """A few files, each with bytes of its own."""
    said = st.builds(
        Attachment,
        id=ids.map(AttachmentId),
        sha256=st.integers(0, 2**256 - 1).map("{:064x}".format),
        size=st.integers(0, 1000),
        title=texts,
        file_name=texts,
        media_type=texts,
        date=st.none() | days,
        where=texts,
        exempt=st.booleans(),
        ground=texts,
        extra=extras(True),
    )
    return st.lists(said, max_size=2, unique_by=(attrgetter("id"), attrgetter("sha256"))).map(tuple)


@cache
def second_readings(foreign: bool) -> st.SearchStrategy[SecondReading]:
    """Acts that can follow one another."""
    walked = st.lists(st.tuples(st.integers(0, 3), texts, moments, extras(foreign)), max_size=4)
    return walked.map(_acts_from)


def _acts_from(picks: list[tuple[int, str, datetime, Mapping[str, object]]]) -> SecondReading:
    reading = SecondReading()
    for i, (pick, text, at, extra) in enumerate(picks):
        can = open_acts(reading.state)
        entry = Entry(
            f"r{i + 1}", can[pick % len(can)], f"Ann {text}".strip(), at, f"{i:064x}", text, text, text, extra
        )
        reading = SecondReading((*reading.entries, entry))
    return reading


@cache
def outcomes(foreign: bool, answered: bool = False) -> st.SearchStrategy[tuple[Outcome, ...]]:
    """What was promised to a few groups, and what happened, as far as it is answered."""
    gap = st.nothing() if answered else st.none()
    rows = st.builds(
        Outcome,
        ids.map(GroupId),
        name=texts,
        weight=gap | st.floats(0.001, 1e7),
        promised=gap | st.floats(-3, 3),
        promised_reach=gap | shares,
        outcome=gap | halves,
        reach=gap | shares,
        because=texts,
        extra=extras(foreign),
    )
    return st.lists(rows, min_size=int(answered), max_size=3, unique_by=attrgetter("group")).map(tuple)


@cache
def reviews(foreign: bool) -> st.SearchStrategy[Review]:
    """A review, as far as it is answered."""
    records = st.sampled_from(["", "ab" * 32])
    sums = st.none() | money
    return asked(
        Review, record=records, outcomes=outcomes(foreign), promised_cost=sums, cost=sums, extra=extras(foreign)
    )


@cache
def answers(foreign: bool) -> st.SearchStrategy[Answers]:
    """Some statements scored, and a reason."""
    ids = [s.id for s in MODEL.classifier.statements]
    return st.builds(
        Answers,
        st.fixed_dictionaries({}, optional=dict.fromkeys(ids, st.integers(0, 3))),
        texts,
        extras(foreign),
    )


@cache
def levels(foreign: bool) -> st.SearchStrategy[LevelAnswer]:
    """A level, and why it is taken no closer."""
    rungs = st.none() | st.integers(0, 6)
    steps = st.lists(
        st.builds(StepAway, st.integers(0, 6), texts, extras(foreign)), max_size=3, unique_by=attrgetter("level")
    )
    in_order = steps.map(lambda some: tuple(sorted(some, key=attrgetter("level"))))
    return st.builds(LevelAnswer, rungs, rungs, texts, in_order, extras(foreign))


@cache
def _frames(draft: bool, foreign: bool) -> st.SearchStrategy[Assessment]:
    """All but the rows."""
    gap = st.none() if draft else st.nothing()
    said = texts if foreign else st.just("")
    bodies = st.builds(
        Body,
        said,
        gap | st.sampled_from(BodyKind),
        gap | st.sampled_from(Nation),
        (st.none() | st.sampled_from(Arrangements)) if foreign else st.none(),
        (st.none() | _sizes) if foreign else st.none(),
        extra=extras(foreign),
    )
    return st.builds(
        Assessment,
        id=(ids if foreign else st.just("drawn")).map(AssessmentId),
        framework=st.builds(
            FrameworkReference, st.just(MODEL.id), st.just(MODEL.version), st.just(MODEL.sha256), extras(foreign)
        ),
        title=texts if draft else st.just("Which way"),
        reference=said,
        summary=said,
        decision_reference=said,
        part_of=(st.none() | ids.map(AssessmentId)) if foreign else st.none(),
        parts=st.lists(ids.map(AssessmentId), max_size=2).map(tuple) if foreign else st.just(()),
        classifier=answers(foreign) if foreign else st.just(Answers()),
        level=levels(foreign) if foreign else st.just(LevelAnswer()),
        kind=gap | st.sampled_from(Kind),
        form=st.none() | st.sampled_from(Form),
        language=st.none() | st.sampled_from(Language),
        body=bodies,
        authority=_authorities(foreign) if foreign else st.just(Authority()),
        interests=said,
        declared=interests(foreign) if foreign else st.just(()),
        consulted=consulted(foreign) if foreign else st.just(()),
        assessed_on=(st.none() | days) if foreign else st.none(),
        required_saving=st.none() | money,
        budget_cap=st.none() | money,
        duties=_duties(foreign) if foreign else st.just(Duties()),
        quality=quality_plans(foreign) | st.just(QualityPlan()),
        why_none_from_outside=said,
        set_aside=_aside(foreign) if foreign else st.just(()),
        attachments=_attachments() if foreign else st.just(()),
        second_reading=second_readings(foreign) | st.just(SecondReading()),
        review=reviews(foreign) if foreign else st.just(Review()),
        extra=extras(foreign),
    )


@cache
def _rows(foreign: bool, fewest: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(ids if foreign else st.sampled_from("ABCDEabcde"), min_size=fewest, max_size=most, unique=True)


@st.composite
def assessments(draw: st.DrawFn, *, draft: bool = False, foreign: bool = False, most: int = 4) -> Assessment:
    """An assessment of 2 to ``most`` options and groups; in a draft there may be none yet, and gaps anywhere."""
    frame = draw(_frames(draft, foreign))
    fewest = 0 if draft else 2
    rows = _rows(foreign, fewest, most)
    own = [draw(groups(wanted, draft, foreign)) for wanted in draw(rows)]
    named = draw(rows)
    ways = [draw(options(wanted, i == 0, draft, foreign)) for i, wanted in enumerate(named)]
    said = [draw(_cells(option, group, draft, foreign)) for option in ways[1:] for group in own]
    rated = draw(_ratings([o.id for o in ways[1:]], [g.id for g in own], foreign)) if ways[1:] and own else []
    decision = Decision()
    if named and foreign:
        decision = draw(decisions(OptionId(named[0]), [OptionId(o) for o in named[1:]], foreign))
    return replace(
        frame,
        groups=tuple(own),
        overlaps=draw(overlaps([g.id for g in own], foreign)) if foreign and len(own) > 1 else (),
        options=tuple(ways),
        effects=tuple(e for some, _gaps in said for e in some),
        unanswered=tuple(u for _some, gaps in said for u in gaps),
        ratings=tuple(rated),
        decision=decision,
    )
