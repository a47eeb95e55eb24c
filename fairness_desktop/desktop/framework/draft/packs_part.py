"""The legal packs that a draft names: those known here to be ticked, others told and kept."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from .... import shipped
from ....frameworks.catalogue import packs
from ....i18n import _
from ....services.adopting.editing import value_at, with_value
from ...widgets.basics import Hint
from .drafting import Drafting


class PacksPart(QWidget):
    """A tick for each pack."""

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        said = _(
            "Which rules are checked follows from the council's kind and nation; this says with which packs in mind "
            "the framework was adopted."
        )
        column.addWidget(Hint(said))
        known = {pack.id: pack.title for pack in packs(shipped.folder() / "packs")}
        self._ticks = {id_: QCheckBox(_(title)) for id_, title in known.items()}
        for id_, tick in self._ticks.items():
            tick.setProperty("pack", id_)
            tick.clicked.connect(self._ticked)
            column.addWidget(tick)
        self._others = Hint("")
        column.addWidget(self._others)
        self.refresh()
        drafting.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show which are named."""
        named = self._named()
        for id_, tick in self._ticks.items():
            tick.setChecked(id_ in named)
        others = [id_ for id_ in named if id_ not in self._ticks]
        self._others.setText(_("Also named, and not known here: {packs}.").format(packs=", ".join(others)))
        self._others.setVisible(bool(others))

    def _named(self) -> list[str]:
        return [str(id_) for id_ in value_at(self._drafting.document, ("legal_packs",)) or []]

    def _ticked(self, ticked: bool) -> None:
        sender = self.sender()
        assert sender is not None
        id_, named = str(sender.property("pack")), self._named()
        chosen = [*named, id_] if ticked else [other for other in named if other != id_]
        self._drafting.change(with_value(self._drafting.document, ("legal_packs",), chosen))
