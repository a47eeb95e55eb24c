"""What the services ask of the store and of the record, whoever provides it."""

from .sealing import RecordMaker, Relayer, SealChecker, TrustList
from .signing import Council, Identities
from .store import Assessments, MakeReady

__all__ = ["Assessments", "Council", "Identities", "MakeReady", "RecordMaker", "Relayer", "SealChecker", "TrustList"]
