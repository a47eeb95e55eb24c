"""The days of a decision that are still to come, written for a calendar."""

from __future__ import annotations

from pathlib import Path

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError
from ...domain.vocabulary import Language
from ...exchange.calendar.form import calendar
from ...exchange.decoding import decode
from ...exchange.encoding import encode
from ...exchange.exempt import without
from ...i18n import _, ngettext
from ...record.tongues import in_language
from ...telling.ahead.days import days_to_come
from ..walk import Walk
from ..writing import write_whole


def write_days(walk: Walk, out: Path, language: Language | None = None) -> str:
    """Write the calendar file, and say how many days stand in it; FairnessError where there is none.

    A calendar is shared and sent about, so what is exempt does not stand in it. It is dated by the last change of the
    decision: written twice it is the same file.
    """
    last = walk.steps[-1]
    with in_language(language or walk.assessment.language or Language.ENGLISH):
        events = days_to_come(_without_exempt(walk))
        content = calendar(events, last.note.at, last.number)
    if not events:
        raise FairnessError(
            _("There is no day to put in a calendar: give a day for the review, an action or a check of quality.")
        )
    write_whole(content, out)
    said = ngettext("{count} day written to {path}.", "{count} days written to {path}.", len(events))
    return said.format(count=len(events), path=out)


def _without_exempt(walk: Walk) -> Assessment:
    now, framework = walk.assessment, walk.framework
    instead = {one.where: _("(exempt)") for one in now.decision.exempt}
    if not instead:
        return now
    return decode(without(encode(now), instead), {(framework.id, framework.version): framework})
