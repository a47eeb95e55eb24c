"""What is still missing or does not fit together, each said once and leading to its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..i18n import _, ngettext
from .assessment import Assessment
from .people import TOP_NEED_LEVEL
from .short.form import MOST_GROUPS, is_short, not_counted, still_asked


class Severity(StrEnum):
    """How much a finding weighs: an error stops signing, a warning wants a look, a note is for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap or contradiction; ``where`` is its place in the exchange form."""

    severity: Severity
    code: str
    where: str
    message: str


def gaps(assessment: Assessment) -> tuple[Finding, ...]:
    """Everything not answered yet, in the order of the walk."""
    return (
        *_decision_gaps(assessment),
        *_people_gaps(assessment),
        *_option_gaps(assessment),
        *_effect_gaps(assessment),
        *_short_form(assessment),
    )


def _error(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.ERROR, code, where, message)


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


def _decision_gaps(assessment: Assessment) -> Iterator[Finding]:
    if not assessment.title.strip():
        yield _error("no_title", "title", _("Say in a line what is to be decided."))
    if assessment.kind is None:
        yield _error("no_kind", "kind", _("Say which of the four kinds of decision it is."))
    if not assessment.body.name.strip():
        yield _error("no_body", "body.name", _("Name the council whose decision it is."))
    if assessment.body.kind is None:
        yield _error("no_body_kind", "body.kind", _("Say what kind of council it is."))
    if assessment.body.nation is None:
        yield _error("no_nation", "body.nation", _("Say in which nation the council is."))


def _people_gaps(assessment: Assessment) -> Iterator[Finding]:
    if len(assessment.groups) < 2:  # noqa: PLR2004 - the method compares at least two groups
        yield _error("too_few_groups", "groups", _("Name at least two groups of people who are touched."))
    for i, group in enumerate(assessment.groups):
        where = f"groups[{i}]"
        name = group.name.strip() or group.id
        if not group.name.strip():
            yield _error("no_group_name", f"{where}.name", _("Name group {id}.").format(id=group.id))
        if group.size is None:
            yield _error("no_size", f"{where}.size", _("Say how many people “{name}” are.").format(name=name))
        if not group.need_answered:
            yield _error("no_need", f"{where}.need_level", _("Say how much “{name}” need.").format(name=name))
        if group.need_level == TOP_NEED_LEVEL and group.relative_income is None and len(group.need_evidence) < 2:  # noqa: PLR2004
            yield _warning(
                "severe_need_evidence",
                f"{where}.need_evidence",
                _("Severe need of “{name}” wants two pieces of evidence.").format(name=name),
            )


def _option_gaps(assessment: Assessment) -> Iterator[Finding]:
    if len(assessment.options) < 2:  # noqa: PLR2004 - a choice is between two
        yield _error("too_few_options", "options", _("Name at least one option beside carrying on as now."))
    elif assessment.baseline is None:
        yield _error("no_baseline", "options", _("Say which option is to carry on as now."))
    for i, option in enumerate(assessment.options):
        if not option.name.strip():
            yield _error("no_option_name", f"options[{i}].name", _("Name option {id}.").format(id=option.id))
        if not option.cost_answered:
            where = f"options[{i}].net_cost"
            yield _error("no_cost", where, _("Say what option {id} costs a year.").format(id=option.id))
    others = [o for o in assessment.options if not o.baseline]
    if others and not any(o.from_outside for o in others) and not assessment.why_none_from_outside.strip():
        message = _("No option comes from outside the council: add one, or write why none does.")
        yield _warning("none_from_outside", "why_none_from_outside", message)


def _effect_gaps(assessment: Assessment) -> Iterator[Finding]:
    unanswered = still_asked(assessment)
    pairs = sum(1 for u in unanswered if u.criterion is None)
    if pairs:
        message = ngettext(
            "{count} effect is not answered; the score is made without it, not with zero.",
            "{count} effects are not answered; the score is made without them, not with zero.",
            pairs,
        )
        yield _warning("unanswered_effects", "effects", message.format(count=pairs))
    single = sum(1 for u in unanswered if u.criterion is not None)
    if single:
        message = ngettext(
            "{count} criterion of an effect is not answered; the score is made without it.",
            "{count} criteria of effects are not answered; the score is made without them.",
            single,
        )
        yield _warning("unanswered_criteria", "effects", message.format(count=single))


def _short_form(assessment: Assessment) -> Iterator[Finding]:
    """What the short form is too small for: said, with the way to the full one, and never thrown away."""
    if is_short(assessment) and len(assessment.groups) > MOST_GROUPS:
        message = _("The short form is for two or three groups; with more, go on in the full form.")
        yield _warning("short_form_groups", "groups", message)
    beyond = not_counted(assessment)
    if beyond:
        message = _("The short form does not weigh {criteria}; what is answered there is kept for the full form.")
        yield _warning("short_form_beyond", "effects", message.format(criteria=", ".join(beyond)))
