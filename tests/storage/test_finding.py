"""Pages of the register, by whichever way they are found, against the same done by hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.register import RegisterQuery, RegisterRow, Shelf, SortKey, Status
from fairness_desktop.domain.vocabulary import Floor, Kind
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.storage.register import finding
from fairness_desktop.storage.store import SqliteStore, open_store

from ..benchmarks.many import BODIES, fill

COUNT = 700
EVERY = RegisterQuery(descending=False)
QUERIES = st.builds(
    RegisterQuery,
    words=st.sampled_from(["", "pool", "llyfr", "PARISH", "opening pool", "no 123", "absent", "tŷ"]),
    status=st.none() | st.sampled_from([Status.DRAFT, Status.SIGNED]),
    sort=st.sampled_from(SortKey),
    descending=st.booleans(),
    body=st.sampled_from(["", *BODIES]),
    kind=st.none() | st.sampled_from(Kind),
    floor=st.none() | st.sampled_from(Floor),
    year=st.none() | st.sampled_from([2006, 2015]),
    shelf=st.sampled_from([Shelf.LIVE, Shelf.LIVE, Shelf.ARCHIVE]),
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, known: Frameworks) -> Iterator[SqliteStore]:
    path = tmp_path_factory.mktemp("many") / "register.sqlite"
    fill(path, COUNT)
    store = open_store(path, known)
    yield store
    store.close()


@pytest.fixture(scope="module")
def lines(many: SqliteStore) -> list[RegisterRow]:
    return many.rows(EVERY, 0, COUNT)


def has(row: RegisterRow, words: str) -> bool:
    """Whether every word begins a word of what is searched; of these lines that is title, council and role."""
    text = f"{row.title} {row.body} {row.decided_by} {row.reference} The is wanted Carry on as now"
    begun = folded(text).replace(",", " ").replace(".", " ").replace("-", " ").split()
    return all(any(word.startswith(one) for word in begun) for one in folded(words).split())


def folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def key(row: RegisterRow, sort: SortKey) -> tuple[bool, object]:
    value = getattr(row, sort.value, None)
    if sort in (SortKey.SCORE, SortKey.FLOOR):
        value = getattr(row.standings, sort.value)
    if isinstance(value, str):
        value = value.lower() if sort not in (SortKey.FLOOR, SortKey.KIND, SortKey.STATUS) else str(value)
    return value is not None, value if value is not None else 0


def by_hand(lines: list[RegisterRow], query: RegisterQuery) -> list[str]:
    wanted = [
        row
        for row in lines
        if has(row, query.words)
        and query.status in (None, row.status)
        and query.body in ("", row.body)
        and query.kind in (None, row.kind)
        and query.floor in (None, row.standings.floor)
        and query.year in (None, row.year)
        and query.shelf is row.shelf
    ]
    number = {row.id: n for n, row in enumerate(lines)}
    return [r.id for r in sorted(wanted, key=lambda r: (key(r, query.sort), number[r.id]), reverse=query.descending)]


@pytest.mark.parametrize("weight", [0, 10, 10**9])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES, offset=st.integers(0, COUNT), limit=st.sampled_from([1, 50, 200]))
def test_that_every_page_is_the_one_made_by_hand(
    many: SqliteStore,
    lines: list[RegisterRow],
    monkeypatch: pytest.MonkeyPatch,
    weight: int,
    query: RegisterQuery,
    offset: int,
    limit: int,
) -> None:
    monkeypatch.setattr(finding, "FETCHING", weight)

    wanted = by_hand(lines, query)

    assert many.count(query) == len(wanted)
    assert [row.id for row in many.rows(query, offset, limit)] == wanted[offset : offset + limit]


def test_that_the_register_made_to_measure_with_is_as_the_store_would_have_made_it(many: SqliteStore) -> None:
    assert many.check() == []


def test_that_what_lies_elsewhere_is_not_among_the_others(many: SqliteStore) -> None:
    assert many.count(replace(EVERY, shelf=Shelf.TRASH)) == 0


def test_that_a_register_left_by_an_older_program_says_that_it_must_be_brought_up_to_date(many: SqliteStore) -> None:
    many._db.execute("ALTER TABLE waits RENAME TO put_aside")

    with pytest.raises(StorageError, match="brought up to date"):
        many.count(replace(EVERY, for_me=True))

    many._db.execute("ALTER TABLE put_aside RENAME TO waits")
    assert many.count(replace(EVERY, for_me=True)) == 0


def test_that_what_waits_for_somebody_is_found_through_an_index(many: SqliteStore) -> None:
    sql = f"EXPLAIN QUERY PLAN SELECT n FROM waits w WHERE {finding._FOR_ME}"  # noqa: S608 - of our own making

    plan = [row[3] for row in many._db.execute(sql, {"me": "ann"}).fetchall()]

    assert [step for step in plan if step.startswith("SCAN")] == []
    assert sum("waits_for" in step for step in plan) == 2
