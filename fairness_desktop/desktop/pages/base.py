"""What the walk asks of every page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.progress import Step
from ...i18n import _
from ..session_model import SessionModel
from ..theme import current
from ..widgets.basics import Title, Words
from ..widgets.scrolling import only_downwards


class Page(QScrollArea):
    """A page of the walk: a title, the question it answers, and what it is answered with.

    Four moments: ``_build`` and ``_connect`` once, ``refresh`` whenever the session changed, ``commit`` whenever
    something was entered and when the page is left. Its accessible name is its title. It never scrolls sideways.
    """

    place_wanted = Signal(str)
    seal_wanted = Signal()
    open_wanted = Signal(str)
    full_form_wanted = Signal()

    step: Step
    title = ""
    question = ""

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        only_downwards(self)
        self.setAccessibleName(_(self.title))
        self._sheet()
        self._build()
        self._connect()
        session.changed.connect(self.refresh)
        self.refresh()

    def _sheet(self) -> None:
        theme = current()
        sheet = QWidget()
        self.box = QVBoxLayout(sheet)
        self.box.setContentsMargins(24, 16, 24, 24)
        self.box.setSpacing(16)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(16))
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(Title(_(self.title)))
        if self.question:
            heading.addWidget(Words(_(self.question), colour="muted"))
        self.head.addLayout(heading, 1)
        self.box.addLayout(self.head)
        self.setWidget(sheet)
        sheet.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        )  # as tall as its words at its width

    def _build(self) -> None:
        """Make what the page is answered with and add it to ``self.box``; called once."""

    def _connect(self) -> None:
        """Have inputs call ``commit``; called once."""

    def refresh(self) -> None:
        """Show what the session says."""

    def commit(self) -> None:
        """Send what was entered to the session."""

    def show_place(self, where: str) -> None:
        """Put the focus on the field of a place in the exchange form, if this page has it."""
