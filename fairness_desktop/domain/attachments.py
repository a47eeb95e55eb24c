"""What is attached to an assessment: evidence, and the background papers of the decision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..i18n import _
from .errors import InvalidInputError
from .vocabulary import AttachmentId

MOST_ATTACHMENTS = 500
"""Of one assessment; a committee's reading for a year is less."""

LARGEST_ATTACHMENTS = 200 * 1024 * 1024
"""Bytes of all attachments of one assessment: they must fit on a stick, and into a morning's copying."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to an assessment; its bytes are kept apart, under their SHA-256.

    ``where`` is the place in the exchange form that it bears on (``groups[dk].need_evidence``); empty: it is a
    background paper of the decision. An ``exempt`` one is left out of the public copy, which prints ``ground``.
    """

    id: AttachmentId
    sha256: str
    size: int
    title: str = ""
    file_name: str = ""
    media_type: str = ""
    date: dt.date | None = None
    where: str = ""
    exempt: bool = False
    ground: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if _SHA256.fullmatch(self.sha256) is None:
            raise InvalidInputError("sha256", _("must be 64 digits from 0 to f"))
        if not 0 <= self.size <= LARGEST_ATTACHMENTS:
            raise InvalidInputError("size", _("must be a number of bytes up to 200 MiB"))

    @property
    def called(self) -> str:
        """Its title; the name of the file where it has none."""
        return self.title or self.file_name or self.id


Attachments = tuple[Attachment, ...]


def total(attachments: Attachments) -> int:
    """Bytes of all of them; a file that is attached twice is kept once."""
    return sum({a.sha256: a.size for a in attachments}.values())


def check_attachments(attachments: Attachments) -> None:
    """Refuse what no laptop should be asked to carry, and one file that is said to have two sizes."""
    if len(attachments) > MOST_ATTACHMENTS:
        message = _("has {count} entries; at most {most} can be attached")
        raise InvalidInputError("attachments", message.format(count=len(attachments), most=MOST_ATTACHMENTS))
    if total(attachments) > LARGEST_ATTACHMENTS:
        raise InvalidInputError("attachments", _("are more than 200 MiB in all; attach fewer, or a smaller scan"))
    sizes: dict[str, int] = {}
    for i, one in enumerate(attachments):
        if sizes.setdefault(one.sha256, one.size) != one.size:
            raise InvalidInputError(f"attachments[{i}].size", _("is not the size given before for the same file"))


def with_attachment(attachments: Attachments, new: Attachment) -> Attachments:
    """With that one changed, or added at the end."""
    if any(a.id == new.id for a in attachments):
        changed = tuple(new if a.id == new.id else a for a in attachments)
    else:
        changed = (*attachments, new)
    check_attachments(changed)
    return changed


def without_attachment(attachments: Attachments, gone: AttachmentId) -> Attachments:
    """Without that one in the list; its bytes stay, for the history and sealed records name them."""
    return tuple(a for a in attachments if a.id != gone)


def without_place(attachments: Attachments, *rows: str) -> Attachments:
    """The same papers once those rows are gone: what bore on them is a background paper of the decision."""
    return tuple(replace(a, where="") if any(row in a.where for row in rows) else a for a in attachments)


def new_id(attachments: Attachments, sha256: str) -> AttachmentId:
    """An id that another laptop gives to the same file too, and to no other."""
    short, taken = sha256[:12], {a.id for a in attachments}
    names = (AttachmentId(short if n == 1 else f"{short}-{n}") for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
