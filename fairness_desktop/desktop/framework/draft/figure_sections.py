"""The sections of a draft that hold figures: need, evidence, the floor, how sure a result is, later years.

Each is a summary of a line and the parts that are shown once it is opened.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ....domain.vocabulary import Grade
from ....i18n import _
from ....services.adopting.editing import Document, rows_at, value_at
from ...widgets.basics import Hint
from .asked import Asked, FieldForm, Sort, plain
from .drafting import Drafting
from .lists import BandCards

MOST_DRAWS = 1_000_000


def figure_of(document: Document, *way: str | int) -> str:
    """A figure of the draft as it is written; a dash where there is none."""
    value = value_at(document, way)
    return plain(value) if isinstance(value, int | float) else "–"


def need(document: Document) -> str:
    """What the section of need says in short."""
    said = _("η {value}, from {low} to {high}; most in need at {limit}")
    value, low, high = (figure_of(document, "elasticity", key) for key in ("value", "low", "high"))
    return said.format(value=value, low=low, high=high, limit=figure_of(document, "need_threshold"))


def need_parts(drafting: Drafting) -> Sequence[QWidget]:
    """η and where it comes from, the threshold, the ladder."""

    def eta(key: str, caption: str) -> Asked:
        return Asked(("elasticity", key), caption, Sort.NUMBER, least=0, most=4)

    threshold = Asked(
        ("need_threshold",),
        _("Most in need at or under this living standard"),
        Sort.NUMBER,
        _("The median household has 1."),
        least=0,
        most=10,
    )
    source = Asked(("elasticity", "source"), _("Where η comes from"), share=4)
    date = Asked(("elasticity", "date"), _("Date of the source of η"), share=1)
    rungs = range(len(rows_at(drafting.document, ("need_ladder",))))
    band = (eta("low", _("η at the least")), eta("high", _("η at the most")))
    value = eta("value", _("How much need counts, η"))
    return (FieldForm(drafting, ((value, *band), (source, date), (threshold,), *map(_rung, rungs))),)


def _rung(level: int) -> tuple[Asked, Asked]:
    way = ("need_ladder", level)
    name = Asked((*way, "name"), _("Name of need level {level}").format(level=level), share=2)
    caption = _("Living standard at level {level}").format(level=level)
    return name, Asked((*way, "living_standard"), caption, Sort.NUMBER, share=1, least=0, most=10)


def areas(document: Document) -> str:
    """What the section on areas says in short."""
    levels = (figure_of(document, "need_evidence", "deprivation_deciles", str(n)) for n in range(1, 11))
    return _("by tenths of the areas {levels}").format(levels=" ".join(levels))


def areas_parts(drafting: Drafting) -> Sequence[QWidget]:
    """The level that each tenth of the areas suggests."""
    way = ("need_evidence", "deprivation_deciles")
    rungs = [(str(i), f"{i} {_(r['name'])}") for i, r in enumerate(rows_at(drafting.document, ("need_ladder",)))]
    tenths = [
        Asked((*way, str(n)), _("Tenth {number} suggests").format(number=n), Sort.WORD, words=rungs, whole=True)
        for n in range(1, 11)
    ]
    grades = [(grade.value, grade.value) for grade in (Grade.C, Grade.D)]
    best = Asked(("need_evidence", "best_grade_from_area"), _("Best grade from an area"), Sort.WORD, words=grades)
    pairs = ((tenths[i], tenths[i + 1]) for i in range(0, 10, 2))
    return (
        Hint(_("Tenth 1 is the most deprived. Areas are not people: it is a suggestion, of grade C at best.")),
        FieldForm(drafting, (*pairs, (best,))),
    )


def floor(document: Document) -> str:
    """What the section of the floor says in short."""
    cap = value_at(document, ("loss_cap",))
    capped = _("no cap on loss") if cap is None else _("cap £{cap:,.0f}").format(cap=cap)
    mean, single = figure_of(document, "floor", "red_mean"), figure_of(document, "floor", "red_single")
    return _("RED at {mean}, or a single {single}; {capped}").format(mean=mean, single=single, capped=capped)


def floor_parts(drafting: Drafting) -> Sequence[QWidget]:
    """The limits of the floor, and the cap on loss."""

    def limit(key: str, caption: str) -> Asked:
        return Asked(("floor", key), caption, Sort.NUMBER, least=-3, most=0)

    capped = _("The most an option may lose that is called safe to fail. Left empty: none is set.")
    return (
        FieldForm(
            drafting,
            (
                (
                    limit("red_mean", _("Floor RED at or under this effect on the whole")),
                    limit("red_single", _("Floor RED at or under this single effect")),
                ),
                (limit("amber_mean", _("Floor AMBER under this effect on the whole")),),
                (Asked(("loss_cap",), _("Cap on loss, pounds"), Sort.NUMBER, least=0, empty=True, help=capped),),
            ),
        ),
    )


def sure(document: Document) -> str:
    """What the section on certainty says in short."""
    widths = ", ".join(f"{grade} ±{figure_of(document, 'half_widths', grade)}" for grade in Grade)
    return _("{widths}; {draws} versions").format(widths=widths, draws=figure_of(document, "robustness", "draws"))


def sure_parts(drafting: Drafting) -> Sequence[QWidget]:
    """Half-widths by grade, the versions drawn, κ."""
    widths = [
        Asked(
            ("half_widths", grade.value),
            _("Half-width of grade {grade}").format(grade=grade.value),
            Sort.NUMBER,
            least=0,
            most=6,
        )
        for grade in Grade
    ]

    def drawn(key: str, caption: str, most: float, help_text: str = "") -> Asked:
        return Asked(("robustness", key), caption, Sort.NUMBER, help_text, least=0, most=most)

    return (
        Hint(_("An effect of a grade may as well be that much higher or lower; versions are drawn within.")),
        FieldForm(
            drafting,
            (
                (widths[0], widths[1]),
                (widths[2], widths[3]),
                (Asked(("robustness", "draws"), _("Versions drawn"), Sort.WHOLE, least=1, most=MOST_DRAWS),),
                (
                    drawn("weight_low", _("A weight times at least"), 1),
                    drawn("weight_high", _("A weight times at most"), 10),
                ),
                (
                    drawn("robust", _("Robust from this share of versions"), 1),
                    drawn("leaning", _("Leaning from this share of versions"), 1),
                ),
                (
                    Asked(("kappa",), _("What a point changes in living standard, κ"), Sort.NUMBER, least=0, most=1),
                    Asked(
                        ("reads_equal_below",), _("Scores closer than this read equal"), Sort.NUMBER, least=0, most=10
                    ),
                ),
            ),
        ),
    )


def discount(document: Document) -> str:
    """What the schedule says in short."""
    rows = rows_at(document, ("discount", "schedule"))
    rates = [plain(100 * (row.get("rate") or 0)) for row in rows] or ["–"]
    return _("{first} % a year at first, {last} % at last").format(first=rates[0], last=rates[-1])


def discount_parts(drafting: Drafting) -> Sequence[QWidget]:
    """The bands of years, and where they come from."""
    source = (
        Asked(("discount", "source"), _("Where the rates come from"), share=4),
        Asked(("discount", "date"), _("Date of the source of the rates"), share=1),
    )
    return (Hint(_("Year 0 is not discounted.")), BandCards(drafting), FieldForm(drafting, (source,)))
