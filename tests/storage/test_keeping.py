"""What is saved comes back, in the order and the shape in which it went."""

from __future__ import annotations

import itertools
import json
import sqlite3
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.history import HistoryLine
from fairness_desktop.domain.register import RegisterQuery, SortKey, Standings, Status
from fairness_desktop.domain.vocabulary import AssessmentId, Floor, Kind, OptionId
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.storage.store import SqliteStore, open_store

from ..strategies import assessments
from .kept import NOW, note, record


@settings(max_examples=8)
@given(assessments(draft=True, foreign=True))
def test_that_any_draft_is_equal_after_closing_and_reopening(
    tmp_path_factory: pytest.TempPathFactory, known: Frameworks, assessment: Assessment
) -> None:
    path = tmp_path_factory.mktemp("store") / "register.sqlite"
    first = open_store(path, known)
    first.save(assessment, Standings(), note())
    first.close()

    second = open_store(path, known)
    again = second.get(assessment.id)
    second.close()

    assert again == assessment


def test_that_the_newest_state_is_the_one_that_comes_back(store: SqliteStore, play_area: Assessment) -> None:
    for title in ("one", "two", "three"):
        store.save(replace(play_area, title=title), Standings(), note())

    again = store.get(play_area.id)

    assert again is not None
    assert again.title == "three"


def test_that_what_was_never_saved_is_not_there(store: SqliteStore) -> None:
    assert store.get(AssessmentId("never")) is None


def test_that_history_is_told_oldest_first(store: SqliteStore, play_area: Assessment) -> None:
    later = NOW + timedelta(minutes=1)
    store.save(play_area, Standings(), note())
    store.save(replace(play_area, title="other", summary="new"), Standings(), note(later))

    assert store.history(play_area.id)[-2:] == [
        HistoryLine(later, "Ann", "title", json.dumps(play_area.title), '"other"'),
        HistoryLine(later, "Ann", "summary", None, '"new"'),
    ]


def test_that_a_line_of_the_register_says_what_was_saved(store: SqliteStore, play_area: Assessment) -> None:
    decided = replace(play_area, decision=replace(play_area.decision, review_date=date(2027, 1, 2)))
    store.save(decided, Standings(OptionId("D"), 22.593116, Floor.GREEN), note())

    row = store.rows(RegisterQuery(), 0, 10)[0]

    assert (row.id, row.reference, row.title, row.kind) == (decided.id, "06-26", decided.title, Kind.INVOLVEMENT)
    assert (row.standings.leader, row.standings.score, row.standings.floor) == ("D", 22.593116, Floor.GREEN)
    assert (row.review_date, row.status, row.changed_at) == (date(2027, 1, 2), Status.DRAFT, NOW)


@pytest.mark.parametrize("key", SortKey)
@pytest.mark.parametrize("descending", [True, False])
def test_that_pages_never_overlap_whatever_the_order(
    store: SqliteStore, play_area: Assessment, key: SortKey, *, descending: bool
) -> None:
    for n in range(7):
        one = replace(play_area, id=AssessmentId(f"id-{n}"), title=f"T{n % 3}", reference=f"{n % 2}")
        store.save(one, Standings(score=float(n % 2)), note())
    query = RegisterQuery(sort=key, descending=descending)

    paged = list(itertools.chain.from_iterable(store.rows(query, at, 2) for at in range(0, 8, 2)))

    assert [r.id for r in paged] == [r.id for r in store.rows(query, 0, 100)]
    assert len({r.id for r in paged}) == 7


def test_that_titles_are_sorted_as_people_read_them(store: SqliteStore, play_area: Assessment) -> None:
    for title in ("beta", "Alpha", "gamma"):
        store.save(replace(play_area, id=AssessmentId(title), title=title), Standings(), note())

    rows = store.rows(RegisterQuery(sort=SortKey.TITLE, descending=False), 0, 9)

    assert [r.title for r in rows] == ["Alpha", "beta", "gamma"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 4), ("bowl", 2), ("BOWL grou", 1), ("207%", 1), ("%", 4), ("_", 4), ("o'brien", 1), ("absent", 0),
        ("llŷn", 1), ("Llyn", 1), ("gardd llyn", 1), ('"', 4), ("bowl OR field", 0), ("06-26", 4), ("obri", 0),
    ],
)  # fmt: skip
def test_that_words_are_looked_for_by_their_beginnings_whatever_their_accents(
    store: SqliteStore, play_area: Assessment, words: str, found: int
) -> None:
    for title in ("Bowl ground", "207% bowling green", "O'Brien's field", "Gardd Llŷn"):
        store.save(replace(play_area, id=AssessmentId(title), title=title), Standings(), note())

    assert store.count(RegisterQuery(words=words)) == found
    assert len(store.rows(RegisterQuery(words=words), 0, 9)) == found


