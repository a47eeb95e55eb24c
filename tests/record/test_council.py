"""The council's root and its members: renewed, revoked, listed; passphrases changed, a root made anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from fairness_desktop.domain.errors import (
    FairnessError,
    NotFoundError,
    PassphraseError,
    RecordError,
    RootPassphraseError,
)
from fairness_desktop.domain.sealing.identity import CouncilRoot, Ground, Standing
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import FolderIdentities, PyHankoChecker, revocation
from fairness_desktop.record.subject import RecordSubject

from ..full_disk import almost_full
from .authorities import SIGNS, issued, packed
from .conftest import NOW, PASSPHRASE, clock

ANN, BEA, COUNCIL = "Ann", "Bea", "Example Parish Council"
ROOT_SECRET, OTHER = "the root's own passphrase", "another passphrase"
YEAR = timedelta(days=365)


class Hands:
    """A clock that is moved by hand."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def office(tmp_path: Path, hands: Hands) -> FolderIdentities:
    identities = FolderIdentities(tmp_path / "identities", hands)
    identities.new(ANN, "Clerk", COUNCIL, PASSPHRASE)
    return identities


def serial(identities: FolderIdentities, name: str = ANN) -> int:
    return x509.load_der_x509_certificate(identities.certificate(name)).serial_number


def listed(tmp_path: Path, identities: FolderIdentities) -> x509.CertificateRevocationList:
    identities.council.export_list(tmp_path / "out.crl")
    return x509.load_der_x509_crl((tmp_path / "out.crl").read_bytes())


def about(identities: FolderIdentities) -> CouncilRoot:
    told = identities.council.about()
    assert told is not None
    return told


def record_for(subject: RecordSubject, identities: FolderIdentities, *names: str) -> bytes:
    """The unsigned pages that those people are to sign."""
    signers = tuple(identities.require(name) for name in names)
    return PdfRecordMaker().make(replace(subject, signers=signers))


def verdict(pdf: bytes, identities: FolderIdentities) -> str:
    root = identities.council.certificate()
    assert root is not None
    return PyHankoChecker().check(pdf, (root,)).verdict


def test_that_a_root_brings_an_empty_list_that_is_its_own(office: FolderIdentities, tmp_path: Path) -> None:
    root = office.council.certificate()
    assert root is not None
    told = listed(tmp_path, office)

    assert len(told) == 0
    assert told.is_signature_valid(x509.load_der_x509_certificate(root).public_key())  # type: ignore[arg-type]
    assert about(office).listed_until == NOW + YEAR
    assert about(office).organisation == COUNCIL


def test_that_a_root_may_be_made_first_under_a_passphrase_of_its_own(tmp_path: Path) -> None:
    identities = FolderIdentities(tmp_path, clock)
    identities.council.make(COUNCIL, ROOT_SECRET)

    with pytest.raises(RootPassphraseError):
        identities.new(ANN, "", COUNCIL, PASSPHRASE)
    made = identities.new(ANN, "", COUNCIL, PASSPHRASE, ROOT_SECRET)

    assert made.own
    with pytest.raises(FairnessError, match="already"):
        identities.council.make(COUNCIL, ROOT_SECRET)


def test_that_a_renewed_identity_has_another_certificate_and_the_same_name(office: FolderIdentities) -> None:
    before = office.require(ANN)

    after = office.council.renew(ANN, OTHER, PASSPHRASE)

    assert office.all() == [after]
    assert (after.name, after.role, after.organisation) == (ANN, "Clerk", COUNCIL)
    assert after.fingerprint != before.fingerprint
    assert office.with_certificate(before.fingerprint) == before


def test_that_an_identity_is_renewed_after_it_ended_too(office: FolderIdentities, hands: Hands) -> None:
    hands.now = NOW + 4 * YEAR

    assert office.require(ANN).standing(hands.now) is Standing.ENDED
    assert office.council.renew(ANN, PASSPHRASE).standing(hands.now) is Standing.GOOD


def test_that_records_of_the_time_before_stay_valid_and_new_ones_are(
    office: FolderIdentities, subject: RecordSubject
) -> None:
    old = office.seal(record_for(subject, office, ANN), ANN, PASSPHRASE, "", NOW)
    office.council.renew(ANN, OTHER, PASSPHRASE)
    new = office.seal(record_for(subject, office, ANN), ANN, OTHER, "", NOW)

    assert [verdict(pdf, office) for pdf in (old, new)] == ["valid", "valid"]


