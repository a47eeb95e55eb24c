"""Lines found by reviews: what is due, and the weakest tenth of a year, against the same done by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.authority import Body
from fairness_desktop.domain.history import Act
from fairness_desktop.domain.register import RegisterQuery, Shelf, SortKey, Standings, Status
from fairness_desktop.domain.reviewing.review import Outcome, Review, ReviewVerdict
from fairness_desktop.domain.reviewing.weakest import Reviewed, weakest_tenth
from fairness_desktop.domain.vocabulary import AssessmentId, GroupId
from fairness_desktop.storage.store import SqliteStore

from .kept import note, record

COUNCILS = ("Upper Example", "Lower Example")
DUE = date(2027, 3, 1)


def reviewed(came: float, year: int = 2027) -> Review:
    row = Outcome(GroupId("p"), "P", 100, 2, 1, came, 1)
    return Review(
        "ab" * 32, date(year, 5, 4), "A. Clerk", (row,), verdict=ReviewVerdict.KEEP, reasons="It was looked at."
    )


@pytest.fixture
def many(store: SqliteStore, play_area: Assessment) -> list[Assessment]:
    """Twenty-three reviewed in 2027, of two councils, many alike; one in 2026; one that is not finished."""
    bare = replace(play_area, groups=play_area.groups[:1], effects=(), unanswered=())
    made = [
        replace(
            bare,
            id=AssessmentId(f"d{i}"),
            reference=f"{(i * 7) % 23:02}-27",
            body=Body(COUNCILS[i % 2]),
            review=reviewed((i % 4) / 2),
        )
        for i in range(23)
    ]
    made += [
        replace(bare, id=AssessmentId("old"), review=reviewed(-3, 2026)),
        replace(bare, id=AssessmentId("open"), review=replace(reviewed(-3), reasons="")),
    ]
    for one in made:
        store.save(one, Standings(), note())
    return made


def by_hand(made: list[Assessment], council: str = "") -> list[str]:
    lines = [
        Reviewed(a.id, a.reference, a.review.kept or 0.0)
        for a in made
        if a.review.finished and a.review.date and a.review.date.year == 2027 and council in ("", a.body.name)
    ]
    return [r.id for r in weakest_tenth(lines)]


@pytest.mark.parametrize("council", ["", *COUNCILS])
def test_that_the_weakest_tenth_is_that_of_the_domain_weakest_first(
    store: SqliteStore, many: list[Assessment], council: str
) -> None:
    query = RegisterQuery(weakest_of=2027, body=council)

    assert [row.id for row in store.rows(query, 0, 99)] == by_hand(many, council)
    assert store.count(query) == len(by_hand(many, council)) in (2, 3)
    assert store.reviewed_years() == [2027, 2026]


def test_that_putting_a_weak_one_away_makes_no_other_weak(store: SqliteStore, many: list[Assessment]) -> None:
    query = RegisterQuery(weakest_of=2027)
    before = [row.id for row in store.rows(query, 0, 99)]

    store.mark(before[0], note(act=Act.ARCHIVED))

    after = store.rows(query, 0, 99)
    assert [row.id for row in after] == before
    assert [row.shelf for row in after] == [Shelf.ARCHIVE, Shelf.LIVE, Shelf.LIVE]


def test_that_words_and_filters_narrow_what_is_weakest_and_never_what_is_ranked(
    store: SqliteStore, many: list[Assessment]
) -> None:
    weakest = store.rows(RegisterQuery(weakest_of=2027), 0, 99)

    found = store.rows(RegisterQuery(weakest_of=2027, words=weakest[1].reference), 0, 99)
    assert [row.id for row in found] == [weakest[1].id]
    assert store.count(RegisterQuery(weakest_of=2027, status=Status.SIGNED)) == 0
    by_title = RegisterQuery(weakest_of=2027, sort=SortKey.REFERENCE, descending=False)
    assert [r.reference for r in store.rows(by_title, 0, 99)] == sorted(r.reference for r in weakest)


def test_that_a_review_is_due_from_its_day_on_while_it_is_not_finished(
    store: SqliteStore, play_area: Assessment
) -> None:
    dated = replace(play_area, decision=replace(play_area.decision, review_date=DUE))
    due = RegisterQuery(due=True, as_of=DUE)
    store.save(dated, Standings(), note())
    assert store.count(due) == 0  # nothing was issued

    store.keep_record(record(dated))
    assert [row.id for row in store.rows(due, 0, 9)] == [dated.id]
    assert store.count(replace(due, as_of=date(2027, 2, 28))) == 0

    store.save(replace(dated, review=reviewed(1)), Standings(), note())
    assert store.count(due) == 0
    assert store.check() == []


def test_that_a_review_leaves_a_signed_decision_signed_and_any_other_change_does_not(
    store: SqliteStore, play_area: Assessment
) -> None:
    store.save(play_area, Standings(), note())
    store.keep_record(record(play_area))

    store.save(replace(play_area, review=reviewed(1)), Standings(), note())
    (row,) = store.rows(RegisterQuery(), 0, 9)
    assert (row.status, row.reviewed, row.kept) == (Status.SIGNED, 2027, 0.5)

    store.save(replace(play_area, review=reviewed(1), title="Another"), Standings(), note())
    assert store.rows(RegisterQuery(), 0, 9)[0].status is Status.CHANGED_SINCE
    assert store.check() == []


def test_that_lines_made_anew_are_the_same(store: SqliteStore, many: list[Assessment]) -> None:
    before = store.rows(RegisterQuery(weakest_of=2027), 0, 99)

    store.rebuild()

    assert store.rows(RegisterQuery(weakest_of=2027), 0, 99) == before
