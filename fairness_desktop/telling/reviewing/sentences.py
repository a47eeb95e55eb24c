"""What a review comes to, in sentences made from its figures."""

from __future__ import annotations

from ...domain.reviewing.review import Outcome, Review
from ...i18n import _
from ..figures import percent, pounds, signed

EQUAL = 0.005
"""Half a hundredth of the promise: less reads as all of it."""


def kept_sentence(review: Review) -> str:
    """Outcome against promise; empty while it cannot be told."""
    kept = review.kept
    if kept is None:
        return ""
    share = percent(kept).replace("-", "−")
    if abs(kept - 1) < EQUAL:
        return _("It did what it promised.")
    if kept < 0:
        return _(
            "Outcome against promise: {share}. It did harm where good was promised, or far more than was said."
        ).format(share=share)
    if kept < 1:
        return _("Outcome against promise: {share}. It fell short.").format(share=share)
    return _("Outcome against promise: {share}. It did more than it promised.").format(share=share)


def cost_sentence(review: Review) -> str:
    """What it costs a year against what was promised; empty while either is not known."""
    promised, cost = review.promised_cost, review.cost
    if promised is None or cost is None:
        return ""
    said = _("Net cost a year: {promised} promised, {cost} in fact").format(
        promised=pounds(promised), cost=pounds(cost)
    )
    more = round(cost - promised, 2)
    if not more:
        return f"{said}."
    return said + (_("; {sum} more.") if more > 0 else _("; {sum} less.")).format(sum=pounds(abs(more)))


def promised_words(one: Outcome) -> str:
    """What a group was promised."""
    if one.promised is None or one.promised_reach is None:
        return _("not told here")
    if not one.promised_reach:
        return _("nothing: the option chosen was not to touch this group")
    said = _("{effect} for each person touched, {share} of the group")
    return said.format(effect=signed(one.promised, 2), share=percent(one.promised_reach))


def happened_words(one: Outcome) -> str:
    """What happened to it."""
    if one.reach == 0:
        return _("nobody was reached")
    if one.outcome is None or one.reach is None:
        return _("not answered yet")
    said = _("{effect} for each person touched, {share} of the group")
    return said.format(effect=signed(one.outcome, 2), share=percent(one.reach))


def mean(effect: float | None, reach: float | None) -> float | None:
    """The mean over the group, as the score counts it."""
    if reach == 0:
        return 0.0
    return None if effect is None or reach is None else effect * reach


def open_words(review: Review) -> str:
    """What is missing before it counts as finished; empty where nothing is."""
    names = {f"outcomes[{o.group}]": o.name or o.group for o in review.outcomes}
    words = {"date": _("the day"), "by": _("who reviewed it"), "verdict": _("what follows"), "reasons": _("why")}
    return ", ".join(names.get(place) or words[place] for place in review.still_open)
