"""How an assessment came to be what it is, and where undo and redo lead from there."""

from .steps import NO_HASH, Act, Change, HistoryLine, Note, Step, act_label
from .trail import Kept, Trail, trail

__all__ = ["NO_HASH", "Act", "Change", "HistoryLine", "Kept", "Note", "Step", "Trail", "act_label", "trail"]
