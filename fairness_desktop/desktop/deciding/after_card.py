"""Conditions, who differed, what is to be done by whom, and when it is looked at again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.deciding.actions import MOST_ACTIONS, Action
from ...domain.deciding.votes import MOST_DISSENTS, Dissent
from ...i18n import _
from ..decision.part import Part
from ..decision.row_list import RowList
from ..session_model import SessionModel
from ..theme import BODY, SEMIBOLD
from ..widgets.basics import Words
from ..widgets.date_line import DateLine
from ..widgets.inputs import TextArea
from .asked_row import AskedRow
from .calendar_part import CalendarPart

_ACTIONS, _DISSENTS = "decision.actions", "decision.dissents"


class ActionRow(AskedRow[Action]):
    """What, by whom, by when."""

    lines = ((("what", 1),), (("owner", 3), ("due", 2)))
    areas = frozenset({"what"})

    def heard(self, caption: str, number: int) -> str:
        return _("{caption}, action {number}").format(caption=caption, number=number)

    def removes(self, number: int) -> str:
        return _("Remove action {number}").format(number=number)


class DissentRow(AskedRow[Dissent]):
    """Who, and why."""

    lines = ((("who", 2), ("why", 5)),)
    areas = frozenset({"why"})

    def heard(self, caption: str, number: int) -> str:
        return _("{caption}, dissent {number}").format(caption=caption, number=number)

    def removes(self, number: int) -> str:
        return _("Remove dissent {number}").format(number=number)


class AfterCard(Part):
    """What comes with the decision, and after it."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Conditions, dissent, actions, review"))
        self.box.setSpacing(12)
        self.areas = {"conditions": TextArea(lines=2), "dissent": TextArea(lines=2)}
        form = self.form()
        about = _("What must be so for the decision to stand.")
        self.ask(form, "decision.conditions", _("Conditions"), self.areas["conditions"], about)
        self.dissents = RowList(
            _("Nobody is named who differed."), _("Name somebody who differed"), Dissent, DissentRow
        )
        self._list(_("Dissent by name"), self.dissents)
        more = _("What else there is to say of it, if no name is to stand there.")
        self.ask(self.form(), "decision.dissent", _("More on dissent"), self.areas["dissent"], more)
        self.work = RowList(_("Nothing is to be done yet."), _("Add an action"), Action, ActionRow)
        self._list(_("What is to be done"), self.work)
        self.review = DateLine()
        when = _("When what was promised is compared with what happened.")
        self.ask(self.form(), "decision.review_date", _("Review on"), self.review, when)

        self.calendar = CalendarPart(session)
        self.box.addWidget(self.calendar)

    def _list(self, title: str, rows: RowList[Action] | RowList[Dissent]) -> None:
        self.box.addWidget(Words(title, BODY, SEMIBOLD))
        self.box.addWidget(rows)
        rows.edited.connect(self.edited)

    def refresh(self) -> None:
        decision = self.session.assessment.decision
        for name, area in self.areas.items():
            area.show_value(getattr(decision, name))
        self.dissents.show_rows(decision.dissents)
        self.work.show_rows(decision.actions)
        self.dissents.add.setEnabled(len(decision.dissents) < MOST_DISSENTS)
        self.work.add.setEnabled(len(decision.actions) < MOST_ACTIONS)
        self.review.show_date(decision.review_date)
        self.calendar.refresh()

    def value(self, now: Assessment) -> Assessment:
        decision = replace(
            now.decision,
            conditions=self.areas["conditions"].value(),
            dissent=self.areas["dissent"].value(),
            dissents=self.dissents.value(),
            actions=self.work.value(),
            review_date=self._review(now.decision.review_date),
        )
        return replace(now, decision=decision)

    def _review(self, last_good: dt.date | None) -> dt.date | None:
        return self.rows["decision.review_date"].read(self.review.date, last_good)

    def focus_on(self, where: str) -> QWidget | None:
        if where.startswith(_ACTIONS):
            return _row(self.work, where.removeprefix(_ACTIONS))
        if where.startswith(_DISSENTS):
            return _row(self.dissents, where.removeprefix(_DISSENTS))
        return super().focus_on(where)


def _row(rows: RowList[Action] | RowList[Dissent], rest: str) -> QWidget:
    """The field that ``[3].owner`` names."""
    at, _dot, field = rest.removeprefix("[").partition("].")
    return rows.focus_on(int(at) if at.isdigit() else len(rows.rows), field)
