"""Every verdict is told in words that fit it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.sealing.trust import Root
from fairness_desktop.domain.sealing.verdict import (
    Cause,
    Recomputed,
    RecordCheck,
    Relaid,
    SignatureSeen,
    Verdict,
    verdict_label,
    verdict_on,
)
from fairness_desktop.telling.checked import report, to_be_trusted
from fairness_desktop.telling.verdicts import answers, headline, in_ranges, in_short, meaning, next_steps, why

THEN = datetime(2026, 11, 23, tzinfo=UTC)
ROOT = Root("Root 2026", "Example Parish Council", "ab" * 32, THEN, THEN, b"")
SEEN = SignatureSeen("Ann", "Clerk", THEN, "signer_clock", trusted=False, fingerprint="cd" * 32,
                     covers_whole_file=True, root=ROOT)  # fmt: skip


def check(cause: Cause, **said: object) -> RecordCheck:
    facts: dict[str, object] = {"signatures": (SEEN,), "reference": "07-26", **said}
    return RecordCheck("a.pdf", verdict_on(cause), why(cause, count=1, expected=2, what="x"), cause=cause, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("cause", Cause)
def test_that_every_cause_has_its_words_and_something_to_do(cause: Cause) -> None:
    found = check(cause)

    assert "{" not in found.why + meaning(found) + in_short(found)
    assert next_steps(found)
    assert verdict_label(found.verdict) in report(found)


def test_that_every_verdict_is_explained_before_any_file_is_checked() -> None:
    assert [verdict for verdict, _said in answers()] == list(Verdict)


@pytest.mark.parametrize("differs", [{"relaid": Relaid.DIFFERS}, {"recomputed": Recomputed.DIFFERS}])
@pytest.mark.parametrize("cause", [Cause.SOUND, Cause.NOT_TRUSTED])
def test_that_a_seal_over_what_does_not_follow_is_never_called_valid(cause: Cause, differs: dict[str, object]) -> None:
    found = check(cause, **differs)

    assert "alid" not in headline(found)
    assert "Do not rely" in next_steps(found)[0]
    assert to_be_trusted([found]) == []


def test_that_the_page_that_was_changed_is_named() -> None:
    found = check(Cause.AFTERWARDS, relaid=Relaid.DIFFERS, pages=(3,), page_count=8)

    assert (in_short(found), headline(found)) == ("page 3", "Changed after signing")
    assert (
        meaning(found)
        == "1 person signed this record. Page 3 is no longer the page signed, so nobody vouches for this copy."
    )


def test_that_signatures_that_no_longer_fit_are_not_said_to_be_anybody_s() -> None:
    assert "It bears 1 signature, which no longer fits it." in meaning(check(Cause.SIGNED_BYTES))


def test_that_a_change_elsewhere_than_on_the_pages_is_said_to_be_elsewhere() -> None:
    assert "elsewhere" in meaning(check(Cause.AFTERWARDS, relaid=Relaid.MATCHES))


def test_that_the_record_is_asked_for_by_its_reference() -> None:
    assert "Ask the council for record 07-26 again" in next_steps(check(Cause.AFTERWARDS))[1]


def test_that_the_council_to_telephone_is_named() -> None:
    assert next_steps(check(Cause.NOT_TRUSTED))[0].startswith("Telephone Example Parish Council")


def test_that_a_root_to_be_trusted_is_told_once_however_many_records_are_under_it() -> None:
    assert to_be_trusted([check(Cause.NOT_TRUSTED)] * 3) == [ROOT]


def test_that_missing_signatures_are_counted() -> None:
    assert in_short(check(Cause.HALF_SIGNED, signatures_expected=2)) == "1 of 2 signatures"


@given(st.sets(st.integers(1, 30)))
def test_that_page_numbers_drawn_together_are_the_same_pages(pages: set[int]) -> None:
    drawn = in_ranges(sorted(pages))
    spread = set()
    for part in drawn.split(", ") if drawn else []:
        first, _dash, last = part.partition("–")
        spread |= set(range(int(first), int(last or first) + 1))

    assert spread == pages
