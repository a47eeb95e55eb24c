"""Where a group's people live: areas of an official index, and the need level that they suggest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QFrame, QListView, QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...domain.people import Group, NeedEvidence
from ...domain.touched.areas import suggested_level
from ...exchange.areas.deprivation import AreaIndex, read_index_file
from ...i18n import _
from ...telling.people import deciles_sentence, group_name, suggestion_sentence
from ..announce import announce
from ..form import Row, side_by_side
from ..theme import BODY, MEDIUM, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Button, Card, Hint, Words
from ..widgets.inputs import TextLine, readable
from ..workers import Work
from .areas_model import AreasModel

ROWS = 7
"""Lines of the list that are in sight."""


class AreasCard(Card):
    """The official file is chosen once and serves every group; nothing is fetched from anywhere."""

    taken = Signal(object, object)
    """The evidence, and the need level to set with it; None leaves the level as it is."""

    closed = Signal()

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self._group: Group | None = None
        self._level: int | None = None
        self.model = AreasModel(self)
        self._title = Words("", SENTENCE, SEMIBOLD)
        self._about = Hint("")
        self._refusal = Words("", SMALL, MEDIUM, "red")
        self.choose = Button(_("Choose the official file …"))
        self.seek = TextLine(most=100)
        self.list = _AreaList()
        self._deciles, self._suggests = Words("", BODY, MEDIUM), Hint("")
        self.take, self.take_level = Button(_("Take as evidence")), Button("", kind="primary")
        self.close_it = Button(_("Leave it"), kind="link")
        self._pick = QWidget()
        self._lay_out()
        self._connect()
        self._refusal.hide()
        self._show_file()

    def _lay_out(self) -> None:
        pick = QVBoxLayout(self._pick)
        pick.setContentsMargins(0, 0, 0, 0)
        pick.setSpacing(8)
        pick.addWidget(Row(_("Find an area"), self.seek, _("By part of its name, code or council.")))
        self.list.setAccessibleName(_("Areas of the index; Space ticks one"))
        pick.addWidget(self.list)
        pick.addWidget(self._deciles)
        pick.addWidget(self._suggests)
        buttons = side_by_side((self.take_level, 0), (self.take, 0), (self.close_it, 0), (QWidget(), 1))
        buttons.setAlignment(self.close_it, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._title, self._about, self.choose, self._refusal, self._pick):
            self.box.addWidget(widget)
        self.box.addLayout(buttons)

    def _connect(self) -> None:
        self.list.setModel(self.model)
        self.choose.clicked.connect(self._ask_file)
        self.seek.textEdited.connect(self.model.seek)
        self.model.chosen_changed.connect(self._show_chosen)
        self.take.clicked.connect(self._take)
        self.take_level.clicked.connect(self._take_level)
        self.close_it.clicked.connect(self.closed)

    def ask_about(self, group: Group) -> None:
        """Ask where the people of that group live; what it rests on already in this index is ticked."""
        self._group = group
        self._title.setText(_("Where do “{name}” live?").format(name=group_name(group)))
        self._say("")
        self.seek.setText("")
        self.model.seek("")
        self._tick_what_is_there()
        self.setVisible(True)
        (self.seek if self.model.index_file.areas else self.choose).setFocus()

    def _tick_what_is_there(self) -> None:
        evidence = () if self._group is None else self._group.need_evidence
        ours = self.model.index_file.sha256
        self.model.choose({a.id for e in evidence if e.index_sha256 == ours and ours for a in e.areas})

    def _ask_file(self) -> None:
        title = _("The official file of an index of deprivation")
        name, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), _("Tables (*.csv);;All files (*)"))
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read the official file beside the window."""
        self._say(_("“{name}” is being read …").format(name=path.name), "muted")
        work = Work(read_index_file, path)
        work.finished_with.connect(self._show_index)
        work.failed.connect(self._refuse)
        work.start()

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)
        announce(self.choose, sentence)

    def _say(self, sentence: str, colour: str = "red") -> None:
        """Say it under the way to choose a file; an empty sentence takes it back."""
        self._refusal.set_colour(colour)
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def _show_index(self, index: object) -> None:
        assert isinstance(index, AreaIndex)
        self._say("")
        self.model.show_index(index)
        self._tick_what_is_there()
        self._show_file()
        self.seek.setFocus()

    def _show_file(self) -> None:
        """Say which file it is, or which to choose."""
        index = self.model.index_file
        self._pick.setVisible(bool(index.areas))
        self.choose.setText(_("Choose another file …") if index.areas else _("Choose the official file …"))
        if index.areas:
            said = _("{index}: {count} areas, from {file}.")
            self._about.setText(said.format(index=index.name, count=readable(len(index.areas)), file=index.file_name))
        else:
            said = _(
                "The official table as CSV: File 7 of the English Indices of Deprivation (2019 or 2025), or the sheet "
                "of deciles of the Welsh Index. Download it from the government's pages yourself: this program "
                "fetches nothing."
            )
            self._about.setText(said)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say what the areas ticked come to."""
        chosen, rules = self.model.chosen, self._framework.areas
        self._level = None if rules is None else suggested_level(chosen, rules.suggests)
        self._deciles.setText(deciles_sentence(chosen))
        self._suggests.setText(suggestion_sentence(chosen, self._framework))
        self._suggests.setVisible(bool(chosen))
        self.take.setVisible(bool(chosen))
        self.take_level.setVisible(self._level is not None)
        if self._level is not None:
            need = _(self._framework.need_ladder[self._level].name)
            self.take_level.setText(_("Take it, and set the need to {need}").format(need=need))

    def _evidence(self) -> NeedEvidence:
        index, rules = self.model.index_file, self._framework.areas
        grade = None if rules is None else rules.best_grade
        chosen = self.model.chosen
        return NeedEvidence(grade, index.name, index=index.name, index_sha256=index.sha256, areas=chosen)

    def _take(self) -> None:
        self.taken.emit(self._evidence(), None)

    def _take_level(self) -> None:
        self.taken.emit(self._evidence(), self._level)


class _AreaList(QListView):
    """A few lines of the list; its lines are as tall as the letters."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFont(current().font(SMALL))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(ROWS * (self.fontMetrics().height() + current().px(12)))
