"""A card made of software: SoftHSM holds keys as a card does, behind the same interface (PKCS#11)."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pkcs11
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from .authorities import Issued

MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)
PIN, LABEL = "123456", "Council card"


@dataclass(frozen=True)
class SoftCard:
    """A token of SoftHSM with a PIN."""

    folder: Path
    module: Path

    def hold(self, who: Issued, key_id: str, others: tuple[Issued, ...] = ()) -> None:
        """Put a key on it, with its certificate and others'."""
        pem = self.folder / f"{key_id}.pem"
        pem.write_bytes(who.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        _softhsm("--import", pem, "--token", LABEL, "--label", "key", "--id", key_id, "--pin", PIN)
        self.certify(who, bytes.fromhex(key_id))
        for other in others:
            self.certify(other, b"")

    def certify(self, who: Issued, key_id: bytes) -> None:
        """Put a certificate alone on it."""
        token = pkcs11.lib(str(self.module)).get_token(token_label=LABEL)
        with token.open(user_pin=PIN, rw=True) as session:
            session.create_object(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    pkcs11.Attribute.TOKEN: True,
                    pkcs11.Attribute.PRIVATE: False,
                    pkcs11.Attribute.SUBJECT: who.certificate.subject.public_bytes(),
                    pkcs11.Attribute.VALUE: who.der,
                    pkcs11.Attribute.ID: key_id,
                }
            )


def soft_card(folder: Path) -> SoftCard:
    """A new one; any before it is taken out."""
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    _softhsm("--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", "87654321")
    module = next(Path(path) for path in MODULES if Path(path).exists())
    pkcs11.lib(str(module)).reinitialize()  # it looks once where its cards lie
    return SoftCard(folder, module)


def _softhsm(*arguments: object) -> None:
    subprocess.run(["softhsm2-util", *map(str, arguments)], check=True, capture_output=True)
