"""Which decisions of a year are its weakest tenth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.reviewing.weakest import Reviewed, how_many, weakest_tenth

reviewed = st.lists(
    st.builds(Reviewed, st.uuids().map(str), st.sampled_from(["", "01-26", "02-26"]), st.sampled_from([0.0, 0.5, 1.0])),
    max_size=45,
)


def test_that_a_tenth_is_rounded_up() -> None:
    assert [how_many(n) for n in (0, 1, 9, 10, 11, 20, 21)] == [0, 1, 1, 1, 2, 2, 3]


@given(reviewed)
def test_that_nobody_else_kept_less(rows: list[Reviewed]) -> None:
    weakest = weakest_tenth(rows)

    assert len(weakest) == how_many(len(rows))
    others = [r for r in rows if r not in weakest]
    assert all(w.kept <= o.kept for w in weakest for o in others)


@given(reviewed)
def test_that_equal_ones_stand_in_the_order_of_their_references(rows: list[Reviewed]) -> None:
    shuffled = sorted(rows, key=lambda r: r.id, reverse=True)

    weakest = weakest_tenth(rows)
    assert weakest == weakest_tenth(shuffled)
    assert list(weakest) == sorted(weakest, key=lambda r: (r.kept, r.reference, r.id))
