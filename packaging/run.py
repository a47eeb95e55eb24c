"""Set everything up, then open the program: `python3 packaging/run.py`.

Whatever is typed after it is passed on to the program, except `--set-up-only`, which stops after setting up.
Where there is no screen to open a window on and nothing else is asked for, the program does its main job once and
this command says where the PDF is.
"""

import sys

from python_version import stop_if_too_old


def main() -> int:
    """Set up and start the program; the status is the program's own."""
    stop_if_too_old()
    import starting  # only now: an older Python could not read it

    return starting.open_program(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
