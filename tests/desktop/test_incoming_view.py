"""A bundle in the window: shown before it comes in, and compared where both were changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.handing.incoming_view import IncomingView
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.exchange.bundle.comparing import Side
from fairness_desktop.services.bundle import Services

from .real import open_window, services_in, walk_in
from .sessions import words_on


@pytest.fixture
def there(tmp_path: Path) -> Services:
    return services_in(tmp_path / "there")


def given(there: Services, out: Path, **changes: object) -> Path:
    walk = there.register.open_example()
    if changes:
        walk.change(replace(walk.assessment, **changes))  # type: ignore[arg-type]
    there.handing.giving.hand_out(walk.assessment.id, out)
    return out


def shown(qtbot: QtBot, services: Services, path: Path) -> IncomingView:
    view = IncomingView(services, path)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view._seen is not None or bool(view.notice.sentence), timeout=20_000)
    return view


def test_that_nothing_comes_in_before_it_is_said(qtbot: QtBot, there: Services, tmp_path: Path) -> None:
    here = services_in(tmp_path / "here")
    view = shown(qtbot, here, given(there, tmp_path / "x.fairness"))

    assert "It is new here." in words_on(view)
    assert "1 step in its history" in words_on(view)
    assert here.register.count(RegisterQuery()) == 0
    with qtbot.waitSignal(view.open_wanted, timeout=20_000):
        qtbot.mouseClick(view.take, Qt.MouseButton.LeftButton)
    assert here.register.count(RegisterQuery()) == 1


def test_that_what_is_no_bundle_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.fairness").write_bytes(b"no")
    view = shown(qtbot, services_in(tmp_path / "here"), tmp_path / "x.fairness")

    assert view.notice.sentence == "x.fairness is no bundle of Fairness Desktop (it is no ZIP). Nothing was taken in."
    assert not view.take.isVisible()


def test_that_two_states_are_chosen_place_by_place(qtbot: QtBot, there: Services, tmp_path: Path) -> None:
    here = services_in(tmp_path / "here")
    here.handing.taking.take(given(there, tmp_path / "x.fairness"))
    walk = here.register.open_example()
    walk.change(replace(walk.assessment, title="Here"))
    view = shown(qtbot, here, given(there, tmp_path / "y.fairness", title="There", interests="There"))

    assert [(c.point.where, c.side()) for c in view.cards] == [("title", None), ("interests", Side.THEIRS)]
    assert not view.take.isEnabled()
    view.cards[0].choice.buttons[Side.MINE].click()
    with qtbot.waitSignal(view.open_wanted, timeout=20_000):
        view.take.click()
    now = here.register.open_example().assessment
    assert (now.title, now.interests) == ("Here", "There")


def test_that_a_bundle_dropped_on_the_register_is_opened_when_it_came_in(
    qtbot: QtBot, there: Services, tmp_path: Path
) -> None:
    window = open_window(qtbot, tmp_path / "here")
    window.show_register()
    window.show_incoming([given(there, tmp_path / "x.fairness")])
    view = window.view
    assert isinstance(view, IncomingView)
    qtbot.waitUntil(view.take.isEnabled, timeout=20_000)

    view.take.click()
    qtbot.waitUntil(lambda: not isinstance(window.view, IncomingView), timeout=20_000)

    assert walk_in(window).session.assessment.reference == "07-26"
