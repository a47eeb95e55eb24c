"""A certificate handed over by somebody who is to sign on another laptop."""

from __future__ import annotations

from cryptography import x509

from ...domain.errors import FairnessError
from ...domain.sealing.identity import Identity
from ...i18n import _
from . import keys
from .identities.chains import issuer_of


def identity_in(raw: bytes, file: str) -> tuple[Identity, bytes]:
    """Whoever the certificate (DER or PEM) names, and its DER; FairnessError where it could not sign a record."""
    try:
        load = x509.load_pem_x509_certificate if b"-----BEGIN" in raw else x509.load_der_x509_certificate
        certificate = load(raw)
        name, role, organisation, until = keys.named(certificate)
    except ValueError as error:
        raise FairnessError(
            _("“{file}” is no certificate; ask the second signer for the .cer file of their identity.").format(
                file=file
            )
        ) from error
    if _is_root(certificate) or not name:
        raise FairnessError(
            _("“{file}” is not a person's certificate but a council's; ask the second signer for their own.").format(
                file=file
            )
        )
    begins, issuer = certificate.not_valid_before_utc, issuer_of(certificate)
    identity = Identity(name, role, organisation, keys.fingerprint(certificate), until, begins, issuer)
    return identity, keys.der(certificate)


def _is_root(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
