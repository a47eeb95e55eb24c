"""What every copy says of itself, and of the signed record it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ...domain.sealing.fingerprints import grouped
from ...domain.sealing.identity import Identity
from ...i18n import _
from ...telling.figures import day
from ..subject import RecordSubject


@dataclass(frozen=True, slots=True)
class PublicPdf:
    """The sealed public copy that lies beside a page: its file's name, how many bytes, and their SHA-256."""

    file: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SignedAs:
    """The sealed record a copy was made from: the SHA-256 of its bytes, when it was signed, by whom."""

    sha256: str
    signed_at: datetime
    signers: tuple[Identity, ...]


def mark(subject: RecordSubject, signed: SignedAs | None) -> str:
    """The sentence at the head of every copy."""
    if signed is None:
        return _("Copy of a draft: nothing is signed yet, and nothing in it may be relied on as a decision.")
    said = _("Copy, not the signed record. The decision as it counts is in the record signed on {day}.")
    if subject.public is None:
        said += " " + _("This copy may hold exempt matter: do not publish it.")
    return said.format(day=day(signed.signed_at))


def short_mark() -> str:
    """What stands at the head of every page of a copy on paper."""
    return _("Copy, not the signed record")


def origin(signed: SignedAs) -> Iterator[tuple[str, str]]:
    """What there is to know of the signed record: pairs of what, and which."""
    yield _("Signed on"), day(signed.signed_at)
    for signer in signed.signers:
        yield _("Signed by"), ", ".join(part for part in (signer.name, signer.role) if part)
        yield _("Their certificate (SHA-256)"), grouped(signer.fingerprint)
    yield _("The signed record (SHA-256)"), in_eights(signed.sha256)


def in_eights(sha256: str) -> str:
    """A hash in groups of eight, as it is compared by eye."""
    return " ".join(sha256[i : i + 8] for i in range(0, len(sha256), 8))
