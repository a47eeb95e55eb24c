"""Undo and redo, worked out from what is kept, against the two stacks everybody knows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.history import Act, Kept, Trail, trail

ACTS = st.lists(st.sampled_from(["change", "undo", "redo", "archive", "issue"]), max_size=30)


@given(ACTS)
def test_that_undo_and_redo_lead_where_two_stacks_would(acts: list[str]) -> None:
    now, current = Trail().after(Act.BEGUN, Kept(1, "")), 1
    kept, done, undone = [Act.BEGUN], list[int](), list[int]()
    for act in acts:
        number = len(kept) + 1
        if act == "change":
            done, undone, current = [*done, current], [], number
            kept.append(Act.CHANGED)
        elif act == "undo" and done:
            done, current, undone = done[:-1], done[-1], [*undone, current]
            kept.append(Act.UNDONE)
        elif act == "redo" and undone:
            undone, current, done = undone[:-1], undone[-1], [*done, current]
            kept.append(Act.REDONE)
        elif act == "issue":
            current = number
            kept.append(Act.ISSUED)
        elif act == "archive":
            kept.append(Act.ARCHIVED)
        else:
            continue
        now = now.after(kept[-1], Kept(number, ""))

    assert (now.undo_to, now.redo_to) == (done[-1] if done else None, undone[-1] if undone else None)
    assert trail(kept, "") == now


def test_that_nothing_is_taken_back_before_the_beginning() -> None:
    begun = trail([Act.TAKEN_IN], "")

    assert (begun.undo_to, begun.redo_to) == (None, None)
