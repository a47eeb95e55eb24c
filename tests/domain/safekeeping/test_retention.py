"""Six years, to the day."""

from __future__ import annotations

from datetime import date

import pytest

from fairness_desktop.domain.safekeeping.retention import is_past, kept_until


@pytest.mark.parametrize(
    ("decided", "until"),
    [(date(2020, 11, 23), date(2026, 11, 23)), (date(2020, 2, 29), date(2026, 2, 28))],
)
def test_that_a_record_is_kept_for_six_years_to_the_day(decided: date, until: date) -> None:
    assert kept_until(decided) == until
    assert not is_past(decided, until)
    assert is_past(decided, date.fromordinal(until.toordinal() + 1))
