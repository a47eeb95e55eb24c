"""Keys on a card, which SoftHSM plays: found, proved, used, and everything that can be wrong with them said."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from fairness_desktop.domain.errors import FairnessError, PassphraseError, RecordError
from fairness_desktop.domain.sealing.identity import CardCertificate, Identity, KeyHome
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import FolderIdentities, PyHankoChecker
from fairness_desktop.record.seal.identities import tokens
from fairness_desktop.record.subject import RecordSubject

from .authorities import SIGNS, Issued, issued
from .conftest import NOW, clock
from .softcard import LABEL, PIN, SoftCard, soft_card

AT_HOME = "Card at home"
pytestmark = pytest.mark.card


@pytest.fixture(scope="module")
def root() -> Issued:
    return issued("Card Authority")


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory, root: Issued) -> SoftCard:
    card = soft_card(tmp_path_factory.mktemp("card"))
    card.hold(issued("Curve", root, uses=SIGNS), "01", (root,))
    card.hold(issued("Larger Curve", root, ec.generate_private_key(ec.SECP384R1()), SIGNS), "02")
    card.hold(issued("RSA", root, rsa.generate_private_key(65537, 2048), SIGNS), "03")
    card.hold(issued("To Log In", root, uses={"digital_signature": True}), "04")
    card.certify(issued("Another's Certificate", root, uses=SIGNS), b"\x01")
    return card


@pytest.fixture
def identities(tmp_path: Path) -> FolderIdentities:
    return FolderIdentities(tmp_path / "identities", clock)


def on(card: SoftCard, identities: FolderIdentities, name: str) -> CardCertificate:
    return next(found for found in identities.cards(card.module) if found.identity.name == name)


def taken(card: SoftCard, identities: FolderIdentities, name: str = "Curve") -> Identity:
    return identities.take_card(on(card, identities, name), card.module, PIN)


def test_that_what_could_sign_is_found_without_a_pin(card: SoftCard, identities: FolderIdentities) -> None:
    found = identities.cards(card.module)

    assert {one.identity.name for one in found} == {"Curve", "Larger Curve", "RSA", "Another's Certificate"}
    assert {(one.token, one.identity.home, one.identity.issuer) for one in found} == {
        (LABEL, KeyHome.CARD, "Card Authority")
    }


@pytest.mark.parametrize("name", ["Curve", "Larger Curve", "RSA"])
def test_that_a_card_signs_a_record_that_is_valid(
    card: SoftCard, identities: FolderIdentities, subject: RecordSubject, root: Issued, name: str
) -> None:
    signer = taken(card, identities, name)
    pdf = PdfRecordMaker().make(replace(subject, signers=(signer,)))

    sealed = identities.seal(pdf, name, PIN, "", NOW)

    check = PyHankoChecker().check(sealed, (root.der,))
    assert (check.verdict, check.signatures[0].signer) == ("valid", name)


def test_that_no_secret_of_a_card_lies_here(card: SoftCard, identities: FolderIdentities, tmp_path: Path) -> None:
    taken(card, identities)

    kept = sorted(path.suffixes[-1] for path in (tmp_path / "identities").iterdir())
    assert kept == [".cer", ".json", ".pem"]
    assert not any(PIN.encode() in path.read_bytes() for path in (tmp_path / "identities").iterdir())
    assert FolderIdentities(tmp_path / "identities", clock).require("Curve").home is KeyHome.CARD


def test_that_a_wrong_pin_is_said_with_what_it_costs(
    card: SoftCard, identities: FolderIdentities, subject: RecordSubject
) -> None:
    with pytest.raises(PassphraseError, match="does not take this PIN"):
        identities.take_card(on(card, identities, "Curve"), card.module, "999999")
    assert identities.all() == []
    signer = taken(card, identities)
    pdf = PdfRecordMaker().make(replace(subject, signers=(signer,)))

    with pytest.raises(PassphraseError, match="lock themselves after three"):
        identities.seal(pdf, "Curve", "999999", "", NOW)


@pytest.mark.parametrize("why", [pkcs11.PinLocked, pkcs11.PinExpired, pkcs11.UserPinNotInitialized])
def test_that_a_locked_card_is_said_with_what_unlocks_it(why: type[Exception]) -> None:
    """The card that is played here never locks: these are what a real one answers."""
    with pytest.raises(RecordError, match="“Ann's card” is locked"), tokens.complaints("Ann's card"):
        raise why


def test_that_a_certificate_whose_key_is_another_is_refused(card: SoftCard, identities: FolderIdentities) -> None:
    with pytest.raises(RecordError, match="is not that of its certificate"):
        taken(card, identities, "Another's Certificate")


def test_that_a_card_that_is_not_in_is_asked_for(
    card: SoftCard, identities: FolderIdentities, subject: RecordSubject
) -> None:
    found = replace(on(card, identities, "Curve"), token=AT_HOME, serial="0000")

    with pytest.raises(RecordError, match=f"“{AT_HOME}” is not in"):
        identities.take_card(found, card.module, PIN)


def test_that_a_key_that_was_taken_off_the_card_is_said(card: SoftCard, identities: FolderIdentities) -> None:
    found = replace(on(card, identities, "Curve"), key_id=b"\x09")

    with pytest.raises(RecordError, match="could not do it"):
        identities.take_card(found, card.module, PIN)


def test_that_a_library_that_reads_no_cards_is_said(identities: FolderIdentities, tmp_path: Path) -> None:
    (tmp_path / "letter.so").write_text("Dear Ann,")

    for file in (tmp_path / "letter.so", tmp_path / "nothing.so"):
        with pytest.raises(FairnessError, match="is no library that reads cards"):
            identities.cards(file)


def test_that_the_program_does_without_the_library_for_cards(
    identities: FolderIdentities, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)

    with pytest.raises(FairnessError, match="Cards cannot be used here"):
        identities.cards(tmp_path / "any.so")


def test_that_a_card_s_pin_is_not_changed_here(card: SoftCard, identities: FolderIdentities) -> None:
    taken(card, identities)

    with pytest.raises(RecordError, match="with the card's own program"):
        identities.change_passphrase("Curve", PIN, "another passphrase")
    with pytest.raises(RecordError, match="is not in a file here"):
        identities.hand_over("Curve", PIN, Path("nowhere"))
