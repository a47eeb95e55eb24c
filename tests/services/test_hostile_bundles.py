"""Bundles changed at random: each is refused in one sentence, or says what the sound one says; nothing else happens."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from fairness_desktop import app
from fairness_desktop.domain.errors import FairnessError
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.services.bundle import Services

from ..exchange.bundle.made import bundle, states

ROUNDS = 5


def flipped(raw: bytes, chance: Random) -> bytes:
    """Some bits otherwise."""
    changed = bytearray(raw)
    for _time in range(chance.randint(1, 8)):
        changed[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(raw: bytes, chance: Random) -> bytes:
    """The end gone."""
    return raw[: chance.randrange(len(raw))]


def without_some(raw: bytes, chance: Random) -> bytes:
    """Bytes taken out."""
    at = chance.randrange(len(raw))
    return raw[:at] + raw[at + chance.randint(1, 300) :]


def with_more(raw: bytes, chance: Random) -> bytes:
    """Bytes put in."""
    at = chance.randrange(len(raw))
    return raw[:at] + chance.randbytes(chance.randint(1, 60)) + raw[at:]


def swapped(raw: bytes, chance: Random) -> bytes:
    """Two stretches in each other's place."""
    one, two, three = sorted(chance.sample(range(len(raw)), 3))
    return raw[:one] + raw[two:three] + raw[one:two] + raw[three:]


def in_the_list(raw: bytes, chance: Random) -> bytes:
    """A byte of the list of parts otherwise: names, sizes, places."""
    changed = bytearray(raw)
    changed[chance.randrange(raw.find(b"PK\x01\x02"), len(raw))] = chance.randrange(256)
    return bytes(changed)


def in_a_part(raw: bytes, chance: Random) -> bytes:
    """One part otherwise, and the whole packed anew as an archive tool does."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as sound, ZipFile(file, "w", ZIP_DEFLATED) as spoilt:
        names = sound.namelist()
        chosen = chance.choice(names)
        for name in names:
            body = sound.read(name)
            if name == chosen:
                at = chance.randrange(len(body))
                body = body[:at] + bytes([body[at] ^ 1 << chance.randrange(8)]) + body[at + 1 :]
            spoilt.writestr(name, body)
    return file.getvalue()


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    flipped, cut, without_some, with_more, swapped, in_the_list, in_the_list, in_a_part,
)  # fmt: skip


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(ROUNDS))
def test_that_no_mutated_bundle_does_anything_but_be_refused(part: int, tmp_path: Path, *, full: bool) -> None:
    count = 1000 if full else 100
    sound, services = bundle(), app.services(tmp_path / "data")
    odd: list[tuple[int, str]] = []
    for seed in range(part * count, (part + 1) * count):
        chance = Random(seed)  # noqa: S311 - the same files in every run
        path = tmp_path / "mutated.fairness"
        path.write_bytes(chance.choice(WAYS)(sound, chance))
        odd += [(seed, said) for said in _said(services, path)]
    services.close()

    assert odd == []


def _said(services: Services, path: Path) -> list[str]:
    """What is wrong with how a file was met: refused in one sentence, or taken for what the sound one is."""
    try:
        taken = services.handing.taking.take(path)
    except FairnessError as error:
        known = services.register.count(RegisterQuery())
        return [] if "\n" not in str(error) and known <= 1 else [str(error)]
    same = taken.assessment == states()[-1]
    return [] if same and services.register.check() == [] else [f"taken in: {taken.assessment.title}"]
