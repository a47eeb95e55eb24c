"""What the gut says, asked before anything is worked out, and beside the result ever after."""

from __future__ import annotations

from dataclasses import replace

from ...domain.assessment import Assessment
from ...domain.deciding.gut import Sureness, sureness_word
from ...domain.short.form import is_short
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...telling.deciding import gut_beside, gut_sentence
from ...telling.sentences import option_name
from ..decision.part import Part
from ..session_model import SessionModel
from ..theme import BODY, SEMIBOLD
from ..widgets.basics import Card, Hint, Subtitle, Words
from ..widgets.inputs import Choice, TextArea
from ..widgets.segments import Segment, Segments

_PLACE = "decision.gut"
FEWEST = 2


class GutCard(Part):
    """Which option, how sure, and why; it can be changed until a result is there to be seen."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("What does your gut say, before anything is worked out?"))
        about = _(
            "Note it now: once the first effect is entered and a result can be seen, it stays as it is, with both "
            "times. It never enters the score, and stands in the record beside what was worked out."
        )
        self._about = Hint(about)
        self.box.addWidget(self._about)
        self._offered: list[tuple[str, str]] = []
        self.option = Choice([])
        self.sure = Segments(_("How sure?"), [Segment(s.value, sureness_word(s)) for s in Sureness])
        self.why = TextArea(lines=2)
        self._form = self.form()
        self.ask(self._form, f"{_PLACE}.option", _("Which would you choose now?"), self.option)
        self.ask(self._form, f"{_PLACE}.sure", _("How sure?"), self.sure)
        self.ask(self._form, f"{_PLACE}.why", _("Why?"), self.why)
        self.kept = GutSays()
        self.box.addWidget(self.kept)

    def refresh(self) -> None:
        now, is_open = self.session.assessment, self.session.walk.feeling_is_open
        gut = now.decision.gut
        asked = is_open and len(now.options) >= FEWEST and not is_short(now)
        self.setVisible(asked or gut.felt)
        self._form.setVisible(is_open)
        self._about.setVisible(is_open)
        self.kept.setVisible(gut.felt)
        self.kept.show_feeling(self.session, told_why=not is_open)
        if is_open:
            self._offer(now)
            self.option.show_value(gut.option)
            self.sure.show_value(gut.sure)
            self.why.show_value(gut.why)

    def _offer(self, now: Assessment) -> None:
        offered = [(str(o.id), f"{o.id}  {option_name(now, o.id)}") for o in now.options]
        if offered == self._offered:
            return
        self._offered = offered
        while self.option.count() > 1:
            self.option.removeItem(1)
        for value, said in offered:
            self.option.addItem(said, value)

    def value(self, now: Assessment) -> Assessment:
        if not self.session.walk.feeling_is_open:
            return now
        option, sure, gut = self.option.value(), self.sure.value(), now.decision.gut
        felt = replace(
            gut,
            option=None if option is None else OptionId(option),
            name="" if option is None else self._name(now, OptionId(option), gut.name),
            sure=None if sure is None else Sureness(sure),
            why=self.why.value(),
        )
        return replace(now, decision=replace(now.decision, gut=felt))

    def _name(self, now: Assessment, option: OptionId, otherwise: str) -> str:
        return next((o.name for o in now.options if o.id == option), otherwise)


class GutSays(Card):
    """The feeling as it was noted, and held against what leads and what was chosen."""

    def __init__(self) -> None:
        super().__init__(ground="tint")
        self.says = Words("", BODY)
        self.why = Words("")
        self.beside = Words("", BODY, SEMIBOLD)
        for words in (self.says, self.why, self.beside):
            self.box.addWidget(words)

    def show_feeling(self, session: SessionModel, *, told_why: bool = True) -> None:
        """Show it; beside the result only once that may be seen."""
        now, result = session.assessment, session.result
        gut = now.decision.gut
        leader = None if session.walk.feeling_is_open or result is None else result.leader
        said = ((self.says, gut_sentence(gut)), (self.why, gut.why if told_why else ""))
        for words, text in (*said, (self.beside, gut_beside(gut, leader, now))):
            words.setText(text)
            words.setVisible(bool(text.strip()))


class GutBeside(Card):
    """On the last step: what was felt first, or that nothing was noted."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__()
        self._session = session
        self.box.addWidget(Subtitle(_("What was felt first")))
        self._none = Hint(_("No first feeling was noted before a result could be seen."))
        self.says = GutSays()
        self.box.addWidget(self._none)
        self.box.addWidget(self.says)

    def refresh(self) -> None:
        """Show what the session says."""
        felt = self._session.assessment.decision.gut.felt
        self.setVisible(felt or not is_short(self._session.assessment))
        self._none.setVisible(not felt)
        self.says.setVisible(felt)
        self.says.show_feeling(self._session)
