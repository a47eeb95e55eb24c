"""The frameworks an assessment's own is looked for among: those that ship, one named, those of the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from ...domain.errors import FairnessError, FrameworkError, StorageError
from ...domain.framework import Framework
from ...i18n import _

Key = tuple[str, str]
Done = TypeVar("Done")


class KnownFrameworks(Mapping[Key, Framework]):
    """``kept`` reads those of the register; it is asked only for one that is neither shipped nor named.

    FrameworkError where ``named`` has the id and version of one that ships, and says something else.
    """

    def __init__(
        self, shipped: Mapping[Key, Framework], named: Framework | None, kept: Callable[[], Mapping[Key, Framework]]
    ) -> None:
        self._known = dict(shipped)
        self._kept: Callable[[], Mapping[Key, Framework]] | None = kept
        self._unread = ""
        self._missed = False
        if named is not None and self._known.setdefault((named.id, named.version), named).sha256 != named.sha256:
            said = _("“{id}”, version {version}, is known here with another text; give that one another version.")
            raise FrameworkError(said.format(id=named.id, version=named.version))

    def __getitem__(self, key: Key) -> Framework:
        if key not in self._known:
            self._read_kept()
        self._missed = key not in self._known
        return self._known[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def reading(self, read: Callable[[], Done]) -> Done:
        """What ``read`` finds with these; where its framework was not among them, it is said what to do."""
        try:
            return read()
        except FairnessError as error:
            if not self._missed:
                raise
            hint = _("Name its file with --framework, or take it in with “framework import”.")
            raise FrameworkError(" ".join(filter(None, (str(error), self._unread, hint)))) from None

    def _read_kept(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        try:
            self._known = {**kept(), **self._known}
        except StorageError as error:
            self._unread = _("The register was not looked into: {why}").format(why=error)
