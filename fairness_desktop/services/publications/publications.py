"""Everything that makes what goes out beside the sealed record; each part is loaded with its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..issuing import Issuing
from ..ports import Assessments, Identities, RecordMaker, SealChecker
from ..timing import Timing
from ..walk import Clock

if TYPE_CHECKING:
    from .copies import Copies
    from .sources import Sources
    from .tables import Tables
    from .website import Website


class Publications:
    """Copies of one decision, the council's pages, and tables of the register."""

    def __init__(
        self,
        store: Assessments,
        issuing: Issuing,
        maker: RecordMaker,
        identities: Identities,
        checker: SealChecker,
        timing: Timing,
        clock: Clock,
    ) -> None:
        self._store, self._issuing, self._maker = store, issuing, maker
        self._identities, self._checker = identities, checker
        self._timing, self._clock = timing, clock

    @cached_property
    def copies(self) -> Copies:
        """Copies of one decision."""
        from .copies import Copies

        return Copies(self._sources, self._issuing)

    @cached_property
    def tables(self) -> Tables:
        """The register as a file."""
        from .tables import Tables

        return Tables(self._store)

    @cached_property
    def website(self) -> Website:
        """The council's pages."""
        from .website import Website

        return Website(self._sources, self._maker, self._identities, self._checker, self._timing, self._clock)

    @cached_property
    def _sources(self) -> Sources:
        from .sources import Sources

        return Sources(self._store, self._checker)
