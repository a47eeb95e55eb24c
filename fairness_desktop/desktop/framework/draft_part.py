"""The next version as a draft: its name, swing weights by kind, limits, the need ladder, the worded sizes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ...domain.errors import InvalidInputError
from ...domain.framework import Framework
from ...domain.vocabulary import CriterionId, Kind, label
from ...i18n import _
from ...services.adopting.editing import (
    LIMITS,
    Document,
    checked,
    limit_of,
    with_anchor,
    with_limit,
    with_rung,
    with_title,
    with_weight,
)
from ..form import Row, side_by_side
from ..widgets.basics import Hint, Words
from ..widgets.folding import Fold
from ..widgets.inputs import NumberLine, TextLine

MOST_WEIGHT = 100


class DraftPart(QWidget):
    """Fields over a draft; ``edited`` tells that something was entered, ``value`` what the draft is then."""

    edited = Signal()

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Document = dict(framework.document)
        self.names = {key: TextLine(most=200) for key in ("title", "id", "version")}
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of decision whose weights are asked"))
        for kind in Kind:
            self.kind.addItem(label(kind), kind.value)
        self.weights = {c.id: NumberLine() for c in framework.criteria}
        self.limits = {limit.where: NumberLine() for limit in LIMITS}
        self.rungs = [NumberLine() for _rung in framework.need_ladder]
        self.anchors = {(c.id, size): TextLine(most=300) for c in framework.criteria for size in (1, 2, 3)}
        self.rows: list[Row] = []
        self._lay_out(framework)
        self.kind.activated.connect(self._show_weights)
        for row in self.rows:
            row.field.edited.connect(self.edited)  # type: ignore[attr-defined]

    def _lay_out(self, framework: Framework) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title, id_, version = (self._row(c, self.names[k]) for c, k in (
            (_("Title"), "title"), (_("Short name"), "id"), (_("Version"), "version")))  # fmt: skip
        column.addLayout(side_by_side((title, 4), (id_, 2), (version, 1)))
        column.addWidget(self.kind)
        column.addWidget(Words(_(
            "Suppose every criterion stood at its worst, and one alone could swing to its best: give the one you would "
            "choose first 100, and the others as much as their swing is worth beside it. Only the shares count."
        )))  # fmt: skip
        asked = [self._row(_(c.name), self.weights[c.id], _(c.asks)) for c in framework.criteria]
        for row in asked:
            column.addWidget(row)
        inside = QWidget()
        limits = QVBoxLayout(inside)
        for limit in LIMITS:
            limits.addWidget(self._row(_(limit.name), self.limits[limit.where]))
        for rung, line in zip(framework.need_ladder, self.rungs, strict=True):
            caption = _("Living standard of “{name}” (the median household is 1)").format(name=_(rung.name))
            limits.addWidget(self._row(caption, line))
        column.addWidget(Fold(_("Limits and the ladder of need"), inside))
        column.addWidget(Fold(_("What the sizes of an effect mean"), self._sizes(framework)))

    def _sizes(self, framework: Framework) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(Hint(_("The same words are read beside every cell of the grid.")))
        for criterion in framework.criteria:
            for size in (1, 2, 3):
                caption = _("{criterion}, size {size}").format(criterion=_(criterion.name), size=size)
                column.addWidget(self._row(caption, self.anchors[criterion.id, size]))
        return inside

    def _row(self, caption: str, field: QWidget, help_text: str = "") -> Row:
        row = Row(caption, field, help_text)
        self.rows.append(row)
        return row

    def show_draft(self, document: Document) -> None:
        """Show a draft in all its fields."""
        self._draft = document
        for key, line in self.names.items():
            line.show_value(str(document[key]))
        self._show_weights()
        for limit in LIMITS:
            self.limits[limit.where].show_value(f"{limit_of(document, limit):g}")
        for rung, number in zip(document["need_ladder"], self.rungs, strict=True):
            number.show_value(f"{rung['living_standard']:g}")
        for row in document["criteria"]:
            for size in (1, 2, 3):
                self.anchors[CriterionId(row["id"]), size].show_value(row["anchors"][str(size)])

    def value(self) -> Document:
        """The draft with what was entered; InvalidInputError names what cannot be."""
        names = {key: line.value() for key, line in self.names.items()}
        document = with_title(self._draft, names["title"], names["id"], names["version"])
        for criterion, line in self.weights.items():
            document = with_weight(document, self._kind(), criterion, self._weight(line))
        for limit in LIMITS:
            document = with_limit(document, limit, _number(self.limits[limit.where]))
        for level, line in enumerate(self.rungs):
            document = with_rung(document, level, _number(line))
        for (criterion, size), words in self.anchors.items():
            document = with_anchor(document, criterion, size, words.value())
        checked(document)
        self._draft = document
        return document

    def _weight(self, line: NumberLine) -> float:
        weight = _number(line)
        if not 0 <= weight <= MOST_WEIGHT:
            raise InvalidInputError("", _("{name}: a swing is from 0 to 100.").format(name=line.accessibleName()))
        return weight

    def _kind(self) -> Kind:
        return Kind(self._shown)

    def _show_weights(self) -> None:
        self._shown = str(self.kind.currentData())
        row = next(row for row in self._draft["kinds"] if row["kind"] == self._shown)
        for criterion, line in self.weights.items():
            line.show_value(f"{row['weights'][criterion]:g}")


def _number(line: NumberLine) -> float:
    number = line.number()
    if number is None:
        raise InvalidInputError("", _("{name}: give a number.").format(name=line.accessibleName()))
    return number
