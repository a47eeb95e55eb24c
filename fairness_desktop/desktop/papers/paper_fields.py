"""One paper: how the record calls it, of when it is, and whether it is in the public copy."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ...domain.attachments import Attachment
from ...domain.errors import InvalidInputError
from ...i18n import _
from ...telling.places import place_words
from ..decision.row_list import RowFields
from ..form import Row, side_by_side
from ..safekeeping.wording import size
from ..widgets.basics import Button, Hint
from ..widgets.date_line import DateLine
from ..widgets.inputs import TextLine
from ..widgets.segments import Segment, Segments

PUBLIC, EXEMPT = "public", "exempt"


class PaperFields(RowFields[Attachment]):
    """Its title, date and standing; ways to open it and to save it."""

    open_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, shown: Attachment) -> None:
        super().__init__(shown)
        self.title, self.date = TextLine(), DateLine()
        words = (Segment(PUBLIC, _("Public")), Segment(EXEMPT, _("Exempt")))
        self.standing = Segments(_("Public or exempt"), words, keep=True)
        self.ground = TextLine()
        self.ground.setPlaceholderText(_("under which rule; the public copy prints it"))
        titled = Row(_("Title in the record"), self.add("title", self.title))
        self._dated = Row(_("Date of the paper"), self.add("date", self.date))
        self.box.addLayout(side_by_side((titled, 3), (self._dated, 2)))
        standing = Row(_("In the public copy?"), self.add("exempt", self.standing))
        self._grounded = Row(_("Ground for leaving it out"), self.add("ground", self.ground))
        self.box.addLayout(side_by_side((standing, 2), (self._grounded, 3)))
        self.about = Hint(_about(shown))
        self.box.addWidget(self.about)
        self.open, self.save = Button(_("Open a copy"), "link"), Button(_("Save as…"), "link")
        self._foot()
        self.standing.edited.connect(self._show_ground)
        self._show(shown)

    def _foot(self) -> None:
        foot = QHBoxLayout()
        for button in (self.open, self.save):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        self.box.addLayout(foot)
        self.open.clicked.connect(self.open_wanted)
        self.save.clicked.connect(self.save_wanted)

    def _show(self, shown: Attachment) -> None:
        self.title.show_value(shown.title)
        self.date.show_date(shown.date)
        self.standing.show_value(EXEMPT if shown.exempt else PUBLIC)
        self.ground.show_value(shown.ground)
        self._stood = {
            self.title: (shown.title, self.title.value()),
            self.ground: (shown.ground, self.ground.value()),
        }
        self._show_ground()

    def _show_ground(self) -> None:
        self._grounded.setVisible(self.standing.value() == EXEMPT or bool(self.ground.value()))

    def value(self) -> Attachment:
        exempt = self.standing.value() == EXEMPT
        try:
            date = self.date.date()
        except InvalidInputError as error:
            self._dated.show_error(error.message)
            date = self.shown.date
        else:
            self._dated.show_error("")
        title, ground = (self._typed(line) for line in (self.title, self.ground))
        return replace(self.shown, title=title, date=date, exempt=exempt, ground=ground)

    def _typed(self, line: TextLine) -> str:
        """What stands there; a text that is too long for the line stays whole as long as nobody touches it."""
        said, stood = self._stood[line]
        return said if line.value() == stood else line.value()

    def call_it(self, number: int) -> None:
        names = {
            self.title: _("Title of paper {number}"),
            self.date: _("Date of paper {number}"),
            self.ground: _("Ground for leaving out paper {number}"),
            self.open: _("Open a copy of paper {number}"),
            self.save: _("Save paper {number} as…"),
            self.remove: _("Remove paper {number}"),
        }
        for widget, words in names.items():
            widget.setAccessibleName(words.format(number=number))
        for value, button in self.standing.buttons.items():
            word = _("public") if value == PUBLIC else _("exempt")
            button.setAccessibleName(_("Paper {number}: {standing}").format(number=number, standing=word))

    def say_here(self, *, here: bool) -> None:
        """Say whether its bytes are on this laptop; only then it can be opened and saved."""
        missing = _("Not on this laptop: only its name and hash came with the assessment.")
        self.about.setText(_about(self.shown) if here else f"{_about(self.shown)}\n{missing}")
        self.open.setEnabled(here)
        self.save.setEnabled(here)


def _about(paper: Attachment) -> str:
    parts = [paper.file_name, size(paper.size), _("SHA-256 {hash}…").format(hash=paper.sha256[:16])]
    if paper.where:
        parts.append(_("bears on {where}").format(where=place_words(paper.where)))
    return "  ·  ".join(part for part in parts if part)
