"""Options side by side: the score weighted by need as a bar, the score with everyone alike as a ring."""

from __future__ import annotations

from ...domain.assessment import Assessment
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ..figures import signed
from .chart import Chart, Figures
from .naming import option_called
from .pictures.scores import ScoreLine, ScoresPicture


def scores(assessment: Assessment, result: Result) -> Chart:
    """The options of a result by rank, those that are not feasible at the end."""
    lines = tuple(_line(assessment, result, option) for option in result.ranked)
    return Chart(
        title=_("Options side by side"),
        caption=_("Fairness score against carrying on as now, which is 0; scores can run from −100 to +100."),
        in_words=_in_words(lines),
        table=_table(lines),
        picture=ScoresPicture(lines),
    )


def _line(assessment: Assessment, result: Result, option: OptionResult) -> ScoreLine:
    return ScoreLine(
        option.id,
        option_called(assessment, option.id),
        option.score,
        option.unweighted_score,
        option.rank,
        option.id == result.leader,
        assessment.option(option.id).baseline,
    )


def _in_words(lines: tuple[ScoreLine, ...]) -> str:
    said = [_("Fairness scores, weighted by need, against carrying on as now.")]
    said += [line.in_words for line in lines]
    if not any(line.leads for line in lines):
        said.append(_("No option is feasible, so none leads."))
    return " ".join(said)


def _table(lines: tuple[ScoreLine, ...]) -> Figures:
    header = (_("Option"), _("Rank"), _("Weighted by need"), _("Every person alike"), _("Difference"))
    rows = tuple(
        (
            f"{line.id}  {line.name}" + (_(" (leads)") if line.leads else ""),
            str(line.rank) if line.rank else _("not feasible"),
            signed(line.score),
            signed(line.unweighted),
            signed(line.score - line.unweighted),
        )
        for line in lines
    )
    return Figures(header, rows, frozenset({1, 2, 3, 4}))
