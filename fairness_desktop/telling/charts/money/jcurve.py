"""The J-curve: the money so far, year by year, down while it is paid and up as it comes back."""

from __future__ import annotations

from ....domain.vocabulary import OptionId
from ....i18n import _
from ....scoring.money.flows import FlowFigures, OptionMoney
from ...figures import whole_pounds
from ...money.flows import over_the_years, worth_today
from ..chart import Chart, Figures
from ..pen import one_line
from ..pictures.curve import Curve, CurvePicture


def jcurve(option: OptionId, money: OptionMoney) -> Chart:
    """Cash so far as entered, and dashed with the optimism bias where one is stated."""
    plain, biased = money.plain, money.biased
    curves = [Curve(plain.so_far, plain.deepest_year, plain.payback_year)]
    if biased is not None and biased.so_far != plain.so_far:
        curves.append(Curve(biased.so_far, biased.deepest_year, biased.payback_year, dashed=True))
    return Chart(
        title=_("{id}: the money so far, year by year").format(id=one_line(option)),
        caption=_("Cash, not discounted. Under the line it has still to come back."),
        in_words=_in_words(money),
        table=_table(plain, biased),
        picture=CurvePicture(tuple(curves)),
    )


def _in_words(money: OptionMoney) -> str:
    said = [over_the_years(money.plain), worth_today(money.plain)]
    if money.biased is not None:
        said.append(_("With the optimism bias: {told}").format(told=over_the_years(money.biased)))
    return " ".join(said)


def _table(plain: FlowFigures, biased: FlowFigures | None) -> Figures:
    header = [_("Year"), _("In that year"), _("So far")]
    columns = [plain.yearly, plain.so_far]
    if biased is not None:
        header.append(_("So far, with the optimism bias"))
        columns.append(biased.so_far)
    rows = zip(*columns, strict=True)
    told = tuple((str(year), *(whole_pounds(x) for x in row)) for year, row in enumerate(rows))
    return Figures(tuple(header), told, frozenset(range(1, len(header))))
