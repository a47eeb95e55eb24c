"""Giving an assessment away whole: a bundle that any laptop makes the same again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from ...domain.errors import FairnessError, InvalidInputError, NotFoundError, StoppedError, StorageError
from ...domain.vocabulary import AssessmentId
from ...exchange.bundle.form import ENDING, Contents, write
from ...exchange.bundle.history_form import History, history_from
from ...exchange.decoding import Frameworks
from ...i18n import _
from ...watching import Progress, unwatched
from ..ports import Assessments
from ..writing import writing_whole
from .progress import Bytes


@dataclass(frozen=True, slots=True)
class Given:
    """The bundles written, and a sentence for each that could not be."""

    written: tuple[Path, ...]
    refused: tuple[str, ...]


class Giving:
    """Makes bundles of what is in the register."""

    def __init__(self, store: Assessments, frameworks: Frameworks) -> None:
        self._store, self._frameworks = store, frameworks

    def hand_out(self, wanted: AssessmentId, out: Path, progress: Progress = unwatched) -> None:
        """Write the bundle of an assessment, whole or not at all; ``progress`` counts the bytes of its attachments."""
        contents = self.contents(wanted)
        named = {a.sha256 for a in contents.assessment.attachments}
        files = {sha256: size for sha256, size in self._store.files(wanted).items() if sha256 in named}
        counting = Bytes(sum(files.values()), progress)
        pieces = {sha256: (size, partial(self._pieces, sha256, counting)) for sha256, size in files.items()}
        with writing_whole(out) as file:
            write(contents, pieces, file)

    def hand_out_all(
        self, wanted: Sequence[tuple[AssessmentId, str]], folder: Path, progress: Progress = unwatched
    ) -> Given:
        """Write a bundle of each into a folder, named as said with a number where that name is taken.

        What is there already stays. Where it is stopped, those written before stay; one that cannot be written keeps no
        other back.
        """
        written: list[Path] = []
        refused: list[str] = []
        try:
            for done, (one, name) in enumerate(wanted):
                progress(done, len(wanted))
                out = _free(folder, name)
                try:
                    self.hand_out(one, out)
                    written.append(out)
                except FairnessError as error:
                    refused.append(str(error))
            progress(len(wanted), len(wanted))
        except StoppedError:
            pass
        return Given(tuple(written), tuple(refused))

    def _pieces(self, sha256: str, counting: Bytes) -> Iterable[bytes]:
        return counting.counted(self._store.file(sha256))

    def contents(self, wanted: AssessmentId) -> Contents:
        """All of an assessment but its files; NotFoundError where the register has none of that id."""
        assessment = self._store.get(wanted)
        if assessment is None:
            raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
        steps = self._store.steps(wanted)
        states = tuple(raw.decode() for raw in self._store.documents(wanted))
        history = History(tuple(steps), states)
        records = tuple(reversed(self._store.records(wanted)))
        framework = self._frameworks[assessment.framework.id, assessment.framework.version]
        return Contents(assessment, framework, history, self.others(wanted, history), records)

    def others(self, wanted: AssessmentId, own: History | None = None) -> tuple[History, ...]:
        """The histories of other laptops, but for those that are the beginning of another, or of our own."""
        return longest([_read(told, wanted) for _head, told in self._store.other_histories(wanted)], own)


def _free(folder: Path, name: str) -> Path:
    plain = "".join(c if c.isalnum() or c in " -_." else "-" for c in name)
    names = (plain if n == 1 else f"{plain}-{n}" for n in count(1))
    return next(path for path in (folder / f"{one}{ENDING}" for one in names) if not path.exists())


def longest(histories: Sequence[History], own: History | None) -> tuple[History, ...]:
    """Those that are the beginning of none of the rest, nor of ``own``, each once, in the order of their heads."""
    by_head = {history.head: history for history in histories}
    kept = [
        history
        for head, history in sorted(by_head.items())
        if not any(history.begins(other) for name, other in by_head.items() if name != head)
        and (own is None or not history.begins(own))
    ]
    return tuple(kept)


def _read(told: bytes, wanted: AssessmentId) -> History:
    try:
        return history_from(told, wanted, "")
    except InvalidInputError as error:
        raise StorageError(
            _("What the register holds of {id} is not what was written; restore it from a backup.").format(id=wanted)
        ) from error
