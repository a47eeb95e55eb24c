"""What a second reading that was asked for says against signing: each with its ways on."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ..findings import Finding, Severity
from .machine import ReadingState
from .reading import SecondReading

WHERE = "second_reading"


def reading_findings(reading: SecondReading, current: str) -> Iterator[Finding]:
    """Nothing while nobody was asked, or the request was withdrawn; ``current`` is the hash of the state now."""
    state = reading.state
    if state is ReadingState.WAITING:
        message = _("The second reader has not answered yet: wait for it, or withdraw the request.")
    elif state is ReadingState.SENT_BACK:
        message = _("The second reader sent it back: mend it and ask again, or withdraw the request.")
    elif state is ReadingState.REFUSED:
        message = _("The second reader refused it: change it and ask again, or withdraw; the record tells of it.")
    elif reading.stale(current):
        message = _("It was changed after the second reader approved it: ask again, or withdraw the approval.")
    else:
        return
    code = "stale" if state is ReadingState.APPROVED else state
    yield Finding(Severity.ERROR, f"second_reading_{code}", WHERE, message)
