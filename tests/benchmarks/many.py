"""A register of any number of decisions, as if each had been saved: made to measure with, the same for the same seed.

python -m tests.benchmarks.many FILE [COUNT]
"""

from __future__ import annotations

import hashlib
import random
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fairness_desktop.domain.history import NO_HASH, Act, Note, Step
from fairness_desktop.domain.register import Shelf, Standings, Status
from fairness_desktop.domain.vocabulary import AssessmentId, BodyKind, Floor, Kind, Nation, OptionId
from fairness_desktop.exchange.canonical import canonical
from fairness_desktop.exchange.chain import changes_between, step_hash
from fairness_desktop.storage.database import open_database
from fairness_desktop.storage.keeping.packing import whole
from fairness_desktop.storage.keeping.reading import changes_to
from fairness_desktop.storage.library import Database
from fairness_desktop.storage.migrations.shape import INDEXES
from fairness_desktop.storage.register.projection import Circumstances, project
from fairness_desktop.storage.register.writing import INTO_SEARCH, SHOWN, facet, row_of

BATCH = 5000
THINGS = ("allotment", "bus", "centre", "drainage", "footpath", "garden", "hall", "library", "market", "pavilion",
          "pool", "school", "shelter", "tree", "youth club", "llyfrgell", "tŷ cymuned", "maes chwarae")  # fmt: skip
DONE = ("closing", "extending", "leasing", "moving", "opening", "repairing", "replacing", "sharing")
PLACES = tuple(f"{first}{last}" for first in ("Ash", "Bryn", "Cor", "Dun", "El", "Llan", "Ox", "Pen", "Ser", "Wor")
               for last in ("bury", "combe", "dale", "fair", "ford", "gwyn", "ham", "mere", "ton", "wick"))  # fmt: skip
BODIES = tuple(f"{place} Parish Council" for place in PLACES[:3])
ROLES = ("Clerk", "Deputy Clerk", "Amenities Committee", "Head of Service", "Officer for Highways", "Full council")
FIRST = datetime(2006, 1, 2, 9, tzinfo=UTC)


def fill(path: Path, count: int, seed: int = 1) -> None:
    """Make the file and put that many decisions in it."""
    db = open_database(path)
    for name in [statement.split()[2] for statement in INDEXES]:
        db.execute(f"DROP INDEX {name}")
    db.execute("PRAGMA synchronous = OFF")
    made = _decisions(count, random.Random(seed))  # noqa: S311 - data to measure with
    total = bytes(32)
    for begin in range(0, count, BATCH):
        total = _batch(db, begin, [next(made) for _ in range(min(BATCH, count - begin))], total)
    db.execute("INSERT INTO search (search) VALUES ('optimize')")
    for statement in INDEXES:
        db.execute(statement)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def _batch(db: Database, begin: int, made: list[tuple[dict[str, object], Standings, datetime]], total: bytes) -> bytes:
    """A transaction's worth; every row as the store itself would have written it."""
    ids, versions, lines, words = [], [], [], []
    db.execute("BEGIN IMMEDIATE")
    for n, (document, standings, at) in enumerate(made, begin + 1):
        text = canonical(document)
        digest = hashlib.sha256(text).digest()
        step = Step(1, Note(at, "Ann", Act.BEGUN), digest.hex(), changes_between({}, document), standings, NO_HASH)
        hash_ = bytes.fromhex(step_hash(AssessmentId(str(document["id"])), step))
        total = hashlib.sha256(total + hash_).digest()
        iso = at.isoformat()
        shown = project(document, Circumstances(standings, Shelf.LIVE, Status.DRAFT, iso, iso))
        ids.append((n, document["id"]))
        versions.append((n, n, 1, iso, "Ann", "begun", "", digest, changes_to(step.changes), standings.leader,
                         standings.score, standings.floor, hash_, total, 1, whole(text)))  # fmt: skip
        lines.append((n, *row_of(n, facet(db, shown.facet), shown)))
        words.append((n, *shown.texts))
    db.conn.executemany("INSERT INTO assessments VALUES (?, ?)", ids)
    db.conn.executemany(f"INSERT INTO versions VALUES (?{', ?' * 15})", versions)  # noqa: S608
    columns = f"n, {', '.join(SHOWN)}"
    db.conn.executemany(f"INSERT INTO register ({columns}) VALUES (?{', ?' * len(SHOWN)})", lines)  # noqa: S608
    db.conn.executemany(INTO_SEARCH, words)
    db.execute("COMMIT")
    return total


def _decisions(count: int, chance: random.Random) -> Iterator[tuple[dict[str, object], Standings, datetime]]:
    """Documents with all that the register shows and searches; two hundred lines a day, for a million."""
    for n in range(count):
        at = FIRST + timedelta(minutes=n * (10_000_000 / max(count, 1)))
        thing, place = chance.choice(THINGS), chance.choice(PLACES)
        title = f"{chance.choice(DONE).capitalize()} the {thing} at {place}, no. {n}"
        scored = chance.random() < 0.9
        standings = Standings()
        if scored:
            standings = Standings(
                OptionId(chance.choice("BCD")), round(chance.gauss(5, 9), 6), chance.choice(list(Floor))
            )
        yield _document(n, title, thing, at, chance), standings, at


def _document(n: int, title: str, thing: str, at: datetime, chance: random.Random) -> dict[str, object]:
    review = (at + timedelta(days=chance.randint(90, 700))).date().isoformat()
    return {
        "format": "fairness-desktop/assessment",
        "format_version": 1,
        "id": str(uuid.UUID(int=chance.getrandbits(128))),
        "reference": f"{n % 400 + 1:02}-{at:%y}",
        "title": title,
        "kind": chance.choice(list(Kind)).value,
        "body": {"name": BODIES[n % 3], "kind": BodyKind.PARISH_COUNCIL.value, "nation": Nation.ENGLAND.value},
        "authority": {
            "kind": "general",
            "decision_maker": {"name": "Ann", "role": chance.choice(ROLES), "capacity": "officer"},
        },
        "framework": {"id": "model", "version": "1", "sha256": ""},
        "groups": [],
        "options": [{"id": "A", "name": "Carry on as now", "baseline": True, "net_cost": 0}],
        "effects": [],
        "decision": {
            "date": at.date().isoformat(),
            "review_date": review,
            "reasons": f"Because the {thing} is wanted.",
        },
    }


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
