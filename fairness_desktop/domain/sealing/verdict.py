"""What can be said of a record that somebody hands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ...i18n import N_, _
from .identity import Revocation
from .trust import Root


class Verdict(StrEnum):
    """One plain verdict a file."""

    VALID = "valid"
    VALID_UNTRUSTED = "valid_untrusted"
    CHANGED = "changed"
    INVALID = "invalid"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"


class Cause(StrEnum):
    """What a verdict rests on: what is said of the file and what to do next follow from it."""

    SOUND = "sound"
    NOT_TRUSTED = "not_trusted"
    SIGNED_BYTES = "signed_bytes"
    AFTERWARDS = "afterwards"
    CONTAINER = "container"
    BAD_SIGNATURE = "bad_signature"
    BAD_TIME_STAMP = "bad_time_stamp"
    NOT_OURS = "not_ours"
    OTHER_SIGNER = "other_signer"
    REVOKED = "revoked"
    HALF_SIGNED = "half_signed"
    STRIPPED = "stripped"
    LOOK_ALIKE = "look_alike"
    NOT_CHECKABLE = "not_checkable"
    DRAFT = "draft"
    NOBODY = "nobody"
    NO_PDF = "no_pdf"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    CLOSED = "closed"
    STOPPED = "stopped"


_VERDICTS = {
    Cause.SOUND: Verdict.VALID,
    Cause.NOT_TRUSTED: Verdict.VALID_UNTRUSTED,
    Cause.SIGNED_BYTES: Verdict.CHANGED,
    Cause.AFTERWARDS: Verdict.CHANGED,
    Cause.CONTAINER: Verdict.CHANGED,
    Cause.DRAFT: Verdict.UNSIGNED,
    Cause.NOBODY: Verdict.UNSIGNED,
    **dict.fromkeys((Cause.NO_PDF, Cause.DAMAGED, Cause.TOO_LARGE, Cause.CLOSED, Cause.STOPPED), Verdict.UNREADABLE),
}


def verdict_on(cause: Cause) -> Verdict:
    """The verdict that follows from a cause: not valid, unless it is one of the others."""
    return _VERDICTS.get(cause, Verdict.INVALID)


class Recomputed(StrEnum):
    """Whether the figures in the record follow from its data."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NO_DATA = "no_data"


class Relaid(StrEnum):
    """Whether the pages are those that the data make.

    OTHER_VERSION: another version of the program or of the layout engine laid them, whose pages cannot be made here;
    the texts as read aloud were compared instead.
    """

    MATCHES = "matches"
    DIFFERS = "differs"
    OTHER_VERSION = "other_version"


_LABELS = {
    Verdict.VALID: N_("Valid"),
    Verdict.VALID_UNTRUSTED: N_("Valid, signer not yet trusted"),
    Verdict.CHANGED: N_("Changed after signing"),
    Verdict.INVALID: N_("Not valid"),
    Verdict.UNSIGNED: N_("Not signed"),
    Verdict.UNREADABLE: N_("Cannot be read"),
}


def verdict_label(verdict: Verdict) -> str:
    """The verdict as it is said to a person."""
    return _(_LABELS[verdict])


@dataclass(frozen=True, slots=True)
class SignatureSeen:
    """One signature found in a file; ``time_source`` is ``signer_clock`` or ``timestamp``.

    ``service_trusted`` says whether the root above the time-stamp service is among those trusted here. ``root`` is
    the council's certificate that the signature brings along: whoever trusts that one trusts the signer. ``revoked``
    is what is known here, by now, of the signer's certificate. ``sealed_with`` names the program and the engine that
    made the signature, where it says so.
    """

    signer: str
    role: str
    signed_at: datetime | None
    time_source: str
    trusted: bool
    fingerprint: str
    covers_whole_file: bool
    service_trusted: bool = False
    root: Root | None = None
    revoked: Revocation | None = None
    sealed_with: str = ""

    @property
    def counts(self) -> bool:
        """Whether the certificate was still good when it signed."""
        return self.revoked is None or (self.signed_at is not None and self.signed_at < self.revoked.since)


@dataclass(frozen=True, slots=True)
class SealCheck:
    """What the signatures say of a file, and what is attached to it; ``why`` is a sentence for the reader.

    ``awaits`` names who has yet to sign, where all else is sound: such a file is not valid, but can be countersigned.
    """

    verdict: Verdict
    why: str
    signatures: tuple[SignatureSeen, ...] = ()
    signatures_expected: int | None = None
    attachments: dict[str, bytes] = field(default_factory=dict)
    awaits: str = ""
    cause: Cause = Cause.SOUND


@dataclass(frozen=True, slots=True)
class Relaying:
    """What came of laying a record's pages again; ``otherwise`` says which texts read otherwise, in sentences.

    ``pages`` are the numbers of those pages that are not the ones laid, of ``page_count``; empty where it was not
    asked, or where what differs is on no page.
    """

    relaid: Relaid
    otherwise: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    page_count: int = 0


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """All that is said of one file handed in.

    ``relaid`` is None where the pages were not laid again: no data, or figures that differ; ``pages`` are those that
    then differ, of ``page_count``. ``options`` counts the options whose figures were worked out again.
    """

    file: str
    verdict: Verdict
    why: str
    signatures: tuple[SignatureSeen, ...] = ()
    signatures_expected: int | None = None
    recomputed: Recomputed = Recomputed.NO_DATA
    differences: tuple[str, ...] = ()
    reference: str = ""
    title: str = ""
    relaid: Relaid | None = None
    cause: Cause = Cause.SOUND
    awaits: str = ""
    pages: tuple[int, ...] = ()
    page_count: int = 0
    options: int = 0

    @property
    def good(self) -> bool:
        """Whether the record can be relied on, trust in the signer aside."""
        sound = self.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED)
        return sound and self.recomputed is not Recomputed.DIFFERS and self.relaid is not Relaid.DIFFERS
