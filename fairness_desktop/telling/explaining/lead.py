"""The lead opened: how often each option ranks where, and what would turn the lead."""

from __future__ import annotations

from ...domain.vocabulary import Kind, OptionId, label
from ...i18n import _
from ...scoring.points import criterion_weights, mean_effects, need_weights, touched_effects
from ...scoring.points import points as points_of
from ...scoring.robustness.shares import Robustness
from ..figures import UNDEFINED
from .case import Case
from .sums import criterion_weight, points, rank
from .tree import Explanation, Rows, exact


def _how_drawn(case: Case) -> str:
    limits, band = case.framework.robustness, case.framework.elasticity
    return _(
        "{draws} plausible versions: each effect that is not 0 moves within the half-width of its evidence grade "
        "(triangular), each criterion weight by ×{low} to ×{high}, elasticity from {from_} to {to}."
    ).format(
        draws=f"{limits.draws:,}",
        low=exact(limits.weight_low),
        high=exact(limits.weight_high),
        from_=exact(band.low),
        to=exact(band.high),
    )


def rank_acceptability(case: Case, option: OptionId) -> Explanation:
    """How often the option takes each rank."""
    drawn = case.result.robustness
    shares = () if drawn is None else drawn.rank_acceptability[option]
    rows = tuple((str(i + 1), exact(share), _counted(share, drawn)) for i, share in enumerate(shares))
    return Explanation(
        figure=f"{option}.rank_acceptability",
        title=_("How often {id} takes each rank").format(id=option),
        value=UNDEFINED if drawn is None else exact(drawn.first_share(option)),
        meaning=_how_drawn(case),
        formula=_("versions in which it takes the rank ÷ all versions"),
        filled="" if drawn is None else _("seed of the draws: {seed}").format(seed=drawn.seed),
        table=Rows((_("Rank"), _("share"), _("versions")), rows),
        parts=(rank(case, option),),
    )


def _counted(share: float, drawn: Robustness | None) -> str:
    return UNDEFINED if drawn is None else f"{round(share * drawn.draws):,}"


def first_share_standard_error(case: Case, option: OptionId) -> Explanation:
    """What another run of as many draws may differ by."""
    drawn = case.result.robustness
    found = None if drawn is None else drawn.standard_error(option)
    filled = ""
    if drawn is not None:
        share = drawn.first_share(option)
        filled = f"{exact(found)} = √({exact(share)} · {exact(1 - share)} ÷ {drawn.draws:,})"
    return Explanation(
        figure=f"{option}.first_share_standard_error",
        title=_("Standard error of the first-rank share of {id}").format(id=option),
        value=exact(found),
        meaning=_("How far the share from as many other draws would typically lie from this one."),
        formula="√(p · (1 − p) ÷ N)",
        filled=filled,
        parts=(rank_acceptability(case, option),),
    )


def beats(case: Case, option: OptionId) -> Explanation:
    """How often the option ranks above each other one."""
    drawn = case.result.robustness
    shares = {} if drawn is None else drawn.beats[option]
    rows = tuple((other, exact(share), _counted(share, drawn)) for other, share in shares.items())
    return Explanation(
        figure=f"{option}.beats",
        title=_("How often {id} ranks above each other option").format(id=option),
        value=", ".join(f"{other} {exact(share)}" for other, share in shares.items()) or UNDEFINED,
        meaning=_how_drawn(case),
        formula=_("versions in which it ranks above the other ÷ all versions"),
        table=Rows((_("Other option"), _("share"), _("versions")), rows),
    )


def leader(case: Case) -> Explanation:
    """Who leads, and by what."""
    found = case.result.leader
    return Explanation(
        figure="leader",
        title=_("Leading option"),
        value=found or UNDEFINED,
        meaning=_("The feasible option with most points. It leads; it is not chosen: people decide."),
        formula=_("highest T among feasible options"),
        table=rank(case, case.result.options[0].id).table,
        parts=() if found is None else (points(case, found),),
    )


