"""Votes by name: what is counted, what carries, and who may not vote."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.authority import Authority, DecisionMaker
from fairness_desktop.domain.deciding.actions import MOST_ACTIONS, Action
from fairness_desktop.domain.deciding.deciding_findings import deciding_findings
from fairness_desktop.domain.deciding.votes import Cast, Casting, Dissent, Vote, Voting, barred, votes_are_taken
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.findings import Severity
from fairness_desktop.domain.law.answers import Interest
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.readiness import missing_for_signing
from fairness_desktop.domain.reviewing.review import Review
from fairness_desktop.domain.vocabulary import AssessmentId, Capacity, Form, Grade, GroupId, OptionId

DAY = dt.date(2026, 11, 23)
FOR, AGAINST, OUT = Cast.FOR, Cast.AGAINST, Cast.ABSTAINED


def voting(*casts: Cast | None, casting: Casting | None = None) -> Voting:
    return Voting(tuple(Vote(str(i), f"Member {i}", cast) for i, cast in enumerate(casts)), casting)


def case(
    decision: Decision, capacity: Capacity = Capacity.COMMITTEE, declared: tuple[Interest, ...] = ()
) -> Assessment:
    return Assessment(
        AssessmentId("x"),
        FrameworkReference("model", "2", "0" * 64),
        options=(Option(OptionId("A"), "As now", baseline=True), Option(OptionId("B"), "Anew")),
        authority=Authority(decision_maker=DecisionMaker(capacity=capacity)),
        declared=declared,
        effects=(Effect(OptionId("B"), GroupId("g"), 1.0, Grade.C, {}),),
        decision=replace(decision, chosen=OptionId("B")),
    )


def found(now: Assessment) -> dict[str, str]:
    return {f.code: f.where for f in deciding_findings(now)}


@pytest.mark.parametrize(
    ("casts", "casting", "carried"),
    [
        ((FOR, FOR, AGAINST), None, True),
        ((FOR, AGAINST, AGAINST), None, False),
        ((FOR, OUT, Cast.ABSENT, Cast.INTEREST), None, True),
        ((FOR, AGAINST), None, False),
        ((FOR, AGAINST), Casting.FOR, True),
        ((FOR, AGAINST), Casting.AGAINST, False),
        ((FOR, None), None, None),
        ((OUT, OUT), None, False),
        ((), None, None),
    ],
)
def test_that_a_vote_carries_by_more_for_than_against_or_by_the_chair(
    casts: tuple[Cast | None, ...], casting: Casting | None, carried: bool | None
) -> None:
    assert voting(*casts, casting=casting).carried is carried


def test_that_a_vote_that_does_not_carry_what_is_chosen_stops_a_signature() -> None:
    now = case(Decision(voting=voting(FOR, AGAINST, AGAINST)))

    assert found(now)["vote_not_carried"] == "decision.vote"
    assert "vote_not_carried" in {f.code for f in missing_for_signing(now, None)}


def test_that_a_tie_leads_to_the_casting_vote() -> None:
    assert found(case(Decision(voting=voting(FOR, AGAINST))))["vote_not_carried"] == "decision.vote.casting"
    assert "vote_not_carried" not in found(case(Decision(voting=voting(FOR, AGAINST, casting=Casting.FOR))))


def test_that_a_casting_vote_without_a_tie_is_told() -> None:
    assert "casting_not_tied" in found(case(Decision(voting=voting(FOR, FOR, AGAINST, casting=Casting.FOR))))


@pytest.mark.parametrize(
    ("how", "told"), [(FOR, True), (AGAINST, True), (OUT, False), (Cast.INTEREST, False), (None, False)]
)
def test_that_whoever_declared_an_interest_that_bars_may_not_vote(how: Cast | None, told: bool) -> None:
    declared = (Interest("1", who="Cllr A. Jones", pecuniary=True),)
    vote = Voting((Vote("1", "Councillor A Jones", how), Vote("2", "B Evans", FOR)))

    codes = found(case(Decision(voting=vote), declared=declared))

    assert ("vote_despite_interest" in codes) is told


@pytest.mark.parametrize(
    "interest",
    [
        Interest("1", who="A Jones", pecuniary=True, dispensation="Minute 3/26"),
        Interest("1", who="A Jones", pecuniary=False),
        Interest("1", who="B Evans", pecuniary=True),
        Interest("1", who="", pecuniary=True),
    ],
)
def test_that_another_interest_or_a_dispensation_keeps_nobody_from_voting(interest: Interest) -> None:
    assert not barred("A Jones", (interest,))
    assert not barred("", (interest,))


def test_that_votes_are_for_those_who_decide_together() -> None:
    together = {c for c in Capacity if votes_are_taken(c)}

    assert together == set(Capacity) - {Capacity.OFFICER, Capacity.EXECUTIVE_MEMBER, Capacity.SINGLE_MEMBER}
    assert "votes_of_one" in found(case(Decision(voting=voting(FOR)), Capacity.OFFICER))
    assert "no_votes" in found(case(Decision()))
    assert "no_votes" not in found(case(Decision(), Capacity.OFFICER))


def test_that_a_name_stands_in_the_vote_once() -> None:
    twice = Voting((Vote("1", "A Jones", FOR), Vote("2", "a jones ", FOR), Vote("3", "", None)))
    codes = found(case(Decision(voting=twice)))

    assert codes["voter_twice"] == "decision.vote.votes[1].who"
    assert codes["voter_no_name"] == "decision.vote.votes[2].who"
    assert codes["vote_open"] == "decision.vote.votes[2].cast"


@pytest.mark.parametrize(
    ("action", "code", "field"),
    [
        (Action("1", "Ask families", "", DAY), "action_no_owner", "owner"),
        (Action("1", "Ask families", "Clerk"), "action_no_date", "due"),
        (Action("1", "Ask families", "Clerk", DAY - dt.timedelta(1)), "action_before_decision", "due"),
        (Action("1", "", "Clerk", DAY), "action_no_words", "what"),
    ],
)
def test_that_work_has_words_an_owner_and_a_date_after_the_decision(action: Action, code: str, field: str) -> None:
    assert found(case(Decision(date=DAY, actions=(action,))))[code] == f"decision.actions[0].{field}"


def test_that_work_that_is_whole_is_not_told_of() -> None:
    whole = Action("1", "Ask families", "Clerk", DAY)
    codes = found(case(Decision(date=DAY, actions=(whole,), review_date=DAY, voting=voting(FOR))))

    assert codes == {}


def test_that_dissent_has_a_name_and_a_review_a_date() -> None:
    codes = found(case(Decision(dissents=(Dissent("1", " ", "Too soon"),))))

    assert (codes["dissent_no_name"], codes["no_review_date"]) == ("decision.dissents[0].who", "decision.review_date")


def test_that_nothing_is_reviewed_before_it_is_decided() -> None:
    """The window takes no such day; a file may bring one."""
    decided = case(Decision(date=DAY, review_date=DAY, voting=voting(FOR)))
    reviewed = {days: replace(decided, review=Review(date=DAY + dt.timedelta(days))) for days in (-1, 0)}

    assert found(reviewed[-1]) == {"reviewed_before_decision": "review.date"}
    assert found(reviewed[0]) == {}


def test_that_only_contradictions_stop_a_signature() -> None:
    grave = {"voter_twice", "vote_despite_interest", "vote_not_carried"}
    declared = (Interest("1", who="Member 0", pecuniary=True),)
    vote = Voting((*voting(FOR, AGAINST, AGAINST).votes, Vote("9", "Member 1", None), Vote("10", "Member 2", AGAINST)))
    now = case(Decision(voting=replace(vote, votes=vote.votes[:3] + vote.votes[4:])), declared=declared)

    assert {f.code for f in deciding_findings(now) if f.severity is Severity.ERROR} == grave


def test_that_nobody_does_more_than_fifty_things() -> None:
    with pytest.raises(InvalidInputError, match="actions: has more than 50 entries"):
        Decision(actions=tuple(Action(str(i)) for i in range(MOST_ACTIONS + 1)))


def test_that_a_first_feeling_is_asked_for_only_while_it_can_be_noted() -> None:
    now = case(Decision())

    assert found(replace(now, effects=()))["gut_open"] == "decision.gut"
    assert "gut_open" not in found(now)
    assert "gut_open" not in found(replace(now, effects=(), form=Form.SHORT))


def test_that_what_is_tried_small_wants_a_stop_rule() -> None:
    now = case(Decision())
    tried = replace(now, options=(now.options[0], replace(now.options[1], pilot=True)))

    assert found(tried)["no_stop_rule"] == "options[1].stop_rule"
