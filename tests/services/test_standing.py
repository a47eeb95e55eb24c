"""Each finding once; what was set aside stays so until its cause changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.deciding.actions import Action
from fairness_desktop.domain.deciding.deciding_findings import deciding_findings
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.findings import Finding, Severity
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import AssessmentId, OptionId
from fairness_desktop.services.standing import brought_back, set_aside, standing_list

NOTE = Finding(Severity.NOTE, "no_stop_rule", "options[0].stop_rule", "B can be tried small.")
ERROR = Finding(Severity.ERROR, "no_title", "title", "Say in a line what is to be decided.")


def case(*actions: Action) -> Assessment:
    """A decision with a chosen option and some work to do."""
    option = Option(OptionId("B"), "Anew", pilot=True)
    decision = Decision(chosen=OptionId("B"), actions=actions)
    return Assessment(AssessmentId("x"), FrameworkReference("model", "2", ""), options=(option,), decision=decision)


def test_that_each_is_told_once() -> None:
    again = replace(NOTE, message="told elsewhere too")

    assert standing_list(case(), (NOTE, ERROR, again)).open == (NOTE, ERROR)


def test_that_what_is_set_aside_is_not_told_again_and_can_be_brought_back() -> None:
    now = set_aside(case(), NOTE, (NOTE, ERROR))

    assert standing_list(now, (NOTE, ERROR)).open == (ERROR,)
    assert standing_list(now, (NOTE, ERROR)).aside == (NOTE,)
    assert standing_list(brought_back(now, NOTE), (NOTE, ERROR)).open == (NOTE, ERROR)


def test_that_it_comes_back_once_its_cause_has_changed() -> None:
    before = case(Action("1", "", "Clerk"))
    now = set_aside(before, wordless(before), deciding_findings(before))
    other = replace(now, decision=replace(now.decision, actions=(Action("1", " ", "Clerk"),)))

    assert wordless(now) in standing_list(now, deciding_findings(now)).aside
    assert wordless(other) in standing_list(other, deciding_findings(other)).open


def wordless(now: Assessment) -> Finding:
    return next(f for f in deciding_findings(now) if f.code == "action_no_words")


@pytest.mark.parametrize("told", ["Three groups hold 120 people.", "Dau grŵp: 130 o bobl."])
def test_that_other_numbers_are_another_cause(told: str) -> None:
    first = Finding(Severity.WARNING, "more_than_live_there", "groups", "Two groups hold 130 people.")
    now = set_aside(case(), first, (first,))

    back = standing_list(now, (replace(first, message=told),)).open

    assert bool(back) is ("130" not in told)


def test_that_the_same_in_another_language_stays_set_aside() -> None:
    english = Finding(Severity.WARNING, "no_size", "groups[0].size", "Say how many people “Carers” are.")
    now = set_aside(case(), english, (english,))

    assert standing_list(now, (replace(english, message="Dywedwch faint o bobl yw “Carers”."),)).open == ()


def test_that_what_stops_a_signature_cannot_be_set_aside() -> None:
    now = set_aside(case(), ERROR, (ERROR,))

    assert standing_list(now, (ERROR,)).open == (ERROR,)


def test_that_what_stands_no_more_is_forgotten() -> None:
    other = replace(NOTE, code="no_review_date", where="decision.review_date")
    now = set_aside(case(), NOTE, (NOTE, other))

    now = set_aside(now, other, (other,))

    assert [a.code for a in now.set_aside] == ["no_review_date"]
