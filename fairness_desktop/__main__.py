"""Arguments to a command, or to the window."""

from __future__ import annotations

import sys


def main() -> None:
    """Start the program; never returns."""
    from .app import command_line
    from .cli.main import main as run

    sys.exit(run(sys.argv[1:], command_line()))


if __name__ == "__main__":
    main()
