"""Say in one sentence that this Python is too old, in words that any Python 3 can read."""

import sys

OLDEST = (3, 11)


def too_old(version: "tuple[int, ...]") -> str:
    """Return the sentence to print and stop with, or nothing when this Python will do."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    numbers = ".".join(str(number) for number in version[:2])
    return (
        "Fairness Desktop needs Python 3.11 or newer, and this is Python " + numbers + ": "
        "please run the same command with a newer Python."
    )


def stop_if_too_old() -> None:
    """Stop with status 1 and one clear sentence when this Python is too old for the rest of these scripts."""
    sentence = too_old(sys.version_info[:2])
    if sentence:
        sys.stderr.write(sentence + "\n")
        sys.exit(1)
