"""Copies grow fewer with age, and never so few that a day or a month that had one has none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.safekeeping.copies import DAYS_KEPT, Copy, Occasion, occasion_label, superfluous

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def copy(ago: timedelta, occasion: Occasion = Occasion.START) -> Copy:
    at = NOW - ago
    return Copy(Path(f"{at:%Y-%m-%d-%H%M%S}"), at, occasion, 1)


def kept(copies: Sequence[Copy], now: datetime = NOW) -> list[Copy]:
    going = superfluous(copies, now)
    return [c for c in copies if c not in going]


def some_copies() -> st.SearchStrategy[list[Copy]]:
    minutes = st.integers(0, 3 * 365 * 24 * 60).map(lambda m: timedelta(minutes=m))
    return st.lists(st.builds(copy, minutes, st.sampled_from(Occasion)), max_size=60, unique_by=_path)


def _path(one: Copy) -> Path:
    return one.path


def test_that_all_of_the_last_day_are_kept() -> None:
    copies = [copy(timedelta(hours=h)) for h in range(24)]

    assert superfluous(copies, NOW) == ()


def test_that_of_a_day_of_this_month_the_last_is_kept() -> None:
    copies = [copy(timedelta(days=5, hours=h)) for h in range(6)]

    assert kept(copies) == copies[:1]


def test_that_of_a_month_before_the_last_is_kept() -> None:
    copies = [copy(timedelta(days=d)) for d in range(60, 80)]

    assert [c.at.strftime("%Y-%m-%d") for c in kept(copies)] == ["2026-09-24"]


def test_that_a_year_of_starts_a_day_leaves_a_month_of_days_and_then_months() -> None:
    copies = [copy(timedelta(days=d, hours=1)) for d in range(365)]

    assert len(kept(copies)) == DAYS_KEPT + 11


def test_that_days_are_those_where_the_program_runs() -> None:
    late, early = copy(timedelta(days=3, hours=12.5)), copy(timedelta(days=3, hours=11.5))
    elsewhere = NOW.astimezone(timezone(timedelta(hours=2)))

    assert kept([late, early]) == [late, early]
    assert kept([late, early], elsewhere) == [early]


@given(some_copies())
def test_that_copies_made_for_a_reason_never_go(copies: list[Copy]) -> None:
    assert {c.occasion for c in superfluous(copies, NOW)} <= {Occasion.START}


@given(some_copies())
def test_that_every_day_of_a_month_and_every_month_that_had_a_copy_still_has_its_last(copies: list[Copy]) -> None:
    starts = [c for c in copies if c.occasion is Occasion.START]
    still = {c.at for c in kept(starts)}
    recent = [c.at for c in starts if NOW - c.at < timedelta(days=DAYS_KEPT)]

    for form, times in (("%Y-%m-%d", recent), ("%Y-%m", [c.at for c in starts])):
        for slot in {at.strftime(form) for at in times}:
            assert max(at for at in times if at.strftime(form) == slot) in still


@given(some_copies(), st.integers(0, 400).map(lambda days: timedelta(days=days)))
def test_that_thinning_twice_or_later_takes_nothing_that_thinning_once_would_have_kept_for_its_month(
    copies: list[Copy], later: timedelta
) -> None:
    starts = [c for c in copies if c.occasion is Occasion.START]

    once = kept(kept(starts), NOW + later)

    assert kept(once, NOW + later) == once
    assert {c.at.strftime("%Y-%m") for c in once} == {c.at.strftime("%Y-%m") for c in starts}


def test_that_every_occasion_is_said() -> None:
    assert len({occasion_label(o) for o in Occasion}) == len(Occasion)