def test_that_a_record_that_waits_for_the_certificate_before_is_still_signed_with_it(
    office: FolderIdentities, subject: RecordSubject
) -> None:
    waiting = record_for(subject, office, ANN)
    office.council.renew(ANN, OTHER, PASSPHRASE)

    with pytest.raises(PassphraseError):
        office.seal(waiting, ANN, OTHER, "", NOW)
    assert verdict(office.seal(waiting, ANN, PASSPHRASE, "", NOW), office) == "valid"


def test_that_what_others_vouch_for_is_not_renewed_here(office: FolderIdentities, tmp_path: Path) -> None:
    imported = office.take_in(packed(tmp_path / "in.p12", issued("Imported", uses=SIGNS)), PASSPHRASE)

    with pytest.raises(RecordError, match="Ask there for a new certificate"):
        office.council.renew(imported.name, PASSPHRASE)


def test_that_a_revoked_identity_signs_no_more_and_its_key_is_gone(
    office: FolderIdentities, subject: RecordSubject, tmp_path: Path
) -> None:
    pdf, number = record_for(subject, office, ANN), serial(office)

    office.council.revoke(ANN, Ground.LOST_KEY, PASSPHRASE)

    with pytest.raises(RecordError, match="was revoked on 2026-11-23"):
        office.seal(pdf, ANN, PASSPHRASE, "", NOW)
    assert office.require(ANN).standing(NOW) is Standing.REVOKED
    assert [path.name for path in (tmp_path / "identities").glob("*.p12")] == ["council-root.p12"]
    entry = listed(tmp_path, office).get_revoked_certificate_by_serial_number(number)
    assert entry is not None
    reason = entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    assert reason is x509.ReasonFlags.key_compromise


def test_that_whoever_lost_a_key_gets_another_under_the_same_name(
    office: FolderIdentities, subject: RecordSubject
) -> None:
    office.council.revoke(ANN, Ground.LOST_KEY, PASSPHRASE)
    office.council.renew(ANN, OTHER, PASSPHRASE)

    pdf = office.seal(record_for(subject, office, ANN), ANN, OTHER, "", NOW)

    assert verdict(pdf, office) == "valid"


def test_that_all_certificates_of_a_person_are_revoked_at_once(office: FolderIdentities, tmp_path: Path) -> None:
    first = serial(office)
    office.council.renew(ANN, PASSPHRASE)
    office.council.revoke(ANN, Ground.LEFT, PASSPHRASE)

    assert {entry.serial_number for entry in listed(tmp_path, office)} == {first, serial(office)}
    assert about(office).revoked == 2


def test_that_nothing_ever_leaves_the_list(office: FolderIdentities, hands: Hands, tmp_path: Path) -> None:
    number = serial(office)
    office.council.revoke(ANN, Ground.OTHER, PASSPHRASE)
    hands.now = NOW + YEAR

    office.new(BEA, "", COUNCIL, PASSPHRASE)

    told = listed(tmp_path, office)
    assert [entry.serial_number for entry in told] == [number]
    assert told.next_update_utc == NOW + 2 * YEAR
    assert told.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number == 3


def test_that_revoking_needs_the_root_and_changes_nothing_without(office: FolderIdentities) -> None:
    with pytest.raises(RootPassphraseError):
        office.council.revoke(ANN, Ground.LEFT, "wrong horse battery")

    assert office.require(ANN).standing(NOW) is Standing.GOOD
    assert about(office).revoked == 0


def test_that_it_is_revoked_once_and_not_as_of_a_time_to_come(office: FolderIdentities) -> None:
    with pytest.raises(FairnessError, match="not of one to come"):
        office.council.revoke(ANN, Ground.LEFT, PASSPHRASE, NOW + timedelta(days=1))
    office.council.revoke(ANN, Ground.LEFT, PASSPHRASE)
    with pytest.raises(RecordError, match="revoked already"):
        office.council.revoke(ANN, Ground.LEFT, PASSPHRASE)


def test_that_what_others_vouch_for_is_put_aside_here_without_the_root(
    office: FolderIdentities, tmp_path: Path
) -> None:
    imported = office.take_in(packed(tmp_path / "in.p12", issued("Imported", uses=SIGNS)), PASSPHRASE)

    office.council.revoke(imported.name, Ground.LEFT)

    assert office.require(imported.name).standing(NOW) is Standing.REVOKED
    assert about(office).revoked == 0


def test_that_a_list_that_was_tampered_with_is_not_carried_on(office: FolderIdentities, tmp_path: Path) -> None:
    stranger = FolderIdentities(tmp_path / "stranger", clock)
    stranger.council.make(COUNCIL, PASSPHRASE)
    stranger.council.export_list(tmp_path / "identities" / "council-root.crl")

    with pytest.raises(RecordError, match=r"council-root\.crl” is damaged"):
        office.council.revoke(ANN, Ground.LEFT, PASSPHRASE)


