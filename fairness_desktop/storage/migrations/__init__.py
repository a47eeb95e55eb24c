"""How the register's file came to its present shape; steps are only ever added at the end."""

from .beginnings import migrations
from .chained import GUARDS

__all__ = ["GUARDS", "migrations"]
