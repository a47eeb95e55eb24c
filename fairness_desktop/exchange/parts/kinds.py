"""How the kind of a decision was found, and at which level it is taken, in the exchange form."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from ...domain.kinds.classifier import Answers, Classifier, check_scores
from ...domain.kinds.levels import LevelAnswer, StepAway
from ...i18n import _
from ..reading import Reader
from .saying import given, said

Document = dict[str, Any]


def answers_document(answers: Answers) -> Document:
    """What was answered, statement by statement."""
    return {**said(answers=dict(answers.scores), reason=answers.reason), **answers.extra}


def answers(reader: Reader, classifier: Classifier) -> Answers:
    """What was answered; refused where it answers no statement of the framework, or is off the scale."""
    message = _("must be a whole number from {low} to {high}").format(low=classifier.low, high=classifier.high)
    inner = reader.object("answers")
    scores: dict[str, int] = {}
    for statement in inner:
        score = inner.whole(statement, message)
        if score is None:
            inner.fail(statement, message)
        scores[statement] = score
    reader.made(check_scores, classifier, scores)
    return Answers(scores, reader.text("reason"), reader.rest())


def level_document(level: LevelAnswer) -> Document:
    """The level taken, the closest lawful one, and the reasons."""
    steps = [{"level": s.level, **said(why_not=s.why_not), **s.extra} for s in level.steps]
    return {
        **given(taken=level.taken, closest_lawful=level.closest_lawful),
        **said(why_closest=level.why_closest, steps=steps),
        **level.extra,
    }


def level(reader: Reader) -> LevelAnswer:
    """The level taken, the closest lawful one, and the reasons in the order of the ladder."""
    steps = tuple(_step(row) for row in reader.objects("steps"))
    for i, step in enumerate(steps):
        if step.level in [s.level for s in steps[:i]]:
            reader.fail(f"steps[{i}].level", _("“{id}” stands there twice").format(id=step.level))
    return reader.made(
        LevelAnswer,
        taken=_rung(reader, "taken"),
        closest_lawful=_rung(reader, "closest_lawful"),
        why_closest=reader.text("why_closest"),
        steps=tuple(sorted(steps, key=attrgetter("level"))),
        extra=reader.rest(),
    )


def _step(row: Reader) -> StepAway:
    rung = _rung(row, "level")
    if rung is None:
        row.fail("level", _("is missing"))
    return row.made(StepAway, level=rung, why_not=row.text("why_not"), extra=row.rest())


def _rung(reader: Reader, key: str) -> int | None:
    return reader.whole(key, _("must be a whole number from 0 to 6"))
