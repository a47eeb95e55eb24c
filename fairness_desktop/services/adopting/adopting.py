"""Which framework is in force here, its draft for the next version, and its adoption: then nobody edits it.

The lock is not in the window: an adopted framework is kept under its id, version and hash in a table that nothing can
update or delete from, and here no document is taken under an id and version that are known with another hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from ...domain.assessment import Assessment
from ...domain.errors import FrameworkError
from ...domain.framework import Framework
from ...domain.register import RegisterQuery
from ...exchange.canonical import canonical
from ...frameworks.loader import load_framework
from ...i18n import _
from ..ports import Assessments
from ..writing import write_whole
from .comparing import Consequences, consequences
from .editing import Document, adopted, checked, draft_of

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
        known = self._frameworks.get((framework.id, framework.version))
        if known is None or known.sha256 != framework.sha256:
            raise FrameworkError(_("Only a framework that is known here can be in force: adopt or import it first."))
        self._store.set_setting(IN_FORCE, f"{framework.id}\n{framework.version}")

    def draft(self) -> Document:
        """The next version as far as it is written: that kept, or one begun from the framework in force."""
        kept = self._store.setting(DRAFT)
        if kept:
            document: Document = json.loads(kept)
            return document
        return draft_of(self.in_force(), self._next_version())

    def drafted(self) -> Framework:
        """The draft as a framework, which nobody has adopted."""
        return checked(self.draft())

    def keep_draft(self, document: Document) -> Framework:
        """Keep it; InvalidInputError, and nothing kept, where it is no framework."""
        framework = checked({**document, "adoption": None})
        self._store.set_setting(DRAFT, canonical({**document, "adoption": None}).decode())
        return framework

    def drop_draft(self) -> None:
        """Begin anew from the framework in force."""
        self._store.set_setting(DRAFT, "")

    def adopt(self, date: str, minute: str) -> Framework:
        """Lock the draft as full council adopted it, and put it in force.

        FrameworkError where its id and version are known already: what was adopted is never changed.
        """
        framework = adopted(self.draft(), date, minute)
        self._learn(framework)
        self.put_in_force(framework)
        self.drop_draft()
        return framework

    def take_in(self, path: Path) -> Framework:
        """A framework from a file: an adopted one is kept as it is, another becomes the draft."""
        framework = load_framework(path)
        if framework.adoption is None:
            return self.keep_draft(dict(framework.document))
        self._learn(framework)
        return framework

    def hand_out(self, framework: Framework, out: Path) -> None:
        """Write it to a file, canonical: the hash is over these very bytes."""
        write_whole(canonical(framework.document), out)

    def consequences(self, new: Framework) -> Consequences:
        """What it would have done to every decision of the register."""
        return consequences(self._decisions(), new)

    def _learn(self, framework: Framework) -> None:
        known = self._frameworks.get((framework.id, framework.version))
        if known is not None and known.sha256 != framework.sha256:
            raise FrameworkError(
                _("“{id}”, version {version}, is here already, and is never changed: give this one another version.")
                .format(id=framework.id, version=framework.version)
            )  # fmt: skip
        if known is None:
            self._store.keep_framework(framework)
            self._frameworks[framework.id, framework.version] = framework

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
