"""Who pays and who saves: two columns, an agency a row."""

from __future__ import annotations

from ....domain.vocabulary import OptionId
from ....i18n import _
from ....scoring.money.flows import AgencyMoney, FlowFigures
from ...figures import UNDEFINED, percent, whole_pounds
from ...money.flows import agency_called, falls_to
from ..chart import Chart, Figures
from ..pen import one_line
from ..pictures.payers import Payer, PayersPicture

MOST_ROWS = 10
"""Agencies drawn; more are drawn together, and all stand in the table."""


def payers(option: OptionId, figures: FlowFigures) -> Chart:
    """What each agency pays to the left and saves to the right, in today's money."""
    return Chart(
        title=_("{id}: who pays, and who saves").format(id=one_line(option)),
        caption=_("In today's money; what an agency pays and saves in one year is taken together first."),
        in_words=_in_words(figures),
        table=_table(figures),
        picture=PayersPicture(tuple(_rows(figures))),
    )


def _rows(figures: FlowFigures) -> list[Payer]:
    largest = sorted(figures.agencies, key=lambda a: -(a.pays + a.saves))
    drawn = [Payer(agency_called(a.agency), a.pays, a.saves) for a in largest[:MOST_ROWS]]
    rest = largest[MOST_ROWS:]
    if rest:
        name = _("all others ({count})").format(count=len(rest))
        drawn.append(Payer(name, sum(a.pays for a in rest), sum(a.saves for a in rest)))
    return drawn


def _in_words(figures: FlowFigures) -> str:
    said = [_said_of(agency) for agency in figures.agencies[:MOST_ROWS]]
    return " ".join([*said, falls_to(figures)]).strip()


def _said_of(agency: AgencyMoney) -> str:
    return _("{agency} pays {pays} and saves {saves}.").format(
        agency=agency_called(agency.agency), pays=whole_pounds(agency.pays), saves=whole_pounds(agency.saves)
    )


def _table(figures: FlowFigures) -> Figures:
    header = (_("Agency"), _("Pays"), _("Saves"), _("Share of the paying"), _("Share of the saving"), _("Left over"))
    rows = tuple(
        (
            agency_called(a.agency),
            whole_pounds(a.pays),
            whole_pounds(a.saves),
            percent(a.pays / figures.pays) if figures.pays else UNDEFINED,
            percent(a.saves / figures.saves) if figures.saves else UNDEFINED,
            whole_pounds(a.saves - a.pays),
        )
        for a in figures.agencies
    )
    return Figures(header, rows, frozenset(range(1, 6)))
