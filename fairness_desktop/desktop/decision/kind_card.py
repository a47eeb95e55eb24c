"""Which of the four kinds of decision it is: twelve statements, their margin, and what the kind then asks for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.kinds.classifier import Classification, classify
from ...domain.vocabulary import Form as WalkForm
from ...domain.vocabulary import Kind, label
from ...i18n import _
from ...telling.kinds import because_sentence, verdict_sentence
from ..session_model import SessionModel
from ..theme import BODY, SEMIBOLD
from ..widgets.basics import Button, Hint, Words
from ..widgets.choice_cards import ChoiceCards
from ..widgets.folding import Fold
from ..widgets.inputs import TextArea
from .asks import KindAsks
from .part import Part
from .splitting import Splitting
from .statements import KindBars, StatementGrid


class KindCard(Part):
    """The kind, how it was found, and what it changes; ``open_wanted`` asks for another part of the decision."""

    open_wanted = Signal(str)

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Which of the four kinds of decision is it?"))
        framework = session.framework
        about = _("Each kind weighs the criteria in its own way, and wants its own checks. If in doubt, “Framework”.")
        self.box.addWidget(Words(about, colour="muted"))
        self._begun = False
        self._build_finder()
        self.kind = ChoiceCards([(k.value, label(k), _(framework.kinds[k].about)) for k in Kind])
        self.box.addWidget(self.kind)
        self.asks = KindAsks(framework)
        self.box.addWidget(self.asks)
        form = self.form()
        self.reason = TextArea(lines=2)
        self.ask(form, "classifier.reason", _("Why this kind, and not the one the statements point to?"), self.reason)
        self.splitting = Splitting(session)
        self.box.addWidget(self.splitting)
        self._connect()

    def _build_finder(self) -> None:
        self.statements = StatementGrid(self.session.framework.classifier)
        self.finder = Fold(_("Find it by short statements"), self.statements)
        self.box.addWidget(self.finder)
        self.bars = KindBars(self.session.framework.classifier)
        self._verdict, self._because = Words("", BODY, SEMIBOLD), Hint("")
        self.take = Button("")
        self.found = QWidget()
        across = QHBoxLayout(self.found)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self._verdict, 1)
        across.addWidget(self.take)
        for widget in (self.bars, self.found, self._because):
            self.box.addWidget(widget)

    def _connect(self) -> None:
        self.statements.edited.connect(self.edited)
        self.kind.edited.connect(self.edited)
        self.take.clicked.connect(self._take)
        self.splitting.open_wanted.connect(self.open_wanted)

    def refresh(self) -> None:
        now = self.session.assessment
        found = classify(self.session.framework.classifier, now.classifier)
        self.kind.show_value(now.kind)
        self.statements.show_answers(now.classifier)
        self.reason.show_value(now.classifier.reason)
        self._show_found(now, found)
        differs = found.kind is not None and now.kind is not None and now.kind is not found.kind
        self.rows["classifier.reason"].setVisible(differs or bool(now.classifier.reason))
        self.asks.show_kind(now)
        self.splitting.show_parts(now, found)
        if not self._begun:  # folded where it is answered already, and in the short form
            self._begun = True
            self.finder.set_open(opened=now.kind is None and now.form is not WalkForm.SHORT)

    def _show_found(self, now: Assessment, found: Classification) -> None:
        classifier = self.session.framework.classifier
        total = len(classifier.statements)
        self.finder.say(_("{count} of {total} scored").format(count=total - len(found.open), total=total))
        for widget in (self.bars, self.found):
            widget.setVisible(bool(now.classifier.scores))
        self.bars.show_totals(found)
        self._verdict.setText(verdict_sentence(classifier, found))
        self._because.setText(because_sentence(found))
        self._because.setVisible(bool(self._because.text()))
        self.take.setVisible(found.kind is not None and found.kind is not now.kind)
        if found.kind is not None:
            self.take.setText(_("Take {kind}").format(kind=label(found.kind)))

    def value(self, now: Assessment) -> Assessment:
        kind = self.kind.value()
        answers = self.statements.value(replace(now.classifier, reason=self.reason.value()))
        same = answers.scores == now.classifier.scores
        return replace(
            now,
            kind=None if kind is None else Kind(kind),
            classifier=replace(answers, scores=now.classifier.scores) if same else answers,
        )

    def _take(self) -> None:
        found = classify(self.session.framework.classifier, self.session.assessment.classifier)
        self.kind.show_value(found.kind)
        if found.kind is not None:
            self.kind.buttons[found.kind].setFocus()
        self.edited.emit()

    def focus_on(self, where: str) -> QWidget | None:
        if where == "kind":
            self.kind.buttons[self.kind.value() or Kind.INVOLVEMENT].setFocus()
            return self.kind
        if where.partition(".")[0] == "classifier" and not self.rows["classifier.reason"].isVisibleTo(self):
            self.finder.set_open(opened=True)
            return self.statements.focus_on_open()
        if where == "classifier":
            self.finder.set_open(opened=True)
            return self.statements.focus_on_open()
        return super().focus_on(where)
