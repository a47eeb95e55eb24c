"""Who can sign, until when, and under whose root."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ...i18n import N_, _
from ..errors import RecordError

ENDS_SOON = timedelta(days=60)
"""Before the end of a certificate, from when on its renewal is suggested."""


class KeyHome(StrEnum):
    """Where a private key lies."""

    FILE = "file"
    CARD = "card"


class Ground(StrEnum):
    """Why a certificate is revoked."""

    LOST_KEY = "lost_key"
    LEFT = "left"
    REPLACED = "replaced"
    OTHER = "other"


class Standing(StrEnum):
    """Whether somebody can sign now."""

    GOOD = "good"
    ENDS_SOON = "ends_soon"
    NOT_YET = "not_yet"
    ENDED = "ended"
    REVOKED = "revoked"

    @property
    def can_sign(self) -> bool:
        """Whether a signature made now would hold."""
        return self in (Standing.GOOD, Standing.ENDS_SOON)


_GROUNDS = {
    Ground.LOST_KEY: N_("key lost, or seen by somebody else"),
    Ground.LEFT: N_("left the council, or signs no more"),
    Ground.REPLACED: N_("replaced by another certificate"),
    Ground.OTHER: N_("another reason"),
}


def ground_label(ground: Ground) -> str:
    """How a ground is said."""
    return _(_GROUNDS[ground])


@dataclass(frozen=True, slots=True)
class Revocation:
    """That a certificate counts for nothing any more: ``since`` then, as told ``at`` some time."""

    at: datetime
    ground: Ground
    since: datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """Who can sign here. ``fingerprint`` is SHA-256 over the certificate (64 lower-case hex digits).

    ``valid_from`` is None of an identity kept by an early version of the program. ``own`` says that the council's
    root kept here vouches for it, so that it can be renewed and revoked here; ``chained``, that the certificates
    above it are at hand and go into every signature.
    """

    name: str
    role: str
    organisation: str
    fingerprint: str
    valid_until: datetime
    valid_from: datetime | None = None
    issuer: str = ""
    own: bool = False
    chained: bool = True
    home: KeyHome = KeyHome.FILE
    revoked: Revocation | None = None

    def standing(self, at: datetime) -> Standing:
        """Whether they can sign at that time."""
        if self.revoked is not None:
            return Standing.REVOKED
        if at > self.valid_until:
            return Standing.ENDED
        if self.valid_from is not None and at < self.valid_from:
            return Standing.NOT_YET
        return Standing.ENDS_SOON if at > self.valid_until - ENDS_SOON else Standing.GOOD

    def require_able(self, at: datetime) -> None:
        """RecordError, saying why and what to do, where they cannot sign at that time."""
        why = _why_not(self, at)
        if why:
            raise RecordError(why)


@dataclass(frozen=True, slots=True)
class CouncilRoot:
    """The council's own root, kept here: it vouches for members, and lists those for whom it no longer does.

    ``listed_until`` is when the revocation list wants to be renewed; None where there is none yet.
    """

    organisation: str
    fingerprint: str
    valid_until: datetime
    listed_until: datetime | None = None
    revoked: int = 0


@dataclass(frozen=True, slots=True)
class CardCertificate:
    """A certificate (DER) found on a card, with where to find its key again; card and number are the card's own."""

    identity: Identity
    certificate: bytes
    token: str
    serial: str
    key_id: bytes


def _why_not(identity: Identity, at: datetime) -> str:
    standing = identity.standing(at)
    if identity.revoked is not None:
        return _("The certificate of {name} was revoked on {day} ({ground}); nothing can be signed with it.").format(
            name=identity.name, day=_day(identity.revoked.at), ground=ground_label(identity.revoked.ground)
        )
    if standing is Standing.ENDED:
        return _("The certificate of {name} ended on {day}. Renew it under “Signing identities”, then sign.").format(
            name=identity.name, day=_day(identity.valid_until)
        )
    if standing is Standing.NOT_YET:
        assert identity.valid_from is not None
        return _(
            "This computer's clock says {now}, but the certificate of {name} begins on {begins}. Set the clock right, "
            "then sign."
        ).format(now=_moment(at), name=identity.name, begins=_moment(identity.valid_from))
    return ""


def require_clock(now: datetime, before: datetime, what: str) -> None:
    """RecordError where the clock stands before something that has happened already; ``what`` names it."""
    if now < before:
        raise RecordError(
            _("This computer's clock says {now}, but {what} at {then}. Set the clock right, then sign.").format(
                now=_moment(now), what=what, then=_moment(before)
            )
        )


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
