"""How many they are together, and how many live there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.people import FEWEST_TOLD
from ...domain.touched.people_findings import people_together
from ...i18n import _, ngettext
from ...telling.people import group_name
from ..form import Row, side_by_side
from ..theme import MEDIUM, SMALL
from ..widgets.basics import Card, Hint, Words
from ..widgets.inputs import NumberLine, readable


class TogetherCard(Card):
    """The sum of the groups beside the population of the area, and what the public copy will not tell."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.population = NumberLine(whole=True)
        self.row = Row(_("How many people live in the area?"), self.population)
        self._sum = Words("", weight=MEDIUM)
        self._too_many = Words("", SMALL, MEDIUM, "amber")
        self._few = Hint("")
        self.box.addLayout(side_by_side((self._sum, 3), (self.row, 2)))
        self.box.addWidget(self._too_many)
        self.box.addWidget(self._few)
        self.population.edited.connect(self.edited)

    def show_people(self, now: Assessment) -> None:
        """Show what the session says, but never over what was refused."""
        self.setVisible(bool(now.groups))
        if not self.row.error:
            self.population.show_number(now.body.population)
        people = people_together(now)
        total = ngettext("Together they are {number} person.", "Together they are {number} people.", people)
        if any(g.size is None for g in now.groups):
            total = _("Those whose size is known are {number} people together.")
        self._sum.setText(total.format(number=readable(people)) if people else _("No size is answered yet."))
        beyond = now.body.population is not None and people > now.body.population
        self._too_many.setVisible(beyond)
        self._too_many.setText(_("That is more than live there: look at the sizes again, and at who is counted twice."))
        few = [group_name(g) for g in now.groups if g.uncounted]
        self._few.setVisible(bool(few))
        said = _(
            "Fewer than {fewest}: {names}. The public copy says “under {fewest}” and leaves out scores and shares, for "
            "the number could be worked out from them. To publish them, join small groups that are touched alike."
        )
        self._few.setText(said.format(fewest=FEWEST_TOLD, names=", ".join(few)))

    def value(self, now: Assessment) -> Assessment:
        """The assessment with what was entered here; what cannot be is said beside the field."""
        return self.row.read(partial(self._with_population, now), now)

    def _with_population(self, now: Assessment) -> Assessment:
        number = self.population.number()
        return replace(now, body=replace(now.body, population=None if number is None else int(number)))

    def focus_on_population(self) -> QWidget:
        """Put the focus on the population; returns its row."""
        self.population.setFocus()
        return self.row
