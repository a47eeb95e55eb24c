"""What is the passphrase of the register?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...i18n import _
from ..form import Form
from ..issue.signing_view import secret
from ..theme import current
from ..widgets.basics import Button, Card, Hint, Title


class UnlockView(QWidget):
    """Asks for the passphrase of an encrypted register, again as long as it does not open it."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("The register is encrypted")
        self.setAccessibleName(title)
        self._card = Card()
        self._card.setFixedWidth(min(current().px(520), 1200))
        self._card.box.setContentsMargins(24, 24, 24, 24)
        self._card.box.setSpacing(16)
        self._card.box.addWidget(Title(title))
        form = Form()
        self.passphrase = secret()
        self.row = form.add(_("Passphrase of the register"), self.passphrase)
        self._card.box.addWidget(form)
        self.open = Button(_("Open the register"), "primary")
        self._card.box.addWidget(self.open)
        self._card.box.addWidget(Hint(_("It is not the passphrase of your signature. Nobody can open it without it.")))
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.addStretch(1)
        across.addWidget(self._card)
        across.addStretch(1)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(2)
        self.open.clicked.connect(self._give)
        self.passphrase.returnPressed.connect(self._give)

    def refuse(self, sentence: str) -> None:
        """Say that it does not open it."""
        self.row.show_error(sentence)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.passphrase.text():
            self.given.emit(self.passphrase.text())
