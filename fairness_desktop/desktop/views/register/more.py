"""The menu of what can be done with the lines chosen, and with the register as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ....domain.register import Shelf
from ....i18n import _
from ...widgets.basics import Button
from .deeds import Deeds
from .handing import Handing


class MoreButton(Button):
    """Opens the menu; its keys work wherever the focus is in the register."""

    def __init__(self, view: QWidget, deeds: Deeds, handing: Handing) -> None:
        super().__init__(_("More") + " ▾")
        self.setAccessibleName(_("More"))
        self.setAccessibleDescription(_("What can be done with the decisions chosen, and with the register."))
        self._view = view
        menu = QMenu(self)
        self.duplicate = self._add(menu, _("&Duplicate"), deeds.duplicate, "Ctrl+D")
        self.put_away = self._add(menu, _("Put &away in the archive"), deeds.put_away, "Ctrl+Shift+A")
        self.bring_back = self._add(menu, _("&Bring back from the archive"), deeds.bring_back)
        self.throw_away = self._add(menu, _("Move to the &trash"), deeds.throw_away, "Del")
        self.restore = self._add(menu, _("&Restore from the trash"), deeds.restore)
        menu.addSeparator()
        self.calendar = self._add(menu, _("Days to come, for a &calendar…"), handing.save_calendar)
        self.table = self._add(menu, _("Save as a &spreadsheet…"), handing.save_table)
        self.bundles = self._add(menu, _("Save as bun&dles, to hand on…"), handing.export_bundles)
        self.publish = self._add(menu, _("&Publish pages…"), handing.publish)
        menu.addSeparator()
        self._add(menu, _("&Import…"), handing.import_files)
        self.setMenu(menu)

    def _add(self, menu: QMenu, text: str, do: Callable[[], None], keys: str = "") -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(do)
        if keys:
            action.setShortcut(QKeySequence(keys))
            self._view.addAction(action)
        return action

    def allow(self, count: int, shelf: Shelf) -> None:
        """Offer what can be done with so many lines of that shelf."""
        for action in (self.duplicate, self.calendar):
            action.setEnabled(count == 1)
        for action, on in (
            (self.put_away, Shelf.LIVE),
            (self.throw_away, Shelf.LIVE),
            (self.bring_back, Shelf.ARCHIVE),
            (self.restore, Shelf.TRASH),
        ):
            action.setVisible(shelf is on)
            action.setEnabled(count > 0 and shelf is on)
        for action in (self.bundles, self.publish):
            action.setEnabled(count > 0 and shelf is not Shelf.TRASH)
