"""What both front ends are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..domain.framework import Framework
from ..domain.law.pack import LegalPack
from .adopting.adopting import Adopting
from .checking.checking import Checking
from .checking.verifying import Verifying
from .countersigning import Countersigning
from .encryption import Encryption
from .handing import Handing
from .issuing import Issuing
from .ports import Identities
from .publications.publications import Publications
from .publishing import Publishing
from .reading.approving import Approving
from .register import Register
from .retention import Retention
from .safekeeping import Safekeeping
from .timing import Timing


@dataclass(frozen=True, slots=True)
class Services:
    """Everything one can do, and the data it is done with; ``close`` lets go of the register's file.

    ``only_read`` says why nothing can be changed; empty where it can.
    """

    register: Register
    issuing: Issuing
    publishing: Publishing
    publications: Publications
    countersigning: Countersigning
    handing: Handing
    timing: Timing
    checking: Checking
    identities: Identities
    frameworks: Mapping[tuple[str, str], Framework]
    packs: tuple[LegalPack, ...]
    data_folder: Path
    safekeeping: Safekeeping
    encryption: Encryption
    retention: Retention
    approving: Approving
    adopting: Adopting
    close: Callable[[], None]
    only_read: str = ""

    @property
    def verifying(self) -> Verifying:
        """What checks one record."""
        return self.checking.here
