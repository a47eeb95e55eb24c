"""What is to be mended in a draft, and what is to be thought of: a sentence each, at its place."""

from __future__ import annotations

import pytest

from fairness_desktop.app import known_frameworks
from fairness_desktop.frameworks.catalogue import SHIPPED
from fairness_desktop.services.adopting import rows
from fairness_desktop.services.adopting.editing import Document, Way, draft_of, value_at, with_value
from fairness_desktop.services.adopting.faults import faults

MODEL = draft_of(known_frameworks()[SHIPPED], "3")
SCHEDULE = ("discount", "schedule")


def stopping(document: Document) -> list[str]:
    return [fault.message for fault in faults(document) if fault.stops]


def thought_of(document: Document) -> list[str]:
    return [fault.message for fault in faults(document) if not fault.stops]


def test_that_the_framework_that_ships_has_no_fault() -> None:
    assert faults(MODEL) == ()


STOPS: list[tuple[Way, object, str]] = [
    (("title",), " ", "a title"),
    (("id",), "", "short name"),
    (("version",), "", "which version"),
    (("criteria", 2, "name"), "", "Criterion 3 has no name"),
    (("criteria", 2, "asks"), "", "“Voice” does not say what it asks"),
    (("criteria", 2, "anchors", "2"), "", "“Voice” has no words for an effect of size 2."),
    (("criteria", 2, "name"), "access", "Two criteria are called “access”"),
    (("kinds", 2, "about"), "", "Technical: say in a sentence"),
    (("kinds", 0, "red_flags", 0, "says"), "", "Involvement: a check says nothing"),
    (("elasticity", "low"), 1.5, "η must lie between"),
    (("elasticity", "high"), 4.5, "η must lie between"),
    (("need_ladder", 3, "living_standard"), 0.9, "Need level 3 must have a lower living standard than level 2"),
    (("need_ladder", 5, "living_standard"), 0, "above 0"),
    (("need_ladder", 1, "name"), "", "Need level 1 has no name"),
    (("need_threshold",), 0, "threshold"),
    (("need_evidence", "deprivation_deciles", "4"), None, "each tenth"),
    (("need_evidence", "best_grade_from_area"), "A", "grade C at best"),
    (("floor", "red_mean"), 0.5, "RED below where it is AMBER"),
    (("floor", "red_single"), 1, "lies below 0"),
    (("loss_cap",), -5, "cap on loss"),
    (("half_widths", "B"), -1, "0 or more"),
    (("robustness", "draws"), 0, "1 to 1,000,000 times"),
    (("robustness", "weight_low"), 3, "least share"),
    (("robustness", "leaning"), 0.9, "at least as much"),
    (("kappa",), 0, "κ"),
    (("reads_equal_below",), 0, "read equal"),
    ((*SCHEDULE, 5, "to_year"), 400, "all later years"),
    ((*SCHEDULE, 2, "to_year"), 40, "rise from row to row"),
    ((*SCHEDULE, 2, "rate"), 2, "0 to 100 %"),
    (("classifier", "statements", 4, "text"), "", "Statement 5 says nothing"),
    (("classifier", "least_margin"), 0, "least margin"),
    (("classifier", "scale", 1), 0, "scale"),
    (("levels", 2, "name"), "", "Level 2 has no name"),
]


@pytest.mark.parametrize(("way", "value", "said"), STOPS, ids=[f"{'.'.join(map(str, w))}={v}" for w, v, _s in STOPS])
def test_that_what_has_to_be_mended_is_said_at_its_section(way: Way, value: object, said: str) -> None:
    draft = with_value(MODEL, way, value)
    found = [fault for fault in faults(draft) if fault.stops]
    assert any(said in fault.message for fault in found)
    assert all(fault.way[0] == way[0] for fault in found)


THINK: list[tuple[Way, object, str]] = [
    (("elasticity", "source"), "", "where η comes from"),
    (("discount", "source"), "", "where the discount rates come from"),
    (("need_threshold",), 0.2, "No rung of the ladder"),
    (("need_evidence", "deprivation_deciles", "9"), 2, "less deprived tenth"),
    (("half_widths", "D"), 0.1, "narrower range"),
    (("robustness", "draws"), 10, "rough"),
    (("kinds", 0, "before_scoring", 1, "condition"), "neediest_heard", "checked twice"),
]


@pytest.mark.parametrize(("way", "value", "said"), THINK, ids=[".".join(map(str, w)) for w, _v, _s in THINK])
def test_that_what_should_be_thought_of_stops_nothing(way: Way, value: object, said: str) -> None:
    draft = with_value(MODEL, way, value)
    assert stopping(draft) == []
    assert any(said in message for message in thought_of(draft))


def test_that_a_version_without_a_criterion_of_the_short_form_says_so() -> None:
    draft = rows.without_criterion(MODEL, 1)
    assert stopping(draft) == []
    assert any("The short form also asks for access" in message for message in thought_of(draft))


def test_that_one_without_any_criterion_of_the_short_form_is_stopped() -> None:
    draft = MODEL
    for at in (5, 1, 0):
        draft = rows.without_criterion(draft, at)
    assert any("keep at least one of them" in message for message in stopping(draft))


def test_that_a_check_on_a_criterion_that_is_gone_is_told() -> None:
    told = thought_of(rows.without_criterion(MODEL, 2))
    assert any("Involvement: a check looks at “voice”" in message for message in told)


def test_that_a_kind_that_nothing_counts_in_is_stopped() -> None:
    nothing = dict.fromkeys(value_at(MODEL, ("kinds", 1, "weights")), 0)
    assert any(
        "Joined-up: all weights are 0" in m for m in stopping(with_value(MODEL, ("kinds", 1, "weights"), nothing))
    )


def test_that_kinds_with_unlike_numbers_of_statements_are_told_and_one_with_none_is_stopped() -> None:
    statements = ("classifier", "statements")
    draft = rows.without_row(MODEL, statements, 0)
    assert any("not the same number" in message for message in thought_of(draft))
    for _time in range(2):
        draft = rows.without_row(draft, statements, 0)
    assert any("No statement speaks for Involvement" in message for message in stopping(draft))


def test_that_what_the_form_alone_refuses_is_told_as_well() -> None:
    draft = with_value(MODEL, ("kinds", 0, "closest_level"), 9)
    assert stopping(draft) == ["kinds[0].closest_level: must be a whole number from 0 to 6"]
