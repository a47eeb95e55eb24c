"""Looking at what is about to come in: how it stands to the register, and whether its records hold. Nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError, StoppedError
from ...domain.register import Standings
from ...domain.sealing.verdict import RecordCheck
from ...i18n import _
from ...watching import Progress, unwatched
from ..checking.checking import Checking
from .opening import FileKind, openable
from .relation import Relation
from .rescoring import restated
from .taking import Opened, Taking

if TYPE_CHECKING:  # it imports what lies here: shelving tells of its progress in the same way
    from ..register import Register


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that was looked at; ``refused`` says why nothing of it can come in.

    ``checks`` are what was found of its signed records. ``restated`` is what its figures really are, where its history
    says otherwise. ``opened`` is None for an assessment by itself, and for what is refused.
    """

    path: Path
    assessment: Assessment | None = None
    relation: Relation | None = None
    refused: str = ""
    checks: tuple[RecordCheck, ...] = ()
    restated: Standings | None = None
    opened: Opened | None = None


class Looking:
    """Looks at bundles and at assessments by themselves."""

    def __init__(self, taking: Taking, register: Register, checking: Checking) -> None:
        self._taking, self._register, self._checking = taking, register, checking

    def look(self, path: Path, progress: Progress = unwatched) -> Seen:
        """Look at one, told how many of its records were checked; what is wrong with it is in ``refused``."""
        try:
            if openable(path) is FileKind.ASSESSMENT:
                return self._alone(path)
            with self._taking.opened(path) as opened:
                return self._bundle(path, opened, progress)
        except StoppedError:
            raise
        except FairnessError as error:
            return Seen(path, refused=str(error))

    def look_at_all(self, paths: Sequence[Path], progress: Progress = unwatched) -> list[Seen]:
        """Look at several, told how many are done; where it is stopped, those before are told."""
        seen: list[Seen] = []
        try:
            for path in paths:
                progress(len(seen), len(paths))
                seen.append(self.look(path))
        except StoppedError:
            return seen
        progress(len(paths), len(paths))
        return seen

    def _bundle(self, path: Path, opened: Opened, progress: Progress) -> Seen:
        contents = opened.contents
        checks: list[RecordCheck] = []
        trusted = self._checking.trust.certificates()
        for record in contents.records:
            progress(len(checks), len(contents.records))
            name = _("{file}: record {number}").format(file=path.name, number=len(checks) + 1)
            checks.append(self._checking.here.check_bytes(record.pdf, name, trusted))
        return Seen(
            path,
            contents.assessment,
            opened.relation,
            checks=tuple(checks),
            restated=restated(contents),
            opened=opened,
        )

    def _alone(self, path: Path) -> Seen:
        """An assessment without its history: new, or the same; one with other content is refused as it always was."""
        there = self._register.compare(path)
        return Seen(path, there.assessment, Relation.NEW if there.new else Relation.SAME)
