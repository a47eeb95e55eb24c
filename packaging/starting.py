"""Open the program from its private environment, or show its main job where there is no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import private_python
import system_packages
from private_python import ROOT, Place, SetUpError, say

SET_UP_ONLY = "--set-up-only"
DEMO_FOLDER = "fairness-demo"


def open_program(arguments: list[str]) -> int:
    """Set up, then run the program with these arguments and return its status."""
    place = Place(ROOT)
    try:
        ready = private_python.is_ready(place, "run")
        system_packages.see_to(system_packages.libraries_for(os.environ), environment_to_make=not ready)
        if not ready:
            private_python.set_up(place, "run")
        if arguments == [SET_UP_ONLY]:
            say("Everything is set up.")
            return 0
        if not arguments and not system_packages.has_screen():
            return _show_main_job(place)
        return _run(place, arguments)
    except SetUpError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _run(place: Place, arguments: list[str]) -> int:
    # The folder stays the person's own, so that a file named on the command line is the one they mean.
    command = [str(place.python), "-m", "fairness_desktop", *arguments]
    if not private_python.WINDOWS:
        sys.stdout.flush()
        os.execv(command[0], command)  # noqa: S606 - replaced by the program, so that signals and status are its own
    return subprocess.run(command, check=False).returncode


def _show_main_job(place: Place) -> int:
    folder = Path.cwd() / DEMO_FOLDER
    say(
        "There is no screen here to open a window on, so Fairness Desktop now does its main job once: it fills in an "
        f"example assessment, scores it, keeps it and issues the signed record, in {folder}."
    )
    command = [str(place.python), "-m", "fairness_desktop", "demo", "--out", str(folder)]
    status = subprocess.run(command, check=False).returncode
    if status:
        print(f"The example did not finish (status {status}); the reason is in the lines above.", file=sys.stderr)
        return status
    for record in sorted(folder.rglob("*.pdf")):
        say(f"The PDF is here: {record}")
    return 0
