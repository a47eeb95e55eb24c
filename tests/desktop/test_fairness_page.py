from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.charts.chart_view import ChartView
from fairness_desktop.desktop.charts.score_bars import scale_for
from fairness_desktop.desktop.fairness.figures_card import worth_a_look
from fairness_desktop.desktop.fairness.kind_card import OF_KIND, KindCard
from fairness_desktop.desktop.fairness.what_if_card import WhatIf
from fairness_desktop.desktop.pages.fairness_page import FairnessPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.desktop.widgets.folding import Fold
from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.vocabulary import GroupId, Kind, OptionId
from fairness_desktop.frameworks.catalogue import SHIPPED
from fairness_desktop.scoring.score import score

from .real import case_session, new_session, services_in
from .sessions import press, words_on


def shown(qtbot: QtBot, session: SessionModel) -> FairnessPage:
    page = FairnessPage(session)
    qtbot.addWidget(page)
    page.resize(900, 660)
    page.show()
    if session.result is not None:
        qtbot.waitUntil(lambda: page.result is not None and page.result.robustness is not None)
    return page


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("d9", "C leads: it does most good, 46 % of it for the 10 % most in need; robust."),
        ("d6", "D leads: it does most good, 40 % of it for the 15 % most in need; robust."),
        ("d1", "A leads: "),
    ],
)
def test_that_a_sentence_is_made_from_the_figures(qtbot: QtBot, tmp_path: Path, case: str, sentence: str) -> None:
    assert sentence in words_on(shown(qtbot, case_session(services_in(tmp_path), case)))


def test_that_every_figure_is_heard_with_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d6"))

    heard = {link.accessibleName() for link in page.findChildren(QPushButton)}

    assert {
        "Explain: Score, weighted by need, D: +22.6",
        "Explain: Floor, B: AMBER",
        "Explain: Focus ratio, D: 2.6",
        "Explain: Net cost a year, B: −£1,500",
    } <= heard


def test_that_the_chart_says_its_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))

    heard = {c.accessibleName(): c.accessibleDescription() for c in page.findChildren(ChartView)}

    assert "+0.81" in heard["Who gains, who loses under C"]
    assert "C ranks first in 92 of 100" in heard["How firm is the lead?"]
    assert "0.72" in heard["What would turn the lead?"]
    assert heard["How much good, and for whom"]
    assert "£12.64" in heard["What one more point costs"]


def test_that_worse_at_worst_is_said_beside_the_floor(qtbot: QtBot, tmp_path: Path) -> None:
    assert "at worst RED" in words_on(shown(qtbot, case_session(services_in(tmp_path), "d6")))


