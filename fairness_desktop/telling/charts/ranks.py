"""How firm the lead is: of all plausible versions, the share in which each option takes each rank."""

from __future__ import annotations

from ...domain.vocabulary import OptionId, label
from ...i18n import N_, _
from ...scoring.result import Result
from ...scoring.robustness.shares import Robustness
from .chart import Chart, Figures
from .naming import listed
from .pictures.ranks import RankRow, RanksPicture

_ORDINALS = (N_("1st"), N_("2nd"), N_("3rd"), N_("4th"), N_("5th"), N_("6th"), N_("7th"), N_("8th"))


def of_100(share: float) -> str:
    """A share as so many of 100; what is not quite none, or not quite all, is said to be so."""
    if 0 < share < 0.005:  # noqa: PLR2004 - half of one in 100
        return _("under 1")
    if 0.995 <= share < 1:  # noqa: PLR2004
        return _("over 99")
    return f"{share * 100:.0f}"


def ordinal(rank: int) -> str:
    """1st, 2nd, 3rd …; an option more than there may be is told by its number."""
    return _(_ORDINALS[rank - 1]) if rank <= len(_ORDINALS) else str(rank)


def ranks(result: Result) -> Chart | None:
    """A row a feasible option; None while nothing is drawn yet, or where none is feasible."""
    drawn = result.robustness
    if drawn is None or result.leader is None:
        return None
    able = [o.id for o in result.ranked if o.feasible]
    said = _verdict(result.leader, drawn)
    return Chart(
        title=_("How firm is the lead?"),
        caption=said,
        in_words=" ".join([said, *(_row_in_words(o, drawn) for o in able), *_red_in_words(result, drawn)]),
        table=_table(result, drawn, len(able)),
        picture=RanksPicture(tuple(_row(o, result, drawn, len(able)) for o in able)),
    )


def _verdict(leader: OptionId, drawn: Robustness) -> str:
    said = _("{id} ranks first in {share} of 100 plausible versions")
    said = said.format(id=leader, share=of_100(drawn.first_share(leader)))
    return f"{said}." if drawn.verdict is None else f"{said}: {label(drawn.verdict)}."


def _row_in_words(option: OptionId, drawn: Robustness) -> str:
    shares = drawn.rank_acceptability[option]
    told = [
        _("{rank} in {share}").format(rank=ordinal(i), share=of_100(share))
        for i, share in enumerate(shares, 1)
        if share > 0
    ]
    return _("{id} comes {ranks} of 100.").format(id=option, ranks=listed(told))


def _red_in_words(result: Result, drawn: Robustness) -> list[str]:
    red = [o.id for o in result.ranked if drawn.red_share[o.id] > 0]
    if not red:
        return [_("In none of them is the floor RED under any option.")]
    told = [
        _("under {id} in {share}").format(id=o, share=of_100(drawn.red_share[o])) for o in red
    ]  # fmt: skip
    return [_("The floor is RED {where} of 100.").format(where=listed(told))]


def _row(option: OptionId, result: Result, drawn: Robustness, count: int) -> RankRow:
    shares = drawn.rank_acceptability[option][:count]
    told = tuple((share, ordinal(i), of_100(share)) for i, share in enumerate(shares, 1))
    red = drawn.red_share[option]
    return RankRow(option, option == result.leader, told, of_100(red), red > 0)


def _table(result: Result, drawn: Robustness, count: int) -> Figures:
    heads = [_("{rank}, of 100").format(rank=ordinal(i + 1)) for i in range(count)]
    rows = []
    for option in result.ranked:
        shares = drawn.rank_acceptability[option.id][:count]
        told = [f"{share * 100:.1f}" if option.feasible else "–" for share in shares]
        name = option.id if option.feasible else _("{id} (not feasible)").format(id=option.id)
        rows.append((name, *told, f"{drawn.red_share[option.id] * 100:.1f}"))
    header = (_("Option"), *heads, _("Floor RED, of 100"))
    return Figures(header, tuple(rows), frozenset(range(1, len(header))))
