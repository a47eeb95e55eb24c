"""The first pages: the decision in plain words, then the statutory record."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.assessment import Assessment
from ...domain.short.form import still_asked
from ...domain.vocabulary import Language, label
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ...telling.figures import day, percent, ratio, signed
from ...telling.plain.page import MOST_REASONS, MOST_SUMMARY, cut, plain_sentences
from ...telling.sentences import floor_sentence
from ..subject import RecordSubject
from ..tongues import TAGS
from . import leaving_out
from .tree import Bullets, FloorLine, Foreign, Gap, Heading, Node, Note, Paragraph
from .wording import named, or_gap


def plain_page(subject: RecordSubject, *, noticed: bool = True) -> Iterator[Node]:
    """What was decided, by whom, why, and what it means for those most in need; what is left out, if ``noticed``."""
    now = subject.assessment
    if subject.draft:
        yield Gap(_("DRAFT: not signed. Nothing in it may be relied on as a decision."))
    yield Heading(_("The decision in plain words"))
    if noticed:
        yield from leaving_out.notice(subject)
    if now.summary:
        yield Paragraph(_own(subject, now.summary, MOST_SUMMARY))
    chosen = now.decision.chosen
    if chosen is None:
        yield Gap(_("No option has been chosen yet."))
    else:
        yield Paragraph(_("Decided: {option}").format(option=cut(named(now, chosen), MOST_SUMMARY)), lead=True)
    yield Paragraph(_by_whom(now))
    yield Paragraph(" ".join(plain_sentences(now, subject.result)))
    yield from _why(subject)
    if subject.result is not None:
        yield from _meaning(now, subject.result)
    elif subject.public is not None:
        yield from leaving_out.meaning(subject, subject.public)


def still_missing(subject: RecordSubject) -> Iterator[Node]:
    """What a draft lacks before it can be signed: after the plain page, which it would take over its one page."""
    if subject.gaps:
        yield Heading(_("Still missing"), 2)
        yield Bullets(tuple(f.message for f in subject.gaps))


def _why(subject: RecordSubject) -> Iterator[Node]:
    """The decider's own words, as many as there is room for: all of them stand in the statutory record."""
    reasons = subject.assessment.decision.reasons
    yield Heading(_("Why"), 2)
    if not reasons.strip():
        yield Gap(_("No reasons are given yet."))
        return
    yield Paragraph(_own(subject, reasons, MOST_REASONS))
    if len(reasons) > MOST_REASONS:
        yield Note(_("The reasons go on: they stand in full in the statutory record."))


def _own(subject: RecordSubject, text: str, most: int) -> str:
    """The user's own words; shortened ones are marked here, for they are no more what was entered."""
    own = subject.assessment.language or Language.ENGLISH
    short = cut(text, most) if len(text) > most else text
    return short if short == text or own is subject.language else Foreign(short, TAGS[own])


def _by_whom(now: Assessment) -> str:
    maker = now.authority.decision_maker
    return _("By {maker} for {body}, under {instrument}, on {day}.").format(
        maker=", ".join(p for p in (maker.name, maker.role) if p) or _("nobody named yet"),
        body=now.body.name.strip() or _("a council not named yet"),
        instrument=now.authority.instrument.strip() or _("an authority not stated yet"),
        day=day(now.decision.date) if now.decision.date else _("no date yet"),
    )


def _meaning(now: Assessment, result: Result) -> Iterator[Node]:
    """Leader, floor and focus of the option chosen (or, before a choice, of the leader), a line each."""
    yield Heading(_("What it means for those most in need"), 2)
    if result.leader is None:
        yield Paragraph(_("No option saves what is required within the cap, so none leads."))
    subject = now.decision.chosen or result.leader
    if subject is None:
        return
    figures = result.option(subject)
    yield FloorLine(
        figures.floor,
        _("Floor {floor}: {meaning}").format(floor=label(figures.floor), meaning=floor_sentence(figures.floor)),
    )
    yield Bullets((_leading(now, result, figures), _focus(figures, result), *_firm(result)))
    if still_asked(now):
        yield Paragraph(_("Some effects were not answered; they are not counted as zero but left out."), small=True)


def _leading(now: Assessment, result: Result, figures: OptionResult) -> str:
    if result.leader is None or result.leader == figures.id:
        return _("{id} has a fairness score of {score} (carrying on as now is 0) and {place}.").format(
            id=figures.id,
            score=signed(figures.score),
            place=_("leads") if result.leader else _("is not feasible"),
        )
    leader = result.option(result.leader)
    return _("{leader} leads with a score of {best}; {id} has {score}. Why it was chosen all the same: {why}").format(
        leader=leader.id,
        best=signed(leader.score),
        id=figures.id,
        score=signed(figures.score),
        why=or_gap(cut(now.decision.departure_reason, MOST_SUMMARY)),
    )


def _firm(result: Result) -> tuple[str, ...]:
    """How firm the lead is, once the draws are made."""
    drawn = result.robustness
    if drawn is None or result.leader is None or drawn.verdict is None:
        return ()
    said = _("The lead is {verdict}: {id} ranks first in {share} of {draws} plausible versions.")
    share = percent(drawn.first_share(result.leader))
    return (said.format(verdict=label(drawn.verdict), id=result.leader, share=share, draws=f"{drawn.draws:,}"),)


def _focus(figures: OptionResult, result: Result) -> str:
    if figures.benefit_share is None:
        return _("{id} brings no gain to share out.").format(id=figures.id)
    return _(
        "Of the good {id} does, {share} goes to those most in need, who are {need} of the people in reach "
        "(focus ratio {ratio})."
    ).format(
        id=figures.id,
        share=percent(figures.benefit_share),
        need=percent(result.need_share),
        ratio=ratio(figures.focus_ratio),
    )
