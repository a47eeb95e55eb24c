"""What does not fit the kind of decision, or the level at which it is taken: said, never enforced."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ..assessment import Assessment
from ..findings import Finding, Severity
from ..framework import Framework
from ..vocabulary import label
from .classifier import Classification, classify
from .conditions import holds, place_of
from .levels import LevelAnswer
from .profile import Demand


def kind_findings(assessment: Assessment, framework: Framework) -> tuple[Finding, ...]:
    """How the answers fit the kind taken, and what the level still wants, in the order of the walk."""
    return (*_classified(assessment, framework), *_level(assessment, framework))


def before_scoring(assessment: Assessment, framework: Framework) -> tuple[Finding, ...]:
    """What the kind wants before its score is believed, and its red flags; asked once there is a score."""
    if assessment.kind is None:
        return ()
    profile = framework.kinds[assessment.kind]
    missing = (d for d in profile.before_scoring if not holds(d.condition, assessment, framework))
    flags = (d for d in profile.red_flags if holds(d.condition, assessment, framework))
    return (*(_demand("kind_wants", d) for d in missing), *(_demand("kind_red_flag", d) for d in flags))


def _demand(code: str, demand: Demand) -> Finding:
    said = _("This kind of decision wants: {what}") if code == "kind_wants" else _("Red flag for this kind: {what}")
    return _warning(code, place_of(demand.condition), said.format(what=_(demand.says)))


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


def _note(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.NOTE, code, where, message)


def _classified(now: Assessment, framework: Framework) -> Iterator[Finding]:
    if not now.classifier.scores:
        return
    found = classify(framework.classifier, now.classifier)
    if found.open:
        message = _("{count} of the statements that tell the kind are not scored yet.")
        yield _note("classifier_open", "classifier", message.format(count=len(found.open)))
    elif now.kind is None or now.classifier.reason.strip():
        return
    elif not found.clear and now.kind is not found.kind and not _split(now):
        message = _(
            "The statements do not settle the kind: {first} and {second} are {margin} apart. Take {kind}, split the "
            "decision into parts, or say why it is {taken}."
        )
        yield _warning("kind_unclear", "classifier.reason", _filled(message, now, found))
    elif found.clear and now.kind is not found.kind:
        message = _("The statements point to {first}; say why it is taken as {taken} all the same.")
        yield _warning("kind_differs", "classifier.reason", _filled(message, now, found))


def _filled(message: str, now: Assessment, found: Classification) -> str:
    assert found.first is not None
    assert found.second is not None
    assert found.kind is not None
    assert now.kind is not None
    return message.format(
        first=label(found.first),
        second=label(found.second),
        margin=found.margin,
        kind=label(found.kind),
        taken=label(now.kind),
    )


def _split(now: Assessment) -> bool:
    """Whether this is one part of a decision that was split."""
    return bool(now.parts) or now.part_of is not None


def _level(now: Assessment, framework: Framework) -> Iterator[Finding]:
    answer = now.level
    if not framework.levels or answer == LevelAnswer():
        return
    if answer.taken is None:
        yield _note("no_level", "level.taken", _("Say at which level it is taken."))
    if answer.closest_lawful is None:
        message = _("Say which level is the closest to the person that the law allows.")
        yield _note("no_closest_level", "level.closest_lawful", message)
    if answer.steps_away is None or answer.taken is None or answer.closest_lawful is None:
        return
    if answer.taken < answer.closest_lawful:
        message = _("It is taken closer to the person than the law is said to allow; look at both levels again.")
        yield _warning("closer_than_lawful", "level.taken", message)
    for level in answer.without_reason:
        rung = framework.level(level)
        message = _("Say why it is not taken at the level “{level}”, which the law allows.")
        where = f"level.steps[{level}]"
        yield _warning("no_reason_for_step", where, message.format(level=_(rung.name) if rung else level))
