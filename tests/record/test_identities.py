"""Keys: encrypted at rest, opened by their passphrase alone, listed without it."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12

from fairness_desktop.domain.errors import FairnessError, NotFoundError, PassphraseError, RecordError
from fairness_desktop.record.seal import FolderIdentities, keys
from fairness_desktop.record.seal.certificates import new_member

from .conftest import NOW, PASSPHRASE, SIGNER, Council, clock, council


def test_that_who_can_sign_is_listed_without_a_passphrase(ours: Council) -> None:
    (listed,) = (i for i in FolderIdentities(ours.folder, clock).all() if i.name == SIGNER)

    assert listed == ours.signer
    assert (listed.name, listed.organisation) == (SIGNER, "Example Parish Council")
    assert listed.valid_until - NOW < timedelta(days=3 * 365)


def test_that_nothing_of_a_key_lies_there_in_clear(ours: Council) -> None:
    raw = (ours.folder / f"signer-{hashlib.sha256(SIGNER.encode()).hexdigest()[:24]}.p12").read_bytes()
    key, _certificate, _others = pkcs12.load_key_and_certificates(raw, PASSPHRASE.encode())
    secret = key.private_numbers().private_value.to_bytes(32, "big")  # type: ignore[union-attr]

    everything = b"".join(path.read_bytes() for path in ours.folder.iterdir())

    assert secret not in everything
    assert b"PRIVATE KEY" not in everything


def test_that_a_passphrase_is_stretched_before_it_opens_a_key(
    tmp_path: Path, rounds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "KDF_ROUNDS", rounds)
    made = list(council(tmp_path).folder.glob("*.p12"))

    assert len(made) == 2
    for path in made:
        safe = asn1_pkcs12.Pfx.load(path.read_bytes())
        contents = asn1_pkcs12.AuthenticatedSafe.load(safe["auth_safe"]["content"].native)
        info = contents[0]["content"]["encrypted_content_info"]["content_encryption_algorithm"]

        assert info["parameters"]["key_derivation_func"]["parameters"]["iteration_count"].native >= 600_000
        assert info["parameters"]["encryption_scheme"]["algorithm"].native == "aes256_cbc"


def test_that_nobody_else_on_the_machine_can_read_a_key(ours: Council) -> None:
    assert {path.stat().st_mode & 0o777 for path in ours.folder.glob("*.p12")} == {0o600}


def test_that_a_wrong_passphrase_signs_nothing(ours: Council, unsigned: bytes) -> None:
    with pytest.raises(PassphraseError, match="does not open"):
        ours.identities.seal(unsigned, SIGNER, "wrong horse battery", "", NOW)


def test_that_a_short_passphrase_is_refused(ours: Council) -> None:
    with pytest.raises(PassphraseError, match="at least 8 characters"):
        ours.identities.new("Bea", "", "", "short")


def test_that_a_name_is_taken_once_and_must_be_one(ours: Council) -> None:
    with pytest.raises(FairnessError, match="can sign here already"):
        ours.identities.new(SIGNER, "", "", PASSPHRASE)
    with pytest.raises(FairnessError, match="needs a name"):
        ours.identities.new("  ", "", "", PASSPHRASE)


def test_that_the_council_s_root_needs_its_own_passphrase(ours: Council) -> None:
    with pytest.raises(PassphraseError, match="council's root"):
        ours.identities.new("Bea", "", "", "another passphrase")

    assert ours.identities.named("Bea") is None


def test_that_odd_names_stay_apart_and_inside_the_folder(tmp_path: Path) -> None:
    identities = FolderIdentities(tmp_path / "identities", clock)

    for name in ("../../x", "Ann", "ann", "Ŵyn"):
        identities.new(name, "", "Council", PASSPHRASE)

    assert [i.name for i in identities.all()] == ["../../x", "Ann", "ann", "Ŵyn"]
    assert [path.name for path in tmp_path.iterdir()] == ["identities"]


def test_that_the_root_is_handed_out_with_its_fingerprint(ours: Council, tmp_path: Path) -> None:
    fingerprint = ours.identities.export_root(tmp_path / "root.cer")

    root = x509.load_der_x509_certificate((tmp_path / "root.cer").read_bytes())
    assert fingerprint == hashlib.sha256((tmp_path / "root.cer").read_bytes()).hexdigest()
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.path_length == 0


def test_that_there_is_no_root_before_the_first_identity(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no council root"):
        FolderIdentities(tmp_path, clock).export_root(tmp_path / "root.cer")


def test_that_an_ended_certificate_signs_no_more(ours: Council, unsigned: bytes) -> None:
    with pytest.raises(RecordError, match="ended on"):
        ours.identities.seal(unsigned, SIGNER, PASSPHRASE, "", NOW + timedelta(days=4 * 365))


def test_that_a_stranger_to_the_folder_cannot_sign(ours: Council, unsigned: bytes) -> None:
    with pytest.raises(NotFoundError, match="no signing identity"):
        ours.identities.seal(unsigned, "Nobody", PASSPHRASE, "", NOW)


def test_that_a_damaged_card_is_said(tmp_path: Path) -> None:
    (tmp_path / "signer-1.json").write_text("{")

    with pytest.raises(RecordError, match="is damaged"):
        FolderIdentities(tmp_path, clock).all()


def test_that_a_member_is_for_signing_documents_and_nothing_else(ours: Council) -> None:
    raw = (ours.folder / "council-root.p12").read_bytes()
    key, root, _others = pkcs12.load_key_and_certificates(raw, PASSPHRASE.encode())
    _key, member = new_member("A", "B", "C", (key, root), NOW)  # type: ignore[arg-type]

    usage = member.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.content_commitment, usage.key_cert_sign) == (True, True, False)
    assert not member.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
