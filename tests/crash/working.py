"""Processes that work with the real program over a real register until they are killed."""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from fairness_desktop import app, shipped
from fairness_desktop.cli.records import sign
from fairness_desktop.domain.vocabulary import Form
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.walk import Walk

from .said import BEGINS, READY, Saying

PASSPHRASE = "a passphrase for killed programs"  # noqa: S105 - made up for the tests
EXAMPLE = shipped.folder() / "examples" / "play-area.fairness.json"
PER_RUN = 1_000_000
"""Numbers set aside for each run, so that no two saves of a register ever have the same."""
CASES = Path(__file__).parents[1] / "cases"


def prepared(data: Path) -> None:
    """A folder with the example in it and somebody who can sign."""
    with closing(app.services(data)) as given:
        sign(given, given.register.open_example(), None, PASSPHRASE)
        for case in sorted(CASES.glob("*.fairness.json")):
            given.register.take_in(case)


SAVING = {"save": 80, "export": 20}
SIGNING = {"sign": 80, "save another": 20}
"""How often each act comes up among the others."""


def save_and_export(data: Path, out: Path, said: Path, seed: int) -> None:
    """Save and export as fast as it goes; never comes to an end."""
    Work(data, out, Saying(said), seed).go_on(SAVING)


def sign_and_write(data: Path, out: Path, said: Path, seed: int) -> None:
    """Sign, write the record, save another decision; never comes to an end."""
    Work(data, out, Saying(said), seed).go_on(SIGNING)


def begin(data: Path, _out: Path, _said: Path, _seed: int) -> None:
    """Make a register, and the first decision in it."""
    with closing(app.services(data)) as given:
        given.register.new(Form.SHORT)


class Work:
    """What a busy person does, without a screen."""

    def __init__(self, data: Path, out: Path, saying: Saying, seed: int) -> None:
        self._given: Services = app.services(data)
        self._out, self._saying = out, saying
        self._chance = random.Random(seed)  # noqa: S311 - an order, not a secret
        self._numbers = itertools.count(seed * PER_RUN)
        self._walks = [self._given.register.open_example(), self._given.register.new(Form.SHORT)]
        self._pages: Prepared | None = None

    def go_on(self, often: Mapping[str, int]) -> None:
        """One thing after the other."""
        if "sign" in often:  # laid out before, for that touches nothing that a kill could break
            self._pages = self._lay_out()
        self._saying.say(READY)
        acts = {"save": self._save, "save another": self._save_another, "sign": self._sign, "export": self._export}
        while True:
            (act,) = self._chance.choices(list(often), list(often.values()))
            self._saying.say(BEGINS, act)
            acts[act]()

    def _save(self) -> None:
        self._change(self._chance.choice(self._walks))

    def _save_another(self) -> None:
        self._change(self._walks[1])

    def _change(self, walk: Walk) -> None:
        number, filling = next(self._numbers), "long " * self._chance.choice((0, 10, 1_000, 10_000))
        walk.change(replace(walk.assessment, summary=f"{number} {filling}"))
        self._saying.say("saved", walk.assessment.id, number)

    def _sign(self) -> None:
        pages, self._pages = self._pages or self._lay_out(), None
        record = self._given.issuing.sign(pages, PASSPHRASE)
        self._saying.say("sealed", record.assessment, record.sha256)
        self._saying.say(BEGINS, "write")
        self._write(self._given.issuing.file_name(self._walks[0].assessment, draft=False), record.pdf)

    def _lay_out(self) -> Prepared:
        walk = self._given.register.open(self._walks[0].assessment.id)  # numbered by the record before
        return self._given.issuing.prepare(walk, walk.assessment.authority.decision_maker.name)

    def _export(self) -> None:
        walk = self._chance.choice(self._walks)
        path = self._out / f"{self._walks.index(walk)}.fairness.json"
        self._given.register.hand_out(str(walk.assessment.id), path)
        self._saying.say("wrote", path.name, hashlib.sha256(path.read_bytes()).hexdigest())

    def _write(self, name: str, pdf: bytes) -> None:
        self._given.issuing.write(pdf, self._out / name)
        self._saying.say("wrote", name, hashlib.sha256(pdf).hexdigest())
