"""The question before something that could not be saved is let go."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from ...i18n import _


def ask_to_lose(parent: QWidget, why: str) -> bool:
    """Whether to go on without it; staying is what Enter and Esc do."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Not saved"))
    box.setText(_("What you entered last could not be saved."))
    box.setInformativeText(_("{why}\n\nIf you stay, it is still in its field, and Ctrl+S tries again.").format(why=why))
    stay = box.addButton(_("Stay here"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(_("Leave without it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
