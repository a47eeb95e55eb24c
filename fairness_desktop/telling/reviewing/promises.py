"""Promise and outcome as a chart: a pair of bars for each group."""

from __future__ import annotations

from ...domain.reviewing.review import Outcome, Review
from ...i18n import _
from ..charts.chart import Chart, Figures
from ..figures import signed
from .pairs import Pair, PairsPicture
from .sentences import happened_words, kept_sentence, mean, promised_words


def promises(review: Review) -> Chart:
    """The groups of a review in their order."""
    pairs = tuple(_pair(one) for one in review.outcomes)
    return Chart(
        title=_("What was promised, and what happened"),
        caption=_("The mean over each group from −3 to +3: the effect on a person touched × the share reached."),
        in_words=" ".join([_told(one) for one in review.outcomes] + [kept_sentence(review)]).strip(),
        table=_table(review),
        picture=PairsPicture(pairs),
    )


def _pair(one: Outcome) -> Pair:
    return Pair(one.name or one.group, mean(one.promised, one.promised_reach), mean(one.outcome, one.reach))


def _told(one: Outcome) -> str:
    said = _("{group}: promised {promised}; happened {happened}.")
    return said.format(group=one.name or one.group, promised=promised_words(one), happened=happened_words(one))


def _table(review: Review) -> Figures:
    header = (_("Group"), _("Promised"), _("Happened"), _("Difference"))
    return Figures(header, tuple(_row(one) for one in review.outcomes), frozenset({3}))


def _row(one: Outcome) -> tuple[str, ...]:
    promised, happened = mean(one.promised, one.promised_reach), mean(one.outcome, one.reach)
    difference = "–" if promised is None or happened is None else signed(happened - promised, 2)
    return (one.name or one.group, promised_words(one), happened_words(one), difference)
