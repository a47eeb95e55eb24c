"""An example can be signed as it is, and what comes out proves itself."""

from __future__ import annotations

from pathlib import Path

from fairness_desktop import app
from fairness_desktop.domain.sealing.verdict import Recomputed, RecordCheck, Relaid
from fairness_desktop.services.bundle import Services

from .shelf import NAMES, path_of

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests
ALWAYS = ("clwb-ieuenctid", "footbridge")
"""One in Welsh, and one whose choice has a RED floor."""


def signed(name: str, given: Services) -> RecordCheck:
    """The example taken in, signed by whoever decides in it, and checked as a stranger would."""
    walk = given.register.open(given.register.take_in(path_of(name)).assessment.id)
    maker = walk.assessment.authority.decision_maker
    given.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    record = given.issuing.sign(given.issuing.prepare(walk, maker.name), PASSPHRASE)
    return app.verifying().check_bytes(record.pdf, f"{name}.pdf")


def test_that_an_example_signs_to_a_record_whose_figures_match(tmp_path: Path, full: bool) -> None:
    for name in NAMES if full else ALWAYS:
        check = signed(name, app.services(tmp_path / name))

        assert check.good, name
        assert (check.recomputed, check.relaid) == (Recomputed.MATCHES, Relaid.MATCHES), name
