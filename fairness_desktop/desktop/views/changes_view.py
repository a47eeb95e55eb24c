"""What changed in a decision since its first version: who, when, from what to what; of all steps or of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from ...domain.history import Step
from ...domain.progress import Step as Page
from ...domain.progress import step_name
from ...i18n import _
from ..help_pages import what_changed
from ..shell.help_view import HelpView


class ChangesView(HelpView):
    """The latest first; a choice narrows it to what one step of the walk asks."""

    def __init__(self, steps: Sequence[Step], names: Mapping[str, str], parent: QWidget | None = None) -> None:
        self._steps, self._names = steps, names
        super().__init__(_("What changed since version 1"), what_changed(steps, names), (), parent)
        self.page = QComboBox()
        self.page.setAccessibleName(_("Changes of which step"))
        self.page.addItem(_("All steps"), 0)
        for page in Page:
            self.page.addItem(f"{page.value} {step_name(page)}", page.value)
        self.page.activated.connect(self._narrow)
        self.box.insertWidget(1, self.page)

    def _narrow(self) -> None:
        number = int(self.page.currentData())
        self.tell(what_changed(self._steps, self._names, Page(number) if number else None))
