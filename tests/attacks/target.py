"""What is attacked: a record of a council that is trusted, signed by one or by two."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop import app, shipped
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange.files import read
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import FolderIdentities, keys, signing
from fairness_desktop.record.seal.sealing.places import Place
from fairness_desktop.record.subject import RecordSubject

NOW = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
PASSPHRASE = "an attacker does not know"  # noqa: S105 - made up for the tests
NAMES = ("Example Committee (example)", "Example Clerk (example)")


@dataclass(frozen=True)
class Council:
    """Two who sign under one root (DER); their keys are at hand, as they are for whoever steals them."""

    identities: FolderIdentities
    folder: Path
    root: bytes

    def signer(self, name: str) -> Any:  # noqa: ANN401 - the library is untyped
        """The library's signer, for files that our own signing would refuse."""
        cards = self.folder.glob("signer-*.json")
        slot = next(card for card in cards if json.loads(card.read_bytes())["name"] == name).with_suffix(".p12")
        key, certificate, others = keys.opened(slot.read_bytes(), PASSPHRASE, name)
        assert certificate is not None
        return signing.signer_of(key, certificate, others)


_kept: list[TemporaryDirectory[str]] = []
"""Folders of keys, taken away when the process ends."""


def council() -> Council:
    """A root and two members, made anew; every council calls itself the same."""
    _kept.append(TemporaryDirectory())
    folder = Path(_kept[-1].name)
    identities = FolderIdentities(folder, lambda: NOW)
    for name in NAMES:
        identities.new(name, "Example", "Example Parish Council", PASSPHRASE)
    identities.export_root(folder / "root.cer")
    return Council(identities, folder, (folder / "root.cer").read_bytes())


@cache
def ours() -> Council:
    """The council that is trusted in every check."""
    return council()


@cache
def stranger() -> Council:
    """Another that bears the same names."""
    return council()


@cache
def _assessment() -> Assessment:
    return read(shipped.folder() / "examples" / "play-area.fairness.json", app.known_frameworks())


def subject(of: Council, signers: int) -> RecordSubject:
    """A record without a result: as few pages as there can be."""
    now = _assessment()
    framework = app.known_frameworks()[now.framework.id, now.framework.version]
    found = tuple(identity for name in NAMES[:signers] if (identity := of.identities.named(name)) is not None)
    return RecordSubject(now, framework, None, (), found, NOW)


@dataclass(frozen=True)
class Target:
    """A record of ours and what an attacker has of it."""

    signers: int

    @cached_property
    def unsigned(self) -> bytes:
        """Before any signature."""
        return PdfRecordMaker().make(subject(ours(), self.signers))

    @cached_property
    def first(self) -> bytes:
        """With the first signature."""
        return self.signed(self.unsigned, ours(), 1)

    @cached_property
    def pdf(self) -> bytes:
        """With all of its signatures."""
        return self.signed(self.unsigned, ours())

    def signed(self, pdf: bytes, by: Council, count: int | None = None) -> bytes:
        """The file signed in its fields, whatever is in it."""
        for number in range(1, (count or self.signers) + 1):
            place = Place(f"Signature{number}", number, self.signers, NAMES[number - 1], "")
            pdf = signing.seal_field(pdf, place, by.signer(NAMES[number - 1]), "I took this decision", NOW)
        return pdf

    def with_other_data(self, change: Callable[[RecordSubject], RecordSubject]) -> RecordSubject:
        """The subject, otherwise."""
        return change(replace(subject(ours(), self.signers)))


@cache
def target(signers: int) -> Target:
    """A record, made once."""
    return Target(signers)


def updated(pdf: bytes, change: Callable[[Any], None]) -> bytes:
    """The file with an incremental update, as an editor would append it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def reader(pdf: bytes) -> Any:  # noqa: ANN401
    """The file as the library reads it."""
    return PdfFileReader(io.BytesIO(pdf))


def place_of(pdf: bytes, reference: Any) -> int:  # noqa: ANN401
    """Where an object of the first revision lies in the file."""
    return pdf.index(b"\n%d 0 obj" % reference.idnum) + 1


def flipped(pdf: bytes, place: int) -> bytes:
    """The file with one bit otherwise."""
    changed = bytearray(pdf)
    changed[place] ^= 1
    return bytes(changed)
