"""Words in the small boxes of the grid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.grid.delegate import fitted
from fairness_desktop.desktop.theme import SEMIBOLD, SMALL, current

SHORT = "Standard refurbishment by loan"


def test_that_no_line_is_wider_than_its_box_however_long_a_word_is(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(current().font(SMALL, SEMIBOLD))

    @given(st.text("abc iW", max_size=60), st.floats(40, 200), st.integers(1, 3))
    def each(text: str, width: float, lines: int) -> None:
        told = fitted(text, width, SEMIBOLD, lines).split("\n")
        assert len(told) <= lines
        assert all(metrics.horizontalAdvance(line) <= width for line in told)

    each()


def test_that_words_that_fit_are_told_whole(qtbot: QtBot) -> None:
    assert fitted(SHORT, 1000, SEMIBOLD, 3) == SHORT
    assert fitted(SHORT, 60, SEMIBOLD, 1).endswith("…")
