"""Keys that somebody else made, from PKCS#12 files of every kind."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from fairness_desktop.domain.errors import FairnessError, PassphraseError, RecordError
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.domain.sealing.verdict import SealCheck
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import FolderIdentities, PyHankoChecker
from fairness_desktop.record.subject import RecordSubject

from .authorities import SIGNS, Issued, issued, packed
from .conftest import NOW, PASSPHRASE, clock

NAME = "Imported Person"


@pytest.fixture
def identities(tmp_path: Path) -> FolderIdentities:
    return FolderIdentities(tmp_path / "identities", clock)


@pytest.fixture(scope="module")
def root() -> Issued:
    return issued("Some Authority Root", key=ec.generate_private_key(ec.SECP384R1()))


@pytest.fixture(scope="module")
def between(root: Issued) -> Issued:
    return issued("Some Authority 2", root)


@pytest.fixture(scope="module")
def person(between: Issued) -> Issued:
    return issued(NAME, between, uses=SIGNS)


def sealed_by(identities: FolderIdentities, taken: Identity, subject: RecordSubject, *trusted: Issued) -> SealCheck:
    """What is said of a record of the example that they signed."""
    pdf = PdfRecordMaker().make(replace(subject, signers=(taken,)))
    signed = identities.seal(pdf, taken.name, PASSPHRASE, "", NOW)
    return PyHankoChecker().check(signed, [one.der for one in trusted])


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 2048),
        rsa.generate_private_key(65537, 3072),
        ec.generate_private_key(ec.SECP384R1()),
    ],
    ids=["RSA-2048", "RSA-3072", "P-384"],
)
def test_that_a_key_of_every_good_kind_signs_a_record_that_is_valid(
    identities: FolderIdentities,
    tmp_path: Path,
    subject: RecordSubject,
    root: Issued,
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey,
) -> None:
    person = issued(NAME, root, key, uses=SIGNS)

    taken = identities.take_in(packed(tmp_path / "in.p12", person, [root]), PASSPHRASE)

    assert (taken.name, taken.issuer, taken.own, taken.chained) == (NAME, "Some Authority Root", False, True)
    assert sealed_by(identities, taken, subject, root).verdict == "valid"


def test_that_all_certificates_up_to_the_root_go_into_the_signature(
    identities: FolderIdentities, tmp_path: Path, subject: RecordSubject, root: Issued, between: Issued, person: Issued
) -> None:
    stranger = issued("Nothing To Do With It")
    taken = identities.take_in(packed(tmp_path / "in.p12", person, [stranger, root, between]), PASSPHRASE)

    check = sealed_by(identities, taken, subject, root)

    assert (check.verdict, check.signatures[0].trusted) == ("valid", True)


def test_that_a_file_without_its_chain_signs_for_those_who_know_the_issuer(
    identities: FolderIdentities, tmp_path: Path, subject: RecordSubject, root: Issued, between: Issued, person: Issued
) -> None:
    taken = identities.take_in(packed(tmp_path / "in.p12", person), PASSPHRASE)

    assert not taken.chained
    assert sealed_by(identities, taken, subject, between).verdict == "valid"
    assert sealed_by(identities, taken, subject, root).verdict == "valid_untrusted"


def test_that_a_chain_with_a_gap_is_left_out_for_nothing_vouches_for_its_end(
    identities: FolderIdentities, tmp_path: Path, subject: RecordSubject, between: Issued, person: Issued
) -> None:
    taken = identities.take_in(packed(tmp_path / "in.p12", person, [between]), PASSPHRASE)

    assert not taken.chained
    assert sealed_by(identities, taken, subject).verdict == "valid_untrusted"


def test_that_the_missing_certificates_can_be_given_beside_the_file(
    identities: FolderIdentities, tmp_path: Path, subject: RecordSubject, root: Issued, between: Issued, person: Issued
) -> None:
    (tmp_path / "between.cer").write_bytes(between.der)
    (tmp_path / "root.pem").write_bytes(root.certificate.public_bytes(Encoding.PEM))
    chain = [tmp_path / "between.cer", tmp_path / "root.pem"]

    taken = identities.take_in(packed(tmp_path / "in.p12", person), PASSPHRASE, chain)

    assert taken.chained
    assert sealed_by(identities, taken, subject, root).verdict == "valid"


def test_that_a_chain_that_is_none_is_said(identities: FolderIdentities, tmp_path: Path, person: Issued) -> None:
    (tmp_path / "letter.cer").write_text("Dear Ann,")

    with pytest.raises(FairnessError, match=r"“letter\.cer” holds no certificate"):
        identities.take_in(packed(tmp_path / "in.p12", person), PASSPHRASE, [tmp_path / "letter.cer"])
    assert identities.all() == []


def test_that_a_wrong_passphrase_takes_nothing_in(identities: FolderIdentities, tmp_path: Path, person: Issued) -> None:
    with pytest.raises(PassphraseError, match="does not open"):
        identities.take_in(packed(tmp_path / "in.p12", person), "wrong horse battery")
    assert identities.all() == []


def test_that_a_weak_passphrase_of_the_file_is_not_kept(
    identities: FolderIdentities, tmp_path: Path, person: Issued
) -> None:
    file = packed(tmp_path / "in.p12", person, (), "1234")

    with pytest.raises(PassphraseError, match="too short"):
        identities.take_in(file, "1234")
    taken = identities.take_in(file, "1234", keep_under=PASSPHRASE)

    identities.change_passphrase(taken.name, PASSPHRASE, "another passphrase")


def test_that_a_file_of_an_old_program_is_read(identities: FolderIdentities, tmp_path: Path, person: Issued) -> None:
    pem = person.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(pem + person.certificate.public_bytes(Encoding.PEM))
    old = ["-certpbe", "PBE-SHA1-3DES", "-keypbe", "PBE-SHA1-3DES", "-macalg", "SHA1"]
    out = ["-in", str(tmp_path / "key.pem"), "-out", str(tmp_path / "old.p12"), "-passout", f"pass:{PASSPHRASE}"]
    subprocess.run(["openssl", "pkcs12", "-export", *old, *out], check=True, capture_output=True)

    assert identities.take_in(tmp_path / "old.p12", PASSPHRASE).name == NAME


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (ed25519.Ed25519PrivateKey.generate(), "take P-256, P-384 or RSA"),
        (rsa.generate_private_key(65537, 1024), "at least 2048 bits"),  # noqa: S505 - too weak on purpose
        (ec.generate_private_key(ec.SECP256K1()), "take P-256, P-384 or RSA"),
    ],
    ids=["Ed25519", "RSA-1024", "secp256k1"],
)
def test_that_a_key_few_readers_know_is_refused_with_the_kinds_that_work(
    identities: FolderIdentities, tmp_path: Path, key: rsa.RSAPrivateKey, why: str
) -> None:
    with pytest.raises(RecordError, match=why):
        identities.take_in(packed(tmp_path / "in.p12", issued(NAME, key=key, uses=SIGNS)), PASSPHRASE)


@pytest.mark.parametrize("uses", [{}, {"digital_signature": True}, None], ids=["none", "to log in", "an authority's"])
def test_that_a_certificate_for_another_use_is_refused(
    identities: FolderIdentities, tmp_path: Path, uses: dict[str, bool] | None
) -> None:
    with pytest.raises(RecordError, match="not for signing documents"):
        identities.take_in(packed(tmp_path / "in.p12", issued(NAME, uses=uses)), PASSPHRASE)


def test_that_an_ended_certificate_is_refused(identities: FolderIdentities, tmp_path: Path) -> None:
    ended = issued(NAME, uses=SIGNS, until=NOW - timedelta(days=1))

    with pytest.raises(RecordError, match="ended on 2026-11-22"):
        identities.take_in(packed(tmp_path / "in.p12", ended), PASSPHRASE)


def test_that_a_file_with_no_key_is_refused(identities: FolderIdentities, tmp_path: Path, person: Issued) -> None:
    (tmp_path / "only.pem").write_bytes(person.certificate.public_bytes(Encoding.PEM))
    out = ["-in", str(tmp_path / "only.pem"), "-out", str(tmp_path / "only.p12"), "-passout", f"pass:{PASSPHRASE}"]
    subprocess.run(["openssl", "pkcs12", "-export", "-nokeys", *out], check=True, capture_output=True)

    with pytest.raises(RecordError, match="no key with its certificate"):
        identities.take_in(tmp_path / "only.p12", PASSPHRASE)


def test_that_a_file_that_is_none_is_said(identities: FolderIdentities, tmp_path: Path) -> None:
    (tmp_path / "x.p12").write_bytes(b"nothing")

    with pytest.raises(PassphraseError, match=r"x\.p12"):
        identities.take_in(tmp_path / "x.p12", PASSPHRASE)
    with pytest.raises(FairnessError, match="cannot be read"):
        identities.take_in(tmp_path / "nothing.p12", PASSPHRASE)
