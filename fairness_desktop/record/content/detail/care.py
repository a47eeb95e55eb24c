"""How careful a step each option is; nothing where nothing is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from ....i18n import _
from ....scoring.money.safety import safety
from ....telling.trying import safety_sentence, safety_word
from ...subject import RecordSubject
from ..tree import Heading, Node, Paragraph, Table
from ..wording import named


def safe_to_fail(subject: RecordSubject) -> Iterator[Node]:
    """The badge of each option and what it rests on."""
    now = subject.assessment
    said = [o for o in now.options if not o.baseline]
    if subject.result is None or all(o.care.blank for o in said):
        return
    yield Heading(_("Safe to fail"), 2)
    yield Paragraph(
        _(
            "An option is safe to fail where its floor is not RED at worst and no more can be lost than the cap: the "
            "dear end of every range, and the cost of undoing it."
        )
    )
    found = {o.id: safety(o, subject.framework, subject.result.option(o.id).worst_case_floor) for o in said}
    rows = tuple((named(now, o.id), safety_word(found[o.id]), safety_sentence(found[o.id])) for o in said)
    header = (_("Option"), _("Safe to fail"), _("What it rests on"))
    yield Table(_("Safe to fail"), header, rows, (0.3, 0.2, 0.5))


def none_from_outside(subject: RecordSubject) -> Iterator[Node]:
    """Why no option comes from outside the council."""
    if subject.assessment.why_none_from_outside.strip():
        yield Heading(_("Why no option comes from outside the council"), 2)
        yield Paragraph(subject.assessment.why_none_from_outside)
