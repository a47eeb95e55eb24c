"""With whose key the record is signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ...domain.sealing.identity import Identity, KeyHome, Standing
from ...i18n import _


class SignsAs(QComboBox):
    """Everybody whose key is good now, the decision-maker first; or a key to be made for the decision-maker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[Identity | None] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def offer(self, known: Sequence[Identity], maker: str) -> None:
        """Offer them; the decision-maker's own even where it is good no more, for why is said when it is used."""
        now = datetime.now(UTC)
        own: Identity | None = next((one for one in known if one.name == maker), None)
        others = [one for one in known if one.name != maker and one.standing(now).can_sign]
        self._offered = [own, *others]
        self.clear()
        for one in self._offered:
            self.addItem(_told(one, maker, now))

    def value(self) -> Identity | None:
        """Whose key it is; None where one is to be made."""
        return self._offered[self.currentIndex()]


def _told(one: Identity | None, maker: str, now: datetime) -> str:
    if one is None:
        return _("{name}, with a new key").format(name=maker)
    if one.standing(now) is Standing.REVOKED:
        return _("{name}, revoked").format(name=one.name)
    where = _("on a card") if one.home is KeyHome.CARD else one.role
    return ", ".join(part for part in (one.name, where) if part)
