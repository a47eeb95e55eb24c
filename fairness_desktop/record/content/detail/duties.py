"""What the council had to think of, in its own words: the equality lens, Wales, and other duties; gaps said."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.duties.answers import AIMS, LENS_COLUMNS, WAYS, Characteristic, Duties, characteristic_label
from ....domain.duties.rules import WITH_A_PLACE, DutyId, DutyRule, Force, duty_label
from ....domain.vocabulary import Nation
from ....i18n import _
from ...subject import RecordSubject
from ..tree import Bullets, Gap, Heading, Node, Paragraph, Table
from ..wording import or_gap

_SAYS_NOTHING = "–"


def equality(subject: RecordSubject) -> Iterator[Node]:
    """The equality duty: the whole of it, the aims, the nine, and who read it."""
    now = subject.assessment.duties
    yield Heading(_("Equality duty (Equality Act 2010, section 149)"), 2)
    yield Paragraph(now.equality) if now.equality.strip() else _whole_or_gap(now)
    aims = tuple(f"{_(AIMS[aim])}: {text}" for aim in AIMS if (text := now.text(f"equality_aims.{aim}").strip()))
    if aims:
        yield Bullets(aims)
    if now.equality_lens:
        yield _lens(now)
    if now.equality_read.strip():
        yield Paragraph(_("The decision-maker, on having read this: {words}").format(words=now.equality_read))
    elif now.of_equality:
        yield Gap(_("The decision-maker does not say that they read this."))


def _whole_or_gap(now: Duties) -> Node:
    if now.of_equality:
        return Paragraph(_("What was thought of stands under the aims and the characteristics."))
    return Gap(_("Nothing is said here."))


def _lens(now: Duties) -> Table:
    rows = tuple(
        (characteristic_label(c), *(getattr(now.row(c), column).strip() or _SAYS_NOTHING for column in LENS_COLUMNS))
        for c in Characteristic
    )
    header = (_("Characteristic"), *(_(words) for words in LENS_COLUMNS.values()))
    return Table(_("The nine protected characteristics; none of them is weighted or added up"), header, rows,
                 (0.2, 0.2, 0.2, 0.2, 0.2))  # fmt: skip


def of_nation(subject: RecordSubject) -> Iterator[Node]:
    """The socio-economic duty, and the Welsh ones, where the pack says that they apply or something is said."""
    now, rules = subject.assessment.duties, _rules(subject)
    yield from _text(rules.get(DutyId.SOCIO_ECONOMIC), DutyId.SOCIO_ECONOMIC, now.socio_economic)
    if subject.assessment.body.nation is not Nation.WALES:
        return
    yield Heading(_("Five ways of working, and the Welsh language"), 2)
    ways = tuple((_(WAYS[way]), or_gap(now.text(f"ways_of_working.{way}"))) for way in WAYS)
    if any(now.text(f"ways_of_working.{way}").strip() for way in WAYS) or not now.wales.strip():
        yield Table(_("Five ways of working"), (_("Way"), _("How it was followed")), ways, (0.25, 0.75))
    if now.wales.strip():
        yield Paragraph(now.wales)
    yield from _text(rules.get(DutyId.WELL_BEING_GOALS), DutyId.WELL_BEING_GOALS, now.well_being_goals)
    yield from _text(rules.get(DutyId.WELSH_LANGUAGE), DutyId.WELSH_LANGUAGE, now.welsh_language)


def _text(rule: DutyRule | None, duty: DutyId, text: str) -> Iterator[Node]:
    """What was thought of under one duty; a gap only where the law asks for it."""
    required = rule is not None and rule.force is Force.REQUIRED
    if not text.strip() and not required:
        return
    yield Heading(duty_label(duty), 2)
    yield Paragraph(text) if text.strip() else Gap(_("Nothing is said here."))


def others(subject: RecordSubject) -> Iterator[Node]:
    """What was thought of under the other duties, and a gap under each that the law requires."""
    now, rules = subject.assessment.duties, _rules(subject)
    required = [d for d, r in rules.items() if d not in WITH_A_PLACE and r.force is Force.REQUIRED]
    said = {p.id: p.text for p in now.prompts if p.text.strip()}
    known = {d.value: duty_label(d) for d in DutyId}
    items = [f"{known.get(name, name)}: {text}" for name, text in said.items()]
    items += [f"{duty_label(d)}: {_('not stated')}" for d in required if d.value not in said]
    if not items and not now.other.strip():
        return
    yield Heading(_("Other duties"), 2)
    if items:
        yield Bullets(tuple(items))
    if now.other.strip():
        yield Paragraph(now.other)


def _rules(subject: RecordSubject) -> dict[DutyId, DutyRule]:
    """The duties that apply, as the pack in the record has them."""
    pack = subject.pack
    return {} if pack is None else {d.id: d for d in pack.duties if d.applies(subject.assessment)}
