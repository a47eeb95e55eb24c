"""The way from the window to the review of a decision."""

from __future__ import annotations

from ..framework.host import FrameworkHost


class ReviewHost(FrameworkHost):
    """A window that leads to a review."""

    def review(self, wanted: str = "") -> None:
        """Go to the review of a decision, of the one on show where none is named."""
        if wanted:
            self.open(wanted)
        if self._walk is not None and self._walk is self.view:
            self._walk.go_to_place("review")
