"""What the window shows of the council's framework, and of the form a decision is made in."""

from __future__ import annotations

from ...domain.short.form import is_short
from ...i18n import _
from ..handing.host import HandingHost


class FrameworkHost(HandingHost):
    """A window that shows the framework, and leads from the short form to the full one."""

    def show_register(self) -> None:
        """Everything that has been decided."""
        raise NotImplementedError

    def show_framework(self) -> None:
        """What the council has adopted, and the next version."""
        if self._services is None:
            return
        from .framework_view import FrameworkView

        view = FrameworkView(self._services)
        view.closed.connect(self.show_register)
        if self._show(view, self.show_framework):
            view.back.setFocus()

    def go_on_in_full(self) -> None:
        """The decision on show, begun in the short form, in the full one."""
        if self._walk is None or not is_short(self._walk.session.assessment):
            self.tell(_("Open a decision in the short form first: it is then carried on in the full form."))
        else:
            self._walk.go_on_in_full()
