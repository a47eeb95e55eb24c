"""How a cell of the grid looks: a little bar a criterion, reach and grade; hatched where nothing is answered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...domain.effects import Cell
from ...domain.people import Group
from ...i18n import _
from ...telling.sentences import option_name
from ..models.effects_model import GROUP_COLUMN, EffectsModel, need_words
from ..theme import MEDIUM, SEMIBOLD, SMALL, current
from ..widgets import marks
from .criteria_look import initials, pitch
from .writing import write

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def fitted(text: str, width: float, weight: int, lines: int) -> str:
    """The text broken into at most so many lines of small letters; what is too long for a line ends in an ellipsis."""
    metrics = QFontMetricsF(current().font(SMALL, weight))
    words = text.split()
    told: list[str] = []
    while words and len(told) < lines:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line += " " + words.pop(0)
        told.append(line)
    if words:
        told[-1] = " ".join([told[-1], *words])
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in told)


class EffectsDelegate(QStyledItemDelegate):
    """Paints from the model; holds nothing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, EffectsModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        column = model.option(index)
        ground = "faint" if column is not None and column.baseline else "tint" if selected else "surface"
        painter.fillRect(rect, current().colour(ground))
        if column is None:
            self._group(painter, rect, model.group(index), model)
        elif column.baseline:
            write(painter, rect, "0", weight=MEDIUM, colour="muted", align=Qt.AlignmentFlag.AlignCenter)
        else:
            self._cell(painter, rect, model.cell(column.id, model.group(index).id), model)
        if option.state & QStyle.StateFlag.State_HasFocus or (selected and index == model_current(option)):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current().colour("accent"), 2.5))
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(current().px(140), current().px(50))

    def _group(self, painter: QPainter, rect: QRectF, group: Group, model: EffectsModel) -> None:
        theme = current()
        inner = rect.adjusted(12, 2, -8, -2)
        side = theme.px(104)
        name = QRectF(inner.x(), inner.y(), inner.width() - side, inner.height())
        write(painter, name, fitted(group.name or group.id, name.width() - 4, MEDIUM, 3), weight=MEDIUM)
        right = QRectF(inner.right() - side + 8, inner.y(), side - 8, inner.height() / 2)
        size = f"{group.size:,}" if group.size else _("size ?")
        write(painter, right, size, weight=SEMIBOLD)
        write(painter, right.translated(0, right.height() - 2), need_words(group, model.session), colour="muted")
        if group.need_level is not None and theme.scale <= 1.0:
            ladder = QRectF(inner.right() - theme.px(33), inner.y() + 6, theme.px(33), theme.px(18))
            marks.need_ladder(painter, ladder, group.need_level)

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell, model: EffectsModel) -> None:
        inner = rect.adjusted(8, 6, -8, -6)
        if not cell.touched:
            write(painter, inner, _("not touched"), colour="muted", align=Qt.AlignmentFlag.AlignCenter)
            return
        if cell.blank:
            marks.hatched(painter, inner)
            _said_on(painter, inner, _("not answered"))
            return
        self._bars(painter, inner, cell, model)
        bars = len(model.session.criteria) * pitch(inner.width(), len(model.session.criteria))
        side = QRectF(inner.x() + bars + 4, inner.y(), inner.width() - bars - 4, inner.height() / 2)
        reach = _("reach ?") if cell.reach is None else f"{cell.reach * 100:.0f} %"
        write(painter, side, reach, weight=SEMIBOLD, align=_RIGHT, colour="amber" if cell.reach is None else "text")
        wide, high = current().px(20), current().px(18)
        grade = QRectF(side.right() - wide, side.bottom() + 1, wide, high)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(current().colour("edge"), 1))
        painter.drawRoundedRect(grade.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        told = "?" if cell.grade is None else cell.grade.value
        ink = "amber" if cell.grade is None else "text"
        write(painter, grade, told, weight=SEMIBOLD, align=Qt.AlignmentFlag.AlignCenter, colour=ink)

    def _bars(self, painter: QPainter, inner: QRectF, cell: Cell, model: EffectsModel) -> None:
        theme = current()
        middle, unit = round(inner.center().y()) + 0.5, (inner.height() / 2 - 1) / 3
        painter.setPen(Qt.PenStyle.NoPen)
        step = pitch(inner.width(), len(model.session.criteria))
        gap = step / 8
        for i, criterion in enumerate(model.session.criteria):
            slot = QRectF(inner.x() + i * step + gap, inner.y(), step - 2 * gap, inner.height())
            painter.fillRect(slot, theme.colour("faint"))
            impact = cell.impacts.get(criterion.id)
            if impact is None:
                marks.hatched(painter, slot, 1)
            elif impact:
                bar = QRectF(slot.x(), middle - max(impact, 0) * unit, slot.width(), abs(impact) * unit)
                painter.fillRect(bar, theme.colour("better" if impact > 0 else "worse"))
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(QPointF(inner.x(), middle), QPointF(inner.x() + len(model.session.criteria) * step, middle))


def model_current(option: QStyleOptionViewItem) -> _Index | None:
    """The current cell of the view being painted."""
    view = option.widget
    current_index = getattr(view, "currentIndex", None)
    return current_index() if callable(current_index) else None


def _said_on(painter: QPainter, rect: QRectF, text: str) -> None:
    """Words on a patch, so that hatching does not run through them."""
    width = QFontMetricsF(current().font(SMALL, MEDIUM)).horizontalAdvance(text) + 16
    height = current().px(22)
    patch = QRectF(rect.center().x() - width / 2, rect.center().y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour("surface"))
    painter.drawRoundedRect(patch, 4, 4)
    write(painter, patch, text, weight=MEDIUM, align=Qt.AlignmentFlag.AlignCenter)


class OptionHeader(QHeaderView):
    """Each option's letter and name, and the initials of the criteria above the little bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(0, current().px(84))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        model = self.model()
        assert isinstance(model, EffectsModel)
        theme, area = current(), QRectF(rect)  # type: ignore[call-overload]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = None if section == GROUP_COLUMN else model.options[section - 1]
        painter.fillRect(area, theme.colour("faint" if column is not None and column.baseline else "surface"))
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        painter.fillRect(QRectF(area.right(), area.y(), 1, area.height()), theme.colour("line"))
        if column is None:
            write(painter, area.adjusted(12, 0, -8, 0), _("Group, people, need"), weight=SEMIBOLD, colour="muted")
        else:
            result = model.session.result
            leads = result is not None and result.leader == column.id
            side = theme.px(24)
            marks.letter_badge(painter, QRectF(area.x() + 8, area.y() + 8, side, side), column.id, leads=leads)
            name = QRectF(area.x() + 14 + side, area.y() + 4, area.width() - side - 20, area.height() - theme.px(28))
            said = _("as now") if column.baseline else option_name(model.session.assessment, column.id)
            write(painter, name, fitted(said, name.width(), SEMIBOLD, 3), weight=SEMIBOLD)
            if not column.baseline:
                self._initials(painter, area, model)
        painter.restore()

    def _initials(self, painter: QPainter, area: QRectF, model: EffectsModel) -> None:
        height = current().px(18)
        letters = initials([_(c.name) for c in model.session.criteria])
        step = pitch(area.width() - 16, len(letters))
        for i, initial in enumerate(letters):
            slot = QRectF(area.x() + 8 + i * step, area.bottom() - height - 4, step, height)
            write(painter, slot, initial, weight=SEMIBOLD, colour="accent", align=Qt.AlignmentFlag.AlignCenter)
        reach = QRectF(area.x(), area.bottom() - height - 4, area.width() - 8, height)
        write(painter, reach, _("reach"), colour="muted", align=_RIGHT)
