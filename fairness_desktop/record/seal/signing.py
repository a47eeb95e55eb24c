"""One PAdES B-B signature in a field that is there already; nothing else in the file changes."""

from __future__ import annotations

import asyncio
import io
from binascii import hexlify
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from ...domain.errors import RecordError
from ...i18n import _
from ..pdf import fonts
from .quiet import without_network_client

without_network_client()

from asn1crypto import keys as asn1_keys  # noqa: E402 - after the stand-in
from asn1crypto import x509 as asn1_x509  # noqa: E402
from pyhanko.pdf_utils import layout  # noqa: E402
from pyhanko.pdf_utils.font import opentype  # noqa: E402
from pyhanko.pdf_utils.font.api import FontEngineFactory  # noqa: E402
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: E402
from pyhanko.pdf_utils.misc import PdfError  # noqa: E402
from pyhanko.pdf_utils.text import TextBoxStyle  # noqa: E402
from pyhanko.sign import fields, signers  # noqa: E402
from pyhanko.sign.general import SigningError  # noqa: E402
from pyhanko.stamp import TextStampStyle  # noqa: E402
from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: E402

DER = serialization.Encoding.DER


class _Writer(IncrementalPdfFileWriter):  # type: ignore[misc] # the library is untyped
    """Leaves properties and version as they are: readers of archives refuse what the library would put there."""

    def _update_meta(self) -> None:
        pass

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        super().ensure_output_version(min(version, (1, 7)))

    def register_extension(self, extension: Any) -> None:  # noqa: ANN401 - the library's own
        if not str(extension.base_version).startswith("/2"):
            super().register_extension(extension)


def _character_map(mappings: Iterable[tuple[int, bytes]]) -> Iterator[str]:
    """Single characters only: ranges that cross 256, as the library writes them, make readers drop the whole map."""
    pairs = [f"<{code:04x}> <{hexlify(text).decode()}>" for code, text in sorted(mappings)]
    for i in range(0, len(pairs), 100):
        part = pairs[i : i + 100]
        yield "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"])


opentype._segment_cmap = _character_map  # noqa: SLF001 - there is no other way in


def sign(
    pdf: bytes,
    key: object,
    certificate: x509.Certificate,
    others: list[x509.Certificate],
    reason: str,
    signed_at: datetime,
) -> bytes:
    """The file with its first empty field signed; RecordError where there is none."""
    writer = _Writer(io.BytesIO(pdf))
    field = _first_empty(writer)
    signer = _signer(key, certificate, others)
    told = _("Signed by {name}, {role}\n{when} UTC, by the signer's clock\n{reason}").format(
        name=_part(certificate, "common_name"),
        role=_part(certificate, "title") or _("no role given"),
        when=f"{signed_at:%Y-%m-%d %H:%M:%S}",
        reason=reason,
    )
    metadata = signers.PdfSignatureMetadata(
        field_name=field,
        subfilter=fields.SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=reason,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    out = io.BytesIO()
    try:
        asyncio.run(
            _Signing(metadata, signer, told, signed_at).async_sign_pdf(writer, existing_fields_only=True, output=out)
        )
    except (SigningError, PdfError, ValueError) as error:
        raise RecordError(_("The record could not be signed: {why}.").format(why=error)) from error
    return out.getvalue()


class _Signing(signers.PdfSigner):  # type: ignore[misc] # the library is untyped
    """Signs with a visible look of our own; the time is the one shown."""

    def __init__(self, metadata: Any, signer: Any, told: str, signed_at: datetime) -> None:  # noqa: ANN401
        super().__init__(metadata, signer, stamp_style=_look(told))
        self._signed_at = signed_at


class _Face(FontEngineFactory):
    """The bundled face from memory: the library's own factory leaves its file open."""

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> opentype.GlyphAccumulator:  # noqa: ANN401
        letters = io.BytesIO(fonts.font_file(fonts.REGULAR).read_bytes())
        return opentype.GlyphAccumulator(writer, letters, 9, obj_stream=obj_stream)


def _look(told: str) -> TextStampStyle:
    """Words in the bundled face, in the frame that stands there already."""
    middle = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN,
        y_align=layout.AxisAlignment.ALIGN_MID,
        margins=layout.Margins.uniform(6),
        inner_content_scaling=layout.InnerScaling.SHRINK_TO_FIT,
    )
    return TextStampStyle(
        stamp_text=told.replace("%", "%%"),
        border_width=0,
        background=None,
        text_box_style=TextBoxStyle(font=_Face(), font_size=9, leading=12),
        inner_content_layout=middle,
    )


def _first_empty(writer: _Writer) -> str:
    for name, value, _reference in fields.enumerate_sig_fields(writer):
        if value is None:
            return str(name)
    raise RecordError(_("The record has no field left to sign."))


def _signer(key: Any, certificate: x509.Certificate, others: list[x509.Certificate]) -> signers.SimpleSigner:  # noqa: ANN401
    """The library's signer over a key that is in memory only."""
    private = key.private_bytes(DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    store = SimpleCertificateStore()
    store.register_multiple([asn1_x509.Certificate.load(c.public_bytes(DER)) for c in others])
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate.public_bytes(DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=store,
    )


def _part(certificate: x509.Certificate, name: str) -> str:
    parts = asn1_x509.Certificate.load(certificate.public_bytes(DER)).subject.native
    value = parts.get(name, "")
    return value if isinstance(value, str) else str(value)
