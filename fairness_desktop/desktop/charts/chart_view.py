"""A chart as a widget: painted, heard as sentences, and with its table folded under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ...i18n import _
from ...telling.charts.chart import Chart, Figures
from ...telling.charts.scene import Scene
from ..theme import MEDIUM, REGULAR, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Card, Hint, Subtitle, Words
from ..widgets.folding import Fold
from .painting import measure, paint

INSET = 4
"""Pixels about the drawing that belong to the focus ring."""

NARROWEST = 240
"""Pixels at 100 %; no chart is of use below."""


class ChartView(QWidget):
    """The drawing of a chart, as high as its width asks for."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.in_words)
        self._chart = chart
        self._drawn: tuple[int, float, Scene] | None = None

    @property
    def chart(self) -> Chart:
        """What is drawn."""
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Draw another from now on."""
        self._chart, self._drawn = chart, None
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.in_words)
        self.updateGeometry()
        self.update()

    def scene_at(self, width: int) -> Scene:
        """What is painted at a width of the widget; kept until another is asked for."""
        scale = current().scale
        if self._drawn is None or self._drawn[:2] != (width, scale):
            room = max(width - 2 * INSET, current().px(NARROWEST) - 2 * INSET)
            self._drawn = width, scale, self._chart.scene(room, measure, scale)
        return self._drawn[2]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.scene_at(width).height + 0.5) + 2 * INSET

    def sizeHint(self) -> QSize:
        width = max(self.width(), current().px(NARROWEST))
        return QSize(current().px(420), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(NARROWEST), current().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(INSET, INSET)
        paint(painter, self.scene_at(self.width()))
        painter.resetTransform()
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current().colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class ChartCard(Card):
    """Title, how to read it, the drawing, and its table; ``figure`` names what the link “Explain” asks for."""

    explanation_wanted = Signal(str)

    def __init__(self, chart: Chart, figure: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self.setAccessibleName(chart.title)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._title, self._caption = Subtitle(chart.title), Hint(chart.caption)
        head.addWidget(self._title, 1)
        if figure:
            head.addWidget(self._link(chart), 0, Qt.AlignmentFlag.AlignTop)
        self.view = ChartView(chart)
        self.fold = Fold(_("As a table"), ChartTable(chart.table), _("{title}, as a table").format(title=chart.title))
        self.box.addLayout(head)
        self.box.addWidget(self._caption)
        self.box.addWidget(self.view)
        self.box.addWidget(self.fold)
        self.box.addStretch(1)

    def show_chart(self, chart: Chart) -> None:
        """Show another from now on; the table stays as open as it is."""
        opened = self.fold.line.isChecked()
        self.setAccessibleName(chart.title)
        self._title.setText(chart.title)
        self._caption.setText(chart.caption)
        self.view.show_chart(chart)
        fold = Fold(_("As a table"), ChartTable(chart.table), _("{title}, as a table").format(title=chart.title))
        self.box.replaceWidget(self.fold, fold)
        self.fold.hide()
        self.fold.deleteLater()
        self.fold = fold
        fold.set_open(opened=opened)

    def _link(self, chart: Chart) -> Button:
        link = Button(_("Explain"), "link")
        link.setAccessibleName(_("Explain: {title}").format(title=chart.title))
        link.clicked.connect(self._explain)
        return link

    def _explain(self) -> None:
        self.explanation_wanted.emit(self._figure)


class ChartTable(QWidget):
    """The figures of a chart in rows; every cell is heard with its row and its column."""

    def __init__(self, figures: Figures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(12))
        grid.setVerticalSpacing(current().px(4))
        for column, (head, share) in enumerate(zip(figures.header, figures.shares, strict=True)):
            grid.addWidget(_cell(head, figures, column, SEMIBOLD, "muted"), 0, column)
            grid.setColumnStretch(column, round(share))
        for number, row in enumerate(figures.rows, 1):
            for column, text in enumerate(row):
                words = _cell(text, figures, column, REGULAR if column else MEDIUM, "text")
                words.setWordWrap(column not in figures.numbers or " " in text)  # it would break after a minus
                if column:
                    words.setAccessibleName(f"{row[0]}, {figures.header[column]}: {text}")
                grid.addWidget(words, number, column)


def _cell(text: str, figures: Figures, column: int, weight: int, colour: str) -> Words:
    words = Words(text, SMALL, weight, colour)
    side = Qt.AlignmentFlag.AlignRight if column in figures.numbers else Qt.AlignmentFlag.AlignLeft
    words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return words
