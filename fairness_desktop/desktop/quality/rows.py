"""The rows of the quality plan, and of the chain of those who answer for it."""

from __future__ import annotations

from ...domain.kinds.profile import profile_label
from ...domain.quality.plan import Check, Link, element_asks, element_word
from ...i18n import _
from ..deciding.asked_row import AskedRow
from ..widgets.inputs import TextLine


class CheckRow(AskedRow[Check]):
    """Element and mechanism, how, whose and by when."""

    lines = ((("element", 2), ("mechanism", 3), ("how", 5)), (("owner", 3), ("due", 2)))
    words = {"element": element_word, "mechanism": profile_label}  # noqa: RUF012 - as its base has it

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
