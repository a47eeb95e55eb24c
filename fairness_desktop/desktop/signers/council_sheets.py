"""What is done to the council's root."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...domain.sealing.identity import CouncilRoot
from ...i18n import _
from ...services.ports import Council
from ..widgets.inputs import TextLine
from .sheet import RootSecret, Sheet, Twice


class RootSheet(Sheet):
    """The council's root, made for the first time or made anew."""

    def __init__(self, council: Council, organisation: str = "") -> None:
        self._known = council.about()
        title = _("Make the council's root") if self._known is None else _("Make another root")
        why = (
            _(
                "It vouches for everybody who signs for the council: readers who trust it trust their signatures. Make "
                "it once, on one computer, under a passphrase that two people know."
            )
            if self._known is None
            else _(
                "Only if the key of the root, or its passphrase, is lost. Everybody then needs a new identity, and "
                "everybody who checks records the new root certificate. Records so far stay as they are."
            )
        )
        super().__init__(title, why, title)
        self._council = council
        self.organisation = TextLine()
        self.organisation.setText(self._known.organisation if self._known is not None else organisation)
        self.line(_("Council"), self.organisation, _("As it is to stand in the certificate."))
        self.passphrase = Twice(self, _("Passphrase of the root"))

    def call(self) -> Callable[[], object] | None:
        """Make it."""
        passphrase = self.passphrase.value()
        if passphrase is None:
            return None
        make = self._council.make if self._known is None else self._council.replace
        return partial(make, self.organisation.text().strip(), passphrase)

    def said(self, result: object) -> str:
        """What to do next."""
        return _("The council's root is made. Export it for those who check records, and read them its words.")


class RootPassphraseSheet(Sheet):
    """Another passphrase for the root."""

    def __init__(self, council: Council) -> None:
        super().__init__(
            _("Change the passphrase of the root"),
            _("Whoever knows it can make and revoke identities of the council."),
            _("Change the passphrase"),
        )
        self._council = council
        self.old = RootSecret(self, needed=True)
        self.new = Twice(self, _("The new passphrase"))

    def call(self) -> Callable[[], object] | None:
        """Encrypt it anew."""
        new = self.new.value()
        return None if new is None else partial(self._council.change_passphrase, self.old.field.text(), new)

    def said(self, result: object) -> str:
        """That it is done."""
        return _("The passphrase of the council's root is changed.")


class ListSheet(Sheet):
    """The revocation list, good for another year."""

    def __init__(self, council: Council) -> None:
        super().__init__(
            _("Renew the revocation list"),
            _("It says who signs for the council no longer, and is good for a year. Hand it out beside the root."),
            _("Renew the list"),
        )
        self._council = council
        self.secret = RootSecret(self, needed=True)

    def call(self) -> Callable[[], object] | None:
        """Make it anew."""
        return partial(self._council.renew_list, self.secret.field.text())

    def said(self, result: object) -> str:
        """Until when."""
        assert isinstance(result, CouncilRoot)
        until = "–" if result.listed_until is None else result.listed_until.date().isoformat()
        return _("The revocation list is good until {day}. Export it now.").format(day=until)
