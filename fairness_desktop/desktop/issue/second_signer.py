"""Does one sign, or two? And who is the second?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFileDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.sealing.identity import Identity
from ...i18n import _
from ...services.bundle import Services
from ..announce import announce
from ..theme import SMALL
from ..widgets.basics import Button, Hint, Words, let_tab_stop_once


class SecondSigner(QWidget):
    """One signs unless two is chosen; the second is an identity of this computer, or a certificate handed over."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._handed_over: list[Identity] = []
        self._known: list[Identity] = []
        self._first = ""
        self.one, self.two = QRadioButton(_("One person signs")), QRadioButton(_("Two people sign"))
        self._choice = QButtonGroup(self)
        for button in (self.one, self.two):
            button.setAccessibleName(button.text())
            self._choice.addButton(button)
        self.one.setChecked(True)
        self.who = QComboBox()
        self.who.setAccessibleName(_("Who signs second"))
        self.take = Button(_("Take their certificate file…"))
        self._said = Words("", SMALL, colour="red")
        self._said.hide()
        self._build()
        self.two.toggled.connect(self._show)
        self.who.currentIndexChanged.connect(self.changed)
        self.take.clicked.connect(self._take)
        self._show(two=False)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self.one)
        line.addWidget(self.two)
        line.addStretch(1)
        box.addLayout(line)
        self._second = QWidget()
        second = QVBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(
            Hint(
                _(
                    "The second signer is named in the record before anybody signs. If they sign on another computer, "
                    "ask them for the certificate file of their identity."
                )
            )
        )
        choice = QHBoxLayout()
        choice.setSpacing(12)
        choice.addWidget(self.who, 1)
        choice.addWidget(self.take)
        second.addLayout(choice)
        second.addWidget(self._said)
        box.addWidget(self._second)

    def refresh(self, first: str) -> None:
        """Offer everyone but the first signer."""
        self._first, chosen = first, self.value()
        now = datetime.now(UTC)
        known = [i for i in (*self._services.identities.all(), *self._handed_over) if i.standing(now).can_sign]
        offered = list({i.fingerprint: i for i in known if i.name != first or i in self._handed_over}.values())
        if offered != self._known:
            self._known = offered
            self.who.clear()
            for i in offered:
                self.who.addItem(", ".join(part for part in (i.name, i.role, i.organisation) if part))
        if chosen in offered:
            self.who.setCurrentIndex(offered.index(chosen))

    @property
    def complete(self) -> bool:
        """Whether it is clear who signs."""
        return not self.two.isChecked() or self.value() is not None

    def value(self) -> Identity | None:
        """The second signer; None where one alone signs, or nobody is chosen yet."""
        index = self.who.currentIndex()
        return self._known[index] if self.two.isChecked() and 0 <= index < len(self._known) else None

    def ask_file(self) -> Path | None:
        """Ask for the certificate; a dialog of the system."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Take the second signer's certificate"), str(Path.home()), _("Certificates (*.cer *.crt *.pem)")
        )
        return Path(name) if name else None

    def _take(self) -> None:
        path = self.ask_file()
        if path is None:
            return
        try:
            identity = self._services.identities.handed_over(path)
        except FairnessError as error:
            self._said.setText(str(error))
            self._said.show()
            announce(self, str(error))
            return
        self._said.hide()
        self._handed_over.append(identity)
        self.refresh(self._first)
        self.who.setCurrentIndex(next(i for i, k in enumerate(self._known) if k.fingerprint == identity.fingerprint))
        announce(self, _("{name} signs second.").format(name=identity.name))
        self.changed.emit()

    def _show(self, two: bool) -> None:
        let_tab_stop_once(self._choice)
        self._second.setVisible(two)
        self.changed.emit()
