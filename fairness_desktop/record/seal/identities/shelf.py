"""What is known of each signer without opening a key: one small file a person, beside the key's own."""

from __future__ import annotations

import hashlib
import json
import re
import ssl
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ....domain.errors import NotFoundError, RecordError
from ....domain.sealing.identity import Ground, Identity, KeyHome, Revocation
from ....i18n import _
from .files import write

_PEM = re.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OnCard:
    """Where a key on a card is found again: the library that reads the card, the card, the key in it."""

    module: str
    token: str
    serial: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An identity and where its files are; ``earlier`` are the certificates of the same person that it followed."""

    identity: Identity
    slot: str
    card: OnCard | None = None
    earlier: tuple[Kept, ...] = ()

    @property
    def every(self) -> tuple[Kept, ...]:
        """All certificates of the person, newest first."""
        return (self, *self.earlier)


class Shelf:
    """The files of one folder. A person's file is replaced whole: that is the moment at which anything changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[Kept]:
        """Everyone, by name."""
        cards = sorted(self._folder.glob("signer-*.json")) if self._folder.is_dir() else []
        return sorted((_read(path) for path in cards), key=_by_name)

    def named(self, name: str) -> Kept | None:
        """That person, or None."""
        return next((kept for kept in self.all() if kept.identity.name == name), None)

    def require(self, name: str) -> Kept:
        """That person; NotFoundError where there is none."""
        kept = self.named(name)
        if kept is None:
            raise NotFoundError(_("There is no signing identity “{name}” here.").format(name=name))
        return kept

    def keep(self, kept: Kept) -> None:
        """Put down what is known of a person now; whatever it names must be there already."""
        told = _told(kept)
        told["earlier"] = [_told(one) for one in kept.earlier]
        path = self._folder / f"{slot_of(kept.identity.name)}.json"
        write(path, json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def key(self, kept: Kept) -> Path:
        """The file of the private key, encrypted."""
        return self._folder / f"{kept.slot}.p12"

    def certificate(self, kept: Kept) -> Path:
        """The file of the certificate (DER)."""
        return self._folder / f"{kept.slot}.cer"

    def chain(self, kept: Kept) -> Path:
        """The file of the certificates (PEM) above one on a card; those above a key's are with the key."""
        return self._folder / f"{kept.slot}.chain.pem"

    def above(self, kept: Kept) -> list[bytes]:
        """The certificates (DER) above one on a card."""
        raw = self.chain(kept).read_bytes()
        return [ssl.PEM_cert_to_DER_cert(text) for text in _PEM.findall(raw.decode("ascii"))]


def slot_of(name: str) -> str:
    """A file name that no two names share, whatever their letters and whatever the system folds."""
    return f"signer-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def later_slot(fingerprint: str) -> str:
    """The file name of a certificate that follows another of the same person."""
    return f"key-{fingerprint[:24]}"


def _by_name(kept: Kept) -> str:
    return kept.identity.name.casefold()


def _told(kept: Kept) -> dict[str, Any]:
    identity, revoked, card = kept.identity, kept.identity.revoked, kept.card
    return {
        "name": identity.name,
        "role": identity.role,
        "organisation": identity.organisation,
        "fingerprint": identity.fingerprint,
        "valid_from": None if identity.valid_from is None else identity.valid_from.isoformat(),
        "valid_until": identity.valid_until.isoformat(),
        "issuer": identity.issuer,
        "own": identity.own,
        "chained": identity.chained,
        "home": identity.home.value,
        "revoked": None
        if revoked is None
        else {"at": revoked.at.isoformat(), "ground": revoked.ground.value, "since": revoked.since.isoformat()},
        "slot": kept.slot,
        "card": None
        if card is None
        else {"module": card.module, "token": card.token, "serial": card.serial, "key_id": card.key_id},
    }


def _read(path: Path) -> Kept:
    try:
        told = json.loads(path.read_bytes())
        kept = _kept(told, path.stem)
        return replace(kept, earlier=tuple(_kept(one, path.stem) for one in told.get("earlier", ())))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(
            _("“{path}” is damaged; restore the folder of identities from a backup.").format(path=path)
        ) from error
    except OSError as error:
        why = error.strerror or error
        raise RecordError(_("“{path}” cannot be read: {why}.").format(path=path, why=why)) from error


def _kept(told: dict[str, Any], stem: str) -> Kept:
    begins, revoked, card = told.get("valid_from"), told.get("revoked"), told.get("card")
    identity = Identity(
        name=told["name"],
        role=told["role"],
        organisation=told["organisation"],
        fingerprint=told["fingerprint"],
        valid_until=datetime.fromisoformat(told["valid_until"]),
        valid_from=None if begins is None else datetime.fromisoformat(begins),
        issuer=told.get("issuer", ""),
        own=told.get("own", False),
        chained=told.get("chained", True),
        home=KeyHome(told.get("home", KeyHome.FILE)),
        revoked=None if revoked is None else _revocation(revoked),
    )
    place = None if card is None else OnCard(card["module"], card["token"], card["serial"], card["key_id"])
    return Kept(identity, told.get("slot", stem), place)


def _revocation(told: dict[str, str]) -> Revocation:
    return Revocation(datetime.fromisoformat(told["at"]), Ground(told["ground"]), datetime.fromisoformat(told["since"]))
