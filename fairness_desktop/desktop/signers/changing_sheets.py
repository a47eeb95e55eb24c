"""What becomes of an identity later: another passphrase, a new certificate, the end of it, a copy for elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from ...domain.errors import InvalidInputError
from ...domain.sealing.identity import Ground, Identity, KeyHome, ground_label
from ...i18n import _
from ...services.ports import Identities
from ..issue.signing_view import secret
from ..theme import SMALL
from ..widgets.basics import Words, let_tab_stop_once
from ..widgets.date_line import DateLine
from .sheet import RootSecret, Sheet, Twice


class PassphraseSheet(Sheet):
    """Another passphrase for somebody's key."""

    def __init__(self, identities: Identities, identity: Identity) -> None:
        super().__init__(
            _("Change the passphrase of {name}").format(name=identity.name),
            _("The key is encrypted anew. Copies of it elsewhere keep the passphrase they have."),
            _("Change the passphrase"),
        )
        self._identities, self._name = identities, identity.name
        self.old = secret()
        self.line(_("The passphrase so far"), self.old)
        self.new = Twice(self, _("The new passphrase"))

    def call(self) -> Callable[[], object] | None:
        """Encrypt it anew."""
        new = self.new.value()
        return None if new is None else partial(self._identities.change_passphrase, self._name, self.old.text(), new)

    def said(self, result: object) -> str:
        """That it is done."""
        return _("The passphrase of {name} is changed.").format(name=self._name)


class RenewSheet(Sheet):
    """A new key and certificate for the same person."""

    def __init__(self, identities: Identities, identity: Identity) -> None:
        super().__init__(
            _("Renew the identity of {name}").format(name=identity.name),
            _(
                "They get a new key and a certificate for three years more. Records signed so far stay valid; one that "
                "waits for the certificate of before can still be signed with it until it ends."
            ),
            _("Renew it"),
        )
        self._identities, self._name = identities, identity.name
        self.passphrase = Twice(self, _("Passphrase of the new key"))
        self.root_secret = RootSecret(self)

    def call(self) -> Callable[[], object] | None:
        """Make it."""
        passphrase = self.passphrase.value()
        if passphrase is None:
            return None
        return partial(self._identities.council.renew, self._name, passphrase, self.root_secret.value())

    def said(self, result: object) -> str:
        """Until when."""
        assert isinstance(result, Identity)
        until = result.valid_until.date().isoformat()
        return _("{name} can sign until {day}. Hand out the new certificate.").format(name=self._name, day=until)


class RevokeSheet(Sheet):
    """The end of an identity: it cannot be taken back."""

    def __init__(self, identities: Identities, identity: Identity) -> None:
        super().__init__(_("Revoke {name}").format(name=identity.name), _what_it_means(identity), _("Revoke for good"))
        self._identities, self._identity = identities, identity
        self._choice = QButtonGroup(self)
        self.grounds = {
            ground: QRadioButton(ground_label(ground)) for ground in (Ground.LOST_KEY, Ground.LEFT, Ground.OTHER)
        }
        for button in self.grounds.values():
            button.setAccessibleName(button.text())
            self._choice.addButton(button)
            self.form.add_widget(button)
        self.grounds[Ground.LOST_KEY].setChecked(True)
        let_tab_stop_once(self._choice)
        self.since = DateLine()
        self.since.setPlaceholderText(_("today"))
        self._since_row = self.line(
            _("Since when?"),
            self.since,
            _("The first day on which somebody else may have had the key; what was signed from then on is not valid."),
        )
        self.root_secret = RootSecret(self, needed=True) if identity.own else None
        self._choice.buttonToggled.connect(self._chosen)
        self._next = Words("", SMALL)
        self.form.add_widget(self._next)
        self._chosen()

    @property
    def ground(self) -> Ground:
        """The reason chosen."""
        return next(ground for ground, button in self.grounds.items() if button.isChecked())

    def call(self) -> Callable[[], object] | None:
        """Revoke it."""
        try:
            day = self.since.date() if self.ground is Ground.LOST_KEY else None
        except InvalidInputError as error:
            self._since_row.show_error(error.message)
            return None
        self._since_row.show_error("")
        begins = None if day is None else dt.datetime.combine(day, dt.time(), dt.UTC)
        root = "" if self.root_secret is None else self.root_secret.field.text()
        return partial(self._identities.council.revoke, self._identity.name, self.ground, root, begins)

    def said(self, result: object) -> str:
        """What is left to do."""
        gone = _("{name} can sign no more.").format(name=self._identity.name)
        if not self._identity.own:
            told = _("Tell {issuer}, who vouches for the certificate, or others go on trusting it.")
            return f"{gone} {told.format(issuer=self._identity.issuer or '–')}"
        return f"{gone} " + _("Hand out the revocation list to everybody who checks records.")

    def _chosen(self) -> None:
        lost = self.ground is Ground.LOST_KEY
        self._since_row.setVisible(lost)
        self._next.setText(
            _("Afterwards press “Renew” beside the name: that makes a new key for the same person.")
            if lost
            else _("Afterwards name somebody else who signs, with an identity of their own.")
        )


class HandOverSheet(Sheet):
    """Key and certificate in one file, for another computer or a safe."""

    def __init__(self, identities: Identities, identity: Identity) -> None:
        super().__init__(
            _("Copy the key of {name}").format(name=identity.name),
            _(
                "Key and certificate go into one file (PKCS#12), under the passphrase they have: for another computer, "
                "where it is imported, or for a safe. Whoever has file and passphrase can sign."
            ),
            _("Save the copy"),
        )
        self._identities, self._name = identities, identity.name
        self.passphrase = secret()
        self.line(_("Passphrase"), self.passphrase)
        self._out: Path | None = None

    def call(self) -> Callable[[], object] | None:
        """Ask where to, and write it."""
        self._out = self.ask_place(f"{self._name}.p12", _("Identities (*.p12)"))
        if self._out is None:
            return None
        return partial(self._identities.hand_over, self._name, self.passphrase.text(), self._out)

    def said(self, result: object) -> str:
        """Where it is."""
        return _("Saved as {path}.").format(path=self._out)


def _what_it_means(identity: Identity) -> str:
    kept = (
        _("The key on this computer is deleted.")
        if identity.home is KeyHome.FILE
        else _("The card is not used here any more.")
    )
    return _("Their certificates count for nothing from then on. {kept} Records signed before stay valid, and say so. "
             "This cannot be taken back.").format(kept=kept)  # fmt: skip
