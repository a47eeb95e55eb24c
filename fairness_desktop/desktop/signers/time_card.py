"""Who vouches for the time of signatures: the clock alone, or a service that the user sets, tries and turns off."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.sealing.levels import Level, TimeAnswer, TimeService, level_label
from ...i18n import _
from ...services.bundle import Services
from ..announce import announce
from ..form import Form
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Button, Card, Hint, Subtitle, Words
from ..widgets.folding import Fold
from ..widgets.inputs import TextLine
from ..workers import Work

_OFFERED = (Level.TIMED, Level.LONG_TERM, Level.ARCHIVED)


class TimeCard(Card):
    """What is set now in a sentence; address, level and root certificate under a fold."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._root: bytes | None = None
        self.box.addWidget(Subtitle(_("The time of signatures")))
        self.state = Words("", BODY)
        self.box.addWidget(self.state)
        self.fold = Fold(_("Time-stamp service"), self._fields())
        self.box.addWidget(self.fold)
        self.said = Words("", BODY, MEDIUM)
        self.said.hide()
        self.box.addWidget(self.said)
        self._refresh()

    def _fields(self) -> QWidget:
        self.form = Form()
        self.form.add_widget(
            Hint(
                _(
                    "A service on the internet confirms when a record was signed. It is asked at signing alone, and "
                    "told a hash, nothing of the record. Without one the time is by this computer's clock."
                )
            )
        )
        self.address, self.level = TextLine(), QComboBox()
        for level in _OFFERED:
            self.level.addItem(f"{level.value}: {level_label(level)}", level)
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form.add(_("Address"), self.address, _("It begins with http:// or https://."))
        self.form.add(_("How much goes into the file"), self.level)
        self.take, self._certificate = Button(_("Choose the service's root certificate…")), Words("", SMALL)
        self.test, self.use, self.off = Button(_("Test it")), Button(_("Use it"), "primary"), Button(_("Turn it off"))
        self.form.add_widget(self.take)
        self.form.add_widget(self._certificate)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        for button in (self.test, self.use, self.off):
            across.addWidget(button)
        across.addStretch(1)
        self.form.add_widget(row)
        self.take.clicked.connect(self._take)
        self.test.clicked.connect(self._test)
        self.use.clicked.connect(self._use)
        self.off.clicked.connect(self._turn_off)
        return self.form

    def _refresh(self) -> None:
        try:
            service = self._services.timing.service()
        except FairnessError as error:
            self.state.setText(str(error))
            return
        self.off.setEnabled(service is not None)
        if service is None:
            self.state.setText(_("By this computer's clock: the signer's own word."))
            return
        self.state.setText(_("{url} confirms it ({level}).").format(url=service.url, level=service.level.value))
        self._show(service)

    def _show(self, service: TimeService) -> None:
        self.address.setText(service.url)
        self.level.setCurrentIndex(_OFFERED.index(service.level))
        self._root = service.roots[0] if service.roots else None
        self._certificate.setText(_("Its root certificate is kept.") if service.roots else "")

    def _meant(self) -> tuple[str, Level, tuple[bytes, ...]]:
        roots = () if self._root is None else (self._root,)
        return self.address.text(), _OFFERED[self.level.currentIndex()], roots

    def _test(self) -> None:
        self.test.setEnabled(False)
        self._tell(_("The service is being asked…"), "muted")
        work = Work(partial(self._services.timing.test, *self._meant()))
        work.finished_with.connect(self._answered)
        work.failed.connect(self._failed)
        work.start()

    def _answered(self, answer: object) -> None:
        assert isinstance(answer, TimeAnswer)
        self.test.setEnabled(True)
        when = f"{answer.at:%Y-%m-%d %H:%M:%S}"
        self._tell(_("{name} answers: it is {when} UTC.").format(name=answer.name, when=when), "green")

    def _failed(self, sentence: str) -> None:
        self.test.setEnabled(True)
        self._tell(sentence, "red")

    def _use(self) -> None:
        try:
            self._services.timing.use(*self._meant())
        except FairnessError as error:
            self._tell(str(error), "red")
            return
        self._refresh()
        self._tell(_("It is asked at every signature from now on."), "text")

    def _turn_off(self) -> None:
        try:
            self._services.timing.turn_off()
        except FairnessError as error:
            self._tell(str(error), "red")
            return
        self._refresh()
        self._tell(_("No service is asked any more."), "text")

    def _take(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("The service's root certificate"), str(Path.home()), _("Certificates (*.cer *.crt *.pem *.der)")
        )
        if not name:
            return
        try:
            self._root = self._services.verifying.certificate(Path(name))
        except FairnessError as error:
            self._tell(str(error), "red")
            return
        self._certificate.setText(Path(name).name)

    def _tell(self, sentence: str, colour: str) -> None:
        self.said.set_colour(colour)
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence)
