"""Evidence and background papers: files attached to an assessment."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ...domain.assessment import Assessment
from ...domain.attachments import (
    LARGEST_ATTACHMENTS,
    Attachment,
    check_attachments,
    new_id,
    with_attachment,
    without_attachment,
)
from ...domain.errors import FairnessError, InvalidInputError, NotFoundError, unreadable
from ...domain.vocabulary import AssessmentId, AttachmentId
from ...i18n import _
from ...watching import Progress, unwatched
from ..ports import Assessments
from ..walk import Walk
from ..writing import writing_whole
from .progress import Bytes

MIB = 1024 * 1024


class Papers:
    """Files in and out. Keeping one takes long and is done beside the window; listing it is a change like any other."""

    def __init__(self, store: Assessments) -> None:
        self._store = store

    def keep(self, assessment: Assessment, path: Path, progress: Progress = unwatched) -> Attachment:
        """Keep a file for an assessment, which does not list it yet; read twice, for its hash and for its bytes.

        FairnessError where it cannot be read, or is more than may be attached; nothing is kept then.
        """
        size = _size(path)
        counting = Bytes(2 * size, progress)
        digest = hashlib.sha256()
        for piece in counting.counted(_pieces(path)):
            digest.update(piece)
        sha256 = digest.hexdigest()
        paper = Attachment(
            id=new_id(assessment.attachments, sha256),
            sha256=sha256,
            size=size,
            title=path.stem,
            file_name=path.name,
            media_type=mimetypes.guess_type(path.name)[0] or "",
        )
        try:
            check_attachments((*assessment.attachments, paper))
        except InvalidInputError as error:
            raise FairnessError(
                _("“{file}” was not attached: the papers {why}.").format(file=path.name, why=error.message)
            ) from error
        self._store.keep_file(sha256, counting.counted(_pieces(path)))
        self._store.attach(assessment.id, sha256)
        return paper

    def list_it(self, walk: Walk, paper: Attachment) -> None:
        """List a file that is kept, or change how it is listed."""
        now = walk.assessment
        walk.change(replace(now, attachments=with_attachment(now.attachments, paper)))

    def unlist(self, walk: Walk, gone: AttachmentId) -> None:
        """List a file no longer; it stays with the history, and with the records that name it."""
        now = walk.assessment
        walk.change(replace(now, attachments=without_attachment(now.attachments, gone)))

    def here(self, wanted: AssessmentId) -> frozenset[str]:
        """The hashes of the files that are on this laptop."""
        return frozenset(self._store.files(wanted))

    def write(self, paper: Attachment, wanted: AssessmentId, out: Path, progress: Progress = unwatched) -> None:
        """Write a file where it is wanted, whole or not at all; NotFoundError where only its hash is known."""
        if paper.sha256 not in self._store.files(wanted):
            raise NotFoundError(
                _("“{title}” is not on this laptop: only its name and hash came with the assessment.").format(
                    title=paper.called
                )
            )
        with writing_whole(out) as file:
            for piece in Bytes(paper.size, progress).counted(self._store.file(paper.sha256)):
                file.write(piece)


def safe_name(paper: Attachment) -> str:
    """A name for the file that every system takes and that leads nowhere else."""
    name = "".join(c if c.isprintable() and c not in '\\/:*?"<>|' else "_" for c in paper.file_name).strip(" .")
    return name[-120:] or paper.sha256[:16]


def _size(path: Path) -> int:
    try:
        if not path.is_file():
            raise NotFoundError(_("There is no file “{path}”.").format(path=path))
        size = path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error
    if size > LARGEST_ATTACHMENTS:
        raise FairnessError(_("“{file}” is larger than 200 MiB and was not attached.").format(file=path.name))
    return size


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while piece := file.read(MIB):
                yield piece
    except OSError as error:
        raise unreadable(path, error) from error
