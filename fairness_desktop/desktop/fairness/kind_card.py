"""What the kind of decision is told by first, and its red flags."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.findings import Finding
from ...domain.framework import Framework
from ...domain.vocabulary import label
from ...i18n import _
from ...scoring.result import Result
from ...telling.kinds import headline_figure
from ..theme import BODY, MEDIUM
from ..widgets.basics import Card, Hint, Subtitle, Words
from ..widgets.finding_line import FindingLine

OF_KIND = frozenset({"kind_wants", "kind_red_flag"})
"""The findings that are told here, and not a second time under what to look at."""


class KindCard(Card):
    """The figure proper to the kind in a sentence; under it what the kind wants and has not, and its red flags."""

    place_wanted = Signal(str)

    def __init__(self, now: Assessment, framework: Framework, result: Result, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._framework = now, framework
        kind = now.kind
        profile = None if kind is None else framework.kinds[kind]
        self._figure = Words("", BODY, MEDIUM)
        if kind is not None:
            self.box.addWidget(Subtitle(_("For this kind of decision: {kind}").format(kind=label(kind))))
        self.box.addWidget(self._figure)
        if profile is not None:
            self.box.addWidget(Hint(_(profile.headline_says)))
        found = of_kind(result)
        for finding in found:
            line = FindingLine(finding)
            line.place_wanted.connect(self.place_wanted)
            self.box.addWidget(line)
        if not found:
            self.box.addWidget(Hint(_("No red flag of this kind is seen, and all that it wants is there.")))
        self.show_figure(result)

    def show_figure(self, result: Result) -> None:
        """Say the figure; robustness comes a moment after the rest."""
        self._figure.setText(headline_figure(self._now, self._framework, result))


def of_kind(result: Result) -> tuple[Finding, ...]:
    """The red flags first, then what the kind wants."""
    found = [f for f in result.findings if f.code in OF_KIND]
    return tuple(sorted(found, key=_flags_first))


def _flags_first(finding: Finding) -> bool:
    return finding.code != "kind_red_flag"


def has_headline(now: Assessment, framework: Framework) -> bool:
    """Whether the framework says what the kind is told by; older ones do not."""
    return now.kind is not None and framework.kinds[now.kind].headline is not None
