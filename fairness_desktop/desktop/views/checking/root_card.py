"""A council's root certificate to be compared before it is trusted: words to read over the telephone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ....domain.sealing.fingerprints import grouped, words_in_lines
from ....domain.sealing.trust import Root
from ....i18n import _
from ....telling.figures import day
from ...theme import BODY, MEDIUM, SEMIBOLD, SMALL
from ...widgets.basics import Button, Card, Hint, Words
from ...widgets.folding import Fold


class RootCard(Card):
    """The words, and what was found when they were compared; ``trusted`` and ``refused`` say which."""

    trusted = Signal(object)
    refused = Signal(object)

    def __init__(self, root: Root, rivals: Sequence[Root] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="window")
        self._root = root
        self.setAccessibleName(_("Root certificate of {council}").format(council=root.called))
        self.box.addWidget(Words(_("Root certificate of {council}").format(council=root.called), BODY, SEMIBOLD))
        self.box.addWidget(Hint(about(root)))
        if rivals:
            self.box.addWidget(
                Words(
                    _("Another certificate of that name is trusted here already. Ask the council why it has two."),
                    SMALL,
                    SEMIBOLD,
                    "red",
                )
            )
        self.box.addWidget(fingerprint(root))
        self.box.addWidget(
            Words(_("Are these the words that the council reads to you from its own certificate?"), BODY)
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        self.same = Button(_("The words are the same: trust it"), "primary")
        self.other = Button(_("They are not"))
        self.same.clicked.connect(self._trust)
        self.other.clicked.connect(self._refuse)
        buttons.addWidget(self.same)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        self.box.addLayout(buttons)

    def _trust(self) -> None:
        self.trusted.emit(self._root)

    def _refuse(self) -> None:
        self.refused.emit(self._root)


def about(root: Root) -> str:
    """Its own name, and how long it lasts."""
    return _("“{name}”, from {begins} to {ends}").format(name=root.name, begins=day(root.begins), ends=day(root.ends))


def fingerprint(root: Root) -> QWidget:
    """The fingerprint in words, a numbered line at a time; in digits under a fold."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    lines = words_in_lines(root.fingerprint)
    for row, line in enumerate(lines):
        grid.addWidget(Words(str(row + 1), SMALL, colour="muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_selectable(Words("   ".join(line.split()), BODY, MEDIUM)), row, 1)
    digits = Fold(
        _("The same in digits"),
        _selectable(Words(grouped(root.fingerprint), SMALL)),
        _("Fingerprint of {council} in digits").format(council=root.called),
    )
    grid.addWidget(digits, len(lines), 1)
    grid.setColumnStretch(1, 1)
    return sheet


def _selectable(words: Words) -> Words:
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
