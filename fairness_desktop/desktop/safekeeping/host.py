"""What a window shows of keeping the register safe, also where it cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ..shell.view_host import ViewHost

if TYPE_CHECKING:  # views are imported when they are first shown: nothing may delay the first paint
    from ...services.safekeeping import Safekeeping


class SafeHost(ViewHost):
    """Passphrase, warnings, copies, and what is past the time of keeping."""

    open_wanted = Signal(str)
    """The register is to be opened (again), with that passphrase if it is not empty."""

    def __init__(self) -> None:
        super().__init__()
        self._stage.standing.offered.connect(self._open_again)

    def show_register(self) -> None:
        """Where one goes back to; the window knows its view."""
        raise NotImplementedError

    def ask_passphrase(self, refused: str) -> None:
        """Ask for the passphrase of the register; ``refused`` says why the last one was none."""
        from .unlock_view import UnlockView

        view = self.view
        if not isinstance(view, UnlockView):
            view = UnlockView()
            view.given.connect(self.open_wanted)
            self._show(view, self._build_nothing)
        if refused:
            view.refuse(refused)

    def warn(self, sentence: str, offer: str = "") -> None:
        """Warn of what lasts, whatever is on show; an empty sentence takes the warning back."""
        self._stage.tell_standing(sentence, offer)

    def _open_again(self) -> None:
        self.open_wanted.emit("")

    def offer_copies(self, keeping: Safekeeping, why: str) -> None:
        """Where the register cannot be opened: say why, and offer to go back to a copy."""
        from .backups_view import BackupsView

        view = BackupsView(keeping, may_copy=False, may_restore=True, why=why)
        view.back.hide()
        view.restored.connect(self._open_again)
        self._show(view, self._build_nothing)

    def show_backups(self) -> None:
        """The copies of the register, and going back to one."""
        if self._services is None:
            return
        from .backups_view import BackupsView

        may = not self._services.only_read
        view = BackupsView(self._services.safekeeping, may_copy=True, may_restore=may)
        view.closed.connect(self.show_register)
        self._show(view, self.show_backups)

    def show_encryption(self) -> None:
        """Whether the register is encrypted, and whether it is to be."""
        if self._services is None:
            return
        from .encryption_view import EncryptionView

        view = EncryptionView(self._services.encryption, self._services.only_read)
        view.closed.connect(self.show_register)
        self._show(view, self.show_encryption)

    def show_retention(self) -> None:
        """What need not be kept any longer."""
        if self._services is None:
            return
        from .retention_view import RetentionView

        view = RetentionView(self._services)
        view.closed.connect(self.show_register)
        self._show(view, self.show_retention)
