"""Pages of the decisions chosen, for the council's website: asked in the window, written beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from ....domain.errors import FairnessError, StoppedError
from ....domain.vocabulary import Language
from ....i18n import _, ngettext
from ....services.bundle import Services
from ....services.publications.website import Order, Outcome, Sealer
from ....services.shelving import Chosen
from ....watching import Progress
from ...issue.signing_view import secret
from ...signers.sheet import Sheet
from ...widgets.progress_line import ProgressLine
from ...widgets.scrolling import only_downwards
from ...workers import Watched

AskFolder = Callable[[], Path | None]
LANGUAGES = ((Language.ENGLISH,), (Language.WELSH,), (Language.ENGLISH, Language.WELSH))


class PublishSheet(Sheet):
    """Asks in which languages, and whose key seals the public copies, if any are to lie beside the pages."""

    def __init__(self, services: Services, chosen: Chosen, ask_folder: AskFolder) -> None:
        count = chosen.count
        title = ngettext("Publish pages of {count} decision", "Publish pages of {count} decisions", count)
        super().__init__(
            title.format(count=f"{count:,}"),
            _("For the council's website, of what is signed, and without what is exempt. The rest is left out."),
            _("Choose the folder and publish…"),
        )
        self._services, self._chosen, self._ask_folder = services, chosen, ask_folder
        self.languages, self.sealer, self.secret = QComboBox(), QComboBox(), secret()
        self.languages.addItems([_("English"), _("Welsh"), _("English and Welsh")])
        self.form.add(_("Language of the pages"), self.languages)
        self.sealer.addItem(_("No signed copies beside the pages"), "")
        now = datetime.now(UTC)
        for one in services.identities.all():
            if one.standing(now).can_sign:
                self.sealer.addItem(_("Signed copies, sealed by {name}").format(name=one.name), one.name)
        self.form.add(_("Public copies (PDF)"), self.sealer)
        self._secret_row = self.line(_("Passphrase of that key"), self.secret)
        self.sealer.activated.connect(self._sealer_chosen)
        self.progress = ProgressLine()
        self.box.addWidget(self.progress)
        self.box.addStretch(1)
        self._sealer_chosen()

    def go_on(self) -> None:
        """Publish, a decision after the other."""
        call = self.call() if self.go.isEnabled() else None
        if call is None:
            return
        self.problem.hide()
        self._allow(on=False)
        self.progress.run(Watched(call), _("Writing the pages…"), self._finished, self.tell)

    def call(self) -> Callable[..., object] | None:
        """What is to be done; None where no folder was named."""
        folder = self._ask_folder()
        if folder is None:
            return None
        name = str(self.sealer.currentData())
        sealer = Sealer(name, self.secret.text()) if name else None
        return partial(
            _published, self._services, self._chosen, LANGUAGES[self.languages.currentIndex()], sealer, folder
        )

    def said(self, result: object) -> str:
        """What came of it."""
        return str(result)

    def tell(self, sentence: str) -> None:
        """Say what went wrong; it can be tried again."""
        self._allow(on=True)
        super().tell(sentence)

    def _allow(self, *, on: bool) -> None:
        for part in (self.go, self.cancel, self.form):
            part.setEnabled(on)

    def _sealer_chosen(self) -> None:
        self._secret_row.setVisible(bool(self.sealer.currentData()))


class PublishPlace(QScrollArea):
    """Where the sheet stands while it is open, in the place of the table."""

    done = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.sheet: PublishSheet | None = None
        only_downwards(self)
        self.setAccessibleName(_("Publish pages"))

    def open(self, chosen: Chosen, ask_folder: AskFolder) -> None:
        """Ask; a sheet that is open already stays, for it may be at work."""
        if self.sheet is None:
            self.sheet = PublishSheet(self._services, chosen, ask_folder)
            self.sheet.done.connect(self._done)
            self.sheet.closed.connect(self._close)
            self.setWidget(self.sheet)
            self.sheet.show()
        self.opened.emit()
        self.sheet.focus()

    def _done(self, sentence: str) -> None:
        self._close()
        self.done.emit(sentence)

    def _close(self) -> None:
        if self.sheet is not None and not self.sheet.progress.at_work:
            self.takeWidget().deleteLater()
            self.sheet = None
            self.closed.emit()


def _published(
    services: Services,
    chosen: Chosen,
    languages: tuple[Language, ...],
    sealer: Sealer | None,
    folder: Path,
    progress: Progress,
) -> str:
    """Publish all that is chosen, and say what came of it; FairnessError where nothing did."""
    ids = tuple(row.id for row in services.register.shelving.lines(chosen))
    watching = _Watching(progress)
    outcome = services.publications.website.publish(Order(ids, folder, languages, sealer), watching.go_on)
    if watching.stopped:
        return _("Stopped. Pages of {count} were written; the list in the folder is as it was.").format(
            count=outcome.published
        )
    why = " ".join(sorted({left.why for left in outcome.left_out}))
    if outcome.begin is None:
        raise FairnessError(_("Nothing was published. {why}").format(why=why))
    return _told(outcome, why)


def _told(outcome: Outcome, why: str) -> str:
    count, left = outcome.published, len(outcome.left_out)
    said = ngettext("{count} decision published.", "{count} decisions published.", count).format(count=count)
    said += " " + _("In the list: {count}. Begin at {path}.").format(count=outcome.listed, path=outcome.begin)
    if left:
        said += " " + ngettext("{count} left out: {why}", "{count} left out: {why}", left).format(count=left, why=why)
    return said


class _Watching:
    """Tells how far it is, and answers whether to go on."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self.stopped = progress, False

    def go_on(self, done: int, of: int) -> bool:
        try:
            self._progress(done, of)
        except StoppedError:
            self.stopped = True
        return not self.stopped
