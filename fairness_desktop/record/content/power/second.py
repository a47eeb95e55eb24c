"""The second reader: what was done, by whom, and whether the approval is of exactly what stands in the record."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.approval.machine import ReadingState, act_word, state_sentence
from ....domain.approval.reading import Entry
from ....domain.sealing.fingerprints import grouped
from ....exchange.approved import state_hash
from ....i18n import _
from ....telling.figures import UNDEFINED, moment
from ...subject import RecordSubject
from ..tree import Gap, Heading, Node, Paragraph, Table


def second_reader(subject: RecordSubject) -> Iterator[Node]:
    """Every act; nothing where nobody was ever asked."""
    reading = subject.assessment.second_reading
    if not reading.entries:
        return
    yield Heading(_("The second reader"))
    yield Paragraph(state_sentence(reading.state))
    if reading.state is ReadingState.APPROVED:
        yield _bound(subject)
    header = (_("When"), _("What"), _("Who"), _("Why"))
    rows = tuple((moment(e.at), act_word(e.act), e.by, _why(e)) for e in reading.entries)
    yield Table(_("What was done in the second reading"), header, rows, (0.22, 0.16, 0.22, 0.4))
    yield Paragraph(
        _("Names were chosen on the laptop; nobody proved them. A countersignature proves a name."), small=True
    )


def _bound(subject: RecordSubject) -> Node:
    """Whether it is this very state that was approved; a public copy holds less, and so cannot tell."""
    last = subject.assessment.second_reading.last
    assert last is not None
    if subject.public is None and last.state != state_hash(subject.assessment):
        return Gap(_("It was changed after that: the approval is of an earlier state, and does not carry over."))
    said = _("The approval is bound to the exact state read, SHA-256 {hash}: any change after it would end it.")
    return Paragraph(said.format(hash=grouped(last.state)), small=True)


def _why(entry: Entry) -> str:
    asked = _("Asked: {name}").format(name=entry.asked) if entry.asked else ""
    override = (
        _("Read by somebody who had a hand in it: {why}").format(why=entry.override) if entry.override.strip() else ""
    )
    return "\n".join(part for part in (asked, entry.reasons, override) if part.strip()) or UNDEFINED
