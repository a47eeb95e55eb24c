"""Taking a bundle in: what is in it is shown first, and nothing of the register is written over."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError, InvalidInputError, not_taken_in
from ...domain.framework import Framework
from ...domain.history import Act
from ...domain.vocabulary import AssessmentId
from ...exchange.bundle.form import Contents
from ...exchange.bundle.history_form import history_bytes
from ...exchange.bundle.reading_bundle import BundleFile
from ...exchange.decoding import Frameworks
from ...frameworks.loader import framework_from
from ...i18n import _
from ...watching import Progress, unwatched
from ..ports import Assessments
from ..walk import Clock
from .giving import Giving
from .preparing import Ready
from .progress import Bytes
from .relation import Here, Relation, relation
from .rescoring import restate
from .sources import Source, source

Known = MutableMapping[tuple[str, str], Framework]
"""The frameworks known here; one that comes in is added."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read and found sound, and how it stands to what is here (``here`` is None for a new one)."""

    name: str
    sha256: str
    file: BundleFile
    contents: Contents
    here: Here | None
    relation: Relation
    framework_new: bool
    records_new: int
    files_new: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a bundle."""

    assessment: Assessment
    relation: Relation


class Taking:
    """Takes bundles in, one at a time."""

    def __init__(
        self, store: Assessments, frameworks: Known, shipped: Frameworks, giving: Giving, clock: Clock
    ) -> None:
        self._store, self._frameworks, self._shipped, self._giving = store, frameworks, shipped, giving
        self._clock = clock

    @contextmanager
    def opened(self, path: Path) -> Iterator[Opened]:
        """A bundle with all that is in it checked; FairnessError says in a sentence what is wrong with it."""
        with source(path) as read, self.opened_from(read) as bundle:
            yield bundle

    @contextmanager
    def opened_from(self, read: Source) -> Iterator[Opened]:
        """The same for a file that was read."""
        try:
            yield self._looked_at(read)
        except InvalidInputError as error:
            raise not_taken_in(read.path, error) from error

    def _looked_at(self, read: Source) -> Opened:
        bundle = BundleFile(read.file)
        contents = bundle.contents(self._frameworks, framework_from)
        wanted = contents.assessment.id
        here = self.here(wanted)
        if here is not None and here.steps[-1].note.act is Act.ERASED:
            raise InvalidInputError("", _("its assessment was erased here, for good"))
        held = self._store.files(wanted) if here else {}
        records = {r.sha256 for r in self._store.records(wanted)} if here else set()
        fresh = [r for r in contents.records if r.sha256 not in records]
        for record in fresh:
            whose = self._store.whose_record(record.sha256)
            if whose is not None and whose != wanted:
                raise InvalidInputError(
                    "", _("its signed record belongs to another assessment here, {id}").format(id=whose)
                )
        return Opened(
            name=read.path.name,
            sha256=read.sha256,
            file=bundle,
            contents=contents,
            here=here,
            relation=Relation.NEW if here is None else relation(here, contents),
            framework_new=(contents.framework.id, contents.framework.version) not in self._frameworks,
            records_new=len(fresh),
            files_new=len(set(bundle.attachments) - set(held)),
        )

    def here(self, wanted: AssessmentId) -> Here | None:
        """What the register holds of an assessment; None where it holds nothing."""
        steps = self._store.steps(wanted)
        return Here(tuple(steps), self._giving.others(wanted)) if steps else None

    def take(self, path: Path, progress: Progress = unwatched) -> Taken:
        """Take a bundle in. Where its state differs from the one here, FairnessError says so, and nothing is done."""
        with self.opened(path) as bundle:
            return self.take_opened(bundle, progress)

    def take_opened(self, bundle: Opened, progress: Progress = unwatched) -> Taken:
        """The same for one that is open."""
        wanted = bundle.contents.assessment.id
        if bundle.relation in (Relation.AHEAD, Relation.BEHIND, Relation.APART):
            raise FairnessError(_refusal(bundle))
        with self.files_of(bundle, progress), self._store.together():
            if bundle.relation is Relation.NEW:
                self.learn(bundle.contents.framework)
                links = bundle.contents.history.links(wanted)
                self._store.keep_chain(wanted, links, bundle.contents.records)
                restate(self._store, bundle.contents, self._clock)
            self.keep_beside(bundle)
        self.learnt(bundle.contents.framework)
        return Taken(bundle.contents.assessment, self._done(bundle))

    def take_ready(self, ready: Ready) -> Relation | None:
        """Take in what was made ready; None, and nothing done, where the register knows something of it."""
        wanted = ready.chain.assessment
        if self._store.head(wanted) or any(self._store.whose_record(r.sha256) for r in ready.records):
            return None
        for sha256, content in ready.files:
            self._store.keep_file(sha256, (content,))
        self._store.keep_ready(ready.chain, ready.records)
        for sha256, _content in ready.files:
            self._store.attach(wanted, sha256)
        self._store.remember(wanted, ready.sha256)
        return Relation.NEW

    def _done(self, bundle: Opened) -> Relation:
        """SAME where nothing at all was new."""
        if bundle.relation is Relation.SAME and (bundle.records_new or bundle.files_new):
            return Relation.MORE
        return bundle.relation

    @contextmanager
    def files_of(self, bundle: Opened, progress: Progress) -> Iterator[None]:
        """Keep the files of a bundle, before the rest: they take long. Where the rest fails, they go again."""
        brought = bundle.file.attachments
        counting = Bytes(sum(brought.values()), progress)
        try:
            for sha256 in brought:
                self._store.keep_file(sha256, counting.counted(bundle.file.attachment(sha256)))
            yield
        except BaseException:
            self._store.let_go(brought)
            raise

    def keep_beside(self, bundle: Opened) -> None:
        """Keep all that comes with the state: files, records, and every history that is not here."""
        wanted, contents = bundle.contents.assessment.id, bundle.contents
        for sha256 in bundle.file.attachments:
            self._store.attach(wanted, sha256)
        if bundle.here is not None and bundle.records_new:
            self._store.keep_records(wanted, contents.records)
        own = () if bundle.here is None or bundle.here.knows(contents.history.head) else (contents.history,)
        for other in (*own, *contents.others):
            if bundle.here is None or not bundle.here.knows(other.head):
                self._store.keep_history(wanted, other.head, history_bytes(other, with_state=True))
        self._store.remember(wanted, bundle.sha256)

    def learn(self, framework: Framework) -> None:
        """Keep a framework that came along; inside the transaction in which something is made under it."""
        if (framework.id, framework.version) not in self._shipped:
            self._store.keep_framework(framework)

    def learnt(self, framework: Framework) -> None:
        """Know it from now on, once it is kept."""
        self._frameworks.setdefault((framework.id, framework.version), framework)


def _refusal(bundle: Opened) -> str:
    said = {
        Relation.AHEAD: _(
            "{file}: it goes on from what the register holds of “{title}”, with other content. Nothing was taken in; "
            "open the file in the window, which shows what differs."
        ),
        Relation.BEHIND: _(
            "{file}: it is an older state of “{title}”, which the register holds already. Nothing was done."
        ),
        Relation.APART: _(
            "{file}: the register already holds “{title}” with other content. Nothing was taken in; open the file in "
            "the window, which shows both and lets you choose."
        ),
    }[bundle.relation]
    title = bundle.contents.assessment.title or bundle.contents.assessment.id
    return said.format(file=bundle.name, title=title)
