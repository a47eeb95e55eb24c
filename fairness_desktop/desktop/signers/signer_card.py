"""One who can sign, or once could: until when, the fingerprint in words, and what can be done."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ...domain.sealing.fingerprints import grouped, words_in_lines
from ...domain.sealing.identity import Identity, KeyHome, Standing, ground_label
from ...i18n import _
from ...telling.figures import day
from ..theme import BODY, MEDIUM, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Button, Card, Hint, Mark, Words
from ..widgets.folding import Fold
from ..widgets.marks import bad_mark, good_mark, warning_mark

_COLOURS = {Standing.GOOD: "green", Standing.ENDS_SOON: "amber", Standing.NOT_YET: "amber"}


class SignerCard(Card):
    """``wanted`` says what is to be done: ``renew``, ``passphrase``, ``revoke``, ``export`` or ``copy``."""

    wanted = Signal(str, object)

    def __init__(self, identity: Identity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.identity = identity
        standing = identity.standing(datetime.now(UTC))
        self.setAccessibleName(identity.name)
        self.box.addWidget(Words(identity.name, SENTENCE, SEMIBOLD))
        about = ", ".join(part for part in (identity.role, identity.organisation) if part)
        if about:
            self.box.addWidget(Words(about, BODY))
        self.box.addLayout(_state(standing, said(identity, standing)))
        self.box.addWidget(Hint(_under(identity)))
        self.box.addWidget(_fingerprint(identity.name, identity.fingerprint))
        self.buttons = {name: self._button(name, words) for name, words in _actions(identity).items()}
        across = QGridLayout()
        across.setHorizontalSpacing(current().px(12))
        columns = 2 if current().scale > 1.3 else 3
        for i, button in enumerate(self.buttons.values()):
            across.addWidget(button, i // columns, i % columns, Qt.AlignmentFlag.AlignLeft)
        across.setColumnStretch(columns, 1)
        self.box.addLayout(across)

    def _button(self, name: str, words: str) -> Button:
        button = Button(words, "link")
        button.setAccessibleName(f"{words.rstrip('…')}, {self.identity.name}")
        button.setProperty("does", name)
        button.clicked.connect(self._pressed)
        return button

    def _pressed(self) -> None:
        self.wanted.emit(str(self.sender().property("does")), self.identity)


def said(identity: Identity, standing: Standing) -> str:
    """Whether they can sign, and until when."""
    if identity.revoked is not None:
        return _("Revoked as of {day}: {ground}").format(
            day=day(identity.revoked.since), ground=ground_label(identity.revoked.ground)
        )
    until = day(identity.valid_until)
    if standing is Standing.ENDED:
        return _("Ended on {day}: renew it to sign again").format(day=until)
    if standing is Standing.ENDS_SOON:
        return _("Can sign until {day}: renew it soon").format(day=until)
    if standing is Standing.NOT_YET:
        return _("Cannot sign yet, by this computer's clock")
    return _("Can sign until {day}").format(day=until)


def state_line(sentence: str, colour: str, *, good: bool) -> QHBoxLayout:
    """A mark and a sentence that says the same."""
    across = QHBoxLayout()
    across.setSpacing(8)
    across.addWidget(Mark(good_mark if good else warning_mark if colour == "amber" else bad_mark, 18), 0)
    across.addWidget(Words(sentence, BODY, MEDIUM, colour), 1)
    return across


def _state(standing: Standing, sentence: str) -> QHBoxLayout:
    return state_line(sentence, _COLOURS.get(standing, "red"), good=standing is Standing.GOOD)


def _under(identity: Identity) -> str:
    where = _("key on a card") if identity.home is KeyHome.CARD else _("key on this computer, encrypted")
    if identity.revoked is not None:
        where = _("the key is used here no more")
    if identity.own:
        return _("Under the council's root; {where}.").format(where=where)
    return _("Under {issuer}; {where}.").format(issuer=identity.issuer or _("another authority"), where=where)


def _fingerprint(name: str, fingerprint: str) -> Fold:
    title = _("Fingerprint in words")
    return Fold(title, fingerprint_words(fingerprint), f"{title}, {name}")


def fingerprint_words(fingerprint: str) -> QWidget:
    """The words a line at a time, and the digits under them."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(current().px(24), 0, 0, 4)
    grid.setVerticalSpacing(4)
    a_line = 4 if current().scale > 1.3 else 8
    lines = words_in_lines(fingerprint, a_line)
    for row, line in enumerate((*lines, grouped(fingerprint))):
        words = Words(line, SMALL if row == len(lines) else BODY)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(words, row, 0)
    return sheet


def _actions(identity: Identity) -> dict[str, str]:
    """What can be done with it now, most wanted first."""
    actions = {}
    if identity.own:
        actions["renew"] = _("Renew…")
    if identity.home is KeyHome.FILE and identity.revoked is None:
        actions["passphrase"] = _("Change the passphrase…")
        actions["copy"] = _("Copy the key…")
    actions["export"] = _("Export the certificate…")
    if identity.revoked is None:
        actions["revoke"] = _("Revoke…")
    return actions
