"""Focus opened: who has the gain and who bears the loss."""

from __future__ import annotations

from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.focus import ratio
from ...scoring.rounding import fsum
from ..figures import UNDEFINED
from .case import Case
from .sums import touched_effect
from .tree import Explanation, Rows, exact


def need_share(case: Case) -> Explanation:
    """P: the share of those most in need among all that can be reached."""
    people = {g.id: g.size * case.reach[g.id] for g in case.groups()}
    needy = fsum(people[g] for g in case.result.neediest)
    rows = tuple(
        (_marked(case, g.id), f"{g.size:,}", exact(case.reach[g.id]), exact(people[g.id])) for g in case.groups()
    )
    return Explanation(
        figure="need_share",
        title=_("Need share P"),
        value=exact(case.result.need_share),
        meaning=_("Those most in need as a share of the people any option can reach. They are marked *."),
        formula=_("P = Σ n · r̄ of those most in need ÷ Σ n · r̄ of all"),
        filled=_divided(case.result.need_share, needy, fsum(people.values())),
        table=Rows((_("Group"), _("people n"), _("highest reach r̄"), "n · r̄"), rows),
    )


def _marked(case: Case, group: object) -> str:
    name = next(case.named(g.id) for g in case.inputs.groups if g.id == group)
    marked = f"{name}\N{NO-BREAK SPACE}*"  # a mark alone on the next line would belong to nobody
    return marked if group in case.result.neediest else name


def _divided(found: float | None, part: float | None, whole: float | None) -> str:
    if found is None:
        return _("There is nothing to divide by, so it is not defined.")
    return f"{exact(found)} = {exact(part)} ÷ {exact(whole)}"


def benefit_share(case: Case, option: OptionId) -> Explanation:
    """B: the share of the gain that falls to those most in need."""
    return _share(case, option, gain=True)


def burden_share(case: Case, option: OptionId) -> Explanation:
    """The share of the loss that falls on those most in need."""
    return _share(case, option, gain=False)


def _share(case: Case, option: OptionId, *, gain: bool) -> Explanation:
    figures = case.result.option(option)
    found = figures.benefit_share if gain else figures.burden_share
    sign = 1 if gain else -1
    groups = case.touched_groups(option)
    moved = {g.id: g.size * max(sign * case.means[option, g.id], 0.0) for g in groups}
    needy = fsum(m for g, m in moved.items() if g in case.result.neediest)
    of = "max(u, 0)" if gain else "max(−u, 0)"
    rows = tuple(
        (_marked(case, g.id), f"{g.size:,}", exact(case.means[option, g.id]), exact(moved[g.id])) for g in groups
    )
    title = _("Benefit share B of {id}") if gain else _("Burden share of {id}")
    meaning = (
        _("How much of the gain falls to those most in need (marked *).")
        if gain
        else _("How much of the loss falls on those most in need (marked *).")
    )
    return Explanation(
        figure=f"{option}.{'benefit_share' if gain else 'burden_share'}",
        title=title.format(id=option),
        value=exact(found),
        meaning=meaning,
        formula=_("Σ n · {of} of those most in need ÷ Σ n · {of} of all, where u = r · a").format(of=of),
        filled=_divided(found, needy, fsum(moved.values())),
        table=None if found is None else Rows((_("Group"), _("people n"), _("mean effect u"), f"n · {of}"), rows),
        parts=(touched_effect(case, option),),
    )


def focus_ratio(case: Case, option: OptionId) -> Explanation:
    """φ: their share of the gain against their share of the people."""
    share = benefit_share(case, option)
    return _ratio(
        case,
        f"{option}.focus_ratio",
        _("Focus ratio φ of {id}").format(id=option),
        _("Their share of the gain against their share of the people; above 1 is tilted to need."),
        "φ = B ÷ P",
        case.result.option(option).benefit_share,
        share,
    )


def burden_ratio(case: Case, option: OptionId) -> Explanation:
    """Their share of the loss against their share of the people."""
    share = burden_share(case, option)
    return _ratio(
        case,
        f"{option}.burden_ratio",
        _("Burden ratio of {id}").format(id=option),
        _("Their share of the loss against their share of the people; above 1 the loss falls on need."),
        _("burden share ÷ P"),
        case.result.option(option).burden_share,
        share,
    )


def _ratio(
    case: Case, figure: str, title: str, meaning: str, formula: str, part: float | None, share: Explanation
) -> Explanation:
    found = ratio(part, case.result.need_share)
    return Explanation(
        figure=figure,
        title=title,
        value=UNDEFINED if found is None else exact(found),
        meaning=meaning,
        formula=formula,
        filled=_divided(found, part, case.result.need_share),
        parts=(share, need_share(case)),
    )
