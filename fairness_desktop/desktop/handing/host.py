"""What a window does with files that are handed to it: looks into them first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ...i18n import _
from ...services.handing.opening import FileKind, openable
from ..safekeeping.host import SafeHost


class HandingHost(SafeHost):
    """Shows what is about to come in; nothing is taken in by being opened."""

    def show_check(self) -> None:
        """Where records are checked; the window knows its view."""
        raise NotImplementedError

    def check_records(self, paths: Sequence[Path]) -> None:
        """Check records; the window knows its view."""
        raise NotImplementedError

    def open(self, wanted: str) -> None:
        """Go on with a decision of the register; the window knows its view."""
        raise NotImplementedError

    def open_files(self, paths: Sequence[Path]) -> None:
        """Show what files hold that the system or somebody's hand opened."""
        if self._services is None:
            return
        brought = [path for path in paths if openable(path) in (FileKind.BUNDLE, FileKind.ASSESSMENT)]
        records = [path for path in paths if openable(path) is FileKind.RECORD]
        said = [
            _("“{name}” is no bundle, no assessment and no record.").format(name=path.name)
            for path in paths
            if openable(path) is None
        ]
        if brought:
            self.show_incoming(brought)
            if records:
                said.append(_("The records were left: open them in “Check a record”."))
            if self._services.only_read:
                said.append(_("Another window has the register: to take this in, drop it on the register there."))
        elif records:
            self.check_records(records)
        if said:
            self.tell(" ".join(said))

    def show_incoming(self, paths: Sequence[Path]) -> None:
        """Bundles and assessments that are about to come in: one with all that is in it, several as a list."""
        if self._services is None or not paths:
            return
        if len(paths) == 1 and openable(paths[0]) is FileKind.BUNDLE:
            self._show_one(paths[0], self.show_register)
            return
        from .many_view import ManyView

        view = ManyView(self._services, paths)
        view.closed.connect(self.show_register)
        view.look_wanted.connect(self._look_at_one)
        self._many = tuple(paths)
        self._show(view, self._show_many_again)

    def _look_at_one(self, path: str) -> None:
        """One of several, and then the others again."""
        self._show_one(Path(path), self._show_many_again)

    def _show_many_again(self) -> None:
        self.show_incoming(self._many)

    def _show_one(self, path: Path, back: Callable[[], None]) -> None:
        assert self._services is not None
        from .incoming_view import IncomingView

        view = IncomingView(self._services, path)
        view.closed.connect(back)
        view.open_wanted.connect(self.open)
        self._show(view, self.show_register)
