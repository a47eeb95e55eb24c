"""What becomes of a record when its signer's certificate is revoked: before it signed, or after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.sealing.identity import Ground, Revocation
from fairness_desktop.domain.sealing.levels import Level, TimeService
from fairness_desktop.domain.sealing.trust import ListKept
from fairness_desktop.domain.sealing.verdict import SealCheck
from fairness_desktop.record.seal import PyHankoChecker, keys, revocation
from fairness_desktop.record.seal.inside import lists_in
from fairness_desktop.record.seal.limits import patient_reader
from fairness_desktop.record.seal.trust import FolderLists, FolderTrust
from fairness_desktop.record.seal.trust.roots import root_in

from .conftest import NOW, PASSPHRASE, SIGNER, Council
from .stamping import authority, served

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Lists:
    """Makes lists under a council's root without keeping them, so that the council stays as it is for other tests."""

    council: Council

    def naming(self, *, since: int, ground: Ground = Ground.LOST_KEY, whose: Council | None = None) -> bytes:
        """A list that revokes the signer, as of so many days after the record was signed."""
        raw = (self.council.folder / "council-root.p12").read_bytes()
        key, root, _others = keys.opened(raw, PASSPHRASE, "")
        assert isinstance(key, keys.Key)
        assert root is not None
        signer = x509.load_der_x509_certificate((whose or self.council).identities.certificate(SIGNER))
        told = Revocation(NOW + 30 * DAY, ground, NOW + since * DAY)
        return revocation.made((key, root), None, {signer.serial_number: told}, NOW + (30 + since) * DAY)


@pytest.fixture(scope="module")
def lists(ours: Council) -> Lists:
    return Lists(ours)


def check(pdf: bytes, ours: Council, *known: bytes) -> SealCheck:
    def brought() -> tuple[bytes, ...]:
        return known

    return PyHankoChecker(brought).check(pdf, (ours.root,))


def test_that_a_certificate_revoked_before_it_signed_makes_the_record_not_valid(
    sealed: bytes, ours: Council, lists: Lists
) -> None:
    told = check(sealed, ours, lists.naming(since=-1))

    assert (told.verdict, told.cause) == ("invalid", "revoked")
    assert f"{SIGNER}, as of 2026-11-22 (key lost" in told.why


def test_that_one_revoked_later_leaves_it_valid_and_is_told(sealed: bytes, ours: Council, lists: Lists) -> None:
    told = check(sealed, ours, lists.naming(since=1, ground=Ground.LEFT))

    assert told.verdict == "valid"
    assert "revoked after it had signed, and the signature stands" in told.why
    assert "left the council" in told.why
    assert told.signatures[0].revoked == Revocation(NOW + 30 * DAY, Ground.LEFT, NOW + DAY)


def test_that_a_lost_key_might_have_set_its_clock_back_and_that_is_said(
    sealed: bytes, ours: Council, lists: Lists
) -> None:
    told = check(sealed, ours, lists.naming(since=1))

    assert (told.verdict, "the signer's own word" in told.why) == ("valid", True)


def test_that_of_two_lists_the_earlier_date_counts(sealed: bytes, ours: Council, lists: Lists) -> None:
    assert check(sealed, ours, lists.naming(since=2), lists.naming(since=-2)).verdict == "invalid"


def test_that_a_list_of_somebody_else_says_nothing(sealed: bytes, ours: Council, stranger: Council) -> None:
    foreign = Lists(stranger).naming(since=-1, whose=ours)

    assert check(sealed, ours, foreign, b"no list").verdict == "valid"


def test_that_a_list_of_others_alone_says_nothing(sealed: bytes, ours: Council) -> None:
    assert "revoked" not in check(sealed, ours, (ours.folder / "council-root.crl").read_bytes()).why


def test_that_the_first_of_two_signers_counts_too(countersigned: bytes, ours: Council, lists: Lists) -> None:
    assert check(countersigned, ours, lists.naming(since=-1)).cause == "revoked"


def test_that_the_list_goes_into_a_file_that_is_to_last(unsigned: bytes, ours: Council, tmp_path: Path) -> None:
    stamps = authority(tmp_path)
    with served(stamps.answer) as url:
        service = TimeService(url, Level.LONG_TERM, (stamps.root,))
        pdf = ours.identities.seal(unsigned, SIGNER, PASSPHRASE, "", NOW, service)

    assert lists_in(patient_reader(pdf)) == [(ours.folder / "council-root.crl").read_bytes()]
    assert check(pdf, ours).verdict == "valid"


@pytest.fixture
def trust(tmp_path: Path, ours: Council) -> FolderTrust:
    trust = FolderTrust(tmp_path / "trusted")
    trust.add(root_in(ours.root, ""))
    return trust


def test_that_a_trusted_council_s_list_is_kept_and_looked_at(
    trust: FolderTrust, sealed: bytes, ours: Council, lists: Lists, tmp_path: Path
) -> None:
    listed = x509.load_der_x509_crl(lists.naming(since=-1))
    (tmp_path / "theirs.crl").write_bytes(listed.public_bytes(Encoding.PEM))

    whose = trust.add_list(tmp_path / "theirs.crl")

    checker = PyHankoChecker(FolderLists(tmp_path / "trusted", tmp_path / "not there"))
    assert whose.organisation == "Example Parish Council"
    assert checker.check(sealed, trust.certificates()).cause == "revoked"


def test_that_a_list_that_is_kept_is_told_of(trust: FolderTrust, lists: Lists, tmp_path: Path) -> None:
    (root,) = trust.all()
    assert trust.list_kept(root) is None
    (tmp_path / "theirs.crl").write_bytes(lists.naming(since=2))

    trust.add_list(tmp_path / "theirs.crl")

    assert trust.list_kept(root) == ListKept(revoked=1, until=NOW.replace(microsecond=0) + 32 * DAY + 365 * DAY)


def test_that_an_older_list_does_not_take_its_place(trust: FolderTrust, lists: Lists, tmp_path: Path) -> None:
    for name, since in (("new.crl", 2), ("old.crl", 1)):
        (tmp_path / name).write_bytes(lists.naming(since=since))
    trust.add_list(tmp_path / "new.crl")

    with pytest.raises(FairnessError, match="as new as that, or newer"):
        trust.add_list(tmp_path / "old.crl")


def test_that_a_stranger_s_list_and_what_is_none_are_refused(
    trust: FolderTrust, stranger: Council, tmp_path: Path
) -> None:
    (tmp_path / "letter.crl").write_text("Dear Ann,")
    (tmp_path / "theirs.crl").write_bytes(Lists(stranger).naming(since=1))

    with pytest.raises(FairnessError, match="is no revocation list"):
        trust.add_list(tmp_path / "letter.crl")
    with pytest.raises(FairnessError, match="of no council that is trusted here"):
        trust.add_list(tmp_path / "theirs.crl")