def test_that_a_root_that_is_lost_is_replaced_and_its_list_still_known(
    office: FolderIdentities, subject: RecordSubject, tmp_path: Path
) -> None:
    old_root, number = about(office), serial(office)
    pdf = office.seal(record_for(subject, office, ANN), ANN, PASSPHRASE, "", NOW)
    old = office.council.certificate()
    office.council.revoke(ANN, Ground.LEFT, PASSPHRASE)

    new_root = office.council.replace(COUNCIL, OTHER)
    office.new(BEA, "", COUNCIL, OTHER)

    assert old is not None
    assert new_root.fingerprint != old_root.fingerprint
    assert PyHankoChecker().check(pdf, (old,)).verdict == "valid"
    former = next((tmp_path / "identities").glob("former-root-*.crl")).read_bytes()
    assert [entry.serial_number for entry in x509.load_der_x509_crl(former)] == [number]
    assert revocation.found(office.certificate(ANN), [old], [former]) is not None
    assert about(office).revoked == 0


def test_that_a_passphrase_is_changed_for_the_keys_it_opens(office: FolderIdentities, subject: RecordSubject) -> None:
    waiting = record_for(subject, office, ANN)
    office.council.renew(ANN, PASSPHRASE)

    office.change_passphrase(ANN, PASSPHRASE, OTHER)

    for pdf in (waiting, record_for(subject, office, ANN)):
        with pytest.raises(PassphraseError):
            office.seal(pdf, ANN, PASSPHRASE, "", NOW)
        assert verdict(office.seal(pdf, ANN, OTHER, "", NOW), office) == "valid"


def test_that_a_passphrase_is_changed_only_by_who_knows_it_and_for_a_good_one(office: FolderIdentities) -> None:
    with pytest.raises(PassphraseError, match="does not open"):
        office.change_passphrase(ANN, "wrong horse battery", OTHER)
    with pytest.raises(PassphraseError, match="too short"):
        office.change_passphrase(ANN, PASSPHRASE, "short")
    with pytest.raises(NotFoundError):
        office.change_passphrase("Nobody", PASSPHRASE, OTHER)


def test_that_the_root_gets_a_passphrase_of_its_own(office: FolderIdentities) -> None:
    office.council.change_passphrase(PASSPHRASE, ROOT_SECRET)

    with pytest.raises(RootPassphraseError):
        office.new(BEA, "", COUNCIL, PASSPHRASE)
    assert office.new(BEA, "", COUNCIL, PASSPHRASE, ROOT_SECRET).own


def test_that_key_and_certificate_go_to_another_computer(
    office: FolderIdentities, subject: RecordSubject, tmp_path: Path
) -> None:
    there = FolderIdentities(tmp_path / "there", clock)
    with pytest.raises(PassphraseError):
        office.hand_over(ANN, "wrong horse battery", tmp_path / "ann.p12")
    office.hand_over(ANN, PASSPHRASE, tmp_path / "ann.p12")

    taken = there.take_in(tmp_path / "ann.p12", PASSPHRASE)

    assert (taken.fingerprint, taken.chained, taken.own) == (office.require(ANN).fingerprint, True, False)
    assert verdict(there.seal(record_for(subject, there, ANN), ANN, PASSPHRASE, "", NOW), office) == "valid"


def test_that_who_is_revoked_is_not_taken_for_a_second_signer(office: FolderIdentities, tmp_path: Path) -> None:
    (tmp_path / "ann.cer").write_bytes(office.certificate(ANN))
    office.council.revoke(ANN, Ground.LEFT, PASSPHRASE)

    with pytest.raises(RecordError, match="was revoked"):
        office.handed_over(tmp_path / "ann.cer").require_able(NOW)


def test_that_a_clock_set_back_is_said_with_both_times(office: FolderIdentities, subject: RecordSubject) -> None:
    with pytest.raises(RecordError, match="clock says 2026-11-22 15:05 UTC, but the certificate of Ann begins on"):
        office.seal(record_for(subject, office, ANN), ANN, PASSPHRASE, "", NOW - timedelta(days=1))


def test_that_a_full_disk_leaves_the_identities_as_they_were(office: FolderIdentities, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (tmp_path / "identities").iterdir()}

    with almost_full(300), pytest.raises(FairnessError, match="cannot be written"):
        office.council.renew(ANN, PASSPHRASE)

    assert {path.name: path.read_bytes() for path in (tmp_path / "identities").iterdir()} == before
