"""What single assessors rated, apart from what was agreed; the record keeps all of it."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.effects import Rating
from ...i18n import _
from ...scoring.assessors import assessors
from ...telling.disagreeing import middle, who_said_what
from ...telling.figures import UNDEFINED, number, percent, signed
from ..subject import RecordSubject
from .tree import Heading, Node, Paragraph, Table


def ratings(subject: RecordSubject) -> Iterator[Node]:
    """Who would lead under each, where they disagree, and every rating; nothing where nobody rated apart."""
    if not subject.assessment.ratings:
        return
    yield Heading(_("What single assessors think"))
    yield Paragraph(_("They rated the effects apart. Scores come from the agreed effects alone."), small=True)
    if subject.result is not None:
        yield from _disagreement(subject)
    for name in subject.assessment.assessors:
        own = tuple(_row(subject, r) for r in subject.assessment.ratings if r.assessor == name)
        header = (_("Option and group"), _("Reach"), _("Effects"), _("Because"))
        yield Table(_("Ratings of {name}").format(name=name), header, own, (0.3, 0.12, 0.36, 0.22), frozenset({1}))


def _disagreement(subject: RecordSubject) -> Iterator[Node]:
    found, now = assessors(subject.assessment, subject.framework), subject.assessment
    leaders = [(_("as agreed"), found.agreed_leader), *found.leaders.items(), (_("median of all"), found.median_leader)]
    rows = tuple((who, leader or UNDEFINED) for who, leader in leaders)
    yield Table(_("Who would lead"), (_("Under the ratings of"), _("Leading option")), rows, (0.6, 0.4))
    names = {c.id: _(c.name).lower() for c in subject.framework.criteria}
    disputed = tuple(
        (
            ", ".join((c.option, now.group(c.group).name or c.group, names[c.criterion])),
            who_said_what(c),
            middle(c.median),
            number(c.spread, 1),
            UNDEFINED if c.agreed is None else signed(c.agreed),
        )
        for c in found.cells
    )
    if disputed:
        header = (_("Effect"), _("Who said what"), _("Median"), _("Spread"), _("Agreed"))
        title = _("Effects rated by several, the most disputed first")
        yield Table(title, header, disputed, (0.36, 0.34, 0.1, 0.1, 0.1), frozenset({2, 3, 4}))


def _row(subject: RecordSubject, rating: Rating) -> tuple[str, ...]:
    group = subject.assessment.group(rating.group).name or rating.group
    reach = _("as agreed") if rating.reach is None else percent(rating.reach)
    names = {c.id: _(c.name).lower() for c in subject.framework.criteria}
    said = ", ".join(f"{names[c]} {signed(x)}" for c, x in rating.impacts.items())
    return f"{rating.option}, {group}", reach, said or UNDEFINED, rating.because or UNDEFINED
