"""What can be said of a record that somebody hands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ...i18n import N_, _


class Verdict(StrEnum):
    """One plain verdict a file."""

    VALID = "valid"
    VALID_UNTRUSTED = "valid_untrusted"
    CHANGED = "changed"
    INVALID = "invalid"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"


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

    ``service_trusted`` says whether the root above the time-stamp service is among those trusted here.
    """

    signer: str
    role: str
    signed_at: datetime | None
    time_source: str
    trusted: bool
    fingerprint: str
    covers_whole_file: bool
    service_trusted: bool = False


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


@dataclass(frozen=True, slots=True)
class Relaying:
    """What came of laying a record's pages again; ``otherwise`` says which texts read otherwise, in sentences."""

    relaid: Relaid
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """All that is said of one file handed in.

    ``relaid`` is None where the pages were not laid again: no seal to rely on, no data, or figures that differ.
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

    @property
    def good(self) -> bool:
        """Whether the record can be relied on, trust in the signer aside."""
        sound = self.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED)
        return sound and self.recomputed is not Recomputed.DIFFERS and self.relaid is not Relaid.DIFFERS
