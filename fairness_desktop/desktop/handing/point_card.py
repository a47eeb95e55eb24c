"""One place in which two states differ: what each says, and whose to take."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...exchange.bundle.comparing import BASELINE, Point, Side
from ...i18n import _
from ...telling.places import place_words
from ..form import side_by_side
from ..widgets.basics import Card, Hint, Subtitle, Words
from ..widgets.segments import Segment, Segments

MOST = 400
"""Characters of a value that are shown."""


class PointCard(Card):
    """Begins with the side that alone changed it; where both did, with none."""

    edited = Signal()

    def __init__(self, point: Point, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        """``names`` says how rows are called that are named by their id."""
        super().__init__(parent)
        self.point = point
        name = _("Which option is to carry on as now") if point.where == BASELINE else place_words(point.where, names)
        self.setAccessibleName(name)
        self.box.addWidget(Subtitle(name))
        self.box.addWidget(Hint(_who(point.changed_by)))
        self.box.addLayout(
            side_by_side((_side(_("Here"), point.mine), 1), (_side(_("In the bundle"), point.theirs), 1))
        )
        words = (Segment(Side.MINE, _("Keep what is here")), Segment(Side.THEIRS, _("Take what is in the bundle")))
        self.choice = Segments(name, words)
        self.choice.show_value(None if point.lean is None else point.lean.value)
        self.choice.edited.connect(self.edited)
        self.box.addWidget(self.choice)

    def side(self) -> str | None:
        """Whose was chosen."""
        return self.choice.value()

    def takes_theirs(self) -> bool:
        """Whether the bundle's is to be taken."""
        return self.side() == Side.THEIRS


def _side(caption: str, value: object) -> QWidget:
    card = Card(ground="window")
    card.box.addWidget(Hint(caption))
    card.box.addWidget(Words(_said(value)))
    return card


def _said(value: object) -> str:
    if value is None:
        return _("nothing")
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= MOST else text[:MOST] + "…"


def _who(changed_by: frozenset[Side]) -> str:
    if len(changed_by) > 1:
        return _("Changed on both: choose one.")
    if Side.MINE in changed_by:
        return _("Changed here only.")
    if Side.THEIRS in changed_by:
        return _("Changed in the bundle only.")
    return _("Nobody knows who changed it: choose one.")
