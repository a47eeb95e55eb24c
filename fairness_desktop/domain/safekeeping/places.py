"""What endangers a register where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...i18n import _


class RiskKind(StrEnum):
    """What is risky about a folder."""

    SYNCHRONISED = "synchronised"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class FolderRisk:
    """Something about a folder that endangers a register in it; ``name`` is the service or the file system."""

    kind: RiskKind
    name: str

    def described(self) -> str:
        """The warning, with what to do."""
        if self.kind is RiskKind.SYNCHRONISED:
            return _(
                "The register lies in a folder that {name} synchronises. Such a service copies files while they are "
                "being written, and can replace the register by an older one. Choose a folder that is not "
                "synchronised, and put only copies there."
            ).format(name=self.name)
        return _(
            "The register lies in a network folder ({name}). It is kept there in a slower, safer way, and only one "
            "computer can open it at a time. A folder on this computer is safer still."
        ).format(name=self.name)
