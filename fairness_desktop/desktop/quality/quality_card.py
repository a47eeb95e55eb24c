"""The quality plan, in short and by its elements, fitted to the kind of decision, with the misfit said."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.kinds.profile import Fit, QualityMechanism
from ...domain.quality.plan import MOST_CHECKS, MOST_LINKS, Check, Element, Link, Provider
from ...domain.quality.quality_findings import quality_findings
from ...domain.short.form import is_short
from ...i18n import _
from ...telling.kinds import quality_sentence
from ...telling.quality import completeness, surplus_sentence
from ..decision.part import Part
from ..decision.row_list import RowList
from ..money.asked_fields import AskedFields
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SEMIBOLD
from ..widgets.basics import Button, Hint, Words
from ..widgets.inputs import TextArea
from .rows import CheckRow, LinkRow

_CHECKS, _CHAIN, _PROVIDER = "quality_plan.checks", "quality_plan.chain", "quality_plan.provider"
_IN_SHORT = "duties.quality"


class QualityCard(Part):
    """In short; five elements with mechanism, owner and date; who answers to whom; what a provider keeps.

    The short form asks for no more than the text, until a plan is begun.
    """

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Quality plan"))
        self.box.setSpacing(12)
        self.in_short = TextArea(lines=2)
        about = _("In short, in your own words; the plan below says it element by element.")
        self.ask(self.form(), _IN_SHORT, _("How will we know that it works, and who looks?"), self.in_short, about)
        self.begin = Button(_("Begin with the five elements"))
        self.box.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.plan = QWidget()
        self._column = QVBoxLayout(self.plan)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.box.addWidget(self.plan)
        self._ask_what_is_checked()
        self._ask_who_answers()
        for rows in (self.checks, self.chain):
            rows.edited.connect(self.edited)
        self.begin.clicked.connect(self._begin)
        self.provider.edited.connect(self.edited)

    def _ask_what_is_checked(self) -> None:
        self.fits, self.done = Hint(""), Words("", BODY, SEMIBOLD)
        self.misfit = Words("", BODY, MEDIUM, "amber")
        self.checks = RowList(_("No check is planned yet."), _("Add a check"), Check, CheckRow)
        for widget in (self.fits, self.checks, self.done, self.misfit):
            self._column.addWidget(widget)

    def _ask_who_answers(self) -> None:
        self.chain = RowList(_("Nobody is named yet."), _("Add a body or person"), Link, LinkRow)
        self.provider = AskedFields(Provider, last=("goes_to",))
        self.surplus = Words("", BODY, SEMIBOLD)
        about = _("Each body that decides or delivers, up to those who were elected.")
        self._column.addWidget(Words(_("Who answers to whom"), BODY, SEMIBOLD))
        self._column.addWidget(Hint(about))
        self._column.addWidget(self.chain)
        self._column.addWidget(Words(_("What a provider keeps"), BODY, SEMIBOLD))
        self._column.addWidget(self.provider)
        self._column.addWidget(self.surplus)

    def refresh(self) -> None:
        now, framework = self.session.assessment, self.session.framework
        plan = now.quality
        self.in_short.show_value(now.duties.quality)
        self.plan.setVisible(plan.begun or not is_short(now))
        profile = None if now.kind is None else framework.kinds[now.kind]
        fits = "" if profile is None or not profile.quality else quality_sentence(profile.quality)
        self.fits.setText(_("Say on the first page which kind of decision it is.") if now.kind is None else fits)
        self.fits.setVisible(bool(self.fits.text()))
        self.checks.show_rows(plan.checks)
        self.chain.show_rows(plan.chain)
        self.checks.add.setEnabled(len(plan.checks) < MOST_CHECKS)
        self.chain.add.setEnabled(len(plan.chain) < MOST_LINKS)
        self.provider.show_value(plan.provider)
        self.begin.setVisible(not plan.checks)
        misfit = (f.message for f in quality_findings(now, framework) if f.code == "quality_misfit")
        for words, said in (
            (self.done, completeness(plan) if plan.checks else ""),
            (self.misfit, next(misfit, "")),
            (self.surplus, surplus_sentence(plan.provider)),
        ):
            words.setText(said)
            words.setVisible(bool(said))

    def value(self, now: Assessment) -> Assessment:
        plan = replace(
            now.quality,
            checks=self.checks.value(),
            chain=self.chain.value(),
            provider=self.provider.value(now.quality.provider),
        )
        return replace(now, quality=plan, duties=replace(now.duties, quality=self.in_short.value()))

    def _begin(self) -> None:
        """A row an element, with the mechanism that fits the kind best; each can be changed."""
        best = self._fits_best()
        self.checks.show_rows([Check(str(i), element, best) for i, element in enumerate(Element, 1)])
        self.checks.focus_on(0, "how")
        self.edited.emit()

    def _fits_best(self) -> QualityMechanism | None:
        now = self.session.assessment
        profile = None if now.kind is None else self.session.framework.kinds[now.kind]
        fits = {} if profile is None or not profile.quality else profile.quality
        return next((mechanism for mechanism, fit in fits.items() if fit is Fit.FIRST), None)

    def focus_on(self, where: str) -> QWidget | None:
        for place, rows in ((_CHECKS, self.checks), (_CHAIN, self.chain)):
            if where.startswith(place):
                at, _dot, field = where.removeprefix(f"{place}[").partition("].")
                if at.isdigit():
                    return rows.focus_on(int(at), field)
                if not rows.rows and rows is self.checks:
                    self.begin.setFocus()
                    return self.begin
                return rows.focus_on(len(rows.rows), "")
        if where.startswith(_PROVIDER):
            return self.provider.focus_on(where.removeprefix(f"{_PROVIDER}."))
        return super().focus_on(where)
