"""Did it do what it promised? Asked of a decision whose record is signed, and answered without touching the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError, InvalidInputError
from ...domain.reviewing.review import Review, ReviewVerdict, review_word
from ...i18n import _
from ...services.reviewing.reviewing import can_be_reviewed, fresh_review
from ...telling.figures import day, pounds
from ...telling.reviewing.promises import promises
from ...telling.reviewing.sentences import cost_sentence, kept_sentence, open_words
from ..charts.chart_view import ChartCard
from ..decision.part import Part
from ..form import Form
from ..session_model import SessionModel
from ..theme import BODY, SEMIBOLD
from ..widgets.basics import Button, Hint, Words
from ..widgets.date_line import DateLine
from ..widgets.inputs import NumberLine, TextArea, TextLine
from ..widgets.segments import Segment, Segments
from .outcome_rows import OutcomeRows

PLACE = "review"


class ReviewCard(Part):
    """The promise copied from the record, what happened, and what follows."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Did it do what it promised?"))
        about = _(
            "The promise is copied from the signed record, which stays as it is. Say what happened, by the same scale; "
            "the weakest tenth of each year stands in the register."
        )
        self.box.addWidget(Hint(about))
        self.when = Words("")
        self.begin = Button(_("Begin the review"), "primary")
        self.begin.clicked.connect(self._begin)
        self._said = Words("", BODY, SEMIBOLD, "red")
        self._said.hide()
        for widget in (self.when, self.begin, self._said):
            self.box.addWidget(widget)
        self.sheet = QWidget()
        self._lay = QVBoxLayout(self.sheet)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.setSpacing(16)
        self.box.addWidget(self.sheet)
        self._who_and_when()
        self._what_happened()
        self._what_follows()

    def _who_and_when(self) -> None:
        self.date, self.by = DateLine(), TextLine(most=200)
        form = self.form()
        self.ask(form, f"{PLACE}.date", _("Reviewed on"), self.date, _("The year it counts in."))
        self.ask(form, f"{PLACE}.by", _("Reviewed by"), self.by, _("Who looked, best somebody who did not decide it."))

    def _what_happened(self) -> None:
        self.outcomes = OutcomeRows()
        self.outcomes.edited.connect(self.edited)
        self._lay.addWidget(self.outcomes)
        self.chart = ChartCard(promises(Review()))
        self._lay.addWidget(self.chart)
        self.sentence = Words("", BODY, SEMIBOLD)
        self._lay.addWidget(self.sentence)
        self.cost = NumberLine(unit="£")
        self._cost = self.ask(
            self.form(), f"{PLACE}.cost", _("Net cost a year, in fact"), self.cost, _("Pounds; a saving is negative.")
        )
        self.cost_said = Words("")
        self._lay.addWidget(self.cost_said)

    def _what_follows(self) -> None:
        caption = _("What follows")
        self.verdict = Segments(caption, [Segment(v.value, review_word(v)) for v in ReviewVerdict])
        self.areas = {"reasons": TextArea(lines=3), "done": TextArea(lines=2)}
        self.owner, self.due = TextLine(most=200), DateLine()
        form = self.form()
        self.ask(form, f"{PLACE}.verdict", caption, self.verdict)
        self.ask(
            form, f"{PLACE}.reasons", _("Why"), self.areas["reasons"], _("What worked, what did not, and for whom.")
        )
        done = _("Kept with the decision, and shown with the weakest tenth.")
        self.ask(form, f"{PLACE}.done", _("What was done about it"), self.areas["done"], done)
        self.ask(form, f"{PLACE}.owner", _("Who does it"), self.owner)
        self.ask(form, f"{PLACE}.due", _("By when"), self.due)
        self.state = Words("", BODY, SEMIBOLD)
        self.anew = Button(_("Hold it to the newest record instead"), "link")
        self.anew.clicked.connect(self._begin)
        self._lay.addWidget(self.state)
        self._lay.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)

    def form(self) -> Form:
        """A form on the sheet that opens with the review."""
        form = Form()
        self._lay.addWidget(form)
        return form

    def refresh(self) -> None:
        now, records = self.session.assessment, self.session.walk.records
        review, can = now.review, can_be_reviewed(records)
        self.setVisible(can or review.begun)
        self.begin.setVisible(can and not review.begun)
        self.sheet.setVisible(review.begun)
        self.anew.setVisible(can and review.begun and records[0].sha256 != review.record)
        due = now.decision.review_date
        self.when.setText(_("Review on: {day}").format(day=day(due)) if due else _("No day for it was set."))
        if review.begun:
            self._show(review)

    def _show(self, review: Review) -> None:
        self.date.show_date(review.date)
        self.by.show_value(review.by)
        self.outcomes.show_outcomes(review.outcomes)
        self.chart.show_chart(promises(review))
        self.cost.show_number(review.cost)
        promised = review.promised_cost
        self._cost.setVisible(promised is not None)
        self.verdict.show_value(review.verdict)
        for name, area in self.areas.items():
            area.show_value(getattr(review, name))
        self.owner.show_value(review.owner)
        self.due.show_date(review.due)
        self._tell(review)

    def _tell(self, review: Review) -> None:
        """The sentences that follow from the figures."""
        promised = (
            ""
            if review.promised_cost is None
            else _("Promised: {sum} a year.").format(sum=pounds(review.promised_cost))
        )
        for words, said in (
            (self.sentence, kept_sentence(review)),
            (self.cost_said, cost_sentence(review) or promised),
        ):
            words.setText(said)
            words.setVisible(bool(said))
        if review.finished and review.date is not None:
            told = _("Finished: it counts among the decisions reviewed in {year}.").format(year=review.date.year)
        else:
            told = _("Not finished yet. Still open: {what}.").format(what=open_words(review))
        self.state.setText(told)

    def value(self, now: Assessment) -> Assessment:
        review = now.review
        if not review.begun or not self.outcomes.rows:
            return now
        verdict = self.verdict.value()
        rows = self.rows
        changed = replace(
            review,
            date=rows[f"{PLACE}.date"].read(partial(self._reviewed_on, now.decision.date), review.date),
            by=self.by.value(),
            outcomes=self.outcomes.value(),
            cost=rows[f"{PLACE}.cost"].read(self.cost.number, review.cost),
            verdict=None if verdict is None else ReviewVerdict(verdict),
            reasons=self.areas["reasons"].value(),
            done=self.areas["done"].value(),
            owner=self.owner.value(),
            due=rows[f"{PLACE}.due"].read(self.due.date, review.due),
        )
        return replace(now, review=changed)

    def _reviewed_on(self, decided: dt.date | None) -> dt.date | None:
        """The day typed; what was not decided yet cannot have been reviewed."""
        when = self.date.date()
        if when is not None and decided is not None and when < decided:
            raise InvalidInputError("", _("The review comes after the decision of {day}.").format(day=day(decided)))
        return when

    def _begin(self) -> None:
        try:
            review = fresh_review(self.session.walk)
        except FairnessError as error:
            self._said.setText(str(error))
            self._said.show()
            return
        self._said.hide()
        if self.session.change(replace(self.session.assessment, review=review)):
            self.date.setFocus()

    def focus_on(self, where: str) -> QWidget | None:
        if where == PLACE:
            if self.session.assessment.review.begun:
                return super().focus_on(f"{PLACE}.date")
            self.begin.setFocus()
            return self.begin
        if where.startswith(f"{PLACE}.outcomes"):
            return self.outcomes.focus_on(where.partition("[")[2].partition("]")[0])
        return super().focus_on(where)
