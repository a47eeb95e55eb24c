"""Two real programs issue records of one council in one register, each waiting for the other: no gap, no double."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fairness_desktop import app
from fairness_desktop.domain.register import RegisterQuery, Status
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

from .conftest import PASSPHRASE

ISSUES = """
import sys
from pathlib import Path
from fairness_desktop import app
from fairness_desktop.domain.errors import HeldError

folder, signer, passphrase, *ids = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
for wanted in ids:
    services = None
    while services is None:
        try:
            services = app.services(Path(folder))
        except HeldError:
            continue
    walk = services.register.open(wanted)
    services.issuing.sign(services.issuing.prepare(walk, signer), passphrase)
    services.close()
    print(walk.assessment.reference, flush=True)
"""


def begun(services: Services, walk: Walk, count: int) -> list[str]:
    """So many decisions of one council that bear no number yet."""
    walk.change(replace(walk.assessment, reference=""))
    copies = [services.register.duplicate(walk.assessment.id) for _number in range(count)]
    for copy in copies:
        copy.change(replace(copy.assessment, decision=walk.assessment.decision))
    return [copy.assessment.id for copy in copies]


def program(folder: Path, signer: str, ids: list[str]) -> subprocess.Popen[str]:
    """A program of its own, at the point where it begins."""
    started = subprocess.Popen(
        [sys.executable, "-c", ISSUES, str(folder), signer, PASSPHRASE, *ids],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


def test_that_two_programs_leave_no_gap_and_give_no_number_twice(
    services: Services, walk: Walk, tmp_path: Path, *, full: bool
) -> None:
    each = 8 if full else 2
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    ids = begun(services, walk, 2 * each)
    services.close()
    programs = [program(tmp_path / "data", maker.name, some) for some in (ids[:each], ids[each:])]

    for one in programs:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = [one.communicate(timeout=240)[0].split() for one in programs]

    year = f"{datetime.now(UTC):%y}"
    again = app.services(tmp_path / "data")
    borne = [row.reference for row in again.register.rows(RegisterQuery(status=Status.SIGNED), 0, 99)]
    assert [one.returncode for one in programs] == [0, 0]
    assert sorted(borne) == sorted(told[0] + told[1]) == [f"{n:02}-{year}" for n in range(1, 2 * each + 1)]
    assert again.register.check() == []
    again.close()