def test_that_a_sealed_record_is_kept_byte_for_byte(store: SqliteStore, play_area: Assessment) -> None:
    store.save(play_area, Standings(), note())
    sealed = record(play_area, bytes(range(256)))

    store.keep_record(sealed)

    assert store.records(play_area.id) == [sealed]
    assert store.rows(RegisterQuery(status=Status.SIGNED), 0, 9)[0].id == play_area.id


def test_that_a_change_after_signing_is_said_in_the_register(store: SqliteStore, play_area: Assessment) -> None:
    store.save(play_area, Standings(), note())
    store.keep_record(record(play_area))

    store.save(replace(play_area, title="changed"), Standings(), note())

    assert store.rows(RegisterQuery(), 0, 1)[0].status is Status.CHANGED_SINCE


def test_that_a_record_waits_for_its_second_signature_until_it_is_completed(
    store: SqliteStore, play_area: Assessment
) -> None:
    store.save(play_area, Standings(), note())
    waiting = replace(record(play_area), awaits="Ann Clerk")
    completed = replace(record(play_area, b"%PDF-1.7 sealed twice"), completes=waiting.sha256)

    store.keep_record(waiting)
    before = store.rows(RegisterQuery(), 0, 1)[0].status
    store.keep_record(completed)

    assert (before, store.rows(RegisterQuery(), 0, 1)[0].status) == (Status.WAITING, Status.SIGNED)
    assert store.records(play_area.id) == [completed, waiting]


def test_that_a_record_completed_after_a_change_is_still_changed_since(
    store: SqliteStore, play_area: Assessment
) -> None:
    store.save(play_area, Standings(), note())
    waiting = replace(record(play_area), awaits="Ann Clerk")
    store.keep_record(waiting)
    store.save(replace(play_area, title="changed"), Standings(), note())

    store.keep_record(replace(record(play_area, b"%PDF-1.7 sealed twice"), completes=waiting.sha256))

    assert store.rows(RegisterQuery(), 0, 1)[0].status is Status.CHANGED_SINCE


def test_that_an_assessment_is_found_by_reference_and_by_id(store: SqliteStore, play_area: Assessment) -> None:
    twin = replace(play_area, id=AssessmentId("twin"))
    store.save(play_area, Standings(), note())
    store.save(twin, Standings(), note(NOW + timedelta(hours=1)))

    assert store.find("06-26") == (twin.id, play_area.id)
    assert store.find("twin") == (twin.id,)
    assert store.find("nothing") == ()


def test_that_settings_are_kept(store: SqliteStore) -> None:
    store.set_setting("who", "Ann")
    store.set_setting("who", "Bea")

    assert (store.setting("who"), store.setting("other")) == ("Bea", "")


def test_that_threads_take_turns(store: SqliteStore, play_area: Assessment) -> None:
    def save_some(name: str) -> None:
        for n in range(20):
            store.save(replace(play_area, id=AssessmentId(name), title=str(n)), Standings(), note())

    threads = [threading.Thread(target=save_some, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [len(store.steps(AssessmentId(name))) for name in ("a", "b", "c")] == [20, 20, 20]
    assert store.check() == []


def test_that_what_was_counted_is_counted_anew_after_a_change_and_after_what_was_taken_back(
    store: SqliteStore, play_area: Assessment
) -> None:
    def count() -> int:
        return store.count(RegisterQuery(words="play"))

    def begin(name: str) -> None:
        store.save(replace(play_area, id=AssessmentId(name)), Standings(), note())

    counts = [count()]
    begin("one")
    counts.append(count())
    with suppress(KeyboardInterrupt), store.together():
        begin("two")
        counts.append(count())
        raise KeyboardInterrupt
    counts.append(count())
    begin("three")

    assert [*counts, count()] == [0, 1, 2, 1, 2]


def test_that_what_another_program_wrote_is_counted(store: SqliteStore, play_area: Assessment) -> None:
    store.save(play_area, Standings(), note())
    before = store.count(RegisterQuery())
    with sqlite3.connect(store._path) as other:
        other.execute("DELETE FROM register")

    assert (before, store.count(RegisterQuery())) == (1, 0)
