"""What was felt first stays as it was noted, once a result was seen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fairness_desktop.domain.deciding.gut import GutFeeling, Sureness, kept
from fairness_desktop.domain.vocabulary import OptionId

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
FELT = GutFeeling(OptionId("B"), "Anew", Sureness.SURE, "It is near.")


def test_that_the_time_of_noting_is_kept() -> None:
    noted = kept(GutFeeling(), FELT, NOW, was_seen=False, is_seen=False)

    assert (noted.noted_at, noted.seen_at, noted.fixed) == (NOW, None, False)
    assert kept(noted, noted, LATER, was_seen=False, is_seen=False) == noted


def test_that_another_feeling_is_noted_anew_while_nothing_is_seen() -> None:
    noted = kept(GutFeeling(), FELT, NOW, was_seen=False, is_seen=False)
    other = GutFeeling(OptionId("A"), "As now", Sureness.GUESS, "")

    assert kept(noted, other, LATER, was_seen=False, is_seen=False).noted_at == LATER


def test_that_the_first_sight_of_a_result_fixes_it() -> None:
    noted = kept(GutFeeling(), FELT, NOW, was_seen=False, is_seen=False)
    seen = kept(noted, noted, LATER, was_seen=False, is_seen=True)

    assert (seen.noted_at, seen.seen_at) == (NOW, LATER)
    assert kept(seen, GutFeeling(OptionId("A")), LATER, was_seen=True, is_seen=True) == seen
    assert kept(seen, GutFeeling(), LATER, was_seen=False, is_seen=False) == seen


def test_that_nothing_can_be_felt_first_afterwards() -> None:
    assert kept(GutFeeling(), FELT, NOW, was_seen=True, is_seen=True) == GutFeeling()


def test_that_a_feeling_taken_back_leaves_no_time() -> None:
    noted = kept(GutFeeling(), FELT, NOW, was_seen=False, is_seen=False)

    assert kept(noted, GutFeeling(), LATER, was_seen=False, is_seen=False) == GutFeeling()
