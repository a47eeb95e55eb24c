"""How the register's file came to its present shape; steps are only ever added at the end."""

from .beginnings import migrations
from .chained import GUARDS as CHAIN_GUARDS
from .reviewed import m005_reviewed
from .travelling import TRAVELLING_GUARDS

GUARDS = CHAIN_GUARDS | TRAVELLING_GUARDS
"""The triggers that every register must have."""

__all__ = ["GUARDS", "m005_reviewed", "migrations"]
