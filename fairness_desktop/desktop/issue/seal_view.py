"""The decision-maker signs: a key is made the first time, then the very pages are shown, then signed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ...domain.register import IssuedRecord
from ...domain.sealing.identity import Identity
from ...i18n import _
from ...services.issuing import Prepared
from ..session_model import SessionModel
from ..widgets.basics import Hint
from ..workers import Work
from .signing_view import SigningView, secret
from .signs_as import SignsAs


class SealView(SigningView):
    """Freezes the decision and seals it; with a ``second`` signer it then waits for theirs."""

    def __init__(self, session: SessionModel, second: Identity | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Sign the record"), parent)
        self._session, self._second = session, second
        self._identities = session.services.identities
        self._prepared: Prepared | None = None
        self._identity: Identity | None = None
        self._add_fields()
        self._tell_who()
        self._offer()

    def _add_fields(self) -> None:
        self.signs = SignsAs()
        self.signs_row = self.form.add(_("Who signs"), self.signs)
        self.box.insertWidget(self.box.indexOf(self.form), self.signs_row)
        self.again, self.root_secret = secret(), secret()
        self.again_row = self.form.add(_("The same passphrase again"), self.again)
        self.root_row = self.form.add(_("Passphrase of the council's root, if it is another"), self.root_secret)
        self._first_time = Hint(
            _(
                "You sign for the first time on this computer: a key is made for you and kept encrypted under this "
                "passphrase. Choose at least 8 characters and keep it safe: nobody can recover it."
            )
        )
        self.box.insertWidget(self.box.indexOf(self.form) + 1, self._first_time)
        self.again.returnPressed.connect(self.go_on)
        self.root_secret.returnPressed.connect(self.go_on)
        self.signs.activated.connect(self._begin)

    def _tell_who(self) -> None:
        maker = self._session.assessment.authority.decision_maker
        who = _("{name}, {role}, for {body}").format(
            name=maker.name, role=maker.role or _("no role given"), body=self._session.assessment.body.name
        )
        if self._second is not None:
            second = _("Then {name} countersigns; until then the record is not valid.").format(name=self._second.name)
            who = f"{who}\n{second}"
        self.who.setText(who)

    def _offer(self) -> None:
        """Whoever can sign here, the decision-maker first; a choice only where there is one."""
        maker = self._session.assessment.authority.decision_maker.name
        self.signs.offer(self._identities.all(), maker)
        self.signs_row.setVisible(self.signs.count() > 1)
        self._begin()

    def _begin(self) -> None:
        """The pages, for whoever signs; or first a key, where one must be made."""
        self._identity, self._prepared = self.signs.value(), None
        new = self._identity is None
        self._first_time.setVisible(new)
        self.again_row.setVisible(new)
        self.root_row.setVisible(new and self._identities.council.about() is not None)
        self.put_pages_away()
        self.reader.hide()
        self.waiting.show()
        self.problem.hide()
        if self._identity is None:
            self.waiting.setText(_("Choose a passphrase first; then the pages are shown, with your key named in them."))
            self.name_the_button(_("Make my key and show the pages"))
            self.allow(signing=True)
        else:
            self.ask_for(self._identity)
            self._prepare()

    def _prepare(self) -> None:
        assert self._identity is not None
        self.waiting.setText(_("The pages are being laid out…"))
        name, walk, issuing = self._identity.name, self._session.walk, self._session.services.issuing
        self.run(Work(issuing.prepare, walk, name, self._second), self._show_prepared)

    def _show_prepared(self, prepared: object) -> None:
        assert isinstance(prepared, Prepared)
        if self._identity is None or prepared.signer != self._identity.name:
            return  # somebody else was chosen while these were laid out
        self._prepared = prepared
        self.show_pages(prepared.pdf, prepared.sha256, _("Sign these pages"))

    def entered(self) -> None:
        """Enter in the passphrase: on to the second line, where there is one."""
        if self.again_row.isVisible():
            self.again.setFocus()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Make the key, or sign the pages shown."""
        if not self.sign.isEnabled():
            return
        if self._identity is None:
            self._make_identity()
        elif self._prepared is not None:
            issuing = self._session.services.issuing
            self.run(Work(issuing.sign, self._prepared, self.passphrase.text()), self._signed)

    def _make_identity(self) -> None:
        if self.passphrase.text() != self.again.text():
            self.again_row.show_error(_("The two passphrases differ. Type the same one twice."))
            return
        self.again_row.show_error("")
        maker, body = self._session.assessment.authority.decision_maker, self._session.assessment.body
        root = self.root_secret.text() or None
        make = Work(self._identities.new, maker.name, maker.role, body.name, self.passphrase.text(), root)
        self.run(make, self._made)

    def _made(self, identity: object) -> None:
        assert isinstance(identity, Identity)
        self._identity = identity
        for widget in (self.again_row, self.root_row, self._first_time):
            widget.hide()
        self._prepare()

    def _signed(self, record: object) -> None:
        assert isinstance(record, IssuedRecord)
        said = _("Signed and kept. Go back to save a copy of the record.")
        if record.awaits:
            said = _("Signed and kept: one of two signatures. Go back to save the file for {name}.").format(
                name=record.awaits
            )
        self.show_done(said, _("Back to the decision"))
