"""Set everything up, then check the code and run the tests: `python3 packaging/test.py [--full] [pytest's options]`.

`--full` runs the long loops in full; `--set-up-only` stops after setting up; everything else is passed on to pytest.
"""

import sys

from python_version import stop_if_too_old


def main() -> int:
    """Set up and run every check; the status is 0 only when all of them passed."""
    stop_if_too_old()
    import testing  # only now: an older Python could not read it

    return testing.test_program(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
