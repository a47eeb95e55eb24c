"""The rows of the quality plan, and of the chain of those who answer for it."""

from __future__ import annotations

from ...domain.kinds.profile import profile_label
from ...domain.quality.plan import Check, Link, element_asks, element_word
from ...domain.quality.rated import RESTS_ON_RATINGS
from ...i18n import _
from ...telling.quality import rated_sentence
from ..deciding.asked_row import AskedRow
from ..theme import SMALL
from ..widgets.basics import Words
from ..widgets.inputs import TextLine


class CheckRow(AskedRow[Check]):
    """Element and mechanism, how, whose and by when."""

    lines = (
        (("element", 2), ("mechanism", 3), ("how", 5)),
        (("owner", 3), ("due", 2), ("satisfied", 2), ("rated_by", 3)),
    )
    words = {"element": element_word, "mechanism": profile_label}  # noqa: RUF012 - as its base has it

    def __init__(self, shown: Check) -> None:
        super().__init__(shown)
        self.told = Words("", SMALL)
        self.box.insertWidget(len(self.lines), self.told)
        self.edited.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """Ask for ratings where the check can rest on them, and say what they come to."""
        check = self.value()
        answered = check.satisfied is not None or check.rated_by is not None
        for name in ("satisfied", "rated_by"):
            row = self.rows[name]
            row.setVisible(answered or bool(row.error) or check.mechanism in RESTS_ON_RATINGS)
        self.told.setText(rated_sentence(check.satisfied, check.rated_by))
        self.told.setVisible(bool(self.told.text()))

    def call_it(self, number: int) -> None:
        super().call_it(number)
        element, how = self.shown.element, self.asked["how"]
        if isinstance(how, TextLine):
            how.setPlaceholderText("" if element is None else element_asks(element))

    def heard(self, caption: str, number: int) -> str:
        return _("{caption}, check {number}").format(caption=caption, number=number)

    def removes(self, number: int) -> str:
        return _("Remove check {number}").format(number=number)


class LinkRow(AskedRow[Link]):
    """Who, to whom, and how."""

    lines = ((("who", 3), ("answers_to", 3), ("how", 4)),)

    def heard(self, caption: str, number: int) -> str:
        return _("{caption}, link {number}").format(caption=caption, number=number)

    def removes(self, number: int) -> str:
        return _("Remove link {number}").format(number=number)
