"""The council's pages: a page a decision and a list that searches itself, written to a folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...domain.errors import FairnessError, InvalidInputError, NotFoundError, RecordError
from ...domain.sealing.verdict import Verdict
from ...domain.vocabulary import AssessmentId, Language
from ...i18n import _
from ...record.copies.marking import PublicPdf
from ...record.copies.web import site
from ...record.copies.web.entries import FILE, Entry, read
from ...record.copies.web.frame import GENERATOR
from ...record.copies.web.page import Published
from ...record.data import RECORD_FILE
from ...record.tongues import in_language
from ..ports import Identities, RecordMaker, SealChecker
from ..timing import Timing
from ..walk import Clock
from ..writing import write_whole
from .sources import Source, Sources

GoOn = Callable[[int, int], bool]
"""Told how many decisions are done, and of how many; answers whether to go on."""


@dataclass(frozen=True, slots=True)
class Sealer:
    """Who signs the public copies that lie beside the pages, and the passphrase of their key."""

    identity: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Order:
    """Which decisions are to be published where, and in which languages (at least one).

    They are added to those that the list in the folder has; ``afresh`` begins a new list. With a ``sealer`` the signed
    public copies are put beside the pages.
    """

    decisions: tuple[AssessmentId, ...]
    folder: Path
    languages: tuple[Language, ...] = (Language.ENGLISH,)
    sealer: Sealer | None = None
    afresh: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A decision that has no page, and why."""

    decision: AssessmentId
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: how many decisions were published now, which were not, and how many the list holds.

    ``begin`` is the page to begin at, None where nothing was written to the list: it was stopped, or had nothing new.
    ``unlisted`` are pages that lie in the folder and are in the list no more.
    """

    published: int
    left_out: tuple[LeftOut, ...] = ()
    listed: int = 0
    begin: Path | None = None
    unlisted: tuple[str, ...] = ()


class Website:
    """Publishes signed decisions, from their public copies only."""

    def __init__(
        self,
        sources: Sources,
        maker: RecordMaker,
        identities: Identities,
        checker: SealChecker,
        timing: Timing,
        clock: Clock,
    ) -> None:
        self._sources, self._maker, self._identities = sources, maker, identities
        self._checker, self._timing, self._clock = checker, timing, clock

    def publish(self, order: Order, go_on: GoOn = lambda _done, _all: True) -> Outcome:
        """Write the pages; what has no sound signed record is left out, with the reason.

        FairnessError where the folder holds pages of another, or cannot be written to.
        """
        self._require_signer(order.sealer)
        _require_ours(order.folder)
        earlier = {} if order.afresh else _earlier(order.folder)
        fresh: dict[str, Entry] = {}
        left_out: list[LeftOut] = []
        for done, decision in enumerate(order.decisions):
            if not go_on(done, len(order.decisions)):
                return Outcome(len(fresh), tuple(left_out))
            try:
                line = self._write(decision, order)
            except RecordError as error:
                left_out.append(LeftOut(decision, str(error)))
            else:
                fresh[line.stem] = line
        if order.decisions and not fresh and not order.afresh:
            return Outcome(0, tuple(left_out))
        listed = {**earlier, **fresh}
        for name, content in site.lists(tuple(listed.values()), order.languages):
            write_whole(content.encode(), order.folder / name)
        begin = order.folder / site.begin(order.languages)
        return Outcome(len(fresh), tuple(left_out), len(listed), begin, _unlisted(order.folder, listed))

    def _write(self, decision: AssessmentId, order: Order) -> Entry:
        """The pages of one decision, in the folder; its line in the list."""
        published = self._published(decision, order.folder, order.sealer)
        for name, page in site.pages(published, order.languages):
            write_whole(page.encode(), order.folder / name)
        return site.line(published, order.languages)

    def _require_signer(self, sealer: Sealer | None) -> None:
        if sealer is not None and self._identities.named(sealer.identity) is None:
            raise NotFoundError(_("There is no signing identity “{name}” here.").format(name=sealer.identity))

    def _published(self, decision: AssessmentId, folder: Path, sealer: Sealer | None) -> Published:
        source = self._sources.signed(decision)
        published = Published(source.public(), source.signed, source.programs)
        path = folder / f"{site.stem_of(published)}.pdf"
        if not self._is_public_copy(path, source) and sealer is not None:
            write_whole(self._sealed(source, sealer), path)
        if not self._is_public_copy(path, source):
            return published
        pdf = path.read_bytes()
        return replace(published, pdf=PublicPdf(path.name, len(pdf), hashlib.sha256(pdf).hexdigest()))

    def _is_public_copy(self, path: Path, source: Source) -> bool:
        """Whether the file is the sealed public copy of that very record."""
        if not path.is_file():
            return False
        seal = self._checker.check(path.read_bytes(), ())
        if seal.verdict not in (Verdict.VALID, Verdict.VALID_UNTRUSTED) or RECORD_FILE not in seal.attachments:
            return False
        told = json.loads(seal.attachments[RECORD_FILE])
        return (told.get("edition"), told.get("full_record")) == ("public", source.signed.sha256)

    def _sealed(self, source: Source, sealer: Sealer) -> bytes:
        signer = self._identities.named(sealer.identity)
        assert signer is not None
        subject = replace(source.public(), signers=(signer,))
        with in_language(subject.language):
            reason = _("Public copy of a record")
        pdf = self._maker.make(subject)
        return self._identities.seal(pdf, signer.name, sealer.passphrase, reason, self._clock(), self._timing.service())


def _require_ours(folder: Path) -> None:
    """Make the folder; where it has a page to begin at that is not ours, nothing in it is touched."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        begin = folder / "index.html"
        ours = not begin.exists() or f'content="{GENERATOR}' in begin.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise FairnessError(
            _("“{path}” cannot be used as a folder for pages: {why}.").format(path=folder, why=error.strerror or error)
        ) from error
    if not ours:
        raise FairnessError(
            _("“{path}” holds pages that this program did not make. Choose a folder of its own.").format(path=folder)
        )


def _earlier(folder: Path) -> dict[str, Entry]:
    """The list that lies there, without those whose page is gone; none where nothing was published yet."""
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        found = read(path.read_bytes())
    except InvalidInputError as error:
        raise FairnessError(
            _("“{path}” cannot be read: {why}. Publish all decisions afresh to another folder.").format(
                path=path, why=error
            )
        ) from error
    return {each.stem: each for each in found if list(folder.glob(f"{each.stem}*.html"))}


def _unlisted(folder: Path, listed: Mapping[str, Entry]) -> tuple[str, ...]:
    """Pages of decisions that lie there and are in no list any more."""
    known = {*listed, site.INDEX}
    return tuple(sorted(path.name for path in folder.glob("*.html") if path.name.split(".", 1)[0] not in known))
