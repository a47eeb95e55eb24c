"""A cell as text, for a spreadsheet and back: ``80% B 1.5 1.5 0 1 0 ?``."""

from __future__ import annotations

from ...domain.effects import Cell
from ...domain.errors import InvalidInputError
from ...domain.vocabulary import CriterionId, Grade
from ...i18n import _

NOT_TOUCHED = "-"
OPEN = "?"


def cell_text(cell: Cell, criteria: tuple[CriterionId, ...]) -> str:
    """Reach, grade, then one figure a criterion; ``?`` is not answered, ``-`` alone not touched."""
    if not cell.touched:
        return NOT_TOUCHED
    if cell.blank:
        return OPEN
    reach = OPEN if cell.reach is None else f"{cell.reach * 100:g}%"
    impacts = (cell.impacts.get(c) for c in criteria)
    return " ".join([reach, cell.grade or OPEN, *(OPEN if x is None else f"{x:g}" for x in impacts)])


def cell_from(text: str, criteria: tuple[CriterionId, ...]) -> Cell:
    """The cell that a text says; InvalidInputError says how it should look."""
    text = text.strip().replace("−", "-").replace(",", ".")
    if text == NOT_TOUCHED:
        return Cell(touched=False)
    if text in (OPEN, ""):
        return Cell()
    try:
        share, letter, *figures = text.split()
        reach = None if share == OPEN else float(share.rstrip("%")) / 100
        grade = None if letter == OPEN else Grade(letter.upper())
        impacts = {c: float(x) for c, x in zip(criteria, figures, strict=True) if x != OPEN}
    except ValueError:
        raise InvalidInputError(
            "", _("“{text}” is no effect; one looks like “80% B 1.5 1.5 0 1 0 ?”.").format(text=text[:60])
        ) from None
    return Cell(reach, grade, impacts)
