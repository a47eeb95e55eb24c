"""What is shown while the register is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ...i18n import _
from ..theme import current

WIDTH, HEIGHT = 480, 12


class OpeningView(QWidget):
    """A word at first; how far it is, where that takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = QLabel(_("Opening the register…"))
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Opening the register…"))
        self.bar.setFixedSize(current().px(WIDTH), current().px(HEIGHT))
        self.bar.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(48, 24, 48, 24)
        box.setSpacing(16)
        box.addStretch(1)
        box.addWidget(self.said)
        box.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def tell(self, done: int, of: int) -> None:
        """Show how many of the register's lines are made anew."""
        self.said.setText(
            _(
                "The register was written by another version of the program.\n"
                "Its lines are made anew: {done} of {of}.\n"
                "Nothing is lost if you close the window now; it begins again the next time."
            ).format(done=f"{done:,}", of=f"{of:,}")
        )
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.bar.show()
