"""All that can be done about a bundle before the register is asked, so that other processes can do it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ...domain.errors import FairnessError, InvalidInputError
from ...domain.framework import Framework
from ...domain.register import IssuedRecord
from ...exchange.bundle.reading_bundle import BundleFile
from ...exchange.chain import ReadyChain
from ...exchange.decoding import Frameworks
from ...exchange.reading import parse
from ...frameworks.loader import framework_from
from ..ports import MakeReady
from .opening import FileKind, openable
from .rescoring import restated
from .sources import AT_ONCE, source


class Ready(NamedTuple):
    """A bundle that was read and found sound, with all that is kept of it where the register knows nothing of it."""

    sha256: str
    chain: ReadyChain
    records: tuple[IssuedRecord, ...]
    files: tuple[tuple[str, bytes], ...]
    """Attachments, by their SHA-256."""


class Preparing:
    """Makes bundles ready, without a register.

    Only what there are thousands of: small, sound, under a framework known here, one history, the figures right. All
    others are left to ``Taking``, which says of each what there is to say.
    """

    def __init__(self, frameworks: Frameworks, make_ready: MakeReady) -> None:
        self._frameworks, self._make_ready = frameworks, make_ready

    def ready(self, path: Path) -> Ready | None:
        """The bundle, or None for one that is left to ``Taking``."""
        if openable(path) is not FileKind.BUNDLE:
            return None
        try:
            with source(path) as read:
                return self._ready(read.file, read.sha256) if read.small else None
        except FairnessError:  # told by Taking, in the user's language
            return None

    def _ready(self, file: BinaryIO, sha256: str) -> Ready | None:
        bundle = BundleFile(file)
        contents = bundle.contents(self._frameworks, framework_from)
        framework, wanted = contents.framework, contents.assessment.id
        size = sum(bundle.attachments.values()) + sum(len(record.pdf) for record in contents.records)
        if size > AT_ONCE or contents.others or (framework.id, framework.version) not in self._frameworks:
            return None
        if restated(contents) is not None:
            return None
        chain = self._make_ready(wanted, contents.history.links(wanted), contents.records)
        files = tuple((digest, b"".join(bundle.attachment(digest))) for digest in bundle.attachments)
        return Ready(sha256, chain, contents.records, files)


def frameworks_of(kept: Iterable[bytes]) -> dict[tuple[str, str], Framework]:
    """The frameworks that came in earlier; one that is damaged is left to the check of the register."""
    found: dict[tuple[str, str], Framework] = {}
    for raw in kept:
        with suppress(InvalidInputError):
            framework = framework_from(parse(raw))
            found.setdefault((framework.id, framework.version), framework)
    return found
