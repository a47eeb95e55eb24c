"""Step 2: who is touched, and who of them needs most."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import InvalidInputError
from ...domain.people import Group, NeedEvidence, living_standard
from ...domain.progress import Step
from ...domain.vocabulary import GroupId
from ...i18n import N_, _
from ...scoring.voice import voice_coverage
from ..announce import announce
from ..cards.group_card import GroupCard, Shown
from ..cards.voice_card import VoiceCard
from ..people.areas_card import AreasCard
from ..people.overlaps_card import OverlapsCard
from ..people.together_card import TogetherCard
from ..theme import MEDIUM, SMALL
from ..widgets.basics import Button, Card, Words
from ..widgets.folding import UndoOffer, fit_to_width, put_in_reading_order
from .base import Page


class PeoplePage(Page):
    """Groups as cards, the neediest first or in the order entered, and how much of those affected was heard."""

    step = Step.PEOPLE
    title = N_("People")
    question = N_("Who is touched, and who of them needs most?")

    def _build(self) -> None:
        fit_to_width(self)
        self.cards: dict[GroupId, GroupCard] = {}
        self._displayed: list[GroupCard] = []
        self.by_need = Button(_("Order by need"))
        self.by_need.setCheckable(True)
        self.by_need.setChecked(True)
        self.head.addWidget(self.by_need, 0, Qt.AlignmentFlag.AlignBottom)
        self.voice = VoiceCard()
        self.box.addWidget(self.voice)
        self.empty = _Empty()
        self.box.addWidget(self.empty)
        cards = QWidget()
        self._list = QVBoxLayout(cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self.box.addWidget(cards)
        self.areas = AreasCard(self.session.framework)
        self.areas.hide()
        self._placed: GroupId | None = None
        self.undo_offer = UndoOffer()
        self.box.addWidget(self.undo_offer)
        self.add = Button(_("Add a group"))
        self._refusal = Words("", SMALL, MEDIUM, "red")
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.add)
        across.addWidget(self._refusal, 1)
        self.box.addLayout(across)
        self.together, self.overlaps = TogetherCard(), OverlapsCard()
        self.box.addWidget(self.together)
        self.box.addWidget(self.overlaps)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.by_need.toggled.connect(self._order)
        self.add.clicked.connect(self._add)
        self.undo_offer.undone.connect(self.session.undo)
        self.areas.taken.connect(self._take_areas)
        self.areas.closed.connect(self._leave_areas)
        self.together.edited.connect(self.commit)
        self.overlaps.edited.connect(self.commit)

    def refresh(self) -> None:
        now, framework = self.session.assessment, self.session.framework
        self.undo_offer.hide()
        self._refusal.setText("")
        wanted = [g.id for g in now.groups]
        for gone in [i for i in self.cards if i not in wanted]:
            self._drop(gone)
        largest = max((g.size or 1 for g in now.groups), default=1)
        for group in now.groups:
            shown = Shown(group, framework, largest)
            if group.id in self.cards:
                self.cards[group.id].show_group(shown)
            else:
                self._new_card(shown)
        if not self._at_work(wanted):
            self._order()
        self.voice.show_coverage(voice_coverage(now.groups, framework), now)
        self.voice.setVisible(bool(now.groups))
        self.empty.setVisible(not now.groups)
        self.by_need.setVisible(len(now.groups) > 1)
        self.add.setText(_("Add a group") if now.groups else _("Add the first group"))
        self.add.setProperty("kind", "" if now.groups else "primary")
        self.together.show_people(now)
        self.overlaps.show_overlaps(now)
        self._put_in_reading_order()

    def commit(self) -> None:
        now = self.session.assessment
        new = now
        for group in now.groups:
            if group.id in self.cards:
                new = new.with_group(self.cards[group.id].value(group))
        self.session.change(self.together.value(self.overlaps.value(new)))

    def show_place(self, where: str) -> None:
        groups = self.session.assessment.groups
        at, _dot, field = where.removeprefix("groups[").partition("].")
        if at.isdigit() and int(at) < len(groups):
            row = self.cards[groups[int(at)].id].focus_on(field)
            self.ensureWidgetVisible(row)
        elif where == "body.population":
            self.ensureWidgetVisible(self.together.focus_on_population())
        elif where.startswith("overlaps"):
            self.ensureWidgetVisible(self.overlaps.focus_on(where))
        elif where == "groups":
            self.add.setFocus()
            self.ensureWidgetVisible(self.add)

    def _new_card(self, shown: Shown) -> None:
        card = GroupCard(shown)
        card.setProperty("group", shown.group.id)
        card.edited.connect(self.commit)
        card.removed.connect(self._remove)
        card.areas_wanted.connect(self._ask_areas)
        card.turned.connect(self._put_in_reading_order)
        self.cards[shown.group.id] = card
        self._list.addWidget(card)
        card.show()  # at once, so that it can take the focus

    def _drop(self, gone: GroupId) -> None:
        if gone == self._placed:
            self._placed = None
            self.areas.hide()
        card = self.cards.pop(gone)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _at_work(self, wanted: list[GroupId]) -> bool:
        """Whether somebody answers in a card: it stays where it is, though its need may be another now."""
        focus = self.focusWidget()
        if focus is None or {card.shown.group.id for card in self._displayed} != set(wanted):
            return False
        return any(card.isAncestorOf(focus) for card in self._displayed)

    def _order(self) -> None:
        """Show the cards in the order wanted; what was entered keeps its own."""
        self.by_need.setProperty("on", self.by_need.isChecked())
        groups = list(self.session.assessment.groups)
        if self.by_need.isChecked():
            groups.sort(key=self._living_standard)
        wanted = [self.cards[g.id] for g in groups]
        if wanted == self._displayed:
            return
        self._displayed = wanted
        for i, card in enumerate(wanted):
            self._list.removeWidget(card)
            self._list.insertWidget(i, card)
            card.raise_()  # so that it is heard in the order it is seen
        self._place_areas()
        self._put_in_reading_order()

    def _living_standard(self, group: Group) -> float:
        standard = living_standard(group, self.session.framework)
        return float("inf") if standard is None else standard

    def _put_in_reading_order(self) -> None:
        put_in_reading_order(self.box)

    def _add(self) -> None:
        self.commit()
        now = self.session.assessment
        new = Group(GroupId(_unused(now)))
        try:
            changed = now.with_group(new)
        except InvalidInputError as error:
            self._refusal.setText(_("{complaint}.").format(complaint=error.message[:1].upper() + error.message[1:]))
            announce(self.add, self._refusal.text())
            return
        if self.session.change(changed):
            self.ensureWidgetVisible(self.cards[new.id].focus_on("name"))

    def _ask_areas(self) -> None:
        """Ask under its card where a group's people live."""
        card = self.sender()
        if not isinstance(card, GroupCard):
            return
        self.commit()
        self._placed = card.shown.group.id
        self._place_areas()
        self.areas.ask_about(self.session.assessment.group(self._placed))
        self._put_in_reading_order()
        self.ensureWidgetVisible(self.areas)

    def _place_areas(self) -> None:
        """Stand under the card of the group that is asked about."""
        if self._placed in self.cards:
            self._list.removeWidget(self.areas)
            self._list.insertWidget(self._list.indexOf(self.cards[self._placed]) + 1, self.areas)

    def _take_areas(self, evidence: NeedEvidence, level: int | None) -> None:
        """Keep the areas as evidence, in the place of what was taken from the same file before."""
        if self._placed is None:
            return
        self.commit()
        group = self.session.assessment.group(self._placed)
        kept = tuple(e for e in group.need_evidence if not (e.areas and e.index_sha256 == evidence.index_sha256))
        new = replace(group, need_evidence=(*kept, evidence))
        new = new if level is None else replace(new, need_level=level)
        if self.session.change(self.session.assessment.with_group(new)):
            self._leave_areas()

    def _leave_areas(self) -> None:
        self.areas.hide()
        card = None if self._placed is None else self.cards.get(self._placed)
        if card is not None and card.fields is not None:
            card.fields.evidence.from_areas.setFocus()
        self._placed = None

    def _remove(self) -> None:
        card = self.sender()
        if not isinstance(card, GroupCard):
            return
        self.commit()
        name = card.shown.name
        if self.session.change(self.session.assessment.without_group(card.shown.group.id)):
            self.undo_offer.offer(_("“{name}” is removed, with what was said of it.").format(name=name))


def _unused(assessment: Assessment) -> str:
    """The first of g1, g2 … that is no group's id yet."""
    taken = {g.id for g in assessment.groups}
    return next(f"g{n}" for n in range(1, len(taken) + 2) if f"g{n}" not in taken)


class _Empty(Card):
    """What stands there before the first group."""

    def __init__(self) -> None:
        super().__init__()
        self.box.addWidget(Words(_("No group named yet."), weight=MEDIUM))
        about = _(
            "Name those whom the decision touches in two to twelve groups, such as “children in low-income households” "
            "or “other residents”. Those who need most count most, so name them apart."
        )
        self.box.addWidget(Words(about, colour="muted"))
