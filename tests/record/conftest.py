"""One council, one signer, one sealed record of the example; made once, for keys take their time."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairness_desktop import shipped
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.law.choosing import pack_for
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import FolderIdentities
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.scoring.score import in_full
from fairness_desktop.services.walk import history_of, scored

NOW = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests
SIGNER = "Amenities Committee (example)"
CLERK = "Ann Clerk"


def clock() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def example(known: Frameworks) -> Assessment:
    return read(Path(__file__).parent / "play-area.fairness.json", known)


def subject_of(assessment: Assessment, framework: Framework, *signers: Identity) -> RecordSubject:
    """A record's subject, its history being that it was taken in."""
    history = history_of(None, assessment, NOW, "Ann")
    result = scored(assessment, framework)
    full = None if result is None else in_full(assessment, framework, result)
    law = pack_for(assessment, packs(shipped.folder() / "packs"))
    head = "0123abcd" * 8
    return RecordSubject(assessment, framework, full, history, signers, NOW, history_head=head, pack=law)


@dataclass(frozen=True)
class Council:
    """A folder of identities with one signer in it, and the root certificate (DER)."""

    folder: Path
    identities: FolderIdentities
    signer: Identity
    root: bytes


def council(folder: Path) -> Council:
    """A council's root and one signer under it."""
    identities = FolderIdentities(folder, clock)
    signer = identities.new(SIGNER, "Amenities Committee", "Example Parish Council", PASSPHRASE)
    identities.export_root(folder / "out.cer")
    return Council(folder, identities, signer, (folder / "out.cer").read_bytes())


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Council:
    return council(tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Council:
    """Another council that gives itself the same names."""
    return council(tmp_path_factory.mktemp("stranger"))


def forged(pdf: bytes, council: Council) -> bytes:
    """Signed in the next field by the council's signer, whoever the record names there: as a forger would."""
    from fairness_desktop.record.seal import keys, signing
    from fairness_desktop.record.seal.sealing.places import Place

    cards = council.folder.glob("signer-*.json")
    slot = next(card for card in cards if json.loads(card.read_bytes())["name"] == SIGNER).with_suffix(".p12")
    key, certificate, others = keys.opened(slot.read_bytes(), PASSPHRASE, SIGNER)
    assert certificate is not None
    place = Place("Signature1", 1, 1, SIGNER, "")
    return signing.seal_field(pdf, place, signing.signer_of(key, certificate, others), "", NOW)


@pytest.fixture(scope="session")
def clerk(ours: Council) -> Identity:
    """A second signer of the same council."""
    return ours.identities.new(CLERK, "Clerk", "Example Parish Council", PASSPHRASE)


@pytest.fixture(scope="session")
def for_two(subject: RecordSubject, clerk: Identity) -> bytes:
    """The unsigned record of a decision that two sign."""
    return PdfRecordMaker().make(replace(subject, signers=(*subject.signers, clerk)))


@pytest.fixture(scope="session")
def half_signed(for_two: bytes, ours: Council) -> bytes:
    return ours.identities.seal(for_two, SIGNER, PASSPHRASE, "I took this decision", NOW)


@pytest.fixture(scope="session")
def countersigned(half_signed: bytes, ours: Council) -> bytes:
    return ours.identities.seal(half_signed, CLERK, PASSPHRASE, "I countersign this decision", NOW)


@pytest.fixture(scope="session")
def subject(example: Assessment, framework: Framework, ours: Council) -> RecordSubject:
    return subject_of(example, framework, ours.signer)


@pytest.fixture(scope="session")
def unsigned(subject: RecordSubject) -> bytes:
    return PdfRecordMaker().make(subject)


@pytest.fixture(scope="session")
def sealed(unsigned: bytes, ours: Council) -> bytes:
    return ours.identities.seal(unsigned, SIGNER, PASSPHRASE, "I took this decision", NOW)
