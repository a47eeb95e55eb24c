"""The four kinds in a draft, one at a time: swing weights, what a kind asks for, and what keeps its quality up."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ....domain.kinds.profile import EfficiencyTest, Fit, Headline, QualityMechanism, profile_label
from ....domain.vocabulary import CriterionId, Kind, label
from ....i18n import _
from ....services.adopting.editing import Document, Way, rows_at, value_at, way_of_kind, with_value
from ....services.adopting.rows import with_weights_to_100
from ....telling.frameworks.words import choices
from ...theme import BODY, MEDIUM, SMALL
from ...widgets.basics import Button, Hint, Words, add_shown, clear
from ...widgets.inputs import TextLine
from .asked import Asked, FieldForm, Lines, Sort, plain
from .drafting import Drafting
from .lists import DemandCards

MOST_WEIGHT = 100


class KindsPart(QWidget):
    """Which kind is on show is chosen at the top; the rest is made anew for it."""

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of decision whose weights are asked"))
        for kind in Kind:
            self.kind.addItem(label(kind), kind.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.kind)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        column.addLayout(self._inside)
        self._asked_of: tuple[object, ...] = ()
        self.refresh()
        self.kind.activated.connect(self.refresh)
        drafting.changed.connect(self.refresh)

    def show_kind(self, kind: Kind) -> None:
        """Show that one."""
        self.kind.setCurrentIndex(list(Kind).index(kind))
        self.refresh()

    def show_place(self, way: Way) -> None:
        """Show the kind of a place, with the row opened that it is about."""
        self.show_kind(Kind(value_at(self._drafting.document, (*way[:2], "kind"))))
        for cards in self.demands:
            if cards.way == way[:3] and len(way) > 3:
                cards.open_row(int(way[3]))
                return
        next(iter(self.swing.rows.values())).field.setFocus()

    @property
    def weights(self) -> dict[CriterionId, TextLine]:
        """The fields of the weights on show."""
        rows = ((way[-1], row.field) for way, row in self.swing.rows.items())
        return {CriterionId(str(c)): field for c, field in rows if isinstance(field, TextLine)}

    def refresh(self) -> None:
        """Show the kind that is chosen; made anew where it or the criteria are others."""
        kind, draft = Kind(str(self.kind.currentData())), self._drafting.document
        criteria = [(c["id"], c["name"], c["asks"]) for c in rows_at(draft, ("criteria",))]
        if self._asked_of != (kind, criteria):
            self._asked_of = (kind, criteria)
            self._make(way_of_kind(draft, kind))
        weights = value_at(draft, (*way_of_kind(draft, kind), "weights"))
        total = sum(weights.values())
        shares = (f"{_(name) or id_} {plain(round(100 * weights[id_] / total, 1))} %" for id_, name, _asks in criteria)
        said = _("Together {total}; as shares: {shares}.").format(total=plain(total), shares=", ".join(shares)) \
            if total else _("All are 0: nothing would count.")  # fmt: skip
        self._sum.setText(said)
        self.to_100.setEnabled(total not in (0, 100))

    def _make(self, way: Way) -> None:
        clear(self._inside)
        self._way = way
        about = Asked((*way, "about"), _("When a decision is of this kind"), Sort.TEXT)
        self._add(FieldForm(self._drafting, ((about,),)))
        self._say(_("How much each criterion counts"))
        self._add(Words(_(
            "Suppose every criterion stood at its worst, and one alone could swing to its best: give the one you would "
            "choose first 100, and the others as much as their swing is worth beside it. Only the shares count."
        ), SMALL))  # fmt: skip
        self.swing = FieldForm(self._drafting, self._swings(way))
        self._add(self.swing)
        self._sum, self.to_100 = Hint(""), Button(_("Make them add up to 100"), "link")
        self.to_100.clicked.connect(self._share_out)
        self._add(self._sum)
        self._add(_left(self.to_100))
        self._add(FieldForm(self._drafting, self._tellings(way)))
        before, flag = _("What must be there before a score is believed"), _("What is a red flag")
        checks = DemandCards(self._drafting, (*way, "before_scoring"), before, _("Add a check"))
        flags = DemandCards(self._drafting, (*way, "red_flags"), flag, _("Add a red flag"))
        self.demands = (checks, flags)
        self._say(before)
        self._add(checks)
        self._say(flag)
        self._add(flags)
        self._say(_("What keeps quality up"))
        self._add(Hint(_("A mechanism that fits no better than “never alone” is warned of where it stands alone.")))
        self._add(FitForm(self._drafting, way))

    def _swings(self, way: Way) -> Lines:
        criteria = rows_at(self._drafting.document, ("criteria",))
        names = [_(c["name"]) or _("Criterion {number}").format(number=i + 1) for i, c in enumerate(criteria)]
        return [
            (Asked((*way, "weights", c["id"]), name, Sort.NUMBER, _(c["asks"]), least=0, most=MOST_WEIGHT),)
            for c, name in zip(criteria, names, strict=True)
        ]

    def _tellings(self, way: Way) -> Lines:
        levels = [(str(row["level"]), _(row["name"])) for row in rows_at(self._drafting.document, ("levels",))]
        figure, test, closest = (*way, "headline", "figure"), (*way, "efficiency", "test"), (*way, "closest_level")
        return (
            (
                Asked(closest, _("Closest sensible level"), Sort.WORD, words=levels, whole=True, empty=True),
                Asked(figure, _("The figure it is told by first"), Sort.WORD, words=choices(Headline), empty=True),
            ),
            (Asked((*way, "headline", "says"), _("What is said with that figure")),),
            (Asked(test, _("Its test of efficiency"), Sort.WORD, words=choices(EfficiencyTest), empty=True),),
            (Asked((*way, "efficiency", "asks"), _("The question of efficiency")),),
        )  # fmt: skip

    def _share_out(self) -> None:
        at = int(self._way[-1])
        self._drafting.change(with_weights_to_100(self._drafting.document, at))

    def _say(self, heading: str) -> None:
        self._add(Words(heading, BODY, MEDIUM))

    def _add(self, widget: QWidget) -> None:
        add_shown(self._inside, widget)


class FitForm(FieldForm):
    """A choice for each mechanism of quality: how well it fits; one that nothing is chosen for is not named."""

    def __init__(self, drafting: Drafting, way: Way) -> None:
        self._of = way
        fits = [(fit.value, profile_label(fit)) for fit in Fit]
        super().__init__(drafting, [
            (Asked((*way, "quality", mechanism.value), profile_label(mechanism), Sort.WORD, words=fits, empty=True,
                   put=_Fits(way, mechanism)),)
            for mechanism in QualityMechanism
        ])  # fmt: skip

    def value_of(self, way: Way) -> object:
        """The fit that the draft gives a mechanism, the rows of which are told by their mechanism."""
        rows = rows_at(self._drafting.document, (*self._of, "quality"))
        return next((row["fit"] for row in rows if row["mechanism"] == way[-1]), None)


class _Fits:
    """Puts the fit of a mechanism into the draft."""

    def __init__(self, way: Way, mechanism: QualityMechanism) -> None:
        self._way, self._mechanism = (*way, "quality"), mechanism

    def __call__(self, document: Document, fit: str) -> Document:
        before = [row["mechanism"] for row in rows_at(document, self._way)]
        rows = [row for row in rows_at(document, self._way) if row["mechanism"] != self._mechanism]
        at = before.index(self._mechanism) if self._mechanism in before else len(rows)
        named = [{"mechanism": self._mechanism.value, "fit": fit}] if fit in set(Fit) else []
        return with_value(document, self._way, [*rows[:at], *named, *rows[at:]])


def _left(button: Button) -> QWidget:
    """A button at the left of its line."""
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(button)
    across.addStretch(1)
    return line
