"""What does not fit together, or hangs by a thread: said beside the result, so that nobody has to find it out later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..domain.assessment import Assessment
from ..domain.findings import Finding, Severity
from ..domain.kinds.kind_findings import before_scoring, kind_findings
from ..domain.touched.people_findings import people_findings
from ..domain.vocabulary import CriterionId, Grade, GroupId, OptionId, label
from ..i18n import _, ngettext
from .inputs import ScoringInputs
from .money.remarks import money_remarks
from .money.safety import safety
from .points import criterion_weights, need_weights, order
from .result import Result
from .rounding import PLACES, rounded


def contradictions(assessment: Assessment, inputs: ScoringInputs, result: Result) -> tuple[Finding, ...]:
    """Every one of them, in the order of the walk."""
    return (
        *kind_findings(assessment, inputs.framework),
        *before_scoring(assessment, inputs.framework),
        *people_findings(assessment, inputs.framework),
        *_assumed_throughout(assessment),
        *money_remarks(assessment, inputs.framework),
        *_better_but_infeasible(result),
        *_tilted_away(result),
        *_careless(assessment, inputs, result),
        *_leader_by_kind(assessment, result),
        *_one_cell(assessment, inputs, result),
    )


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


def _assumed_throughout(assessment: Assessment) -> Iterator[Finding]:
    if assessment.effects and all(e.grade is Grade.D for e in assessment.effects):
        yield _warning("all_assumed", "effects", _("Every effect is assumed (grade D): nothing rests on evidence yet."))


def _better_but_infeasible(result: Result) -> Iterator[Finding]:
    if result.leader is None:
        return
    most = rounded(result.option(result.leader).points)
    for option in result.options:
        if not option.feasible and rounded(option.points) > most:
            message = _("{id} would do more good than the leader, but is not feasible: it is shown, not ranked.")
            yield _warning("infeasible_leader", "options", message.format(id=option.id))


def _tilted_away(result: Result) -> Iterator[Finding]:
    if result.leader is not None and rounded(result.option(result.leader).fairness_premium) < 0:
        message = _("{id} leads, yet its fairness premium is below 0: it does less for those in need than for others.")
        yield _warning("premium_negative", "options", message.format(id=result.leader))


def _careless(assessment: Assessment, inputs: ScoringInputs, result: Result) -> Iterator[Finding]:
    """Of options of which it is said how careful a step they are: those chosen that are not safe to fail, and caps."""
    cap = inputs.framework.loss_cap
    for i, option in enumerate(assessment.options):
        if option.care.blank:
            continue
        where = f"options[{i}].care.loss_cap"
        found = safety(option, inputs.framework, result.option(option.id).worst_case_floor)
        if found.safe is False and option.id == assessment.decision.chosen:
            message = _("{id} is chosen and is not safe to fail: look at its floor at worst, its loss and its cap.")
            yield _warning("not_safe_to_fail", where, message.format(id=option.id))
        if cap is not None and option.care.loss_cap is not None and option.care.loss_cap > cap:
            message = _("{id} may lose more before it is stopped than the framework's cap allows.")
            yield _warning("loss_cap_above", where, message.format(id=option.id))


def _leader_by_kind(assessment: Assessment, result: Result) -> Iterator[Finding]:
    others = [
        f"{label(kind)}: {leader}"
        for kind, leader in result.leader_by_kind.items()
        if leader is not None and leader != result.leader
    ]
    if others and assessment.kind is not None:
        message = _("The lead depends on the kind of decision. Under other kinds: {others}.")
        yield _warning("leader_depends_on_kind", "kind", message.format(others=", ".join(others)))


@dataclass(frozen=True, slots=True)
class TurningCell:
    """One effect that alone turns the lead to ``rival``: by how much it must move, and how far its grade allows."""

    option: OptionId
    group: GroupId
    criterion: CriterionId
    move: float
    allowed: float
    rival: OptionId


def turning_cells(inputs: ScoringInputs, result: Result) -> tuple[TurningCell, ...]:
    """Effects that alone, within their evidence, turn the lead; the one that must move least comes first."""
    total = {o.id: o.points for o in result.options if o.feasible}
    ranking = order(total, tuple(sorted(total)))
    if len(ranking) < 2:  # noqa: PLR2004 - no one to turn to
        return ()
    need = need_weights(inputs, inputs.framework.elasticity.value)
    weights = criterion_weights(inputs, inputs.kind)
    size = {g.id: g.size * need[g.id] for g in inputs.groups}
    found = []
    for (option, group), effect in inputs.effects.items():
        if option not in total:
            continue
        per_step = size[group] * effect.reach
        allowed = inputs.framework.half_widths[effect.grade]
        for criterion, x in effect.impacts.items():
            turned = _turned(total, ranking, option, per_step * weights[criterion], x, allowed)
            if turned is not None:
                found.append(TurningCell(option, group, criterion, turned[0], allowed, turned[1]))
    return tuple(sorted(found, key=lambda c: (abs(c.move), c.option, c.group, c.criterion)))


def _turned(
    total: Mapping[OptionId, float],
    ranking: tuple[OptionId, ...],
    option: OptionId,
    per_step: float,
    x: float,
    allowed: float,
) -> tuple[float, OptionId] | None:
    """How far that effect must move for another to lead, and which; None where its evidence does not allow it."""
    leader, second = ranking[0], ranking[1]
    rival = second if option == leader else option
    gap = total[leader] - total[rival]
    room = min(allowed, x + 3 if option == leader else 3 - x)
    if not per_step or per_step * room < gap - 10**-PLACES:
        return None
    moved = rounded(per_step * room), rounded(gap)
    if moved[0] < moved[1] or (moved[0] == moved[1] and leader < rival):
        return None
    return (-gap if option == leader else gap) / per_step, rival


def _one_cell(assessment: Assessment, inputs: ScoringInputs, result: Result) -> Iterator[Finding]:
    cells = turning_cells(inputs, result)
    if not cells:
        return
    least = cells[0]
    place = next(i for i, e in enumerate(assessment.effects) if (e.option, e.group) == (least.option, least.group))
    message = ngettext(
        "The lead turns to {rival} if one effect moves by {move:.2f}, which its evidence allows: "
        "{option}, “{group}”, {criterion}.",
        "The lead turns to {rival} if one effect moves by {move:.2f}, which its evidence allows: "
        "{option}, “{group}”, {criterion}. {count} effects could each turn it alone.",
        len(cells),
    ).format(
        rival=least.rival,
        move=abs(least.move),
        option=least.option,
        group=assessment.group(least.group).name or least.group,
        criterion=_(inputs.framework.criterion(least.criterion).name).lower(),
        count=len(cells),
    )
    yield _warning("leader_depends_on_one_cell", f"effects[{place}].impacts.{least.criterion}", message)
