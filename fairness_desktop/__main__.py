"""Arguments to a command, or to the window."""

from __future__ import annotations


def main() -> None:
    """Start the program; never returns."""
    from .cli.main import main as command_line

    command_line()


if __name__ == "__main__":
    main()
