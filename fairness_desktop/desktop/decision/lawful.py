"""What the law says of the answers given so far, at once: lawful, refused, or with a flag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.findings import Finding, Severity
from ...i18n import _
from ..announce import announce
from ..theme import BODY, MEDIUM
from ..widgets.basics import Hint, Mark, Words, clear
from ..widgets.marks import bad_mark, good_mark, warning_mark


class Lawful(QWidget):
    """A line for each thing that is wrong or wants a look; one that says so where nothing is."""

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[tuple[str, str], ...] | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._source = Hint("")
        box.addLayout(self._lines)
        box.addWidget(self._source)

    @property
    def sentence(self) -> str:
        """All that is said of the law now."""
        return " ".join(words for _mark, words in self._told or ())

    def show_answer(self, findings: Sequence[Finding], source: str, *, asked: bool) -> None:
        """Say what the law says; nothing while it is not ``asked``: who decides, for which body, in which nation."""
        self.setVisible(asked)
        errors = [f for f in findings if f.severity is Severity.ERROR]
        lines = [("refused", f.message) for f in errors]
        lines = lines or [("allowed", _("The law lets this be decided so."))]
        lines += [("flag", f.message) for f in findings if f.severity is Severity.WARNING]
        self._source.setText(source)
        if tuple(lines) == self._told or not asked:
            return
        before, self._told = self._told, tuple(lines)
        clear(self._lines)
        for mark, words in lines:
            line = _line(mark, words)
            self._lines.addWidget(line)
            line.show()
        if before is not None and errors:
            announce(self, errors[0].message)


def _line(mark: str, words: str) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    across.addWidget(Mark(_MARKS[mark], 20), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(Words(words, BODY, MEDIUM, "red" if mark == "refused" else "text"), 1)
    return line


_MARKS = {"allowed": good_mark, "refused": bad_mark, "flag": warning_mark}
