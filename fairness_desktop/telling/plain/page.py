"""The plain page: short sentences made from the data; the decider's own reasons stand apart, as they wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.assessment import Assessment
from ...domain.short.form import is_short
from ...domain.vocabulary import Floor, OptionId
from ...i18n import _
from ...scoring.result import Result
from ...scoring.rounding import rounded
from ..figures import day, whole_pounds

MOST_REASONS = 1100
"""Characters of reasons on the plain page: more would take it over one page; all of them stand in the record."""

MOST_SUMMARY = 500
MOST_NAME = 90
MOST_NAMED = 4


def plain_sentences(assessment: Assessment, result: Result | None) -> tuple[str, ...]:
    """What was decided, what it costs, whom it helps and harms, who was asked: one short sentence each."""
    chosen = assessment.decision.chosen
    told = [*_decided(assessment, chosen)]
    if chosen is not None and result is not None:
        told += [*_cost(assessment, result, chosen), *_for_whom(assessment, result, chosen)]
        told += [*_best(assessment, result, chosen)]
    told += [*_asked(assessment)]
    if assessment.decision.review_date is not None:
        told.append(_("We look at it again on {day}.").format(day=day(assessment.decision.review_date)))
    if is_short(assessment):
        told.append(_("This was a short check: fewer things were asked than in a full one."))
    return tuple(told)


def cut(text: str, most: int) -> str:
    """As much of a text as there is room for, ending where a sentence or a word does."""
    words = " ".join(text.split()) if len(text) > most else text.strip()
    if len(words) <= most:
        return words
    kept = words[:most]
    ends = max(kept.rfind(mark) for mark in (". ", "! ", "? "))
    return kept[: ends + 1] if ends > most // 2 else kept.rsplit(" ", 1)[0] + " …"


def _decided(now: Assessment, chosen: OptionId | None) -> Iterator[str]:
    body = cut(now.body.name, MOST_NAME) or _("The council")
    if chosen is None:
        yield _("{body} has not decided yet.").format(body=body)
    elif now.option(chosen).baseline:
        yield _("{body} carries on as now.").format(body=body)
    else:
        yield _("{body} has decided.").format(body=body)
        yield _("The choice is: {option}.").format(option=_called(now, chosen))


def _called(now: Assessment, option: OptionId) -> str:
    named = now.option(option)
    return cut(named.name if len(named.name) <= MOST_NAME else named.in_short, MOST_NAME).rstrip(".") or option


def _cost(now: Assessment, result: Result, chosen: OptionId) -> Iterator[str]:
    if now.option(chosen).baseline:
        return
    cost = rounded(result.option(chosen).net_cost, 0)
    if cost == 0:
        yield _("It costs the same as now.")
    elif cost < 0:
        yield _("It saves {sum} a year.").format(sum=whole_pounds(-cost))
    else:
        yield _("It costs {sum} a year more than now.").format(sum=whole_pounds(cost))


def _for_whom(now: Assessment, result: Result, chosen: OptionId) -> Iterator[str]:
    """Whom it makes better and worse off; then whether any of those who need most are among the latter."""
    means = result.option(chosen).mean_effects
    better = [g.name or g.id for g in now.groups if means.get(g.id, 0.0) > 0]
    worse = [g.name or g.id for g in now.groups if means.get(g.id, 0.0) < 0]
    if better:
        yield _("It makes things better for: {groups}.").format(groups=_listed(better))
    if worse:
        yield _("It makes things worse for: {groups}.").format(groups=_listed(worse))
    if not better and not worse:
        yield _("It changes nothing for the people we looked at.")
    yield {
        Floor.GREEN: _("No one who needs most is worse off."),
        Floor.AMBER: _("Some who need most are a little worse off."),
        Floor.RED: _("Some who need most are harmed."),
    }[result.option(chosen).floor]


def _listed(names: list[str]) -> str:
    told = [cut(name, MOST_NAME).rstrip(".") for name in names[:MOST_NAMED]]
    if len(names) > MOST_NAMED:
        told.append(_("and {count} more").format(count=len(names) - MOST_NAMED))
    return "; ".join(told)


def _best(now: Assessment, result: Result, chosen: OptionId) -> Iterator[str]:
    leader = result.leader
    if leader is None:
        yield _("No choice meets the limits on money.")
    elif leader == chosen:
        yield _("Of {count} choices it does the most good.").format(count=len(now.options))
    else:
        yield _("Another choice does more good: {option}.").format(option=_called(now, leader))
        yield _("Below is why it was not taken.")


def _asked(now: Assessment) -> Iterator[str]:
    heard = [g.name or g.id for g in now.groups if g.heard]
    if heard:
        yield _("We asked: {groups}.").format(groups=_listed(heard))
    elif now.groups and all(g.heard is False for g in now.groups):
        yield _("We asked none of them.")
