"""The trust list: a folder of councils' certificates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fairness_desktop.domain.errors import FairnessError, NotFoundError
from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.record.seal.trust import FolderTrust

from .conftest import Council


@pytest.fixture
def trust(tmp_path: Path) -> FolderTrust:
    return FolderTrust(tmp_path / "not there yet" / "trusted")


@pytest.fixture
def root_file(ours: Council, tmp_path: Path) -> Path:
    path = tmp_path / "council.cer"
    path.write_bytes(ours.root)
    return path


def test_that_nobody_is_trusted_at_first(trust: FolderTrust) -> None:
    assert (trust.all(), trust.certificates()) == ([], ())


def test_that_looking_at_a_certificate_does_not_trust_it(trust: FolderTrust, root_file: Path, ours: Council) -> None:
    root = trust.examine(root_file)

    assert (root.called, root.der) == ("Example Parish Council", ours.root)
    assert trust.all() == []


def test_that_what_was_added_is_trusted_by_whoever_looks_next(
    trust: FolderTrust, root_file: Path, sealed: bytes, tmp_path: Path
) -> None:
    trust.add(trust.examine(root_file))

    again = FolderTrust(tmp_path / "not there yet" / "trusted")

    assert [root.called for root in again.all()] == ["Example Parish Council"]
    assert PyHankoChecker().check(sealed, again.certificates()).verdict is Verdict.VALID


def test_that_what_was_removed_is_trusted_no_more(trust: FolderTrust, root_file: Path) -> None:
    root = trust.examine(root_file)
    trust.add(root)

    trust.remove(root.fingerprint)

    assert trust.all() == []
    with pytest.raises(NotFoundError, match="No council"):
        trust.remove(root.fingerprint)


def test_that_the_same_certificate_twice_is_one(trust: FolderTrust, root_file: Path) -> None:
    for _time in range(2):
        trust.add(trust.examine(root_file))

    assert len(trust.all()) == 1


def test_that_a_certificate_put_there_by_other_means_counts_whatever_its_name(
    trust: FolderTrust, ours: Council, tmp_path: Path
) -> None:
    folder = tmp_path / "not there yet" / "trusted"
    folder.mkdir(parents=True)
    pem = x509.load_der_x509_certificate(ours.root).public_bytes(Encoding.PEM)
    (folder / "ours.pem").write_bytes(pem)
    (folder / "notes.txt").write_bytes(ours.root)

    assert trust.certificates() == (ours.root,)


def test_that_what_is_damaged_is_trusted_by_nobody_and_hinders_nothing(
    trust: FolderTrust, root_file: Path, ours: Council, tmp_path: Path
) -> None:
    trust.add(trust.examine(root_file))
    (tmp_path / "not there yet" / "trusted" / "torn.cer").write_bytes(ours.root[:300])

    assert trust.certificates() == (ours.root,)


def test_that_a_person_s_certificate_is_refused(trust: FolderTrust, ours: Council, tmp_path: Path) -> None:
    path = tmp_path / "person.cer"
    path.write_bytes(ours.identities.certificate(ours.signer.name))

    with pytest.raises(FairnessError, match="is the certificate of a person, Amenities Committee"):
        trust.examine(path)


@pytest.mark.parametrize("raw", [b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nnothing\n"])
def test_that_a_file_that_is_no_certificate_is_refused(trust: FolderTrust, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "other.cer"
    path.write_bytes(raw)

    with pytest.raises(FairnessError, match="is no certificate"):
        trust.examine(path)


def test_that_two_certificates_in_one_file_are_refused(
    trust: FolderTrust, ours: Council, stranger: Council, tmp_path: Path
) -> None:
    path = tmp_path / "two.pem"
    both = (x509.load_der_x509_certificate(c.root).public_bytes(Encoding.PEM) for c in (ours, stranger))
    path.write_bytes(b"".join(both))

    with pytest.raises(FairnessError, match="holds 2 certificates"):
        trust.examine(path)


def test_that_a_folder_that_cannot_be_written_is_said(trust: FolderTrust, root_file: Path, tmp_path: Path) -> None:
    (tmp_path / "not there yet").write_bytes(b"a file stands in the way")

    with pytest.raises(FairnessError, match="cannot be written"):
        trust.add(trust.examine(root_file))


def test_that_a_signature_brings_along_the_root_that_can_be_trusted(sealed: bytes, ours: Council) -> None:
    (seen,) = PyHankoChecker().check(sealed, ()).signatures

    assert seen.root is not None
    assert (seen.root.der, seen.root.called) == (ours.root, "Example Parish Council")


def test_that_names_are_the_same_whatever_the_key_and_the_size_of_letters(trust: FolderTrust, root_file: Path) -> None:
    root = trust.examine(root_file)

    assert root.same_name(replace(root, fingerprint="other", name=root.name.upper()))
    assert not root.same_name(replace(root, organisation="Another Council"))
