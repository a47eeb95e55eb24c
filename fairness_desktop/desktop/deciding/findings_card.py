"""What stands before a signature, and what else wants a look: each leads to its field, and none nags twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.findings import Finding, Severity
from ...domain.progress import step_name, step_of
from ...i18n import _, ngettext
from ..session_model import SessionModel
from ..theme import BODY, SMALL
from ..widgets.basics import Button, Card, Hint, Mark, Subtitle, Words, clear
from ..widgets.folding import Fold
from ..widgets.marks import bad_mark, open_mark, warning_mark
from ..widgets.said_line import said_line


class MissingCard(Card):
    """What is still missing before it can be signed, or that nothing is."""

    place_wanted = Signal(str)

    def show_missing(self, missing: tuple[Finding, ...]) -> None:
        """Show these."""
        clear(self.box)
        if not missing:
            self.box.addWidget(said_line(_("Nothing stands in the way of a signature."), done=True))
            return
        self.box.addWidget(Subtitle(_("Still missing before it can be signed")))
        for finding in missing:
            line = _FindingRow(finding, bad_mark)
            line.place_wanted.connect(self.place_wanted)
            self.box.addWidget(line)


class LookCard(Card):
    """Warnings and notes, which stop nothing; what was looked at can be set aside, and is found again under a fold."""

    place_wanted = Signal(str)

    def __init__(self, session: SessionModel) -> None:
        super().__init__()
        self._session = session
        self._told: tuple[tuple[Finding, ...], ...] | None = None
        self.box.addWidget(Subtitle(_("What else wants a look")))
        about = _("None of this stops a signature. What is set aside comes back once its cause has changed.")
        self.box.addWidget(Hint(about))
        self._open, self._aside = QVBoxLayout(), QVBoxLayout()
        inside = QWidget()
        inside.setLayout(self._aside)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self.fold = Fold(_("Set aside"), inside)
        self.box.addLayout(self._open)
        self.box.addWidget(self.fold)

    def refresh(self) -> None:
        """Show what the session says."""
        standing = self._session.standing()
        told = (tuple(f for f in standing.open if f.severity is not Severity.ERROR), standing.aside)
        if told == self._told:
            return
        self._told = told
        focused = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.setVisible(bool(told[0] or told[1]))
        self._fill(self._open, told[0], _("Set aside"), aside=False)
        self._fill(self._aside, told[1], _("Show again"), aside=True)
        count = len(told[1])
        self.fold.setVisible(bool(count))
        self.fold.say(ngettext("{count} finding", "{count} findings", count).format(count=count))
        if focused:
            self._keep_focus()

    def _keep_focus(self) -> None:
        """Whoever sets one aside by key stands at the next, and where there is none at the fold."""
        first = self._open.itemAt(0)
        row = None if first is None else first.widget()
        if isinstance(row, _FindingRow):
            row.go.setFocus()
        else:
            self.fold.line.setFocus()

    def _fill(self, box: QVBoxLayout, findings: tuple[Finding, ...], deed: str, *, aside: bool) -> None:
        clear(box)
        for finding in findings:
            row = _FindingRow(finding, warning_mark if finding.severity is Severity.WARNING else open_mark, deed)
            row.place_wanted.connect(self.place_wanted)
            row.done.connect(self._session.bring_back if aside else self._session.set_aside)
            box.addWidget(row)
            row.show()  # at once, so that it can take the focus


class _FindingRow(QWidget):
    """Its mark and word, its sentence, the way to its field, and what can be done with it."""

    place_wanted = Signal(str)
    done = Signal(object)

    def __init__(self, finding: Finding, draw: Callable[[QPainter, QRectF], None], deed: str = "") -> None:
        super().__init__()
        self._finding = finding
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(Mark(draw, 18), 0, top)
        said = finding.message if not deed else f"{_word(finding.severity)}: {finding.message}"
        across.addWidget(Words(said, BODY if not deed else SMALL), 1)
        self.go = go = Button(step_name(step_of(finding.where)), "link")
        go.setAccessibleName(_("Go to: {what}").format(what=finding.message))
        go.clicked.connect(self._go)
        across.addWidget(go, 0, top)
        if deed:
            button = Button(deed, "link")
            button.setAccessibleName(f"{deed}: {finding.message}")
            button.clicked.connect(self._do)
            across.addWidget(button, 0, top)

    def _go(self) -> None:
        self.place_wanted.emit(self._finding.where)

    def _do(self) -> None:
        self.done.emit(self._finding)


def _word(severity: Severity) -> str:
    return _("Warning") if severity is Severity.WARNING else _("Note")
