"""The store, as those see it who hand assessments over from laptop to laptop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from ...domain.framework import Framework
from ...domain.register import IssuedRecord
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import Link


class Files(Protocol):
    """The files that are attached to assessments: each kept once, under its SHA-256."""

    def keep_file(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Keep a file; nothing is read of one that is here, nothing kept of one that fails.

        StorageError where the bytes are not those of the hash; whatever the pieces raise goes on.
        """
        ...

    def attach(self, wanted: AssessmentId, sha256: str) -> None:
        """Hold a file that is here for an assessment, for as long as that is kept."""
        ...

    def let_go(self, some: Iterable[str]) -> None:
        """Drop those of the files that nothing holds."""
        ...

    def files(self, wanted: AssessmentId) -> dict[str, int]:
        """Sizes in bytes of the files held for an assessment, by their SHA-256."""
        ...

    def file(self, sha256: str) -> Iterator[bytes]:
        """The bytes of a file, piece after piece; StorageError at the end where they are not what was kept."""
        ...


class Bundles(Protocol):
    """What comes in with a bundle and is neither a state nor a file."""

    def together(self) -> AbstractContextManager[None]:
        """Everything written inside is kept in one transaction, or none of it; others wait meanwhile."""
        ...

    def apart(self) -> AbstractContextManager[None]:
        """Inside ``together``: what fails in here is not kept, and the rest goes on."""
        ...

    def documents(self, wanted: AssessmentId) -> list[bytes]:
        """The canonical bytes of every state, one a step, oldest first."""
        ...

    def continue_chain(self, wanted: AssessmentId, links: Iterable[Link]) -> None:
        """Go on with steps from elsewhere that follow the newest here; StorageError where they do not."""
        ...

    def keep_records(self, wanted: AssessmentId, records: Sequence[IssuedRecord]) -> None:
        """Keep sealed records of another laptop, those that are here already aside; no step of ours tells of them."""
        ...

    def whose_record(self, sha256: str) -> AssessmentId | None:
        """The assessment that has that sealed record here, or None."""
        ...

    def keep_history(self, wanted: AssessmentId, head: str, told: bytes) -> None:
        """Keep another laptop's history of an assessment, as the bundle tells it, for good."""
        ...

    def other_histories(self, wanted: AssessmentId) -> list[tuple[str, bytes]]:
        """The histories of other laptops kept of an assessment, each with its head, in the order of these."""
        ...

    def keep_framework(self, framework: Framework) -> None:
        """Keep a framework that came with a bundle, unless it is here already."""
        ...

    def kept_frameworks(self) -> list[bytes]:
        """The documents of the frameworks that came with bundles, canonical."""
        ...

    def remember(self, wanted: AssessmentId, bundle: str) -> None:
        """Remember that the bundle with that SHA-256 was taken in whole."""
        ...

    def remembered(self, bundle: str) -> AssessmentId | None:
        """What the bundle with that SHA-256 brought, if it was taken in and is in the register still."""
        ...
