"""A process that saves until it cannot, on storage that gives trouble; what it met is its last word, as JSON.

``python -m tests.trouble.busy TROUBLE FOLDER``
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fairness_desktop import app
from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.safekeeping.access import Access
from fairness_desktop.domain.vocabulary import AssessmentId, Form
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

from ..crash.working import PASSPHRASE, prepared

MOST = 2_000
"""Saves after which storage has had its chance to give trouble."""


class Busy:
    """Saves, and notes what came of it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._data = folder, folder / "data"
        self.met: dict[str, object] = {}
        self._saved = 0
        self._id = AssessmentId("")

    def begin(self) -> tuple[Services, Walk]:
        """A register with somebody who can sign."""
        prepared(self._data)
        given = app.services(self._data)
        walk = given.register.open_example()
        self._id = walk.assessment.id
        return given, walk

    def save_until_it_fails(self, walk: Walk, most: int = MOST) -> None:
        """Save bigger and bigger states."""
        for number in range(self._saved + 1, self._saved + most):
            try:
                walk.change(replace(walk.assessment, summary=f"{number} {number}{'long ' * 4_000}"))
            except FairnessError as error:
                self.met["sentence"] = str(error)
                break
            self._saved = number
        self.met["saved"] = self._saved
        self.met["current"] = _number(walk)

    def refused(self, what: str, act: Callable[[], object]) -> None:
        """Do what must fail in a sentence, and note the sentence."""
        try:
            act()
        except FairnessError as error:
            self.met[what] = str(error)
        else:
            self.met[what] = ""

    def look_again(self) -> None:
        """Open the register anew, as after a restart."""
        with closing(app.services(self._data)) as given:
            self.met["found"] = _number(given.register.open(self._id))
            self.met["faults"] = given.register.check()
        self.met["files"] = sorted(path.name for path in self._folder.iterdir() if path.is_file())


def _number(walk: Walk) -> int:
    return int(walk.assessment.summary.split(" ")[0])


def full(folder: Path) -> dict[str, object]:
    """The disk is filled up; then somebody makes room."""
    busy = Busy(folder)
    given, walk = busy.begin()
    pages = given.issuing.prepare(walk, walk.assessment.authority.decision_maker.name)
    record = given.issuing.draft(walk)
    ballast = folder / "ballast"
    ballast.write_bytes(b"\0" * 600_000)
    busy.save_until_it_fails(walk)
    _fill_up(folder / "crumbs")
    busy.refused("signing", lambda: given.issuing.sign(pages, PASSPHRASE))
    busy.refused("writing", lambda: given.issuing.write(record, folder / "record.pdf"))
    busy.refused("exporting", lambda: given.register.hand_out(str(walk.assessment.id), folder / "out.fairness.json"))
    busy.met["records"] = len(walk.records)
    ballast.unlink()
    walk.change(replace(walk.assessment, summary="1000000 with room again"))
    given.close()
    busy.look_again()
    return busy.met


def _fill_up(path: Path) -> None:
    """Take what little room is left."""
    with contextlib.suppress(OSError), path.open("wb") as file:
        while True:
            file.write(b"\0" * 512)
            file.flush()


def read_only(folder: Path) -> dict[str, object]:
    """The disk can only be read when the program starts."""
    busy = Busy(folder)
    given, walk = busy.begin()
    busy.save_until_it_fails(walk, most=4)
    given.close()
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    busy.refused("a command", lambda: app.services(folder / "data").close())
    with closing(app.services(folder / "data", Access.WINDOW)) as looking:
        busy.met["only_read"] = looking.only_read
        busy.met["read"] = _number(looking.register.open(walk.assessment.id))
        busy.met["faults"] = looking.register.check()
        busy.refused("a new decision", lambda: looking.register.new(Form.SHORT))
    return busy.met


def taken_away(folder: Path) -> dict[str, object]:
    """The stick is pulled out, and put in again."""
    busy = Busy(folder)
    given, walk = busy.begin()
    busy.save_until_it_fails(walk, most=4)
    beside = folder.with_name("elsewhere")
    beside.mkdir()
    subprocess.run(["mount", "--move", str(folder), str(beside)], check=True)
    busy.save_until_it_fails(walk)
    subprocess.run(["mount", "--move", str(beside), str(folder)], check=True)
    walk.change(replace(walk.assessment, summary="1000000 back again"))
    given.close()
    busy.look_again()
    return busy.met


def failing(folder: Path) -> dict[str, object]:
    """Calls of the system fail, as the one who traces this process has it."""
    busy = Busy(folder)
    given = app.services(folder / "data")
    busy.save_until_it_fails(given.register.open_example(), most=60)
    given.close()
    return busy.met


TROUBLES = {act.__name__: act for act in (full, read_only, taken_away, failing)}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(TROUBLES[sys.argv[1]](Path(sys.argv[2]))))
