"""How an assessment changes, and what it refuses to become."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.decision import Decision, Rejected
from fairness_desktop.domain.effects import Cell, Effect, Unanswered
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import AssessmentId, CriterionId, Grade, GroupId, OptionId

from ..strategies import MODEL, assessments

A, B, C = (OptionId(x) for x in "ABC")
P, Q = GroupId("p"), GroupId("q")
VOICE, ACCESS = CriterionId("voice"), CriterionId("access")
CRITERIA = (ACCESS, VOICE)


def start() -> Assessment:
    """Two groups, three options, nothing answered."""
    empty = Assessment(AssessmentId("a1"), FrameworkReference("model", "1", "0" * 64))
    for option in (Option(A, baseline=True), Option(B), Option(C)):
        empty = empty.with_option(option)
    return empty.with_group(Group(P)).with_group(Group(Q))


def gaps(assessment: Assessment) -> set[tuple[str, str, str | None]]:
    return {(u.option, u.group, u.criterion) for u in assessment.unanswered}


def test_that_a_new_group_is_unanswered_for_every_option_but_the_baseline() -> None:
    assert gaps(start()) == {(o, g, None) for o in "BC" for g in "pq"}


def test_that_a_new_option_is_unanswered_for_every_group() -> None:
    more = start().with_option(Option(OptionId("D")))

    assert gaps(more) - gaps(start()) == {("D", "p", None), ("D", "q", None)}


def test_that_a_baseline_added_late_has_nothing_to_answer() -> None:
    empty = Assessment(AssessmentId("a1"), FrameworkReference("model", "1", "0" * 64)).with_group(Group(P))

    assert empty.with_option(Option(A, baseline=True)).unanswered == ()


def test_that_a_group_may_be_as_large_as_a_continent() -> None:
    assert Group(P, size=1_000_000_000).size == 1_000_000_000


def test_that_a_change_leaves_the_earlier_value_as_it_was() -> None:
    before = start()
    before.with_cell(B, P, Cell(0.5, Grade.C, {VOICE: 1.0}), CRITERIA)

    assert before == start()


def test_that_an_answer_is_an_effect_and_the_criteria_passed_by_stay_open() -> None:
    after = start().with_cell(B, P, Cell(0.5, Grade.C, {VOICE: 1.0}, "told us"), CRITERIA)

    assert after.effects == (Effect(B, P, 0.5, Grade.C, {VOICE: 1.0}, "told us"),)
    assert ("B", "p", "access") in gaps(after)
    assert ("B", "p", None) not in gaps(after)


def test_that_nought_is_an_answer_and_nothing_is_not() -> None:
    after = start().with_cell(B, P, Cell(1.0, Grade.A, {VOICE: 0.0}), CRITERIA)

    assert after.cell(B, P, CRITERIA).impacts == {VOICE: 0.0}
    assert after.effects[0].impacts == {}


def test_that_without_reach_or_grade_what_was_entered_is_kept_but_not_scored() -> None:
    cell = Cell(None, Grade.B, {VOICE: -1.0}, "so far")

    after = start().with_cell(B, P, cell, CRITERIA)

    assert after.effects == ()
    assert after.cell(B, P, CRITERIA) == cell


def test_that_not_touched_is_an_answer() -> None:
    after = start().with_cell(B, P, Cell(touched=False), CRITERIA)

    assert not after.cell(B, P, CRITERIA).touched
    assert ("B", "p", None) not in gaps(after)


def test_that_clearing_a_cell_makes_it_unanswered_again() -> None:
    answered = start().with_cell(B, P, Cell(1.0, Grade.A, {VOICE: 1.0}), CRITERIA)

    cleared = answered.with_cell(B, P, Cell(), CRITERIA)

    assert cleared.effects == ()
    assert gaps(cleared) == gaps(start())
    assert all(u.so_far is None for u in cleared.unanswered)


def test_that_an_effect_is_changed_where_it_stands() -> None:
    case = start()
    for option in (B, C):
        case = case.with_cell(option, P, Cell(1.0, Grade.A, {VOICE: 1.0}), CRITERIA)

    changed = case.with_cell(B, P, Cell(0.5, Grade.A, {VOICE: 1.0}), CRITERIA)

    assert [(e.option, e.reach) for e in changed.effects] == [("B", 0.5), ("C", 1.0)]


def test_that_foreign_fields_of_a_pair_outlive_every_change_of_its_cell() -> None:
    note = {"x-asked": "the clerk"}
    gap = Unanswered(B, P, extra=note)
    case = replace(start(), unanswered=(gap, Unanswered(B, Q, so_far=Cell(extra=note))))

    half = case.with_cell(B, P, Cell(0.5), CRITERIA)
    whole = case.with_cell(B, Q, Cell(0.5, Grade.A), CRITERIA).with_cell(B, Q, Cell(0.6, Grade.A), CRITERIA)

    assert [u.extra for u in half.unanswered if u.group == P] == [note]
    assert whole.effects[0].extra == note


@given(assessments(draft=True), st.data())
def test_that_what_a_cell_shows_can_be_put_back_without_a_change(case: Assessment, data: st.DataObject) -> None:
    pairs = list(case.pairs())
    if pairs:
        option, group = data.draw(st.sampled_from(pairs))
        once = case.with_cell(option, group, case.cell(option, group, MODEL.criterion_ids), MODEL.criterion_ids)
        assert once.cell(option, group, MODEL.criterion_ids) == case.cell(option, group, MODEL.criterion_ids)
        assert set(once.effects and [(e.option, e.group) for e in once.effects]) == {
            (e.option, e.group) for e in case.effects
        }


def test_that_what_is_said_of_a_group_or_option_goes_with_it() -> None:
    case = start().with_cell(B, P, Cell(1.0, Grade.A, {VOICE: 1.0}), CRITERIA)
    decided = replace(case, decision=Decision(chosen=B, rejected=(Rejected(B, "no"), Rejected(C, "no"))))

    assert decided.without_group(P).effects == ()
    assert {u.group for u in decided.without_group(P).unanswered} == {"q"}
    gone = decided.without_option(B)
    assert (gone.effects, gone.decision.chosen, [r.option for r in gone.decision.rejected]) == ((), None, ["C"])
    assert {u.option for u in gone.unanswered} == {"C"}


def test_that_a_note_on_a_row_by_number_does_not_slip_to_the_next_row() -> None:
    notes = tuple({"field": f, "x": 1} for f in ("groups[1].size", "options[1].net_cost", "kind"))
    case = replace(start(), open_fields=notes)

    assert [o["field"] for o in case.without_group(P).open_fields] == ["options[1].net_cost", "kind"]
    assert [o["field"] for o in case.without_option(B).open_fields] == ["groups[1].size", "kind"]


def test_that_the_baseline_stays_and_stays_alone() -> None:
    with pytest.raises(InvalidInputError, match="always among them"):
        start().without_option(A)
    with pytest.raises(InvalidInputError, match="exactly one"):
        start().with_option(Option(B, baseline=True))


def test_that_the_baseline_has_no_effects() -> None:
    with pytest.raises(InvalidInputError, match="the baseline has no effects"):
        start().with_cell(A, P, Cell(1.0, Grade.A), CRITERIA)


def test_that_there_is_room_for_eight_options_and_twelve_groups() -> None:
    case = start()
    for i in range(5):
        case = case.with_option(Option(OptionId(f"o{i}")))
    for i in range(10):
        case = case.with_group(Group(GroupId(f"g{i}")))

    with pytest.raises(InvalidInputError, match="8 options already"):
        case.with_option(Option(OptionId("ninth")))
    with pytest.raises(InvalidInputError, match="12 groups already"):
        case.with_group(Group(GroupId("thirteenth")))
    assert len(case.with_group(Group(P, "Renamed")).groups) == 12


def test_that_an_unknown_row_is_refused_by_name() -> None:
    with pytest.raises(InvalidInputError, match="no option “Z”"):
        start().option(OptionId("Z"))
    with pytest.raises(InvalidInputError, match="no group “z”"):
        start().group(GroupId("z"))


NAN = float("nan")


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: Group(P, size=0),
        lambda: Group(P, need_level=6),
        lambda: Group(P, relative_income=NAN),
        lambda: Option(B, net_cost=NAN),
        lambda: Option(B, net_cost=1, cash_flow=()),
        lambda: CashFlow(0, "", NAN),
        lambda: CashFlow(-1, "", 1),
        lambda: Cell(reach=1.5),
        lambda: Cell(impacts={VOICE: NAN}),
        lambda: Effect(B, P, NAN, Grade.A, {}),
    ],
    ids=range(10),
)  # fmt: skip
def test_that_the_domain_refuses_nonsense(nonsense: object) -> None:
    assert callable(nonsense)
    with pytest.raises(InvalidInputError):
        nonsense()


def test_that_a_complaint_is_told_from_the_value_that_holds_it() -> None:
    complaint = InvalidInputError("size", "must be a whole number above 0")

    assert str(complaint.under("groups[3]")) == "groups[3].size: must be a whole number above 0"
    assert str(InvalidInputError("[0].year", "is missing").under("cash_flow")) == "cash_flow[0].year: is missing"
    assert complaint.under("groups[3]").where == "groups[3].size"


def test_that_an_option_without_a_short_name_is_told_by_its_name() -> None:
    assert (Option(B, "Long").in_short, Option(B, "Long", short_name="L").in_short) == ("Long", "L")
