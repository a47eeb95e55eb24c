"""What the services ask of whoever lays out and checks records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.sealing.trust import ListKept, Root
from ...domain.sealing.verdict import Relaying, SealCheck
from ...exchange.reading import Reader
from ...record.subject import RecordSubject
from ...scoring.result import Result


class RecordMaker(Protocol):
    """Lays out a record; raises RecordError where it cannot be made."""

    def make(self, subject: RecordSubject) -> bytes:
        """The unsigned PDF, with the data attached and a field ready for each signer."""
        ...


class SealChecker(Protocol):
    """Reads the signatures of a PDF; never raises for what is in the file."""

    def check(self, pdf: bytes, trusted: Sequence[bytes]) -> SealCheck:
        """The verdict on the bytes; ``trusted`` are root certificates (DER or PEM)."""
        ...

    def is_certificate(self, raw: bytes) -> bool:
        """Whether the bytes are a certificate (DER or PEM)."""
        ...


class Relayer(Protocol):
    """Lays the pages of a record again from its data, and compares."""

    def relay(
        self, pdf: bytes, record: Reader, assessment: Assessment, framework: Framework, result: Result | None
    ) -> Relaying:
        """What came of it; FairnessError where the data do not say what the pages need."""
        ...

    def pages_now(
        self, pdf: bytes, record: Reader, assessment: Assessment, framework: Framework, result: Result | None
    ) -> Relaying | None:
        """Which pages of a changed file are not those that its data make; None where nobody can say."""
        ...


class TrustList(Protocol):
    """The councils whose records are trusted on this computer, whatever register is open."""

    def all(self) -> list[Root]:
        """Those trusted, by the council's name."""
        ...

    def certificates(self) -> tuple[bytes, ...]:
        """The same as certificates (DER)."""
        ...

    def examine(self, path: Path) -> Root:
        """The council's certificate in a file, not trusted by that; FairnessError where it is none."""
        ...

    def add(self, root: Root) -> None:
        """Trust it, and every signer under it, from now on."""
        ...

    def add_list(self, path: Path) -> Root:
        """Take in the revocation list of a council that is trusted; FairnessError where it is none, or an old one."""
        ...

    def list_kept(self, root: Root) -> ListKept | None:
        """The revocation list of a council that was taken in; None where there is none."""
        ...

    def remove(self, fingerprint: str) -> None:
        """Trust it no more; NotFoundError where it never was."""
        ...
