"""New identities: made here, out of a file, or on a card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from ...domain.errors import FairnessError
from ...domain.sealing.identity import CardCertificate, Identity
from ...i18n import _
from ...services.ports import Identities
from ..issue.signing_view import secret
from ..theme import SMALL
from ..widgets.basics import Button, Words
from ..widgets.inputs import TextLine
from .sheet import RootSecret, Sheet, Twice


class NewSheet(Sheet):
    """An identity under the council's root, which is made with the first."""

    def __init__(self, identities: Identities) -> None:
        super().__init__(
            _("New identity"),
            _(
                "A key of their own for somebody who signs, kept on this computer, and a certificate under the "
                "council's root: good for three years."
            ),
            _("Make the identity"),
        )
        self._identities = identities
        root = identities.council.about()
        self.name, self.role, self.council = TextLine(), TextLine(), TextLine()
        self.line(_("Name"), self.name, _("As it is to stand in the record."))
        self.line(_("Role"), self.role)
        self.line(_("Council"), self.council)
        self.passphrase = Twice(self, _("Their passphrase"))
        self.root_secret = RootSecret(self) if root is not None else None
        if root is not None:
            self.council.setText(root.organisation)
        else:
            self.form.add_widget(
                Words(_("The council's root is made too, under the same passphrase; it can be changed."), SMALL)
            )

    def call(self) -> Callable[[], object] | None:
        """Make it."""
        passphrase = self.passphrase.value()
        if passphrase is None:
            return None
        root = None if self.root_secret is None else self.root_secret.value()
        who = self.name.text(), self.role.text().strip(), self.council.text().strip()
        return partial(self._identities.new, *who, passphrase, root)

    def said(self, result: object) -> str:
        """Who can sign now."""
        return can_sign(result)


class ImportSheet(Sheet):
    """An identity in a PKCS#12 file."""

    def __init__(self, identities: Identities) -> None:
        super().__init__(
            _("Import an identity"),
            _(
                "A key with its certificate that an authority or another computer gave out: a file ending in .p12 or "
                ".pfx. The file stays as it is."
            ),
            _("Import it"),
        )
        self._identities = identities
        self._file: Path | None = None
        self._chain: list[Path] = []
        self.choose, self.add = Button(_("Choose the file…")), Button(_("Add certificates above it…"))
        self._chosen, self._above = Words("", SMALL), Words("", SMALL)
        for widget in (self.choose, self._chosen):
            self.form.add_widget(widget)
        self.passphrase, self.other = secret(), secret()
        self.line(_("Passphrase of the file"), self.passphrase)
        self.line(
            _("Passphrase on this computer"),
            self.other,
            _("At least 8 characters; leave it empty to keep that of the file."),
        )
        for widget in (self.add, self._above):
            self.form.add_widget(widget)
        self.choose.clicked.connect(self._choose)
        self.add.clicked.connect(self._add)

    def call(self) -> Callable[[], object] | None:
        """Take it in."""
        if self._file is None:
            self.tell(_("Choose the file first."))
            return None
        keep_under = self.other.text() or None
        return partial(self._identities.take_in, self._file, self.passphrase.text(), tuple(self._chain), keep_under)

    def said(self, result: object) -> str:
        """Who can sign now, and what others need to know."""
        assert isinstance(result, Identity)
        if result.chained:
            return can_sign(result)
        unknown = _("The file brought no certificates above it: readers must know {issuer} already.")
        return f"{can_sign(result)} {unknown.format(issuer=result.issuer)}"

    def _choose(self) -> None:
        path = self.ask_file(_("Choose the identity"), _("Identities (*.p12 *.pfx)"))
        if path is not None:
            self._file = path
            self._chosen.setText(path.name)
            self.passphrase.setFocus()

    def _add(self) -> None:
        path = self.ask_file(_("Choose a certificate"), _("Certificates (*.cer *.crt *.pem *.der)"))
        if path is not None:
            self._chain.append(path)
            self._above.setText(", ".join(one.name for one in self._chain))


class CardSheet(Sheet):
    """A key on a card."""

    def __init__(self, identities: Identities) -> None:
        super().__init__(
            _("Use a card"),
            _(
                "The key stays on the card; this computer keeps its certificate only. The card's own library is "
                "needed: OpenSC reads most cards."
            ),
            _("Sign with this card"),
        )
        self._identities = identities
        self._module = identities.usual_module()
        self._found: list[CardCertificate] = []
        self.choose, self.look = Button(_("Choose the card's library…")), Button(_("Look for cards"))
        self._library = Words(str(self._module or _("No library chosen yet.")), SMALL)
        for widget in (self.choose, self._library, self.look):
            self.form.add_widget(widget)
        self.which, self.pin = QComboBox(), secret()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form.add(_("Certificate"), self.which)
        self.line(_("PIN"), self.pin, _("Most cards lock themselves after three wrong ones."))
        self.choose.clicked.connect(self._choose)
        self.look.clicked.connect(self.look_for_cards)

    def look_for_cards(self) -> None:
        """List what could sign on the cards that are in."""
        if self._module is None:
            self.tell(_("Choose the card's library first; it comes with the card, or with OpenSC."))
            return
        try:
            self._found = self._identities.cards(self._module)
        except FairnessError as error:
            self.tell(str(error))
            return
        self.which.clear()
        for one in self._found:
            self.which.addItem(_("{name}, on {card}").format(name=one.identity.name, card=one.token))
        if not self._found:
            self.tell(_("No card is in that could sign. Put it in its reader, then look again."))
        else:
            self.problem.hide()
            self.pin.setFocus()

    def call(self) -> Callable[[], object] | None:
        """Prove that the key is there, and keep where."""
        at = self.which.currentIndex()
        if not 0 <= at < len(self._found) or self._module is None:
            self.tell(_("Look for cards first, and choose a certificate."))
            return None
        return partial(self._identities.take_card, self._found[at], self._module, self.pin.text())

    def said(self, result: object) -> str:
        """Who can sign now."""
        return can_sign(result)

    def _choose(self) -> None:
        path = self.ask_file(_("Choose the card's library"), _("Libraries (*.so *.dylib *.dll)"))
        if path is not None:
            self._module = path
            self._library.setText(str(path))
            self.look_for_cards()


def can_sign(result: object) -> str:
    """Who can sign now."""
    assert isinstance(result, Identity)
    return _("{name} can sign on this computer now.").format(name=result.name)
