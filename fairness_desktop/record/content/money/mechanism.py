"""How an option is paid for: what was entered, what it comes to, year by year, and what it takes for granted."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.money.mechanisms import kind_of, mechanism_name
from ....domain.options import Option
from ....i18n import _
from ....scoring.money.mechanisms import work_out
from ....telling.money.mechanisms import about, answers_told, confidence_told, figures_told, headline, year_by_year
from ..tree import Bullets, Gap, Node, Paragraph, Table
from ..wording import or_gap


def mechanism(option: Option) -> Iterator[Node]:
    """Nothing where none is chosen."""
    chosen = option.mechanism
    if chosen is None:
        return
    name = mechanism_name(kind_of(chosen))
    yield Paragraph(_("How it is paid for: {name}. {about}").format(name=name, about=about(kind_of(chosen))))
    entered = _("{name} of {id}, as entered").format(name=name, id=option.id)
    yield Table(entered, (_("What"), _("Answer")), answers_told(chosen), (0.6, 0.4), frozenset({1}))
    yield Bullets(
        (
            _("Taken for granted: {text}").format(text=or_gap(chosen.assumptions)),
            _("How good the evidence for it is: {grade}").format(grade=confidence_told(chosen)),
        )
    )
    working = work_out(chosen)
    if working is None:
        yield Gap(_("The mechanism cannot be worked out: something is not answered, or is beyond all measure."))
        return
    yield Paragraph(headline(chosen, working))
    comes_to = _("What it comes to, {id}").format(id=option.id)
    yield Table(comes_to, (_("What"), _("Figure")), figures_told(working), (0.6, 0.4), frozenset({1}))
    table = year_by_year(working)
    caption = _("{name} of {id}, year by year").format(name=name, id=option.id)
    first = 0.1
    widths = (first, *((1 - first) / (len(table.header) - 1) for _column in table.header[1:]))
    yield Table(caption, table.header, table.rows, widths, table.numbers)
