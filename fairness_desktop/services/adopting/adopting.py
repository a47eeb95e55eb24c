"""Which framework is in force here, its draft for the next version, and its adoption: then nobody edits it.

The lock is not in the window: an adopted framework is kept under its id, version and hash in a table that nothing can
update or delete from, and here no document is taken under an id and version that are known with another hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from ...domain.assessment import Assessment
from ...domain.errors import FrameworkError, InvalidInputError
from ...domain.framework import Framework
from ...domain.register import RegisterQuery
from ...exchange.canonical import canonical
from ...frameworks.loader import load_framework
from ...i18n import _
from ..ports import Assessments
from ..writing import write_whole
from .comparing import Consequences, consequences
from .editing import Document, adopted, checked, draft_of
from .fault import Fault, stop
from .faults import faults

IN_FORCE, DRAFT = "framework_in_force", "framework_draft"
PAGE = 200

Known = MutableMapping[tuple[str, str], Framework]


class Adopting:
    """``frameworks`` are all that are known here, and learns what is adopted; ``shipped`` is in force until then."""

    def __init__(self, store: Assessments, frameworks: Known, shipped: Framework) -> None:
        self._store, self._frameworks, self._shipped = store, frameworks, shipped

    def known(self) -> tuple[Framework, ...]:
        """Every framework known here, by id and version."""
        return tuple(self._frameworks[key] for key in sorted(self._frameworks))

    def in_force(self) -> Framework:
        """The framework a new decision is made under."""
        id_, _line, version = self._store.setting(IN_FORCE).partition("\n")
        return self._frameworks.get((id_, version), self._shipped)

    def put_in_force(self, framework: Framework) -> None:
        """Make new decisions under that one; those there are keep theirs. FrameworkError where it is not known."""
        if not self._knows(framework):
            raise FrameworkError(_("Only a framework that is known here can be in force: adopt or import it first."))
        self._store.set_setting(IN_FORCE, f"{framework.id}\n{framework.version}")

    def draft(self) -> Document:
        """The next version as far as it is written: that kept, or one begun from the framework in force."""
        kept = self._store.setting(DRAFT)
        if kept:
            document: Document = json.loads(kept)
            return document
        return self.begun_from_in_force()

    def begun_from_in_force(self) -> Document:
        """A draft that says what the framework in force says, under the next version."""
        return draft_of(self.in_force(), self._next_version())

    def drafted(self) -> Framework:
        """The draft as a framework, which nobody has adopted; InvalidInputError where it is none yet."""
        draft = self.draft()
        self._need_whole(draft)
        return checked(draft)

    def keep_draft(self, document: Document) -> None:
        """Keep it as it is written, whole or not."""
        self._store.set_setting(DRAFT, canonical({**document, "adoption": None}).decode())

    def faults(self) -> tuple[Fault, ...]:
        """What is still to be mended in the draft, and what council should think of."""
        draft = self.draft()
        known = (str(draft["id"]).strip(), str(draft["version"]).strip()) in self._frameworks
        said = _here_already(draft["id"], draft["version"])
        return (*((stop(("version",), said),) if known else ()), *faults(draft))

    def drop_draft(self) -> None:
        """Begin anew from the framework in force."""
        self._store.set_setting(DRAFT, "")

    def adopt(self, date: str, minute: str) -> Framework:
        """Lock the draft as full council adopted it, and put it in force.

        FrameworkError where its id and version are known already: what was adopted is never changed.
        """
        draft = self.draft()
        self._need_whole(draft)
        framework = adopted(draft, date, minute)
        self.learn(framework)
        self.put_in_force(framework)
        self.drop_draft()
        return framework

    def take_in(self, path: Path) -> Framework:
        """A framework from a file: an adopted one is kept as it is, another becomes the draft."""
        framework = load_framework(path)
        if framework.adoption is None:
            self.keep_draft(dict(framework.document))
        else:
            self.learn(framework)
        return framework

    def bring(self, path: Path) -> Framework:
        """Know the framework in a file for what is made under it; FrameworkError where no council adopted it."""
        framework = load_framework(path)
        if framework.adoption is None and not self._knows(framework):
            said = _("{file}: no council adopted this framework; “score” can try it, but nothing is kept under it.")
            raise FrameworkError(said.format(file=path.name))
        self.learn(framework)
        return framework

    def hand_out(self, framework: Framework, out: Path) -> None:
        """Write it to a file, canonical: the hash is over these very bytes."""
        write_whole(canonical(framework.document), out)

    def consequences(self, new: Framework) -> Consequences:
        """What it would have done to every decision of the register."""
        return consequences(self._decisions(), new)

    def _need_whole(self, draft: Document) -> None:
        wrong = next((fault for fault in faults(draft) if fault.stops), None)
        if wrong is not None:
            raise InvalidInputError("", wrong.message)

    def learn(self, framework: Framework) -> None:
        """Keep an adopted one; FrameworkError where its id and version are known with another hash."""
        if self._knows(framework):
            return
        if (framework.id, framework.version) in self._frameworks:
            raise FrameworkError(_here_already(framework.id, framework.version))
        self._store.keep_framework(framework)
        self._frameworks[framework.id, framework.version] = framework

    def _knows(self, framework: Framework) -> bool:
        known = self._frameworks.get((framework.id, framework.version))
        return known is not None and known.sha256 == framework.sha256

    def _next_version(self) -> str:
        """The first whole number above every version of the framework in force."""
        mine = [f.version for f in self.known() if f.id == self.in_force().id]
        return str(1 + max((int(v) for v in mine if v.isdigit()), default=len(mine)))

    def _decisions(self) -> Iterator[tuple[Assessment, Framework]]:
        for offset in range(0, self._store.count(RegisterQuery()), PAGE):
            for row in self._store.rows(RegisterQuery(), offset, PAGE):
                found = self._store.get(row.id)
                if found is not None:
                    yield found, self._frameworks[found.framework.id, found.framework.version]


def _here_already(id_: str, version: str) -> str:
    said = _("“{id}”, version {version}, is here already, and is never changed: give this one another version.")
    return said.format(id=id_, version=version)