def test_that_an_option_that_is_not_feasible_is_said_not_to_be(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d3"))

    assert "– not feasible" in words_on(page)


def test_that_where_none_is_feasible_none_leads(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d6")
    session.change(replace(session.assessment, required_saving=1e9))

    assert "No option is feasible" in words_on(shown(qtbot, session))


def test_that_open_cells_are_said_to_leave_figures_open(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d6")
    pair = OptionId("D"), GroupId("dk")
    page = shown(qtbot, session)

    session.change(session.assessment.with_cell(*pair, Cell(), session.framework.criterion_ids))

    assert "Some effects are not answered: figures may change." in words_on(page)


def test_that_nothing_is_shown_before_anything_follows(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, new_session(services_in(tmp_path)))

    assert "Nothing can be worked out yet" in words_on(page)
    assert "Say which of the four kinds of decision it is." in words_on(page)


@pytest.mark.parametrize(
    ("scores", "axis"),
    [([11.4, 0.0], (0.0, 15.0)), ([-8.7, 22.6], (-10.0, 25.0)), ([0.0], (0.0, 5.0)), ([], (0.0, 5.0))],
)
def test_that_the_axis_always_shows_nought(scores: list[float], axis: tuple[float, float]) -> None:
    assert scale_for(scores) == axis


def test_that_a_figure_opens_to_its_arithmetic_and_closes_again(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))

    press(qtbot, page, "Explain: score of C, +11.4")

    wait_for(qtbot, page, "11.355508 = 100/3 · 5,135.605261 ÷ 15,075.225022")
    wait_for(qtbot, page, "0.4 · +1.5")
    focused = page.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert "11.355508 =" not in words_on(page)
    assert "C leads: " in words_on(page)


def test_that_every_link_opens(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d3"))
    figures = {str(b.property("figure")) for b in page.findChildren(QPushButton) if b.property("figure")}

    for figure in sorted(figures):
        page.explain(figure)
        assert words_on(page)

    assert len(figures) > 5 * 15


def test_that_the_panel_leads_to_the_explanation(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))

    page.show_place("figures.C.focus_ratio")

    wait_for(qtbot, page, "4.75205 = 0.455621 ÷ 0.095879")


def test_that_a_change_drops_the_draws_under_way(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d9")
    page = shown(qtbot, session)
    before = page.result

    session.change(replace(session.assessment, budget_cap=20_000.0))

    assert page.result is session.result
    assert page.result is not None
    assert page.result.robustness is None
    qtbot.waitUntil(lambda: page.result is not None and page.result.robustness is not None)
    assert before is not None
    assert (before.leader, page.result.leader) == ("C", "D")


def test_that_a_finding_leads_to_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d1"))
    (link,) = (b for b in page.findChildren(QPushButton) if "The lead depends on the kind" in b.accessibleName())

    with qtbot.waitSignal(page.place_wanted) as wanted:
        link.click()

    assert wanted.args == ["kind"]


def wait_for(qtbot: QtBot, widget: QWidget, words: str) -> None:
    """Until they are on show: what is built anew appears with the next turn of the event loop."""
    qtbot.waitUntil(lambda: words in words_on(widget))


def opened_what_if(page: FairnessPage) -> WhatIf:
    (what_if,) = page.findChildren(WhatIf)
    for fold in page.findChildren(Fold):
        if fold.inside is what_if:
            fold.set_open(opened=True)
    return what_if


def test_that_what_if_follows_a_slider_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d9")
    page = shown(qtbot, session)
    before, what_if = session.assessment, opened_what_if(page)

    what_if.elasticity.slider.setValue(10)

    wait_for(qtbot, what_if, "B would lead, not C.")
    assert what_if.elasticity.slider.accessibleName() == "What if, Elasticity η: 0.5, not 1.3"
    assert session.assessment is before
    assert not session.walk.can_undo
    what_if.again.click()
    wait_for(qtbot, what_if, "As it stands C leads.")


def test_that_what_if_moves_any_single_effect(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))
    what_if = opened_what_if(page)
    wanted = what_if.which.findText("C, Outcomes: Residents of sheltered", Qt.MatchFlag.MatchStartsWith)
    what_if.which.setCurrentIndex(wanted)
    what_if.which.activated.emit(what_if.which.currentIndex())

    what_if.effect.slider.setValue(0)

    wait_for(qtbot, what_if, "RED")
    wait_for(qtbot, what_if, "−3.0, not +1.5")


def test_that_what_if_says_so_where_nothing_weighs(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))
    what_if = opened_what_if(page)

    for judgement in what_if.weights.values():
        judgement.slider.setValue(0)

    wait_for(qtbot, what_if, "Nothing follows: at least one criterion must weigh something.")


def test_that_what_if_is_moved_by_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))
    what_if = opened_what_if(page)

    qtbot.keyClick(what_if.elasticity.slider, Qt.Key.Key_Home)

    assert what_if.elasticity.value == 0
    wait_for(qtbot, what_if, "B would lead, not C.")


def under_the_newest(session: SessionModel) -> Assessment:
    """The same decision under the framework that ships now."""
    newest = session.services.frameworks[SHIPPED]
    return replace(
        session.assessment,
        framework=FrameworkReference(newest.id, newest.version, newest.sha256),
        kind=Kind.INVOLVEMENT,
    )


def test_that_a_kind_is_told_by_its_own_figure_and_its_red_flags(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d6")
    framework = session.services.frameworks[SHIPPED]
    now = under_the_newest(session)
    unheard = replace(now, groups=tuple(replace(g, heard=False) for g in now.groups))
    card = KindCard(unheard, framework, score(unheard, framework))
    qtbot.addWidget(card)

    said = words_on(card)
    assert "For this kind of decision: Involvement" in said
    assert "0 % of those affected, weighted by need, were heard" in said
    assert "stands or falls with who was heard" in said
    assert "Red flag for this kind: No group is said to have been heard" in said
    assert not {f.code for f in worth_a_look(score(unheard, framework))} & OF_KIND


def test_that_a_red_flag_leads_to_where_it_is_mended(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d6")
    framework = session.services.frameworks[SHIPPED]
    now = under_the_newest(session)
    unheard = replace(now, groups=tuple(replace(g, heard=False) for g in now.groups))
    card = KindCard(unheard, framework, score(unheard, framework))
    qtbot.addWidget(card)
    card.show()

    with qtbot.waitSignal(card.place_wanted, timeout=2000) as led:
        card.findChildren(QAbstractButton)[0].click()

    assert led.args == ["groups"]
