"""The lists of a draft: criteria, statements, checks of a kind, the bands of the discount schedule."""

from __future__ import annotations

from functools import partial

from ....domain.errors import InvalidInputError
from ....domain.kinds.profile import Condition
from ....domain.vocabulary import Kind, label
from ....i18n import _
from ....services.adopting.editing import Document, Way, rows_at
from ....services.adopting.rows import (
    fresh_id,
    told_removal,
    with_criterion,
    with_criterion_called,
    with_row,
    with_statement_called,
    without_criterion,
    without_row,
)
from ....telling.frameworks.words import choices, framework_word
from .asked import Asked, Lines, Sort, plain
from .drafting import Drafting
from .row_cards import RowCards

CRITERIA: Way = ("criteria",)
STATEMENTS: Way = ("classifier", "statements")
BANDS: Way = ("discount", "schedule")


class CriteriaCards(RowCards):
    """What effects are judged by, in the order in which they are asked."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, CRITERIA, _("Add a criterion"))

    def called(self, row: Document, at: int) -> str:
        return _(row["name"]) or _("Criterion {number}").format(number=at + 1)

    def about(self, row: Document) -> str:
        return _(row["asks"]) or _("Says nothing yet.")

    def lines(self, at: int) -> Lines:
        way = (*CRITERIA, at)
        short = _("Small letters, digits and underscores; files name it by that.")
        same = _("Read beside every cell of the grid.")
        return (
            (
                Asked((*way, "name"), _("Name of the criterion"), share=3),
                Asked((*way, "id"), _("Short name"), help=short, share=4, put=partial(_criterion_called, at)),
            ),
            (Asked((*way, "asks"), _("What it asks")),),
            (Asked((*way, "anchors", "1"), _("An effect of size 1, in words"), help=same),),
            (Asked((*way, "anchors", "2"), _("An effect of size 2, in words")),),
            (Asked((*way, "anchors", "3"), _("An effect of size 3, in words")),),
        )

    def begun(self, document: Document) -> Document:
        return with_criterion(document)

    def without(self, document: Document, at: int) -> Document:
        return without_criterion(document, at)

    def told(self, at: int) -> str:
        return told_removal(self.drafting.document, at)


def _criterion_called(at: int, document: Document, id_: str) -> Document:
    return with_criterion_called(document, at, id_)


class StatementCards(RowCards):
    """The statements that tell the kind of a decision."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, STATEMENTS, _("Add a statement"))

    def called(self, row: Document, at: int) -> str:
        return _("Statement {number}, for {kind}").format(number=at + 1, kind=label(Kind(row["kind"])))

    def about(self, row: Document) -> str:
        return _(row["text"]) or _("Says nothing yet.")

    def lines(self, at: int) -> Lines:
        way = (*STATEMENTS, at)
        kinds = [(kind.value, label(kind)) for kind in Kind]
        return (
            (Asked((*way, "text"), _("The statement"), Sort.TEXT),),
            (
                Asked((*way, "kind"), _("It speaks for"), Sort.WORD, words=kinds),
                Asked((*way, "id"), _("Short name"), put=partial(_statement_called, at)),
            ),
        )

    def begun(self, document: Document) -> Document:
        counts = {kind: sum(r["kind"] == kind for r in rows_at(document, STATEMENTS)) for kind in Kind}
        fewest = min(Kind, key=counts.__getitem__)
        row = {"id": fresh_id(document, STATEMENTS, "s"), "kind": fewest.value, "text": ""}
        return with_row(document, STATEMENTS, row)

    def without(self, document: Document, at: int) -> Document:
        if len(rows_at(document, STATEMENTS)) == 1:
            raise InvalidInputError("", _("The last statement cannot be taken away: a kind is found by them."))
        return super().without(document, at)


def _statement_called(at: int, document: Document, id_: str) -> Document:
    return with_statement_called(document, at, id_)


class DemandCards(RowCards):
    """What a kind of decision asks to see, or warns of, in the council's own words."""

    ordered = False

    def __init__(self, drafting: Drafting, way: Way, heading: str, add: str) -> None:
        super().__init__(drafting, way, add, _("Nothing is checked here."))
        self.setAccessibleName(heading)  # checks and flags may look at the same thing

    def called(self, row: Document, at: int) -> str:
        return framework_word(Condition(row["condition"]))

    def about(self, row: Document) -> str:
        return _(row["says"]) or _("Says nothing yet.")

    def lines(self, at: int) -> Lines:
        way = (*self.way, at)
        return (
            (Asked((*way, "condition"), _("What is looked at"), Sort.WORD, words=choices(Condition)),),
            (Asked((*way, "says"), _("What is said of it"), Sort.TEXT),),
        )

    def begun(self, document: Document) -> Document:
        taken = {row["condition"] for row in rows_at(document, self.way)}
        free = next((c for c in Condition if c not in taken), None)
        if free is None:
            raise InvalidInputError("", _("Everything that can be looked at is looked at already."))
        return with_row(document, self.way, {"condition": free.value, "says": framework_word(free) + "."})


class BandCards(RowCards):
    """The yearly rates at which later years count less."""

    ordered = False

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting, BANDS, _("Add a band of years"))

    def called(self, row: Document, at: int) -> str:
        if row["to_year"] is None:
            return _("Band {number}: all later years").format(number=at + 1)
        return _("Band {number}: to year {year}").format(number=at + 1, year=row["to_year"])

    def about(self, row: Document) -> str:
        return _("{rate} % a year").format(rate=plain(100 * (row["rate"] or 0)))

    def lines(self, at: int) -> Lines:
        way = (*BANDS, at)
        last = _("Left empty for all later years.")
        year = Asked((*way, "to_year"), _("Up to year"), Sort.WHOLE, help=last, least=0, most=10_000, empty=True)
        rate = Asked((*way, "rate"), _("Rate, percent a year"), Sort.NUMBER, unit=0.01, least=0, most=100)
        return ((year, rate),)

    def begun(self, document: Document) -> Document:
        """One more band before the one for all later years."""
        rows = rows_at(document, BANDS)
        latest = max((row["to_year"] or 0 for row in rows), default=0)
        if not rows:
            return with_row(document, BANDS, {"to_year": None, "rate": 0.0})
        last = rows[-1]
        shorter = without_row(document, BANDS, len(rows) - 1)
        return with_row(with_row(shorter, BANDS, {"to_year": latest + 50, "rate": last["rate"]}), BANDS, last)
