"""The sections of a draft, in the order in which a council would read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ....domain.vocabulary import Kind, label
from ....i18n import _, ngettext
from ....services.adopting.editing import Document, rows_at, value_at
from ...widgets.basics import Hint
from . import figure_sections
from .asked import Asked, FieldForm, Sort, plain
from .drafting import Drafting
from .kinds_part import KindsPart
from .lists import CriteriaCards, StatementCards
from .packs_part import PacksPart
from .section import Contents, in_brief


def contents() -> tuple[Contents, ...]:
    """Every section; together they cover the whole form of a framework."""
    return (
        Contents(_("What it is called"), ("title", "id", "version"), _called, _names),
        Contents(_("What effects are judged by"), ("criteria",), _criteria, _criteria_parts),
        Contents(_("The four kinds of decision"), ("kinds",), _kinds, _kinds_parts),
        Contents(
            _("How much need counts"),
            ("elasticity", "need_ladder", "need_threshold"),
            figure_sections.need,
            figure_sections.need_parts,
        ),
        Contents(
            _("What evidence of need is worth"), ("need_evidence",), figure_sections.areas, figure_sections.areas_parts
        ),
        Contents(
            _("The floor, and the cap on loss"),
            ("floor", "loss_cap"),
            figure_sections.floor,
            figure_sections.floor_parts,
        ),
        Contents(
            _("How sure a result is"),
            ("half_widths", "robustness", "kappa", "reads_equal_below"),
            figure_sections.sure,
            figure_sections.sure_parts,
        ),
        Contents(_("How later years count"), ("discount",), figure_sections.discount, figure_sections.discount_parts),
        Contents(_("The statements that tell the kind"), ("classifier",), _classifier, _classifier_parts),
        Contents(_("The levels at which one decides"), ("levels",), _levels, _levels_parts),
        Contents(_("Law, and the price of a point"), ("legal_packs", "price_of_a_point"), _law, _law_parts),
    )


def _called(document: Document) -> str:
    return in_brief(_("{id}, version {version}").format(id=document["id"] or "–", version=document["version"] or "–"))


def _names(drafting: Drafting) -> Sequence[QWidget]:
    told = _("Another version for every text: what was adopted is never changed.")
    return (
        FieldForm(
            drafting,
            (
                (Asked(("title",), _("Title"), share=4), Asked(("id",), _("Short name"), share=2)),
                (Asked(("version",), _("Version"), help=told),),
            ),
        ),
    )


def _criteria(document: Document) -> str:
    count = len(rows_at(document, ("criteria",)))
    return ngettext("{count} criterion", "{count} criteria", count).format(count=count)


def _criteria_parts(drafting: Drafting) -> Sequence[QWidget]:
    said = _(
        "The short form asks for outcomes, access and household_cost by these short names, as far as they are here."
    )
    return (Hint(said), CriteriaCards(drafting))


def _kinds(document: Document) -> str:
    sums = (plain(sum(row["weights"].values())) for row in rows_at(document, ("kinds",)))
    return _("weights of each together {sums}").format(sums=", ".join(sums))


def _kinds_parts(drafting: Drafting) -> Sequence[QWidget]:
    return (KindsPart(drafting),)


def _classifier(document: Document) -> str:
    margin = figure_sections.figure_of(document, "classifier", "least_margin")
    said = _("{count} statements, clear with a margin of {margin}")
    return said.format(count=len(rows_at(document, ("classifier", "statements"))), margin=margin)


def _classifier_parts(drafting: Drafting) -> Sequence[QWidget]:
    def scale(at: int, caption: str) -> Asked:
        return Asked(("classifier", "scale", at), caption, Sort.WHOLE, least=0, most=10)

    kinds = [(kind.value, label(kind)) for kind in Kind]
    margin = Asked(("classifier", "least_margin"), _("Clear with a margin of"), Sort.NUMBER, least=0, most=100)
    other = Asked(("classifier", "otherwise"), _("Else it is taken as"), Sort.WORD, words=kinds)
    return (
        FieldForm(
            drafting,
            (
                (margin, other),
                (scale(0, _("Lowest score of a statement")), scale(1, _("Highest score of a statement"))),
            ),
        ),
        StatementCards(drafting),
    )


def _levels(document: Document) -> str:
    count = len(rows_at(document, ("levels",)))
    return ngettext("{count} level", "{count} levels", count).format(count=count)


def _levels_parts(drafting: Drafting) -> Sequence[QWidget]:
    rows = rows_at(drafting.document, ("levels",))
    if not rows:
        return (Hint(_("This framework has no ladder of levels; one that has comes in from a file.")),)
    return (
        Hint(_("There are always seven, from the person to the partnership; their words are the council's.")),
        FieldForm(
            drafting,
            [
                (
                    Asked(("levels", i, "name"), _("Name of level {level}").format(level=i), share=1),
                    Asked(("levels", i, "about"), _("Who decides at level {level}").format(level=i), share=3),
                )
                for i in range(len(rows))
            ],
        ),
    )


def _law(document: Document) -> str:
    packs = value_at(document, ("legal_packs",)) or []
    return _("{count} legal packs").format(count=len(packs))


def _law_parts(drafting: Drafting) -> Sequence[QWidget]:
    about = _("The most council would pay for a point; it stands in the file, and nothing is worked out from it.")
    caption = _("Price of a point, pounds")
    price = Asked(("price_of_a_point",), caption, Sort.NUMBER, about, least=0, empty=True)
    return (PacksPart(drafting), FieldForm(drafting, ((price,),)))
