"""What the services ask of the store and of the record, whoever provides it."""

from .sealing import Identities, RecordMaker, Relayer, SealChecker, TrustList
from .store import Assessments

__all__ = ["Assessments", "Identities", "RecordMaker", "Relayer", "SealChecker", "TrustList"]
