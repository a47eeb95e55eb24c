"""A certificate handed over by somebody who is to sign on another laptop."""

from __future__ import annotations

from cryptography import x509

from ...domain.errors import FairnessError
from ...domain.sealing.identity import Identity
from ...i18n import _
from . import keys


def identity_in(raw: bytes, file: str) -> Identity:
    """Whoever the certificate (DER or PEM) names; FairnessError where it is none that could sign a record."""
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
    return Identity(name, role, organisation, keys.fingerprint(certificate), until)


def _is_root(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
