"""In what two versions of a framework differ, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ...domain.framework import Criterion, Framework
from ...domain.vocabulary import CriterionId, Kind, label
from ...i18n import N_, _
from ..figures import brief

_PLACES = {
    "elasticity": N_("How much need counts"),
    "need_ladder": N_("Need level"),
    "need_threshold": N_("Need threshold"),
    "need_evidence": N_("Evidence of need"),
    "criteria": N_("Criterion"),
    "kinds": N_("Kind"),
    "floor": N_("Floor"),
    "kappa": N_("What a point changes in living standard, κ"),
    "half_widths": N_("Half-width of grade"),
    "robustness": N_("Robustness"),
    "reads_equal_below": N_("Scores closer than this read equal"),
    "discount": N_("Discounting"),
    "classifier": N_("Finding the kind"),
    "levels": N_("Level"),
    "loss_cap": N_("Cap on loss"),
    "legal_packs": N_("Legal packs"),
    "price_of_a_point": N_("Price of a point"),
}


def told_criteria(added: Sequence[Criterion], removed: Sequence[Criterion], new: Framework) -> list[str]:
    """A sentence for each criterion that only one of the two has."""
    said = []
    for criterion in added:
        weights = ", ".join(f"{label(kind)} {brief(new.kinds[kind].weights[criterion.id])}" for kind in Kind)
        told = _("Criterion added: “{name}”, weighing {weights}.")
        said.append(told.format(name=_(criterion.name) or criterion.id, weights=weights))
    told = _("Criterion removed: “{name}”.")
    return [*said, *(told.format(name=_(criterion.name) or criterion.id) for criterion in removed)]


def told_change(where: str, old: object, new: object, framework: Framework) -> str:
    """A place that changed: what it is in words, as far as there are words for it; what it was, and what it is."""
    return f"{_place(where, framework)}: {_value(old)} → {_value(new)}"


def _place(where: str, framework: Framework) -> str:
    first, *further = where.split(".")
    if first == "kinds" and further[1:2] == ["weights"]:
        name = _(framework.criterion(CriterionId(further[2])).name).lower()
        return _("{kind}, weight of {criterion}").format(kind=label(Kind(further[0])), criterion=name)
    if first == "kinds":
        further = [label(Kind(further[0])), *further[1:]]
    elif first == "criteria":
        further = [_(framework.criterion(CriterionId(further[0])).name), *further[1:]]
    said = [part.replace("_", " ") for part in further]
    return ", ".join([_(_PLACES[first]) if first in _PLACES else first, *said])


def _value(value: object) -> str:
    if value is None:
        return "–"
    return brief(value) if isinstance(value, int | float) and not isinstance(value, bool) else f"“{value}”"
