"""Which program and engines made a record; named in it, so that it can be laid out again the same."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from .. import __version__

NAME = "Fairness Desktop"


@dataclass(frozen=True, slots=True)
class Programs:
    """Versions of the program and of what lays out and signs."""

    version: str
    reportlab: str
    pyhanko: str

    @property
    def sealing(self) -> str:
        """What seals, in one line: stated in each signature, for the second may be made elsewhere, and later."""
        return f"{self.version}, pyHanko {self.pyhanko}"

    @property
    def engines(self) -> str:
        """The engines in one line."""
        return f"reportlab {self.reportlab}, pyHanko {self.pyhanko}"


def programs() -> Programs:
    """Those at work now."""
    return Programs(__version__, version("reportlab"), version("pyhanko"))
