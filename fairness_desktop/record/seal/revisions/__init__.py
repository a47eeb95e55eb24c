"""What a file was before it was signed, and what it is now: compared with the pages that its data make."""

from __future__ import annotations

from .made import made_of
from .pages import pages_otherwise

__all__ = ["made_of", "pages_otherwise"]
