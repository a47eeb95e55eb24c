"""What the duties still want: a tick instead of a text, one that nobody thought of, one that nobody read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...i18n import _
from ..assessment import Assessment
from ..findings import Finding, Severity
from ..law.choosing import pack_for
from ..law.pack import LegalPack
from .answers import SHORTEST, WAYS, characteristic_label
from .rules import DutyId, DutyRule, Force, duty_label


def applying(assessment: Assessment, packs: Sequence[LegalPack]) -> tuple[DutyRule, ...]:
    """The duties that the law of the body and nation names for that decision; none while the nation is not known."""
    pack = pack_for(assessment, packs)
    return () if pack is None else tuple(d for d in pack.duties if d.applies(assessment))


def duty_findings(assessment: Assessment, packs: Sequence[LegalPack]) -> tuple[Finding, ...]:
    """Errors stop a signature: a tick where the law wants thought. All else wants a look."""
    rules = applying(assessment, packs)
    return (*_tick(assessment), *_equality(assessment, rules), *_required(assessment, rules))


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


def is_tick(texts: Sequence[str]) -> bool:
    """Whether what is written is no more than a tick."""
    written = "".join(texts).strip()
    return bool(written) and len(written) < SHORTEST


def tick_sentence() -> str:
    """What is said of it beside the text."""
    return _("That says no more than a tick. Write what you know, and what it means for this decision.")


def _tick(now: Assessment) -> Iterator[Finding]:
    if is_tick(now.duties.of_equality):
        message = _(
            "The equality duty is not met by a tick or “no impact”: write what you know, and what it means for this "
            "decision."
        )
        yield Finding(Severity.ERROR, "equality_tick", "duties.equality", message)


def _equality(now: Assessment, rules: Sequence[DutyRule]) -> Iterator[Finding]:
    duties = now.duties
    if not duties.of_equality:
        if any(r.id is DutyId.EQUALITY for r in rules):
            yield _warning("no_equality", "duties.equality", _("Write what was thought of under the equality duty."))
        return
    if now.decision.chosen is not None and len(duties.equality_read.strip()) < SHORTEST:
        message = _("The decision-maker writes that they read the equality assessment, and what it did to their mind.")
        yield _warning("equality_not_read", "duties.equality_read", message)
    if now.assessed_on is None:
        message = _("Say on which day the assessment was finished: it has to be considered before the decision.")
        yield Finding(Severity.NOTE, "equality_no_date", "assessed_on", message)
    for row in duties.equality_lens:
        if row.means.strip() and not row.do.strip():
            message = _("{characteristic}: it is said what it means, not what is done.")
            said = message.format(characteristic=characteristic_label(row.characteristic))
            yield Finding(Severity.NOTE, "lens_nothing_done", f"duties.equality_lens[{row.characteristic}].do", said)


def _required(now: Assessment, rules: Sequence[DutyRule]) -> Iterator[Finding]:
    """The duties that the law requires to be thought of, and nobody did."""
    for rule in rules:
        if rule.force is not Force.REQUIRED or rule.id is DutyId.EQUALITY:
            continue
        if rule.id is DutyId.WAYS_OF_WORKING:
            yield from _ways(now)
        elif not now.duties.text(rule.place).strip():
            message = _("Write what was thought of under this duty: {duty} ({source}).")
            said = message.format(duty=duty_label(rule.id), source=_(rule.source))
            yield _warning(f"no_{rule.id}", f"duties.{rule.place}", said)


def _ways(now: Assessment) -> Iterator[Finding]:
    open_still = [way for way in WAYS if not now.duties.text(f"ways_of_working.{way}").strip()]
    if open_still and not (now.duties.wales.strip() and len(open_still) == len(WAYS)):
        names = ", ".join(_(WAYS[way]).lower() for way in open_still)
        message = _("Say how these ways of working were followed: {ways}.").format(ways=names)
        yield _warning("no_ways_of_working", f"duties.ways_of_working.{open_still[0]}", message)
