"""What the services ask of whoever keeps signing identities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from ...domain.sealing.identity import CardCertificate, CouncilRoot, Ground, Identity, Revocation
from ...domain.sealing.levels import TimeAnswer, TimeService


class Council(Protocol):
    """The council's own root, and what it does for members. Whatever needs its key needs its passphrase."""

    def about(self) -> CouncilRoot | None:
        """What can be said of the root; None where there is none here."""
        ...

    def make(self, organisation: str, passphrase: str) -> CouncilRoot:
        """Make the root; FairnessError where there is one already."""
        ...

    def replace(self, organisation: str, passphrase: str) -> CouncilRoot:
        """Make another, the old one's key or passphrase being lost."""
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Encrypt the root's key anew."""
        ...

    def renew_list(self, passphrase: str) -> CouncilRoot:
        """Make the revocation list anew, so that it is good for another year."""
        ...

    def certificate(self) -> bytes | None:
        """The root certificate (DER), or None."""
        ...

    def export(self, out: Path) -> str:
        """Write the root certificate (DER); returns its SHA-256 fingerprint."""
        ...

    def export_list(self, out: Path) -> None:
        """Write the revocation list (DER)."""
        ...

    def renew(self, name: str, passphrase: str, root_passphrase: str | None = None) -> Identity:
        """A new key and certificate for somebody whom the root vouches for."""
        ...

    def revoke(self, name: str, ground: Ground, root_passphrase: str = "", since: datetime | None = None) -> Revocation:
        """That the certificates of somebody count for nothing from then on; their keys here are deleted."""
        ...


class Identities(Protocol):
    """The signing identities of this laptop."""

    @property
    def council(self) -> Council:
        """The council's own root."""
        ...

    def all(self) -> list[Identity]:
        """Everyone who can sign here or once could, by name."""
        ...

    def named(self, name: str) -> Identity | None:
        """The identity of that name, or None."""
        ...

    def require(self, name: str) -> Identity:
        """The identity of that name; NotFoundError where there is none."""
        ...

    def with_certificate(self, fingerprint: str) -> Identity | None:
        """Whoever has that certificate here, be it one that was renewed since; or None."""
        ...

    def new(
        self, name: str, role: str, organisation: str, passphrase: str, root_passphrase: str | None = None
    ) -> Identity:
        """Make an identity under the council's own root (made too, the first time); PassphraseError if too weak."""
        ...

    def take_in(
        self, path: Path, passphrase: str, chain: Sequence[Path] = (), keep_under: str | None = None
    ) -> Identity:
        """Take in a PKCS#12 file; PassphraseError where the passphrase does not open it."""
        ...

    def usual_module(self) -> Path | None:
        """The library that reads most cards, if it is installed here."""
        ...

    def cards(self, module: Path) -> list[CardCertificate]:
        """What could sign on the cards that are in; FairnessError where the library cannot be used."""
        ...

    def take_card(self, found: CardCertificate, module: Path, pin: str) -> Identity:
        """Sign with that card from now on; PassphraseError where the PIN is wrong."""
        ...

    def change_passphrase(self, name: str, old: str, new: str) -> None:
        """Encrypt somebody's key anew."""
        ...

    def export_root(self, out: Path) -> str:
        """Write the council's root certificate (DER); returns its SHA-256 fingerprint."""
        ...

    def certificate(self, name: str) -> bytes:
        """That person's certificate (DER), to hand out; NotFoundError where there is none."""
        ...

    def hand_over(self, name: str, passphrase: str, out: Path) -> None:
        """Write key and certificate (PKCS#12), for another computer or for safe keeping."""
        ...

    def handed_over(self, path: Path) -> Identity:
        """Whoever a certificate file names; FairnessError where it is none that could sign a record."""
        ...

    def seal(
        self,
        pdf: bytes,
        name: str,
        passphrase: str,
        reason: str,
        signed_at: datetime,
        time_service: TimeService | None = None,
    ) -> bytes:
        """The PDF signed in that person's field; PassphraseError, or RecordError where it cannot be signed."""
        ...

    def ask_time(self, service: TimeService) -> TimeAnswer:
        """What a time-stamp service says when it is asked; RecordError where it gives no good answer."""
        ...
