"""The vote on the option chosen, member by member, where those who decide do so together."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.deciding.deciding_findings import deciding_findings
from ...domain.deciding.votes import MOST_VOTES, Cast, Casting, Vote, barred, cast_word, votes_are_taken
from ...domain.findings import Severity
from ...i18n import _
from ...telling.deciding import vote_sentence
from ..decision.part import Part
from ..decision.row_list import RowFields, RowList
from ..form import side_by_side
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SEMIBOLD
from ..widgets.basics import Hint, Words
from ..widgets.inputs import Choice, TextLine

_PLACE = "decision.vote"


class VoteRow(RowFields[Vote]):
    """A name and how they voted, in one line."""

    def __init__(self, shown: Vote) -> None:
        super().__init__(shown)
        self.who = TextLine(most=200)
        self.who.setPlaceholderText(_("name of the member"))
        self.cast = Choice([(c.value, cast_word(c)) for c in Cast])
        self._barred = Hint(_("Declared an interest that bars from voting, and has no dispensation."))
        self.add("who", self.who)
        self.add("cast", self.cast)
        line = side_by_side((self.who, 5), (self.cast, 3))
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.box.addLayout(line)
        self.box.addWidget(self._barred)
        self.who.show_value(shown.who)
        self.cast.show_value(shown.cast)
        self.bar(barred=False)

    def bar(self, *, barred: bool) -> None:
        """Let them vote for or against, or say why they may not; a vote already there stays until it is taken back."""
        self._barred.setVisible(barred)
        model = self.cast.model()
        assert isinstance(model, QStandardItemModel)
        for word in (Cast.FOR, Cast.AGAINST):
            model.item(self.cast.findData(word.value)).setEnabled(not barred)

    def value(self) -> Vote:
        how = self.cast.value()
        return replace(self.shown, who=self.who.value(), cast=None if how is None else Cast(how))

    def call_it(self, number: int) -> None:
        self.who.setAccessibleName(_("Name of member {number}").format(number=number))
        self.cast.setAccessibleName(_("Vote of member {number}").format(number=number))
        self.remove.setAccessibleName(_("Remove member {number} from the vote").format(number=number))


class VotesCard(Part):
    """As many members as there are, the counts in a sentence, the casting vote where it is tied."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("The vote"))
        self.box.addWidget(Hint(_("On the option chosen, by name. Somebody with an interest that bars does not vote.")))
        self.votes = RowList(_("No vote is recorded yet."), _("Add a member"), Vote, VoteRow)
        self.votes.edited.connect(self.edited)
        self.box.addWidget(self.votes)
        self.sentence = Words("", BODY, SEMIBOLD)
        self.fault = Words("", BODY, MEDIUM, "red")
        self.box.addWidget(self.sentence)
        self.casting = Choice([(c.value, cast_word(c)) for c in Casting])
        self.casting_by = TextLine(most=200)
        form = self.form()
        self.ask(form, f"{_PLACE}.casting", _("Casting vote"), self.casting, _("Of whoever is in the chair."))
        self.ask(form, f"{_PLACE}.casting_by", _("Cast by"), self.casting_by)
        self.box.addWidget(self.fault)

    def refresh(self) -> None:
        now = self.session.assessment
        voting = now.decision.voting
        self.setVisible(votes_are_taken(now.authority.decision_maker.capacity) or bool(voting.votes))
        self.votes.show_rows(voting.votes)
        self.votes.add.setEnabled(len(voting.votes) < MOST_VOTES)
        for row in self.votes.rows:
            if isinstance(row, VoteRow):
                row.bar(barred=barred(row.who.value(), now.declared))
        self.casting.show_value(voting.casting)
        self.casting_by.show_value(voting.casting_by)
        for name in ("casting", "casting_by"):
            self.rows[f"{_PLACE}.{name}"].setVisible(voting.tied or bool(getattr(voting, name)))
        told = vote_sentence(voting)
        self.sentence.setText(told)
        self.sentence.setVisible(bool(told))
        faults = [
            f.message for f in deciding_findings(now) if f.severity is Severity.ERROR and f.where.startswith(_PLACE)
        ]
        self.fault.setText(" ".join(faults))
        self.fault.setVisible(bool(faults))

    def value(self, now: Assessment) -> Assessment:
        casting = self.casting.value()
        voting = replace(
            now.decision.voting,
            votes=self.votes.value(),
            casting=None if casting is None else Casting(casting),
            casting_by=self.casting_by.value(),
        )
        return replace(now, decision=replace(now.decision, voting=voting))

    def focus_on(self, where: str) -> QWidget | None:
        if where.startswith(f"{_PLACE}.votes["):
            at, _dot, field = where.removeprefix(f"{_PLACE}.votes[").partition("].")
            return self.votes.focus_on(int(at), field)
        if where == _PLACE:
            return self.votes.focus_on(len(self.votes.rows), "")
        return super().focus_on(where)
