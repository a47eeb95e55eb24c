"""The public copy of a record: what everyone may read, made from the full one and nothing else.

Exempt texts are left out wherever they stand. Groups of fewer than ten people are not counted, and with their sizes
goes every figure from which a size could be worked out: each that follows from how many people there are. What is said
of one touched person stays, for it is the same whatever the size.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import TypeVar, cast

from ..domain.assessment import Assessment
from ..domain.effects import Unanswered
from ..domain.errors import RecordError
from ..domain.history import HistoryLine
from ..domain.people import FEWEST_TOLD, Group
from ..domain.reviewing.review import Outcome
from ..domain.vocabulary import CriterionId, GroupId
from ..exchange.decoding import decode
from ..exchange.encoding import encode
from ..exchange.exempt import foreign, repeats, texts, without
from ..i18n import _
from ..scoring.result import Result
from ..scoring.score import score
from .subject import PAPERS, LeftOut, Place, PublicCopy, RecordSubject
from .tongues import in_language

SIZE_BAND = "under 10"
"""What stands for a size in the data, under ``size_band``; a closed word of the form, in no language."""

MOST_TRIED = 6
"""Uncounted groups up to which the ranking is tried under every size they might have."""

Value = TypeVar("Value")


def public_subject(full: RecordSubject, full_record: str) -> RecordSubject:
    """The subject of the public copy; ``full_record`` is the SHA-256 of the sealed full record, empty for a draft.

    RecordError where a mark names no text: what somebody meant to withhold would be published.
    """
    with in_language(full.language):
        now = full.assessment
        instead = _instead(now)
        gone = [text for place, text in texts(encode(now)).items() if place in instead]
        small, criteria = uncounted(now), full.framework.criterion_ids
        known = (*criteria, *(s.id for s in full.framework.classifier.statements))
        told = _decounted(_without_texts(full, instead), small, criteria)
        result = None if full.result is None or small else _retold(full.result, told, full)
        few = _small_ever(full, small)
        ours = (li for li in full.history if not any(foreign(li.where, v, known) for v in _values(li)))
        shown = ours if not _exempt_papers_ever(full) else (li for li in ours if not li.where.startswith(PAPERS))
        history = tuple(line for line in shown if not _hidden(line, instead, gone, few))
        about = PublicCopy(
            full_record=full_record,
            left_out=(*(LeftOut(x.where, x.ground) for x in now.decision.exempt), *_papers_left_out(now)),
            uncounted=small,
            places=_places(full.result) if small and full.result is not None else (),
            ranks_told=bool(small) and full.result is not None and _same_whatever_the_sizes(full, small),
            history_left_out=len(full.history) - len(history),
        )
    gaps = () if instead or small else full.gaps
    return replace(full, assessment=told, result=result, history=history, gaps=gaps, public=about)


def uncounted(assessment: Assessment) -> tuple[GroupId, ...]:
    """The groups whose size the public copy leaves out."""
    return tuple(g.id for g in assessment.groups if g.uncounted)


def telltales(assessment: Assessment) -> tuple[str, ...]:
    """Places of texts that stay in the public copy and have the size of an uncounted group in them as a number."""
    sizes = {g.size for g in assessment.groups if g.id in uncounted(assessment)}
    marked = {x.where for x in assessment.decision.exempt}
    return tuple(
        place
        for place, text in texts(encode(assessment)).items()
        if place not in marked and sizes & {int(n) for n in re.findall(r"(?<![\w.,/])\d(?![\w/]|[.,]\d)", text)}
    )


def _instead(assessment: Assessment) -> dict[str, str]:
    """What stands in the place of each exempt text."""
    known = texts(encode(assessment))
    unknown = [x.where for x in assessment.decision.exempt if x.where not in known]
    if unknown:
        raise RecordError(
            _(
                "“{where}” is marked as exempt, but there is no text at that place; set the mark right before making a "
                "public copy."
            ).format(where=unknown[0])
        )
    return {x.where: _("[left out: {ground}]").format(ground=x.ground.strip()) for x in assessment.decision.exempt}


def _without_texts(full: RecordSubject, instead: dict[str, str]) -> Assessment:
    """The assessment without exempt texts, their reasons, and fields of other programs."""
    known = {(full.framework.id, full.framework.version): full.framework}
    bare = replace(_ours(full.assessment), open_fields=(), set_aside=())
    marks = tuple(replace(x, reason="") for x in bare.decision.exempt)
    told = decode(without(encode(bare), instead), known)
    papers = tuple(paper for paper in told.attachments if not paper.exempt)
    return replace(told, decision=replace(told.decision, exempt=marks), attachments=papers)


def _ours(value: Value) -> Value:
    """The value with no field that our form does not know, all the way down."""
    if isinstance(value, tuple):
        return cast(Value, tuple(_ours(item) for item in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    inner = {f.name: {} if f.name == "extra" else _ours(getattr(value, f.name)) for f in fields(value)}
    return replace(value, **inner)


def _papers_left_out(now: Assessment) -> Iterator[LeftOut]:
    """An entry a paper that is exempt: neither its title nor its hash, by which one who guesses it could be sure."""
    for paper in now.attachments:
        if paper.exempt:
            yield LeftOut(PAPERS, paper.ground.strip() or _("exempt or confidential; no ground is given"))


def _exempt_papers_ever(full: RecordSubject) -> bool:
    """Whether there is or was a paper that is exempt: then no change of any paper is told."""
    if any(paper.exempt for paper in full.assessment.attachments):
        return True
    lines = (line for line in full.history if line.where.startswith(PAPERS))
    return any(line.where.endswith(".exempt") or _marks(value) for line in lines for value in _values(line))


def _marks(value: object) -> bool:
    """Whether a paper, or one in a list of them, is marked as exempt."""
    rows = value if isinstance(value, list) else [value]
    return any(isinstance(row, dict) and row.get("exempt") is True for row in rows)


def _decounted(now: Assessment, small: Sequence[GroupId], criteria: tuple[CriterionId, ...]) -> Assessment:
    """The assessment with neither size nor reach of those groups: seven tenths of ten people are seven."""
    counted = tuple(u for u in now.unanswered if u.group not in small)
    effects = (
        Unanswered(e.option, e.group, None, replace(now.cell(e.option, e.group, criteria), reach=None))
        for e in now.effects
        if e.group in small
    )
    open_still = (
        replace(u, so_far=replace(u.so_far, reach=None) if u.so_far else None)
        for u in now.unanswered
        if u.group in small and u.criterion is None
    )
    return replace(
        now,
        groups=tuple(_sizeless(g) if g.id in small else g for g in now.groups),
        effects=tuple(e for e in now.effects if e.group not in small),
        unanswered=(*counted, *effects, *open_still),
        ratings=tuple(r for r in now.ratings if r.group not in small),
        review=replace(now.review, outcomes=tuple(_unweighed(o, small) for o in now.review.outcomes)),
    )


def _unweighed(one: Outcome, small: Sequence[GroupId]) -> Outcome:
    """The weight is people × need, so that it would tell how many there are."""
    return replace(one, weight=None, promised_reach=None, reach=None) if one.group in small else one


def _sizeless(group: Group) -> Group:
    return replace(group, size=None, extra={"size_band": SIZE_BAND})


def _retold(result: Result, told: Assessment, full: RecordSubject) -> Result:
    """The result, its findings and its agencies named as the public copy does."""
    again = score(told, full.framework)
    options = tuple(replace(o, money=again.option(o.id).money) for o in result.options)
    return replace(result, options=options, findings=again.findings)


def _places(result: Result) -> tuple[Place, ...]:
    return tuple(Place(o.id, o.feasible, o.rank, o.floor, o.worst_case_floor) for o in result.options)


def _same_whatever_the_sizes(full: RecordSubject, small: Sequence[GroupId]) -> bool:
    """Whether the ranking tells nothing of the sizes.

    Points are linear in each size, so that an order which holds for the least and the most people holds in between.
    """
    if len(small) > MOST_TRIED:
        return False
    rankings = set()
    for sizes in product((1, FEWEST_TOLD - 1), repeat=len(small)):
        tried = dict(zip(small, sizes, strict=True))
        now = full.assessment
        groups = tuple(replace(g, size=tried.get(g.id, g.size)) for g in now.groups)
        result = score(replace(now, groups=groups), full.framework)
        rankings.add(tuple((o.id, o.rank) for o in result.options))
    return len(rankings) == 1


def _small_ever(full: RecordSubject, small: Sequence[GroupId]) -> frozenset[str]:
    """The ids of groups that have so few people, or once had as the history has it."""
    found = set(map(str, small))
    for line in full.history:
        for value in _values(line):
            found |= set(_few(value, line.where))
    return frozenset(found)


def _few(value: object, where: str) -> Iterator[str]:
    """Ids of small groups in a value of the history; of a size alone, the id is in its place."""
    if isinstance(value, list):
        for row in value:
            yield from _few(row, where)
    elif isinstance(value, dict):
        if _is_few(value.get("size")):
            yield str(value.get("id", ""))
    elif where.startswith("groups[") and where.endswith("].size") and _is_few(value):
        yield where.removeprefix("groups[").removesuffix("].size")


def _is_few(size: object) -> bool:
    return isinstance(size, int | float) and not isinstance(size, bool) and size < FEWEST_TOLD


def _values(line: HistoryLine) -> list[object]:
    return [json.loads(value) for value in (line.old, line.new) if value is not None]


def _hidden(line: HistoryLine, instead: dict[str, str], gone: Sequence[str], small: frozenset[str]) -> bool:
    """Whether a change touches what the copy leaves out."""
    if line.where.startswith("decision.exempt") or any(_meet(line.where, place) for place in instead):
        return True
    if any(repeats(text, gone) for value in _values(line) for text in _strings(value)):
        return True
    rows, _bracket, rest = line.where.partition("[")
    if not small or rows not in ("groups", "effects", "unanswered", "ratings", "review", "review.outcomes"):
        return False
    return not rest or any(group in rest for group in small)


def _strings(value: object) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _strings(one)


def _meet(one: str, other: str) -> bool:
    """Whether one of two places is the other or lies within it."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))
