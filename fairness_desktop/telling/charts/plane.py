"""The equity-impact plane: how much good an option does in all, against how much for those most in need."""

from __future__ import annotations

from ...i18n import _
from ...scoring.inputs import ScoringInputs
from ...scoring.points import need_weights
from ...scoring.result import OptionResult, Result
from ...scoring.rounding import exact_sum, rounded
from ..figures import signed
from .chart import Chart, Figures
from .pictures.plane import PlanePicture, quadrant
from .pictures.plot import Spot


def plane(inputs: ScoringInputs, result: Result) -> Chart:
    """A letter an option: points in all to the right, points for those most in need upwards."""
    need = need_weights(inputs, inputs.framework.elasticity.value)
    people = {g.id: g.size for g in inputs.groups}

    def for_neediest(option: OptionResult) -> float:
        return exact_sum([people[g] * need[g] * option.mean_effects[g] for g in result.neediest])

    spots = tuple(
        Spot(o.id, rounded(o.points), rounded(for_neediest(o)), o.id == result.leader, not o.feasible)
        for o in result.ranked
    )
    return Chart(
        title=_("How much good, and for whom"),
        caption=_("Further right: more good in all. Further up: more of it for those most in need."),
        in_words=" ".join(_in_words(spot, _places(spots)) for spot in spots),
        table=_table(spots),
        picture=PlanePicture(spots),
    )


def _places(spots: tuple[Spot, ...]) -> int:
    """So many decimals that the figures differ, and no more."""
    largest = max(abs(v) for spot in spots for v in (spot.x, spot.y))
    return 0 if largest >= 100 else 1 if largest >= 1 else 3  # noqa: PLR2004


def _in_words(spot: Spot, places: int) -> str:
    said = _("{id}: {all} points in all, {need} for those most in need; {what}.").format(
        id=_name(spot), all=signed(spot.x, places), need=signed(spot.y, places), what=quadrant(spot)
    )
    return said[0].upper() + said[1:]


def _name(spot: Spot) -> str:
    if spot.leads:
        return _("{id}, leads").format(id=spot.letter)
    return _("{id}, not feasible").format(id=spot.letter) if spot.dim else spot.letter


def _table(spots: tuple[Spot, ...]) -> Figures:
    header = (_("Option"), _("Points in all"), _("For those most in need"), _("For all others"), _("In short"))
    rows = tuple(
        (_name(spot), *(signed(v, _places(spots)) for v in (spot.x, spot.y, spot.x - spot.y)), quadrant(spot))
        for spot in spots
    )
    return Figures(header, rows, frozenset({1, 2, 3}))
