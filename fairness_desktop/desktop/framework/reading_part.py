"""A framework read as a document: nothing in it can be edited here."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...domain.sealing.fingerprints import grouped
from ...domain.vocabulary import Kind, label
from ...i18n import _
from ...telling.figures import brief
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Hint, Words


class ReadingPart(QWidget):
    """Who adopted it; what effects are judged by; how much each kind weighs; need; the floor."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._say(_("What effects are judged by"))
        for criterion in framework.criteria:
            self._box.addWidget(Words(f"{_(criterion.name)}: {_(criterion.asks)}", SMALL, MEDIUM))
            sizes = "; ".join(f"{size} {_(words)}" for size, words in sorted(criterion.anchors.items()))
            self._box.addWidget(Hint(sizes))
        self._say(_("How much each weighs, by kind of decision"))
        for kind in Kind:
            weights = framework.kinds[kind].weights
            told = ", ".join(f"{_(c.name).lower()} {brief(weights[c.id])}" for c in framework.criteria)
            self._box.addWidget(Words(f"{label(kind)}: {told}", SMALL))
        self._say(_("How much need counts"))
        rungs = ", ".join(
            f"{_(n.name)} {n.living_standard:g} ({framework.weight(n.living_standard):.2f})"
            for n in framework.need_ladder
        )
        self._box.addWidget(Words(_("Living standard, and weight of a person: {rungs}.").format(rungs=rungs), SMALL))
        eta = framework.elasticity
        said = _("η = {value:g}, between {low:g} and {high:g}; most in need at or under {limit:g}.")
        self._box.addWidget(
            Words(said.format(value=eta.value, low=eta.low, high=eta.high, limit=framework.need_threshold), SMALL)
        )
        floor = framework.floor
        told = _(
            "RED: {mean:g} or less on the whole, or a single effect of {single:g} or less; AMBER: under {amber:g}."
        )
        self._say(_("The floor"))
        self._box.addWidget(
            Words(told.format(mean=floor.red_mean, single=floor.red_single, amber=floor.amber_mean), SMALL)
        )
        self._box.addWidget(Hint(_("SHA-256 {hash}").format(hash=grouped(framework.sha256))))

    def _say(self, heading: str) -> None:
        self._box.addWidget(Words(heading, BODY, MEDIUM))


def adopted_sentence(framework: Framework) -> str:
    """By which minute it was adopted, or that nobody adopted it."""
    named = _("{title}: {id}, version {version}.").format(
        title=_(framework.title), id=framework.id, version=framework.version
    )
    if framework.adoption is None:
        return f"{named} " + _("Not adopted by any council.")
    return f"{named} " + _("Adopted on {day}, {minute}; locked.").format(
        day=framework.adoption.date, minute=framework.adoption.minute
    )
