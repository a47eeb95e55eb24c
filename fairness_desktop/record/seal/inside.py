"""What a signed file brings along: files attached, the record's data, revocation lists."""

from __future__ import annotations

import json
from typing import Any


def attachments(reader: Any) -> dict[str, bytes]:  # noqa: ANN401
    """The files attached by name; empty where there are none or they cannot be read."""
    found: dict[str, bytes] = {}
    try:
        names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    except KeyError:
        return found
    for i in range(0, len(names) - 1, 2):
        stream = names[i + 1]["/EF"]["/F"]
        found.setdefault(str(names[i]), bytes(stream.data))
    return found


def lists_in(reader: Any) -> list[bytes]:  # noqa: ANN401
    """The revocation lists (DER) that a file brings along."""
    try:
        return [bytes(listed.get_object().data) for listed in reader.root["/DSS"]["/CRLs"]]
    except KeyError:
        return []


def record_in(raw: bytes | None) -> dict[str, Any]:
    """What record.json says of its signatures; empty where it is none."""
    try:
        document = json.loads(raw) if raw is not None else {}
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}
