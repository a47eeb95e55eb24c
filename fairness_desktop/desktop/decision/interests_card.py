"""Interests and dispensations, members consulted, and the name that stands in the history."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.findings import Severity
from ...domain.law.answers import ConsultedMember, Interest
from ...domain.law.words import MemberPart, law_label
from ...i18n import _
from ..form import Row, side_by_side
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM
from ..widgets.basics import Subtitle, Words
from ..widgets.inputs import Choice, TextArea, TextLine
from ..widgets.segments import YesNo
from .part import Part
from .row_list import RowFields, RowList

_DECLARED, _CONSULTED = "interests_declared", "consulted_members"


class InterestFields(RowFields[Interest]):
    """One interest: whose, what, its weight, the part taken, the dispensation."""

    def __init__(self, shown: Interest) -> None:
        super().__init__(shown)
        self.who, self.what, self.dispensation = TextLine(most=200), TextLine(), TextLine()
        self.part = Choice([(p.value, law_label(p)) for p in MemberPart])
        self.pecuniary = YesNo(_("Does it bar from taking part?"))
        self.captions = {
            "who": Row(_("Who declared it"), self.add("who", self.who)),
            "what": Row(_("What"), self.add("what", self.what)),
            "pecuniary": Row(
                _("Does it bar from taking part?"),
                self.add("pecuniary", self.pecuniary),
                _("A disclosable pecuniary interest does; in Wales, a prejudicial one."),
            ),
            "part": Row(_("And they"), self.add("part", self.part)),
            "dispensation": Row(_("Dispensation"), self.add("dispensation", self.dispensation)),
        }
        self.dispensation.setPlaceholderText(_("by whom, when, which minute"))
        self.box.addLayout(side_by_side((self.captions["who"], 2), (self.captions["what"], 3)))
        self.box.addWidget(self.captions["pecuniary"])
        self.box.addLayout(side_by_side((self.captions["part"], 2), (self.captions["dispensation"], 3)))
        self.finish()
        self.who.show_value(shown.who)
        self.what.show_value(shown.what)
        self.dispensation.show_value(shown.dispensation)
        self.part.show_value(shown.part)
        self.pecuniary.show_answer(shown.pecuniary)

    def value(self) -> Interest:
        part = self.part.value()
        return replace(
            self.shown,
            who=self.who.value(),
            what=self.what.value(),
            part=None if part is None else MemberPart(part),
            pecuniary=self.pecuniary.answer(),
            dispensation=self.dispensation.value(),
        )

    def call_it(self, number: int) -> None:
        names = {
            "who": _("Who declared interest {number}"),
            "what": _("What interest {number} is"),
            "part": _("What part they had, interest {number}"),
            "dispensation": _("Dispensation, interest {number}"),
        }
        for name, words in names.items():
            self.asked[name].setAccessibleName(words.format(number=number))
        for value, button in self.pecuniary.buttons.items():
            word = _("Yes") if value == "yes" else _("No")
            said = _("Interest {number} bars from taking part: {answer}").format(number=number, answer=word)
            button.setAccessibleName(said)
        self.remove.setAccessibleName(_("Remove interest {number}").format(number=number))


class ConsultedFields(RowFields[ConsultedMember]):
    """One member who was consulted: who, as what, and what they said."""

    def __init__(self, shown: ConsultedMember) -> None:
        super().__init__(shown)
        self.who, self.role, self.view = TextLine(most=200), TextLine(most=200), TextLine()
        whose = Row(_("Who was asked"), self.add("who", self.who))
        role = Row(_("As what"), self.add("role", self.role))
        self.box.addLayout(side_by_side((whose, 1), (role, 1)))
        self.box.addWidget(Row(_("What they said"), self.add("view", self.view)))
        self.finish()
        self.who.show_value(shown.who)
        self.role.show_value(shown.role)
        self.view.show_value(shown.view)

    def value(self) -> ConsultedMember:
        return replace(self.shown, who=self.who.value(), role=self.role.value(), view=self.view.value())

    def call_it(self, number: int) -> None:
        self.who.setAccessibleName(_("Who was asked, member {number}").format(number=number))
        self.role.setAccessibleName(_("As what, member {number}").format(number=number))
        self.view.setAccessibleName(_("What member {number} said").format(number=number))
        self.remove.setAccessibleName(_("Remove member {number}").format(number=number))


class InterestsCard(Part):
    """Structured interests and consulted members, room for a remark, and one's own name."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Interests, members consulted, and your name for the history"))
        none = _("No interest is entered yet. If there is none, say so below.")
        self.declared: RowList[Interest] = RowList(none, _("Add an interest"), Interest, InterestFields)
        self.box.addWidget(self.declared)
        self._fault = Words("", BODY, MEDIUM, "red")
        self.box.addWidget(self._fault)
        form = self.form()
        self.interests = TextArea(lines=2)
        self.ask(form, "interests", _("Interests declared"), self.interests, _("Who declared what; or “none”."))
        self.box.addWidget(Subtitle(_("Members consulted")))
        nobody = _("No member is named as consulted.")
        self.consulted: RowList[ConsultedMember] = RowList(
            nobody, _("Add a member who was consulted"), ConsultedMember, ConsultedFields
        )
        self.box.addWidget(self.consulted)
        self.who = TextLine(most=120)
        proved = _("Stands beside each change in the history. It is chosen on this laptop; nobody proves it.")
        self.form().add(_("Your name"), self.who, proved)
        self.declared.edited.connect(self.edited)
        self.consulted.edited.connect(self.edited)
        self.who.edited.connect(self._name_myself)

    def refresh(self) -> None:
        now = self.session.assessment
        self.declared.show_rows(now.declared)
        self.consulted.show_rows(now.consulted)
        self.interests.show_value(now.interests)
        self.who.show_value(self.session.services.register.who())
        faults = [f for f in self.session.law() if f.where.startswith(_DECLARED) and f.severity is Severity.ERROR]
        self._fault.setText(" ".join(f.message for f in faults))
        self._fault.setVisible(bool(faults))

    def value(self, now: Assessment) -> Assessment:
        return replace(
            now,
            declared=self.declared.value(),
            consulted=self.consulted.value(),
            interests=self.interests.value(),
        )

    def _name_myself(self) -> None:
        self.session.services.register.set_who(self.who.value())

    def focus_on(self, where: str) -> QWidget | None:
        for key, rows in ((_DECLARED, self.declared), (_CONSULTED, self.consulted)):
            if where.startswith(key):
                at, _dot, field = where.removeprefix(f"{key}[").partition("].")
                return rows.focus_on(int(at) if at.isdigit() else len(rows.rows), field)
        return super().focus_on(where)