def verdict(case: Case) -> Explanation:
    """How firm the lead is."""
    drawn, limits, first = case.result.robustness, case.framework.robustness, case.result.leader
    said = UNDEFINED if drawn is None or drawn.verdict is None else label(drawn.verdict)
    share = None if drawn is None or first is None else drawn.first_share(first)
    return Explanation(
        figure="verdict",
        title=_("How firm is the lead?"),
        value=said,
        meaning=_("Whether the leader still ranks first when judgements move within what their evidence allows."),
        formula=_("first-rank share ≥ {robust}: robust; ≥ {leaning}: leaning; else finely balanced").format(
            robust=exact(limits.robust), leaning=exact(limits.leaning)
        ),
        filled=""
        if share is None
        else _("{id} ranks first in {share} of versions").format(id=first, share=exact(share)),
        parts=() if first is None else (rank_acceptability(case, first), first_share_standard_error(case, first)),
    )


def leader_by_kind(case: Case) -> Explanation:
    """Points of every option under the weights of each kind."""
    inputs, able = case.inputs, tuple(o.id for o in case.result.options)
    rows = []
    for kind in Kind:
        means = mean_effects(inputs, touched_effects(inputs, criterion_weights(inputs, kind)))
        total = points_of(inputs, means, case.need)
        rows.append((label(kind), *(exact(total[o]) for o in able), case.result.leader_by_kind[kind] or UNDEFINED))
    return Explanation(
        figure="leader_by_kind",
        title=_("The leader under each kind's weights"),
        value=", ".join(f"{label(k)} {o or UNDEFINED}" for k, o in case.result.leader_by_kind.items()),
        meaning=_("Each kind of decision weighs the criteria in its own way. Points of every option under each."),
        formula=_("T with the weights of the kind; the feasible option with most leads"),
        table=Rows((_("Kind"), *able, _("leads")), tuple(rows)),
        parts=(criterion_weight(case),),
    )


def elasticity_switches(case: Case) -> Explanation:
    """At which elasticity the lead passes, with the points of both there: they are the same."""
    found = () if case.result.switches is None else case.result.switches.elasticity
    rows = []
    for switch in found:
        total = points_of(case.inputs, case.means, need_weights(case.inputs, switch.at))
        passes = f"{switch.before} → {switch.after}"
        rows.append((exact(switch.at), passes, exact(total[switch.before]), exact(total[switch.after])))
    return Explanation(
        figure="elasticity_switches",
        title=_("Where the lead passes as elasticity η changes"),
        value=", ".join(f"{exact(s.at)}: {s.before} → {s.after}" for s in found) or _("nowhere from 0 to 4"),
        meaning=_("η says how much more a point counts for people in need; this framework has {value}.").format(
            value=exact(case.framework.elasticity.value)
        ),
        formula=_("η at which the points of two leaders are equal, by bisection of T(before) − T(after)"),
        table=Rows((_("at η"), _("the lead passes"), _("points of the first"), _("points of the second")), tuple(rows)),
    )


def weight_switches(case: Case) -> Explanation:
    """At which share of all weight for a criterion the lead passes."""
    found = () if case.result.switches is None else case.result.switches.weights
    rows = tuple(
        (case.criterion(s.criterion), exact(case.weights[s.criterion]), exact(s.at), f"{s.before} → {s.after}")
        for s in found
    )
    return Explanation(
        figure="weight_switches",
        title=_("Where the lead passes as a criterion's weight changes"),
        value=", ".join(f"{case.criterion(s.criterion)} {exact(s.at)}: {s.before} → {s.after}" for s in found)
        or _("nowhere from 0 to 1"),
        meaning=_("One criterion's share of all weight moves from 0 to 1; the others keep their proportions."),
        formula=_("others at v · (1 − t) ÷ (1 − v of the criterion); points are a straight line in t"),
        table=Rows((_("Criterion"), _("weight now"), _("at t"), _("the lead passes")), rows),
        parts=(criterion_weight(case),),
    )
