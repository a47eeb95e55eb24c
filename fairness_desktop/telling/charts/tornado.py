"""What would turn the lead: who leads as need counts more or less, and as each criterion does."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.framework import Framework
from ...domain.vocabulary import Kind, OptionId
from ...i18n import _
from ...scoring.result import Result
from ...scoring.rounding import fsum
from ..figures import brief
from .chart import Chart, Figures
from .pictures.strips import Strip, Switch
from .pictures.tornado import TornadoPicture

HIGHEST_ELASTICITY = 4.0


def tornado(result: Result, framework: Framework, kind: Kind) -> Chart | None:
    """A row for elasticity and one a criterion, nearest switch first; None while not worked out, or with no leader."""
    if result.switches is None or result.leader is None:
        return None
    strips = sorted(_strips(result, framework, kind, result.leader), key=lambda s: s.nearest)
    order = tuple(o.id for o in result.ranked if o.feasible)
    return Chart(
        title=_("What would turn the lead?"),
        caption=_("Who leads over the whole range of each judgement, all else as it is; the nearest turn comes first."),
        in_words=" ".join(_in_words(strip) for strip in strips),
        table=_table(strips),
        picture=TornadoPicture(tuple(strips), order),
    )


def _strips(result: Result, framework: Framework, kind: Kind, leader: OptionId) -> Iterator[Strip]:
    assert result.switches is not None
    eta = framework.elasticity
    yield Strip(
        name=_("How much need counts, η"),
        high=HIGHEST_ELASTICITY,
        now=min(eta.value, HIGHEST_ELASTICITY),
        ends=("0", brief(HIGHEST_ELASTICITY)),
        now_told=brief(eta.value),
        switches=tuple(Switch(s.at, f"{s.at:.2f}", s.before, s.after) for s in result.switches.elasticity),
        throughout=leader,
        band=(eta.low, min(eta.high, HIGHEST_ELASTICITY)),
    )
    weights = framework.kinds[kind].weights
    total = fsum(weights.values())
    for criterion in framework.criteria:
        share = weights[criterion.id] / total
        found = [s for s in result.switches.weights if s.criterion == criterion.id]
        yield Strip(
            name=_("Weight of {criterion}").format(criterion=_(criterion.name).lower()),
            high=1.0,
            now=share,
            ends=("0 %", "100 %"),
            now_told=_percent(share),
            switches=tuple(Switch(s.at, _percent(s.at), s.before, s.after) for s in found),
            throughout=leader,
        )


def _percent(share: float) -> str:
    return f"{brief(round(share * 100, 1))} %"


def _in_words(strip: Strip) -> str:
    if not strip.switches:
        return _("{name}, now {now}: never changes the lead, {id} leads throughout.").format(
            name=strip.name, now=strip.now_told, id=strip.throughout
        )
    told = [
        _("at {at} the lead passes from {before} to {after}").format(at=s.told, before=s.before, after=s.after)
        for s in strip.switches
    ]
    return _("{name}, now {now}: {passes}.").format(name=strip.name, now=strip.now_told, passes="; ".join(told))


def _table(strips: list[Strip]) -> Figures:
    header = (_("Judgement"), _("Now"), _("The lead passes"))
    rows = tuple(
        (strip.name, strip.now_told, "; ".join(s.in_short for s in strip.switches) or _("never changes"))
        for strip in strips
    )
    return Figures(header, rows, frozenset({1}))
