"""``python -m tests.mutations`` prints the table of laws and what breaks them."""

from __future__ import annotations

import sys

from .catalogue import as_markdown

sys.stdout.write(as_markdown())
