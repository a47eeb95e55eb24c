"""Whose field is next: what the record itself says of who signs, and in which order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ....domain.errors import RecordError
from ....domain.vocabulary import Language
from ....i18n import _
from ..quiet import without_network_client

without_network_client()

from pyhanko.sign import fields  # noqa: E402 - after the stand-in

RECORD_FILE = "record.json"


@dataclass(frozen=True, slots=True)
class Place:
    """A field and who is to sign in it; ``number`` counts from 1 to ``of``; ``language`` is the record's."""

    field: str
    number: int
    of: int
    name: str
    fingerprint: str
    language: Language = Language.ENGLISH

    @property
    def first_of_several(self) -> bool:
        """Whether somebody signs after this one."""
        return self.number < self.of


def next_place(handler: Any) -> Place:  # noqa: ANN401 - a reader or writer of the library
    """The first field that is still empty; RecordError where there is none, or the record does not say whose it is."""
    document = _document(handler)
    signers = _signers(document)
    language = Language.WELSH if document.get("language") == Language.WELSH else Language.ENGLISH
    for i, (field, value, _reference) in enumerate(fields.enumerate_sig_fields(handler)):
        if value is None:
            if i >= len(signers):
                break
            name, fingerprint = signers[i]
            return Place(str(field), i + 1, len(signers), name, fingerprint, language)
    raise RecordError(_("The record has no field left to sign."))


def _document(handler: Any) -> dict[str, Any]:  # noqa: ANN401
    """The data attached to the record; empty where they cannot be read."""
    try:
        names = handler.root["/Names"]["/EmbeddedFiles"]["/Names"]
        attached = {str(names[i]): names[i + 1] for i in range(0, len(names) - 1, 2)}
        document = json.loads(attached[RECORD_FILE]["/EF"]["/F"].data)
    except (KeyError, TypeError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def _signers(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Name and fingerprint of each who is to sign, as the data say."""
    try:
        return [(str(s["name"]), str(s["fingerprint"])) for s in document["signers"]]
    except (KeyError, TypeError) as error:
        raise RecordError(_("The file does not say who is to sign it, so it is no record of ours.")) from error
