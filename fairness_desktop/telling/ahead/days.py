"""The days of a decision as they stand in a calendar: the review, what is to be done, checks of quality."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.assessment import Assessment
from ...domain.deciding.actions import Action
from ...domain.deciding.events import Event
from ...domain.quality.plan import Check, Element, element_word
from ...i18n import _
from ..charts.pen import one_line
from ..sentences import option_name


def days_to_come(now: Assessment) -> tuple[Event, ...]:
    """Every one that has a date, the earliest first; on one day the review comes before what is to be done."""
    found = (*_review(now), *(e for a in now.decision.actions for e in _action(now, a)), *_checks(now))
    return tuple(sorted(found, key=lambda event: event.day))


def _key(now: Assessment, place: str) -> str:
    return f"fairness-desktop:{now.id}/{place}"


def _review(now: Assessment) -> Iterator[Event]:
    day = now.decision.review_date
    if day is None:
        return
    lines = [_("What was promised is compared with what happened."), *_decided(now), *_stops(now), *_of(now)]
    title = _("Review: {title}").format(title=_called(now))
    yield Event(_key(now, "review"), day, title, "\n".join(lines), one_line(now.authority.decision_maker.name))


def _action(now: Assessment, action: Action) -> Iterator[Event]:
    if action.due is None:
        return
    title = _("To do: {what}").format(what=one_line(action.what) or _called(now))
    lines = [*_whose(action.owner), *_of(now)]
    yield Event(_key(now, f"actions/{action.id}"), action.due, title, "\n".join(lines), one_line(action.owner))


def _checks(now: Assessment) -> Iterator[Event]:
    for check in now.quality.checks:
        if check.due is None:
            continue
        lines = [*_whose(check.owner), *(_stops(now) if check.element is Element.RISK else ()), *_of(now)]
        key = _key(now, f"checks/{check.id}")
        yield Event(key, check.due, _check_title(now, check), "\n".join(lines), one_line(check.owner))


def _check_title(now: Assessment, check: Check) -> str:
    how = one_line(check.how) or _called(now)
    if check.element is None:
        return _("Check of quality: {how}").format(how=how)
    return _("Check of quality, {element}: {how}").format(element=element_word(check.element).lower(), how=how)


def _whose(owner: str) -> Iterator[str]:
    if owner.strip():
        yield _("Who sees to it: {who}").format(who=one_line(owner))


def _decided(now: Assessment) -> Iterator[str]:
    chosen = now.decision.chosen
    if chosen is not None:
        yield _("Chosen: {option}").format(option=f"{chosen} {option_name(now, chosen)}")


def _stops(now: Assessment) -> Iterator[str]:
    """What was said to make it stop: of the option chosen, and of the whole."""
    chosen = now.decision.chosen
    of_option = "" if chosen is None else now.option(chosen).stop_rule
    for rule in dict.fromkeys(text.strip() for text in (of_option, now.duties.risk) if text.strip()):
        yield _("What makes it stop: {text}").format(text=rule)


def _of(now: Assessment) -> Iterator[str]:
    """Which decision, and whose."""
    parts = [part for part in (one_line(now.reference), _called(now), one_line(now.body.name)) if part]
    yield _("Decision: {decision}").format(decision=", ".join(parts))


def _called(now: Assessment) -> str:
    return one_line(now.title) or now.reference or now.id
