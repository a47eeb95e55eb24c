"""Charts in the window: painted in every palette, heard, and with a table that opens from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop import theme
from fairness_desktop.desktop.charts.chart_view import NARROWEST, ChartCard, ChartView
from fairness_desktop.desktop.charts.painting import measure, paint
from fairness_desktop.desktop.theme import DARK, HIGH_CONTRAST, LIGHT, Colours, Theme
from fairness_desktop.desktop.widgets.basics import Button
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.scene import Circle, Line, Mark, Polygon, Rect, Role, Scene, Words

from ..telling.charts.drawn import case, every_chart, laid_over, strays
from .accessibility import spoken
from .sessions import heard_as, named

NAMES = ("d1", "d6", "d9")


def charts(name: str) -> list[Chart]:
    return list(every_chart(*case(name)))


def firm() -> Chart:
    return next(chart for chart in charts("d9") if chart.title == "How firm is the lead?")


def card_of(qtbot: QtBot, chart: Chart, figure: str = "") -> ChartCard:
    card = ChartCard(chart, figure)
    qtbot.addWidget(card)
    card.resize(560, 400)
    card.show()
    return card


def painted(mark: Mark, side: int = 40) -> QImage:
    """One mark on the surface of the theme."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("surface"))
    painter = QPainter(image)
    paint(painter, Scene(side, side, (mark,)))
    painter.end()
    return image


def colour_at(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_that_a_chart_is_heard_with_its_title_and_all_its_figures(qtbot: QtBot) -> None:
    for chart in charts("d9"):
        view = ChartView(chart)
        qtbot.addWidget(view)

        assert (heard_as(view), view.accessibleDescription()) == (chart.title, chart.in_words)


def test_that_a_chart_can_be_reached_by_tab(qtbot: QtBot) -> None:
    card = card_of(qtbot, firm(), "verdict")

    assert [name for _role, name in spoken(card)] == [
        "Explain: How firm is the lead?",
        "How firm is the lead?",
        "How firm is the lead?, as a table, folded",
    ]


def test_that_the_table_opens_from_the_keyboard_and_every_cell_is_heard(qtbot: QtBot) -> None:
    card = card_of(qtbot, firm())
    assert not card.fold.inside.isVisible()

    card.fold.line.setFocus()
    qtbot.keyClick(card.fold.line, Qt.Key.Key_Space)

    assert card.fold.inside.isVisible()
    heard = {label.accessibleName() for label in card.fold.inside.findChildren(QLabel)}
    assert {"C, 1st, of 100: 92.4", "A, 4th, of 100: 100.0", "B, Floor RED, of 100: 0.0"} <= heard


@pytest.mark.parametrize("name", NAMES)
def test_that_the_table_holds_all_cells_of_the_chart(qtbot: QtBot, name: str) -> None:
    for chart in charts(name):
        card = card_of(qtbot, chart)

        shown = [label.text() for label in card.fold.inside.findChildren(QLabel)]

        assert shown == [cell for row in (chart.table.header, *chart.table.rows) for cell in row]


def test_that_the_link_asks_for_the_figure_it_stands_by(qtbot: QtBot) -> None:
    card = card_of(qtbot, firm(), "verdict")

    with qtbot.waitSignal(card.explanation_wanted) as asked:
        qtbot.mouseClick(named(card, Button, "Explain: How firm is the lead?"), Qt.MouseButton.LeftButton)

    assert asked.args == ["verdict"]


def test_that_with_no_figure_to_explain_there_is_no_link(qtbot: QtBot) -> None:
    assert "Explain" not in " ".join(name for _role, name in spoken(card_of(qtbot, firm())))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", NAMES)
def test_that_in_the_real_face_nothing_is_cut_off_or_laid_over(qapp: QApplication, name: str, scale: float) -> None:
    theme.apply(qapp, Theme(LIGHT, scale))
    for chart in charts(name):
        for width in (NARROWEST, 420, 560, 850):
            scene = chart.scene(width * scale, measure, scale)

            assert (strays(scene), laid_over(scene)) == ([], []), (chart.title, width)


def test_that_a_chart_is_as_high_as_its_width_asks_for(qtbot: QtBot) -> None:
    view = ChartView(firm())
    qtbot.addWidget(view)

    for width in (300, 560, 850):
        assert view.heightForWidth(width) >= view.scene_at(width).height


def test_that_a_chart_is_laid_out_again_when_text_grows(qtbot: QtBot, qapp: QApplication) -> None:
    view = ChartView(firm())
    qtbot.addWidget(view)
    before = view.heightForWidth(560)

    theme.apply(qapp, Theme(LIGHT, 2.0))

    assert view.heightForWidth(560) > 1.5 * before


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
def test_that_every_role_is_a_colour_of_the_palette(qapp: QApplication, colours: Colours) -> None:
    theme.apply(qapp, Theme(colours))

    for role in Role:
        image = painted(Rect(0, 0, 40, 40, role))
        assert colour_at(image, 20, 20) == getattr(colours, role).upper()


def test_that_marks_are_painted_where_they_are() -> None:
    assert colour_at(painted(Line(0, 20, 40, 20, Role.TEXT, 4)), 20, 20) == LIGHT.text
    assert colour_at(painted(Circle(20, 20, 10, Role.GREEN)), 20, 20) == LIGHT.green
    ring = painted(Circle(20, 20, 10, None, Role.RED, 4))
    assert (colour_at(ring, 20, 20), colour_at(ring, 20, 10)) == (LIGHT.surface, LIGHT.red)
    assert colour_at(painted(Polygon(((0, 0), (40, 0), (0, 40)), Role.AMBER)), 8, 8) == LIGHT.amber


def test_that_hatching_leaves_ground_between_its_lines(qapp: QApplication) -> None:
    theme.apply(qapp, Theme(LIGHT, 2.0))
    image = painted(Rect(0, 0, 40, 40, Role.WORSE, hatched=True))

    seen = {colour_at(image, x, y) for x in range(40) for y in range(40)}

    assert {LIGHT.surface, LIGHT.worse} <= seen


def test_that_dashes_have_gaps() -> None:
    image = painted(Line(20, 0, 20, 40, Role.TEXT, 2, dashed=True))

    assert {LIGHT.surface, LIGHT.text} <= {colour_at(image, 20, y) for y in range(40)}


def test_that_words_are_written_between_top_and_bottom_of_their_line() -> None:
    image = painted(Words(2, 20, "H", 20, size=30, weight=700), 60)

    inked = [y for y in range(60) if any(colour_at(image, x, y) == LIGHT.text for x in range(60))]

    assert (min(inked) + max(inked)) / 2 == pytest.approx(20, abs=1.5)


def test_that_the_focus_is_shown(qtbot: QtBot) -> None:
    card = card_of(qtbot, firm())
    before = card.view.grab().toImage()
    card.activateWindow()
    card.view.setFocus()
    qtbot.waitUntil(card.view.hasFocus)

    ringed = card.view.grab().toImage()

    assert colour_at(before, ringed.width() // 2, 1) != colour_at(ringed, ringed.width() // 2, 1) == LIGHT.accent
