"""What has to be there before a score can be worked out, and before a record can be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..i18n import _
from .assessment import Assessment
from .deciding.deciding_findings import deciding_findings
from .duties.duty_findings import duty_findings
from .findings import Finding, Severity, gaps
from .law.checks import law_findings
from .law.pack import LegalPack
from .progress import step_of
from .quality.rating_findings import rating_findings
from .vocabulary import Floor, OptionId

_NOT_NEEDED_TO_SCORE = {"no_title", "no_body", "no_body_kind", "no_nation", "no_group_name", "no_option_name"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the score says of the chosen option: is it the leader, or as good as equal to it, and its floor."""

    leads: bool
    leader: OptionId | None
    floor: Floor


def obstacles_to_scoring(assessment: Assessment) -> tuple[Finding, ...]:
    """The gaps without which nothing can be worked out; unanswered effects are not among them."""
    return tuple(f for f in gaps(assessment) if f.severity is Severity.ERROR and f.code not in _NOT_NEEDED_TO_SCORE)


def missing_for_signing(
    assessment: Assessment, standing: Standing | None, packs: Sequence[LegalPack] = ()
) -> tuple[Finding, ...]:
    """Everything that stands between this assessment and a signature, in the order of the walk.

    ``standing`` is that of the chosen option; None where nothing is chosen or nothing could be scored.
    """
    errors = (f for f in gaps(assessment) if f.severity is Severity.ERROR)
    rules = (*law_findings(assessment, packs), *duty_findings(assessment, packs))
    counts = (f for f in rating_findings(assessment) if f.severity is Severity.ERROR)
    law = (f for f in rules if f.severity is Severity.ERROR)
    how = (f for f in deciding_findings(assessment) if f.severity is Severity.ERROR)
    decision = (*_choice(assessment), *_justification(assessment, standing), *how)
    return tuple(sorted((*errors, *_authority(assessment), *law, *counts, *decision), key=lambda f: step_of(f.where)))


def _missing(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.ERROR, code, where, message)


def _authority(assessment: Assessment) -> Iterator[Finding]:
    authority, maker = assessment.authority, assessment.authority.decision_maker
    if authority.kind is None:
        yield _missing("no_authority", "authority.kind", _("Say under which kind of authority it is decided."))
    if not authority.instrument.strip():
        where = "authority.instrument"
        yield _missing("no_instrument", where, _("Name the minute or the line of the scheme that gives the power."))
    if not maker.name.strip():
        yield _missing("no_decision_maker", "authority.decision_maker.name", _("Name the decision-maker."))
    where = "authority.decision_maker.capacity"
    if maker.capacity is None:
        yield _missing("no_capacity", where, _("Say in which capacity the decision-maker decides."))


def _choice(assessment: Assessment) -> Iterator[Finding]:
    decision = assessment.decision
    if decision.date is None:
        yield _missing("no_date", "decision.date", _("Give the date of the decision."))
    if decision.chosen is None:
        yield _missing("no_choice", "decision.chosen", _("Choose an option."))
    if not decision.reasons.strip():
        yield _missing("no_reasons", "decision.reasons", _("Write the reasons for the choice."))
    for option in assessment.options:
        if decision.chosen is None or option.id == decision.chosen:
            continue
        if not decision.why_rejected(option.id).strip():
            message = _("Write why option {id} was rejected.").format(id=option.id)
            yield _missing("no_rejection_reason", "decision.rejected", message)


def _justification(assessment: Assessment, standing: Standing | None) -> Iterator[Finding]:
    decision = assessment.decision
    if standing is None:
        return
    if not standing.leads and not decision.departure_reason.strip():
        if standing.leader is None:
            message = _("No option is feasible; write why this one is chosen all the same.")
        else:
            message = _("Option {leader} leads; write why another is chosen.").format(leader=standing.leader)
        yield _missing("no_departure_reason", "decision.departure_reason", message)
    if standing.floor is not Floor.RED:
        return
    if not decision.floor_reason.strip():
        message = _("The floor is RED: write why the choice is justified all the same.")
        yield _missing("no_floor_reason", "decision.floor_reason", message)
    if not decision.mitigation.strip():
        message = _("The floor is RED: write what is done to soften the harm.")
        yield _missing("no_mitigation", "decision.mitigation", message)
    if not decision.less_harmful.strip():
        message = _("The floor is RED: write which less harmful way was considered, and why not.")
        yield _missing("no_less_harmful", "decision.less_harmful", message)
