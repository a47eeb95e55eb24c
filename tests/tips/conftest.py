"""Finished decisions, what follows from them, and every word of the record that would be signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from fairness_desktop import app
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.programs import programs
from fairness_desktop.scoring.result import Result

from ..examples.shelf import path_of


@dataclass(frozen=True)
class Finished:
    """An example, its framework, its result, and the words of its record in one line."""

    now: Assessment
    framework: Framework
    result: Result
    record: str


Opened = Callable[[str], Finished]


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """An example by its name, worked out once."""

    @cache
    def opened(name: str) -> Finished:
        given = app.services(tmp_path_factory.mktemp(name))
        walk = given.register.open(given.register.take_in(path_of(name)).assessment.id)
        subject = given.issuing.subject(walk, ())
        assert subject.result is not None
        record = " ".join("\n".join(texts(document(subject, programs()))).split())
        return Finished(walk.assessment, walk.framework, subject.result, record)

    return opened
