"""Keys on cards and other tokens (PKCS#11): found, proved to be there, and used where they are; they never leave.

The library that reads a card is the card maker's own. It is run inside this program: only a trusted one may be named.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import Encoding

from ....domain.errors import FairnessError, PassphraseError, RecordError
from ....domain.sealing.identity import CardCertificate, Identity, KeyHome
from ....i18n import _
from .. import keys
from .chains import issuer_of, require_fit
from .shelf import OnCard

USUAL = {
    "linux": ("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so", "/usr/lib/opensc-pkcs11.so", "/usr/lib64/opensc-pkcs11.so"),
    "darwin": ("/Library/OpenSC/lib/opensc-pkcs11.so",),
    "win32": (r"C:\Program Files\OpenSC Project\OpenSC\pkcs11\opensc-pkcs11.dll",),
}
"""Where OpenSC, the library that reads most cards, lies."""


def usual_module() -> Path | None:
    """The library that reads most cards, if it is installed here."""
    return next((Path(p) for p in USUAL.get(sys.platform, ()) if Path(p).is_file()), None)


def certificates_on(module: Path) -> list[CardCertificate]:
    """Everything that could sign a record, on all cards that are in; no PIN is needed to look."""
    with complaints(module.name):
        tokens = list(_library(module).get_tokens(token_flags=_pkcs11().TokenFlag.TOKEN_INITIALIZED))
        return [found for token in tokens for found in _fit_on(token)]


def prove(place: OnCard, certificate: bytes, pin: str) -> None:
    """Sign something at random, and see that the certificate vouches for it: the key is there, and the PIN is right."""
    question = secrets.token_bytes(32)
    with signer_on(place, certificate, (), pin) as signer:
        import asyncio

        with complaints(place.token):
            answer = asyncio.run(signer.async_sign_raw(question, "sha256"))
    public = x509.load_der_x509_certificate(certificate).public_key()
    try:
        if isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(answer, question, ec.ECDSA(hashes.SHA256()))
        else:
            public.verify(answer, question, padding.PKCS1v15(), hashes.SHA256())  # type: ignore[union-attr, call-arg, arg-type]
    except InvalidSignature as error:
        raise RecordError(
            _("The key on the card “{card}” is not that of its certificate; ask whoever issued the card.").format(
                card=place.token
            )
        ) from error


@contextmanager
def signer_on(place: OnCard, certificate: bytes, above: Sequence[bytes], pin: str) -> Iterator[Any]:
    """The signing library's signer over a key on a card; the card is let go at the end."""
    pkcs11 = _pkcs11()
    with complaints(place.token):
        token = _library(Path(place.module)).get_token(token_label=place.token, token_serial=place.serial.encode())
        session = token.open(user_pin=pin or pkcs11.PROTECTED_AUTH)
    try:
        with complaints(place.token):
            yield _signer(session, bytes.fromhex(place.key_id), certificate, above)
    finally:
        session.close()


def _signer(session: Any, key_id: bytes, certificate: bytes, above: Sequence[bytes]) -> Any:  # noqa: ANN401
    """With the raw mechanism: most cards have no other for elliptic curves."""
    from ..quiet import without_network_client

    without_network_client()
    from asn1crypto import x509 as asn1_x509
    from pyhanko.sign.pkcs11 import PKCS11Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    own = asn1_x509.Certificate.load(certificate)
    signer = PKCS11Signer(session, signing_cert=own, key_id=key_id, use_raw_mechanism=True)
    store = SimpleCertificateStore()
    store.register_multiple([asn1_x509.Certificate.load(c) for c in above])
    signer._cert_registry = store  # noqa: SLF001 - its own would put the signer's certificate in twice
    return signer


def _fit_on(token: Any) -> Iterator[CardCertificate]:  # noqa: ANN401 - the library's own
    pkcs11 = _pkcs11()
    serial = token.serial.decode("ascii", "replace").strip()
    with token.open() as session:
        wanted = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}
        for found in list(session.get_objects(wanted)):
            raw, key_id = found[pkcs11.Attribute.VALUE], found[pkcs11.Attribute.ID]
            identity = _identity(raw)
            if identity is not None and key_id:
                yield CardCertificate(identity, raw, token.label, serial, bytes(key_id))


def _identity(raw: bytes) -> Identity | None:
    """Whoever the certificate names; None where it could not sign a record."""
    try:
        certificate = x509.load_der_x509_certificate(raw)
        require_fit(certificate, "")
        name, role, organisation, until = keys.named(certificate)
    except (ValueError, RecordError):
        return None
    return Identity(
        name=name,
        role=role,
        organisation=organisation,
        fingerprint=keys.fingerprint(certificate),
        valid_until=until,
        valid_from=certificate.not_valid_before_utc,
        issuer=issuer_of(certificate),
        home=KeyHome.CARD,
    )


def above_on(module: Path, token: str, serial: str) -> list[bytes]:
    """All certificates (DER) on a card; those above a signer's may be among them."""
    pkcs11 = _pkcs11()
    with complaints(token):
        found = _library(module).get_token(token_label=token, token_serial=serial.encode())
        with found.open() as session:
            wanted = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}
            raws = [bytes(one[pkcs11.Attribute.VALUE]) for one in list(session.get_objects(wanted))]
    return [raw for raw in raws if _readable(raw)]


def _readable(raw: bytes) -> bool:
    try:
        x509.load_der_x509_certificate(raw).public_bytes(Encoding.DER)
    except ValueError:
        return False
    return True


def _pkcs11() -> ModuleType:
    try:
        import pkcs11
    except ImportError as error:
        raise FairnessError(
            _(
                "Cards cannot be used here: the library python-pkcs11 is not installed. Install the program anew, or "
                "use a key in a file."
            )
        ) from error
    return pkcs11


def _library(module: Path) -> Any:  # noqa: ANN401
    pkcs11 = _pkcs11()
    try:
        return pkcs11.lib(str(module))
    except pkcs11.PKCS11Error as error:
        raise FairnessError(
            _(
                "“{file}” is no library that reads cards. Take the PKCS#11 library of the card's maker, or OpenSC."
            ).format(file=module)
        ) from error


@contextmanager
def complaints(card: str) -> Iterator[None]:
    """What a card or its library complains of, in a sentence."""
    pkcs11 = _pkcs11()
    try:
        yield
    except (pkcs11.PinIncorrect, pkcs11.PinLenRange, pkcs11.PinInvalid) as error:
        raise PassphraseError(
            _(
                "The card “{card}” does not take this PIN. Nothing was signed. Most cards lock themselves after three "
                "wrong ones: be sure before you try again."
            ).format(card=card)
        ) from error
    except (pkcs11.NoSuchToken, pkcs11.TokenNotPresent, pkcs11.DeviceRemoved, pkcs11.TokenNotRecognised) as error:
        raise RecordError(
            _("The card “{card}” is not in. Put it in its reader, then try again.").format(card=card)
        ) from error
    except (pkcs11.PinLocked, pkcs11.PinExpired, pkcs11.UserPinNotInitialized) as error:
        raise RecordError(
            _("The card “{card}” is locked, or has no PIN yet. Unlock it with the program that came with it.").format(
                card=card
            )
        ) from error
    except pkcs11.PKCS11Error as error:
        raise RecordError(
            _(
                "The card “{card}” could not do it ({what}). Nothing was signed. Take it out, put it in, try again."
            ).format(card=card, what=type(error).__name__)
        ) from error
