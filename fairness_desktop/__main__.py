"""Arguments to a command, or to the window."""

from __future__ import annotations

import sys


def main() -> None:
    """Start the program; never returns."""
    if getattr(sys, "frozen", False):  # one file with everything in it: its helpers start with this module too
        from multiprocessing import freeze_support

        freeze_support()
    from .app import command_line
    from .cli.main import main as run

    sys.exit(run(sys.argv[1:], command_line()))


if __name__ == "__main__":
    main()
